import numpy as np
import pandas as pd
import pytest

from core import prices
from core.prices import Exchange

CARD = prices.card("IMH_TABLE")
IN_EUROS = Exchange("EUR", (("EUR", 0.9), ("CHF", 0.8)))


def creators(**columns):
    length = max((len(values) for values in columns.values()), default=1)
    base = {
        "platform": ["instagram"] * length,
        "handle": [f"h{i}" for i in range(length)],
        "followers": [5000.0] * length,
        "price": [np.nan] * length,
        "currency": [None] * length,
    }
    return pd.DataFrame(base | columns)


def test_the_rate_card_prices_by_size_lower_edge_inclusive():
    found = prices.price(creators(followers=[1000, 9999, 10_000, 50_000, 2e6]), CARD)
    assert found["price"].tolist() == [31.62, 31.62, 223.61, 1581.14, 10_000]
    assert found["price_low"].tolist() == [10, 10, 100, 500, 10_000]
    assert found["price_high"].tolist()[:4] == [100, 100, 500, 5000]
    assert np.isnan(found["price_high"].iloc[4])
    assert set(found["price_source"]) == {"IMH_TABLE"}


@pytest.mark.parametrize("card", [card.source_id for card in prices.cards()])
def test_prices_rise_with_followers_and_stay_in_the_printed_range(card):
    followers = np.geomspace(1, 5e6, 400)
    found = prices.price(creators(followers=followers), prices.card(card))
    for _, line in found.groupby("format"):
        known = line.dropna(subset=["price"])
        assert known["price"].is_monotonic_increasing
        assert not (known["price"] < known["price_low"]).any()
        assert not (known["price"] > known["price_high"]).any()


def test_an_asked_price_goes_before_the_card_and_is_certain():
    found = prices.price(creators(price=[80.0, np.nan], currency=["USD", None]), CARD)
    asked = found.iloc[0]
    assert (asked["price"], asked["price_low"], asked["price_high"]) == (80, 80, 80)
    assert found["price_source"].tolist() == ["asked", "IMH_TABLE"]


def test_dollars_are_turned_into_the_workspace_currency():
    people = creators(price=[100.0] * 3, currency=["USD", "EUR", "chf"])
    found = prices.price(people, prices.card("IMH_TABLE", rate_per_usd=0.9), None, IN_EUROS)
    assert found["price"].tolist() == [90, 100, 112.5]


def test_a_price_in_a_currency_without_a_rate_is_unknown_and_no_other_stands_in():
    people = creators(price=[100.0, np.nan, 70.0], currency=["CHF", None, "USD"])
    found = prices.price(people, CARD)
    assert found["price"].tolist() == [pytest.approx(np.nan, nan_ok=True), 31.62, 70.0]
    assert found["price_source"].tolist()[1:] == ["IMH_TABLE", "asked"]
    assert found["price_note"].iloc[0] == "asks for CHF, and there is no rate to USD"
    deals = pd.DataFrame({"fee": [50.0], "currency": ["CHF"]})
    told = prices.unrated(people, deals, Exchange())
    assert [one.words("USD") for one in told] == [
        "1 asked price and 1 past fee in CHF are not used: there is no rate to USD."
    ]
    assert prices.needed(told, Exchange()) == ["CHF"]


def test_without_a_rate_to_the_own_currency_only_prices_in_it_count():
    people = creators(price=[100.0, 100.0, np.nan], currency=["USD", "EUR", None])
    euros = Exchange("EUR")
    found = prices.price(people, prices.card("IMH_TABLE", rate_per_usd=None), None, euros)
    assert found["price"].isna().tolist() == [True, False, True]
    assert found["price_note"].tolist()[2] == (
        "the rate card is in US dollars, and there is no rate to EUR"
    )
    told = prices.unrated(people, people.head(0), euros)
    assert prices.needed(told, euros) == ["EUR"]


def test_a_price_without_a_currency_says_how_it_was_read():
    found = prices.price(creators(price=[100.0]), CARD).iloc[0]
    assert (found["price"], found["price_source"]) == (100, "asked")
    assert found["price_note"] == "the list names no currency; read as USD"


def test_a_price_below_zero_is_not_used():
    found = prices.price(creators(price=[-5.0], currency=["USD"]), CARD).iloc[0]
    assert found["price"] == 31.62
    assert found["price_note"] == "the asked price is below zero and was not used"


def test_a_price_of_zero_is_unknown_and_not_free():
    people = creators(price=[0.0, 0.0], currency=["USD", None], platform=["instagram", "x"])
    found = prices.price(people, CARD)
    assert found["price"].tolist()[0] == 31.62
    assert found["price_source"].tolist()[0] == "IMH_TABLE"
    assert np.isnan(found["price"].tolist()[1])
    assert found["price_note"].tolist() == [
        "an asked price of 0 was not used",
        "an asked price of 0 was not used; the rate card does not cover this platform",
    ]


def test_creators_without_a_price_are_listed_with_the_reason():
    people = creators(
        platform=["instagram", "instagram", "x", None, "tiktok"],
        followers=[np.nan, 999, 5000, 5000, 600_000],
    )
    found = prices.unpriced(people, CARD)
    assert found["reason"].tolist() == [
        "the number of followers is unknown",
        "the rate card has no price for this size",
        "the rate card does not cover this platform",
        "the rate card does not cover this platform",
        "the rate card has no price for this size",
    ]


def test_only_the_chosen_formats_are_priced():
    people = creators(platform=["instagram", "tiktok"])
    found = prices.price(people, CARD, ("post",)).set_index("platform")
    assert found.loc["instagram", "price"] == 31.62
    assert np.isnan(found.loc["tiktok", "price"])
    assert found.loc["tiktok", "price_note"].startswith("none of the chosen formats")


def test_an_edited_card_is_obeyed():
    card = prices.card("IMH_TABLE", "instagram")
    card.loc[0, "typical"] = 400.0
    found = prices.price(creators(), card).iloc[0]
    assert (found["price"], found["price_low"], found["price_high"]) == (400, 10, 400)


def test_nobody_has_no_prices():
    assert prices.price(creators().iloc[:0], CARD).empty
