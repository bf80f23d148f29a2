"""What a campaign brought, one row a creator: deals and posts added up apart, then joined.

One extra post and one extra sale row must not multiply money, so no table meets another before
both have one row a creator.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

import pandas as pd

from core import tables
from core.prices.exchange import IN_DOLLARS, Exchange

MEASURES: Final = (
    "engagements",
    "people_reached",
    "clicks",
    "orders",
    "revenue",
    "fee",
)

_FROM_DEALS: Final = {
    "engagements": "engagements",
    "people_reached": "views",
    "clicks": "clicks",
    "orders": "orders",
    "revenue": "revenue",
    "fee": "fee",
}
_MONEY: Final = ("revenue", "fee")


def happened(
    found: tables.Tables,
    creators: Collection[str],
    since: datetime,
    until: datetime | None = None,
    exchange: Exchange = IN_DOLLARS,
) -> pd.DataFrame:
    """creator and MEASURES (null = nothing says so) of `creators`, from deals and paid posts.

    Counted are deals agreed from the day of `since` (records name days) and posts marked as paid
    from `since`, or from its day where only a day is known, both up to `until`; an undated deal
    counts, an undated post does not. The brand's own record (deals) goes before what posts show.
    Money is in the currency of `exchange`; a creator of whom one sum is in a currency without a
    rate has no sum of money: see `unread`.
    """
    deals = _deals(found, creators, since, until, exchange)
    posts = _posts(found, creators, since, until)
    every = pd.Index(sorted(set(creators)), name="creator", dtype="str")
    joined = deals.reindex(every).combine_first(posts.reindex(every))
    return joined.reindex(columns=list(MEASURES)).astype(tables.NUMBER).reset_index()


def with_typed(came: pd.DataFrame, typed: Iterable[tuple[str, str, float]]) -> pd.DataFrame:
    """`came` with what was typed (creator, measure, value) instead of what files say."""
    by_hand = came.set_index("creator").astype(tables.NUMBER)
    for creator, measure, value in typed:  # a few cells that a person filled in
        if creator in by_hand.index:
            by_hand.loc[creator, measure] = value
    return by_hand.reset_index()


def unread(
    found: tables.Tables,
    creators: Collection[str],
    since: datetime,
    until: datetime | None = None,
    exchange: Exchange = IN_DOLLARS,
) -> tuple[str, ...]:
    """The currencies of counted deals that have no rate, in order."""
    rows = _within(found["deals"], "agreed_at", creators, _day(since), until, undated=True)
    named = rows.loc[rows[list(_MONEY)].notna().any(axis=1), "currency"].dropna().str.upper()
    return tuple(sorted(named[exchange.worth(named).isna()].unique()))


def _deals(
    found: tables.Tables,
    creators: Collection[str],
    since: datetime,
    until: datetime | None,
    exchange: Exchange,
) -> pd.DataFrame:
    rows = _within(found["deals"], "agreed_at", creators, _day(since), until, undated=True)
    worth = exchange.worth(rows["currency"])
    rows = rows.assign(**{name: rows[name] * worth for name in _MONEY})
    rows = rows.assign(orders=rows["orders"].mask(_counted_already(rows)))
    groups = rows.groupby("creator")
    sums = groups[list(_FROM_DEALS.values())].sum(min_count=1)
    blind = worth.isna().groupby(rows["creator"]).any()
    sums = sums.assign(**{name: sums[name].mask(blind) for name in _MONEY})
    return sums.rename(columns={column: name for name, column in _FROM_DEALS.items()})


def _counted_already(rows: pd.DataFrame) -> pd.Series:
    """Payouts by the order repeat the orders of the sales they pay for."""
    sold = rows["revenue"].notna()
    return rows["fee"].notna() & ~sold & sold.groupby(rows["creator"]).transform("any")


def _posts(
    found: tables.Tables, creators: Collection[str], since: datetime, until: datetime | None
) -> pd.DataFrame:
    rows = _within(found["posts"], "posted_at", creators, since, until, undated=False)
    rows = rows[rows["sponsored"].fillna(False).astype(bool)]
    # The same post from two files counts once, as the newest of them saw it.
    rows = rows.sort_values("seen_at", na_position="first", kind="stable")
    named = rows["post_id"].notna()
    rows = pd.concat(
        [rows[~named], rows[named].drop_duplicates(["creator", "post_id"], keep="last")]
    )
    rows = rows.assign(
        engagements=rows[["likes", "comments"]].sum(axis=1, min_count=1),
        people_reached=rows["reach"].fillna(rows["views"]),
    )
    return rows.groupby("creator")[["engagements", "people_reached"]].sum(min_count=1)


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _is_day(moments: pd.Series) -> pd.Series:
    return moments.eq(moments.dt.normalize())


def _within(
    frame: pd.DataFrame,
    when: str,
    creators: Collection[str],
    since: datetime,
    until: datetime | None,
    undated: bool,
) -> pd.DataFrame:
    """The rows about `creators` in that time, with their key."""
    keyed = frame.assign(creator=tables.creator_key(frame))
    # A moment at midnight is a day of a table that names no hours.
    inside = keyed[when].ge(since) | (keyed[when].ge(_day(since)) & _is_day(keyed[when]))
    if until is not None:
        inside &= keyed[when].le(until)
    if undated:
        inside |= keyed[when].isna()
    return keyed[inside & keyed["creator"].isin(list(creators))]
