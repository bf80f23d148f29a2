from core.budget import sourced
from core.budget.assumptions import ANY, Rate
from core.locale import Writing


def test_published_rates_are_told_in_one_line():
    rates = (
        Rate("instagram", 0.1, 0.14, 0.2, "UNTAPPER"),
        Rate("x", 0.0125, 0.03, 0.08, "PLAYERSELLS_REACH", 100_000, None),
        Rate("x", 0.05, 0.1, 0.4, "PLAYERSELLS_REACH", 0, 100_000),
    )
    said = sourced.told(rates, Writing())
    assert said == "Instagram 10.0%–20%, X 1.2%–40% by size, nothing for others"
    assert sourced.source_ids(rates) == ("UNTAPPER", "PLAYERSELLS_REACH")
    others = sourced.told((Rate(ANY, 0.01, 0.02, 0.04, "EASYAPPS"),), Writing())
    assert others == "others 1.0%–4.0%"
