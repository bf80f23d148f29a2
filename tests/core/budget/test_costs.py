import numpy as np
import pandas as pd
import pytest

from core import prices
from core.budget import Assumptions, options, unpriced
from core.budget.assumptions import OrderValue, Rate
from core.budget.costs import PARTS, Costs
from core.errors import MicroscopeError
from core.prices import Exchange

EUROS = Exchange("EUR", (("EUR", 0.5),))
CARD = prices.card("IMH_TABLE")
ADA = pd.DataFrame(
    {
        "platform": ["instagram"],
        "handle": ["ada"],
        "followers": [5000.0],
        "engagement_rate": [0.04],
        "price": [100.0],
        "currency": ["USD"],
    }
)
GIFTS = Rate("any", 0.2, 0.4, 0.6, "your own")


def offered(goal="engagements", people=ADA, **told):
    return options(people, CARD, goal, Assumptions(**told))


def test_the_parts_add_up_to_the_price():
    lines = offered(costs=Costs(product=20, shipping=5, agency=0.15, usage=0.3))
    assert lines["price"].tolist() == pytest.approx([100 * 1.45 + 25, 200 * 1.45 + 25])
    assert lines[list(PARTS)].sum(axis=1).tolist() == pytest.approx(lines["price"].tolist())
    assert (lines["price_low"] <= lines["price"]).all()


@pytest.mark.parametrize(
    "cost", [{"product": -1}, {"agency": float("nan")}, {"usage": float("inf")}]
)
def test_an_absurd_cost_is_refused_in_a_sentence(cost):
    with pytest.raises(MicroscopeError) as caught:
        Costs(**cost)
    assert caught.value.do == "Give an amount of 0 or more."


def test_a_gift_costs_the_product_and_brings_what_those_who_post_bring():
    lines = offered(gifts=GIFTS, costs=Costs(product=20, shipping=5, agency=0.15)).set_index(
        "format"
    )
    gift, post = lines.loc["gift"], lines.loc["post"].iloc[0]
    assert gift["price"] == 25.0
    assert gift["fee"] == 0.0
    assert gift["value"] == pytest.approx(0.4 * post["value"])
    assert gift["value_high"] / gift["value_low"] > post["value_high"] / post["value_low"]
    assert gift["option"] == "1 Instagram gift"


def test_who_has_no_price_can_still_be_given_something():
    people = ADA.assign(platform="twitch", price=np.nan)
    assert offered(people=people, gifts=GIFTS)["format"].tolist() == ["gift"]
    assert unpriced(people, CARD, "engagements", Assumptions(gifts=GIFTS)).empty
    assert len(unpriced(people, CARD, "engagements", Assumptions())) == 1


def test_orders_are_clicks_times_the_share_that_buys_and_sales_what_they_are_worth():
    told = {"order_value": OrderValue(40, 50, 60)}
    clicks, orders, sales = (
        offered(goal, **told).iloc[0] for goal in ("clicks", "orders", "revenue")
    )
    assert orders["value"] == pytest.approx(clicks["value"] * np.sqrt(0.015 * 0.028))
    assert sales["value"] == pytest.approx(50 * orders["value"])
    assert "EASYAPPS" in orders["source_ids"]
    assert orders["value_high"] / orders["value_low"] > clicks["value_high"] / clicks["value_low"]


def test_the_published_value_of_an_order_is_turned_into_the_workspaces_currency():
    dollars, euros = Assumptions(), Assumptions(exchange=EUROS)
    assert euros.in_currency().typical == pytest.approx(dollars.in_currency().typical / 2)
    own = Assumptions(exchange=EUROS, order_value=OrderValue(40, 50, 60))
    assert own.in_currency().typical == 50


def test_without_a_rate_the_published_value_of_an_order_is_unknown():
    told = Assumptions(exchange=Exchange("EUR"))
    assert told.in_currency() is None
    ada = ADA.assign(currency="EUR")
    assert options(ada, CARD, "revenue", told).empty
    reason = unpriced(ada, CARD, "revenue", told)["reason"].tolist()
    assert reason == ["the value of an order is in US dollars, and there is no rate to EUR"]


def test_a_share_of_your_own_for_orders_is_used_and_named():
    told = Assumptions().with_orders(0.05, 0.1, 0.2)
    row = options(ADA, CARD, "orders", told).iloc[0]
    assert row["value"] == pytest.approx(options(ADA, CARD, "clicks", told).iloc[0]["value"] * 0.1)
    assert row["value_source"] == "your own"
    assert "your own" not in row["source_ids"]


@pytest.mark.parametrize("ends", [(0, 1, 2), (5, 4, 6), (1, 2, float("inf")), (-3, 1, 2)])
def test_an_order_is_worth_something(ends):
    with pytest.raises(MicroscopeError, match="An order cannot be worth"):
        OrderValue(*ends)


def test_the_score_and_the_person_go_along_for_the_limits():
    people = ADA.assign(score=71.0, person="p1")
    assert offered(people=people)[["score", "person"]].to_numpy().tolist() == [[71.0, "p1"]] * 2
