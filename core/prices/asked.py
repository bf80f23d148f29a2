"""What one piece of work costs: the asked price, else what was paid before, else the rate card."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from core.prices import past
from core.prices.exchange import IN_DOLLARS, Exchange
from core.tables import NUMBER, TEXT, creator_key

ASKED: Final = "asked"
OWN_DEALS: Final = "own deals"
UNRATED: Final = ", and there is no rate to "
OURS: Final = (ASKED, OWN_DEALS)  # prices that no published card gives
COLUMNS: Final = (
    "creator",
    "platform",
    "handle",
    "followers",
    "format",
    "price",
    "price_low",
    "price_high",
    "price_source",
    "price_note",
)

USUAL_FORMAT: Final[Mapping[str, str]] = {"tiktok": "video", "youtube": "video"}
_USED: Final = {
    "platform": TEXT,
    "handle": TEXT,
    "followers": NUMBER,
    "price": NUMBER,
    "currency": TEXT,
}


def price(
    creators: pd.DataFrame,
    rates: pd.DataFrame,
    formats: tuple[str, ...] | None = None,
    exchange: Exchange = IN_DOLLARS,
    paid: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row for each creator and format: price, price_low, price_high, price_source, price_note.

    The price is null where there is none, and `price_note` then says why. An asked price counts
    for one piece of any format; without a currency it is read as the workspace's, and the note says
    so. One in a currency without a rate is no price, and no other stands in for it.
    Where nothing is asked, `paid` (see `past.paid`) moves the card's price to what this brand pays.
    One of 0 is what empty cells become in many lists: it is unknown, not free.
    """
    lines = _with_formats(_conformed(creators), rates, formats)
    lines = _from_card(lines, rates, exchange)
    if paid is not None and len(paid):
        lines = _from_deals(lines, paid)
    return _asked_first(lines, exchange)[list(COLUMNS)]


def unpriced(
    creators: pd.DataFrame,
    rates: pd.DataFrame,
    formats: tuple[str, ...] | None = None,
    exchange: Exchange = IN_DOLLARS,
) -> pd.DataFrame:
    """The creators without any price: creator, platform, handle, reason."""
    lines = price(creators, rates, formats, exchange)
    known = lines.loc[lines["price"].notna(), "creator"]
    rest = lines[~lines["creator"].isin(known)].drop_duplicates("creator")
    rest = rest.rename(columns={"price_note": "reason"})
    return rest[["creator", "platform", "handle", "reason"]].reset_index(drop=True)


def _conformed(creators: pd.DataFrame) -> pd.DataFrame:
    """The columns that pricing reads, typed; absent ones are null."""
    frame = creators.reindex(columns=list(_USED)).astype(_USED)
    key = creators["creator"] if "creator" in creators else creator_key(frame)
    return frame.assign(creator=key.astype(TEXT)).reset_index(drop=True)


def _with_formats(
    creators: pd.DataFrame, rates: pd.DataFrame, formats: tuple[str, ...] | None
) -> pd.DataFrame:
    """Every creator with the platform's formats: those of the rate card, else the usual one."""
    offered = rates[["platform", "format"]].drop_duplicates()
    lines = creators.merge(offered, on="platform", how="left")
    usual = lines["platform"].map(USUAL_FORMAT).fillna("post").astype(TEXT)
    lines["format"] = lines["format"].astype(TEXT).fillna(usual)
    if formats is None:
        return lines
    wanted = lines["format"].isin(formats)
    without = lines[~lines["creator"].isin(lines.loc[wanted, "creator"])]
    without = without.drop_duplicates("creator").assign(format=pd.Series(None, dtype=TEXT))
    return pd.concat([lines[wanted], without], ignore_index=True)


def _from_card(lines: pd.DataFrame, rates: pd.DataFrame, exchange: Exchange) -> pd.DataFrame:
    """The price of the tier whose lower edge is the last at or under the followers, and why not."""
    card = rates.assign(edge=rates["followers_min"].astype(NUMBER).fillna(0.0))
    card = card[
        ["platform", "format", "edge", "followers_max", "low", "typical", "high", "source_id"]
    ]
    card = card.astype({"followers_max": NUMBER, "low": NUMBER, "typical": NUMBER, "high": NUMBER})
    card = card.sort_values("edge", kind="stable").astype({"platform": TEXT, "format": TEXT})
    sized = lines[lines["followers"].notna() & lines["platform"].notna() & lines["format"].notna()]
    found = pd.merge_asof(
        sized[["platform", "format", "followers"]].reset_index().sort_values("followers"),
        card,
        left_on="followers",
        right_on="edge",
        by=["platform", "format"],
    ).set_index("index")
    found = found[~(found["followers"] >= found["followers_max"]) & (found["typical"] > 0)]
    found = found.reindex(lines.index)
    on_card = lines["platform"].isin(card["platform"])
    why = "the rate card has no price for this size"
    if exchange.per_usd is None:
        why = "the rate card is in US dollars" + UNRATED + exchange.currency
    note = pd.Series(why, index=lines.index, dtype=TEXT)
    note = note.mask(lines["followers"].isna(), "the number of followers is unknown")
    note = note.mask(~on_card, "the rate card does not cover this platform")
    note = note.mask(lines["format"].isna(), "none of the chosen formats is made on this platform")
    return lines.assign(
        card_price=found["typical"],
        card_low=found["low"].clip(upper=found["typical"]),  # an edited card may have crossed ends
        card_high=found["high"].clip(lower=found["typical"]),
        card_source=found["source_id"].astype(TEXT),
        note=note.mask(found["typical"].notna(), None),
    )


def _from_deals(lines: pd.DataFrame, paid: pd.DataFrame) -> pd.DataFrame:
    """The card's price moved to what this brand pays, where anything was paid before."""
    own = past.expected(lines, paid).set_axis(lines.index)
    known = own["price"].notna() & lines["format"].notna()
    return lines.assign(
        card_price=own["price"].where(known, lines["card_price"]),
        card_low=own["low"].where(known, lines["card_low"]),
        card_high=own["high"].where(known, lines["card_high"]),
        card_source=lines["card_source"].mask(known, OWN_DEALS),
        note=lines["note"].mask(known, None),
    )


def _asked_first(lines: pd.DataFrame, exchange: Exchange) -> pd.DataFrame:
    """The asked price where its currency can be read; the card's where nothing is asked."""
    stated = lines["currency"].str.upper()
    given = np.isfinite(lines["price"]) & lines["format"].notna()
    wanted = given & (lines["price"] > 0)
    amount = (lines["price"] * exchange.worth(stated)).where(wanted)
    asked, foreign = amount.notna(), wanted & amount.isna()
    own = amount.fillna(lines["card_price"]).mask(foreign)
    note = lines["note"].mask(asked, None)
    note = note.mask(
        asked & stated.isna(), f"the list names no currency; read as {exchange.currency}"
    )
    note = note.mask(foreign, "asks for " + stated.fillna("") + UNRATED + exchange.currency)
    unused = pd.Series(None, index=lines.index, dtype=TEXT)
    unused = unused.mask(lines["price"] == 0, "an asked price of 0 was not used")
    unused = unused.mask(lines["price"] < 0, "the asked price is below zero and was not used")
    note = note.mask(
        given & ~wanted, unused.where(lines["note"].isna(), unused + "; " + lines["note"])
    )
    return lines.assign(
        price=own.round(2),
        price_low=amount.fillna(lines["card_low"]).mask(foreign).round(2),
        price_high=amount.fillna(lines["card_high"]).mask(foreign).round(2),
        price_source=lines["card_source"].mask(asked, ASKED).where(own.notna()),
        price_note=note,
    )
