from core import figures, prices
from core.charts import quoted as charts
from core.locale import Writing


def test_what_is_only_passed_on_is_marked_and_no_card():
    said = prices.quoted()
    assert {"Instagram", "Facebook", "Twitter"} <= set(said["platform"])
    assert said["share"].between(0, 1).all()
    assert all("UNVERIFIED" in figures.source(name).note for name in said["source_id"])
    assert not set(said["source_id"]) & {card.source_id for card in prices.cards()}
    assert charts.alt_text(said, Writing()).startswith("Unverified: Instagram, under $250 84%")
    assert charts.shares(said, Writing()).to_dict(validate=True)
