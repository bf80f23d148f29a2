import numpy as np
import pytest

from core import figures, prices
from core.errors import MicroscopeError, UnknownName


def test_a_card_prints_ranges_and_their_geometric_middle():
    card = prices.card("IMH_TABLE", "instagram").set_index("followers_min")
    nano = card.loc[1000]
    assert (nano["low"], nano["high"]) == (10, 100)
    assert nano["typical"] == pytest.approx(np.sqrt(1000))
    assert nano["basis"] == "middle of the printed range"
    mega = card.loc[1_000_000]
    assert (mega["low"], mega["typical"]) == (10_000, 10_000)
    assert np.isnan(mega["high"])
    assert mega["basis"] == "printed as the least"


def test_a_printed_average_is_kept_without_a_range():
    smallest = prices.card("KLEAR19", "instagram").iloc[0]
    assert smallest["typical"] == 41
    assert np.isnan(smallest["low"])
    assert np.isnan(smallest["high"])
    assert smallest["basis"] == "printed average"


def test_the_special_row_goes_before_the_row_for_all_platforms():
    tiktok = prices.card("EASYAPPS", "tiktok").set_index("followers_min")
    assert (tiktok.loc[10_000, "low"], tiktok.loc[10_000, "high"]) == (200, 800)
    assert (tiktok.loc[1000, "low"], tiktok.loc[1000, "high"]) == (50, 250)


@pytest.mark.parametrize("card", [card.source_id for card in prices.cards()])
def test_every_card_is_sourced_ordered_and_rises_with_size(card):
    rows = prices.card(card)
    assert figures.source(card).title
    for _, tiers in rows.groupby(["platform", "format"]):
        assert tiers["followers_min"].is_monotonic_increasing
        assert tiers["typical"].is_monotonic_increasing
    printed = rows.dropna(subset=["low", "high"])
    assert printed["typical"].between(printed["low"], printed["high"]).all()


def test_prices_follow_the_rate_of_exchange():
    dollars, euros = prices.card(), prices.card(rate_per_usd=0.9)
    assert euros["typical"].to_numpy() == pytest.approx(dollars["typical"].to_numpy() * 0.9)


def test_cards_say_which_platforms_they_cover():
    usual = prices.cards()[0]
    assert usual.source_id == prices.DEFAULT
    everywhere = {name for card in prices.cards() for name in card.platforms}
    assert set(usual.platforms) == everywhere
    assert prices.card(platform="twitch").empty


def test_the_usual_card_is_the_newest_and_real_deals_lie_inside_it():
    rows = figures.read("rate_cards").dropna(subset=["followers_min"])
    real = rows[rows["statistic"].str.startswith("one real deal")]
    assert len(real) == 4
    inside = {card.source_id: _inside(card.source_id, real) for card in prices.cards()}
    assert inside[prices.DEFAULT] == 4
    assert inside["IMH_TABLE"] == 1
    years = {card.source_id: figures.source(card.source_id).year or "" for card in prices.cards()}
    assert max(years, key=years.__getitem__) == prices.DEFAULT


def _inside(source_id, real):
    """How many of the real deals lie between the lowest and the highest price for that size."""
    card = prices.card(source_id, "instagram")
    size, paid = real["followers_min"].to_numpy(), real["price_typical_usd"].to_numpy()
    there = (card["followers_min"].to_numpy() <= size[:, None]) & (
        size[:, None] < card["followers_max"].fillna(np.inf).to_numpy()
    )
    low = np.where(there, card["low"], np.inf).min(axis=1)
    high = np.where(there, card["high"], -np.inf).max(axis=1)
    return int(((paid >= low) & (paid <= high)).sum())


def test_what_cannot_be_used_gets_a_sentence():
    with pytest.raises(UnknownName, match="no rate card called"):
        prices.card("NOBODY")
    for rate in (0.0, -1.0, np.nan, np.inf):
        with pytest.raises(MicroscopeError, match="cannot be used"):
            prices.card(rate_per_usd=rate)
