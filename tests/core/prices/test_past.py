import numpy as np
import pandas as pd
import pytest

from core import prices, tables
from core.prices import Exchange, past
from core.prices.exchange import IN_DOLLARS

CARD = prices.card("IMH_TABLE")
CREATORS = pd.DataFrame(
    {
        "platform": ["instagram", "instagram", "tiktok"],
        "handle": ["Ada", "ben", "cem"],
        "followers": [5000.0, 5000.0, 5000.0],
    }
)


def deals(*rows):
    columns = ["platform", "handle", "format", "count", "fee", "currency"]
    return tables.conform(pd.DataFrame(rows, columns=columns), "deals")


def priced(paid):
    frame = prices.price(CREATORS, CARD, paid=paid)
    return frame.set_index("creator")


def paid(*rows, currency="USD", rate=1.0):
    return past.paid(deals(*rows), Exchange(currency, ((currency, rate),)))


ADA = ("instagram", "ada", "post", 1, 400.0, "USD")


def test_a_fee_is_counted_by_the_piece_and_a_creator_once():
    found = paid(
        ("instagram", "Ada", "Post", 2, 200.0, "USD"), ("instagram", "ada", "post", 1, 400.0, None)
    )
    assert found.to_dict("records") == [
        {"creator": "instagram/ada", "format": "post", "paid": pytest.approx(200.0), "deals": 2}
    ]


@pytest.mark.parametrize(
    "row",
    [
        ("instagram", "ada", "post", 1, 0.0, "USD"),
        ("instagram", "ada", "post", 1, None, "USD"),
        ("instagram", "ada", "post", 1, -5.0, "USD"),
        ("instagram", "ada", "post", 1, 90.0, "GBP"),
    ],
)
def test_gifts_and_money_that_cannot_be_read_are_no_price(row):
    assert paid(row, currency="EUR", rate=0.9).empty


def test_dollars_are_turned_into_the_workspaces_currency():
    assert paid(ADA, currency="EUR", rate=0.5)["paid"].tolist() == pytest.approx([200.0])


def test_one_deal_moves_its_creator_most_and_the_others_a_little():
    card, own = priced(None), priced(paid(ADA))
    ratio = own["price"] / card["price"]
    asked = 400 / card.loc["instagram/ada", "price"]
    assert 1 < ratio["instagram/ben"] < ratio["instagram/ada"] < asked
    assert own.loc["instagram/ada", "price_source"] == prices.OWN_DEALS
    width = own["price_high"] / own["price_low"]
    assert width["instagram/ada"] < width["instagram/ben"]


def test_many_deals_are_believed():
    many = paid(*[ADA] * 30)
    assert priced(many).loc["instagram/ada", "price"] == pytest.approx(400, rel=0.03)


def test_the_range_holds_what_other_creators_were_paid():
    """150 brands, each with a level of its own; the next fee lies in the range 8 times in 10."""
    random = np.random.default_rng(5)
    usual = priced(None).loc["instagram/ben", "price"]
    held = []
    for _ in range(150):
        level = random.normal(0, past.MARKET)
        fees = usual * np.exp(
            level + random.normal(0, past.BETWEEN, 6) + random.normal(0, past.WITHIN, 6)
        )
        people = CREATORS.iloc[[1] * 6].assign(handle=[f"p{i}" for i in range(6)])
        told = past.paid(
            deals(*[("instagram", f"p{i}", "post", 1, fee, "USD") for i, fee in enumerate(fees)]),
            IN_DOLLARS,
        )
        frame = prices.price(pd.concat([people, CREATORS]), CARD, paid=told).set_index("creator")
        new = usual * np.exp(level + random.normal(0, past.BETWEEN) + random.normal(0, past.WITHIN))
        held.append(
            frame.loc["instagram/ben", "price_low"] < new < frame.loc["instagram/ben", "price_high"]
        )
    assert 0.72 < np.mean(held) < 0.88


def test_an_asked_price_goes_before_what_was_paid():
    asked = CREATORS.assign(price=[90.0, None, None], currency="USD")
    frame = prices.price(asked, CARD, paid=paid(ADA)).set_index("creator")
    assert frame.loc["instagram/ada", ["price", "price_source"]].tolist() == [90.0, prices.ASKED]


def test_where_the_card_has_no_price_what_was_paid_to_this_creator_counts():
    people = pd.DataFrame({"platform": ["twitch"], "handle": ["dee"], "followers": [900.0]})
    told = past.paid(deals(("twitch", "dee", "post", 1, 70.0, "USD")), IN_DOLLARS)
    row = prices.price(people, CARD, paid=told).iloc[0]
    assert row["price"] == 70.0
    assert row["price_low"] < 70.0 < row["price_high"]
    assert pd.isna(row["price_note"])


def test_no_deals_change_nothing():
    pd.testing.assert_frame_equal(priced(None), priced(paid()))
