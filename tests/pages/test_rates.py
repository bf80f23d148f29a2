"""Prices in several currencies on the budget page: used with a rate, unknown and named without."""

from core import readers
from pages.parts import cached

LIST = b"""platform,handle,followers,engagement rate,price,currency
instagram,ana.pours,5000,4%,60,USD
instagram,ben.steeps,6000,4%,45,CHF
instagram,cem.sips,7000,4%,,
"""


def chosen(visit) -> set[str]:
    return set(cached.answer(visit.session_state["plan_history"].now).plan.chosen["handle"])


def test_a_price_without_a_rate_is_left_out_until_the_rate_is_typed(open_page) -> None:
    visit = open_page("home")
    reading = readers.read("list.csv", LIST)
    cached.the_store().keep(reading, name="list.csv", content_sha256="1", size=len(LIST))
    visit.switch_page("pages/budget.py").run()
    assert not visit.exception
    assert chosen(visit) == {"ana.pours", "cem.sips"}
    assert any("1 asked price in CHF is not used" in one.value for one in visit.warning)
    rate = next(one for one in visit.number_input if one.label.startswith("CHF"))
    rate.set_value(0.8).run()
    assert not visit.exception
    assert chosen(visit) == {"ana.pours", "ben.steeps", "cem.sips"}
    assert not visit.warning
    visit.switch_page("pages/workspace.py").run()
    visit.session_state["workspace_tab"] = "Scales"
    visit.run()
    rate = next(one for one in visit.number_input if one.label.startswith("CHF"))
    assert rate.value == 0.8
    rate.set_value(None).run()
    assert cached.the_store().workspace().rates == {}


def test_another_currency_of_the_workspace_asks_for_its_rate(open_page) -> None:
    visit = open_page("home")
    reading = readers.read("list.csv", LIST)
    cached.the_store().keep(reading, name="list.csv", content_sha256="1", size=len(LIST))
    cached.the_store().change_workspace(currency="EUR")
    visit.switch_page("pages/budget.py").run()
    assert not visit.exception
    assert chosen(visit) == set()
    assert any("cannot be used without a rate to EUR" in one.value for one in visit.warning)
    codes = [one.label[:3] for one in visit.number_input if "one US dollar" in one.label]
    assert codes == ["EUR", "CHF"]
