"""The tidy tables that every reader fills and every score reads.

One dict of six frames, all columns always present, missing = null (never 0, -1 or "").
Counts and money are float64, ids and names str, flags nullable boolean, times UTC.
Frames are shared between sessions: never change one in place.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa

Tables = Mapping[str, pd.DataFrame]

TEXT: Final = "str"
NUMBER: Final = "float64"
FLAG: Final = "boolean"
ROW: Final = "Int64"
TIME: Final = "datetime64[us, UTC]"

_WHERE_FROM: Final = {"upload_id": TEXT, "source_row": ROW}
_PIECE: Final = 1 << 16
_STRING: Final = pd.StringDtype(na_value=np.nan)

COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "accounts": {
        "platform": TEXT,
        "handle": TEXT,
        "name": TEXT,
        "bio": TEXT,
        "url": TEXT,
        "followers": NUMBER,
        "following": NUMBER,
        "posts": NUMBER,
        "verified": FLAG,
        "private": FLAG,
        "has_picture": FLAG,
        "category": TEXT,
        "country": TEXT,
        "avg_likes": NUMBER,
        "avg_comments": NUMBER,
        "avg_views": NUMBER,
        "engagement_rate_claimed": NUMBER,  # fraction: 0.031 is 3.1 %
        "price": NUMBER,  # for one piece of work, in `currency`
        "currency": TEXT,  # ISO 4217; null = the file does not say
        "gift_only": FLAG,  # gets the product and no fee
        "found_via": TEXT,
        "seen_at": TIME,
        **_WHERE_FROM,
    },
    "posts": {
        "platform": TEXT,
        "handle": TEXT,
        "post_id": TEXT,
        "posted_at": TIME,
        "kind": TEXT,
        "likes": NUMBER,
        "comments": NUMBER,
        "shares": NUMBER,
        "saves": NUMBER,
        "views": NUMBER,
        "reach": NUMBER,
        "caption": TEXT,
        "sponsored": FLAG,
        "url": TEXT,
        "seen_at": TIME,
        **_WHERE_FROM,
    },
    "comments": {
        "platform": TEXT,
        "handle": TEXT,  # whose post
        "post_id": TEXT,
        "author": TEXT,
        "text": TEXT,
        "commented_at": TIME,
        **_WHERE_FROM,
    },
    "follows": {
        "platform": TEXT,
        "handle": TEXT,  # who is followed; null = the export does not say whose it is
        "follower": TEXT,
        "followed_at": TIME,
        "upload_id": TEXT,
    },
    "daily": {
        "platform": TEXT,
        "handle": TEXT,
        "day": TIME,
        "measure": TEXT,
        "value": NUMBER,
        "upload_id": TEXT,
    },
    "deals": {
        "platform": TEXT,
        "handle": TEXT,
        "agreed_at": TIME,
        "format": TEXT,
        "count": NUMBER,
        "fee": NUMBER,
        "gift_value": NUMBER,
        "currency": TEXT,
        "code": TEXT,
        "views": NUMBER,
        "engagements": NUMBER,
        "clicks": NUMBER,
        "orders": NUMBER,
        "revenue": NUMBER,
        **_WHERE_FROM,
    },
}

NAMES: Final = tuple(COLUMNS)


def platform_name(key: str) -> str:
    """How people write the platform `key`: instagram → Instagram."""
    return PLATFORMS.get(key, key)


PLATFORMS: Final[Mapping[str, str]] = {
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "x": "X",
    "facebook": "Facebook",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "twitch": "Twitch",
    "pinterest": "Pinterest",
    "linkedin": "LinkedIn",
    "threads": "Threads",
    "snapchat": "Snapchat",
}

# Where people come from: what a person picks when a file is brought in.
OWN_FOLLOWERS: Final = "own followers"
OWN_ACCOUNT: Final = "own account"  # its analytics: nobody is found in them
FOUND_VIA: Final = (
    OWN_FOLLOWERS,
    "hashtag or location search",
    "group",
    "agency",
    "vendor list",
    "customers",
    "typed",
)

# A column counts as disputed when two sources give different values for it.
_DISPUTABLE: Final = ("name", "followers", "following", "posts", "avg_likes", "avg_comments")


def empty(name: str) -> pd.DataFrame:
    """The table `name` with its columns and types and no rows."""
    return _empty(name).copy(deep=False)


@cache
def _empty(name: str) -> pd.DataFrame:
    none = pd.RangeIndex(0)
    columns = {column: absent(none, dtype) for column, dtype in COLUMNS[name].items()}
    return pd.DataFrame(columns, index=none, copy=False)


def absent(index: pd.Index, dtype: str = TEXT) -> pd.Series:
    """A column in which every value is missing; few bytes of memory stand for all of them."""
    if dtype == FLAG:
        value, unknown = (np.broadcast_to(np.array(one), len(index)) for one in (False, True))
        return pd.Series(pd.arrays.BooleanArray(value, unknown), index=index, copy=False)
    if dtype == NUMBER:
        return pd.Series(np.broadcast_to(np.array(np.nan), len(index)), index=index, copy=False)
    if dtype == TEXT:  # pandas would make an object of each cell first
        whole, rest = divmod(len(index), _PIECE)
        piece = pa.nulls(_PIECE if whole else rest, pa.large_string())
        pieces = pa.chunked_array([piece] * whole + [piece[:rest]] * bool(rest), piece.type)
        return pd.Series(_STRING.__from_arrow__(pieces), index=index)
    if dtype == TIME:
        value = np.broadcast_to(np.array("NaT", "datetime64[us]"), len(index))
        return pd.Series(pd.array(value, copy=False).view(TIME), index=index, copy=False)
    return pd.Series(None, index=index, dtype=dtype)


def none() -> dict[str, pd.DataFrame]:
    """All tables, empty."""
    return {name: empty(name) for name in NAMES}


def conform(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """`frame` with exactly the columns of table `name`, in order and typed; absent ones are null.

    Raises ValueError for a column the table does not have: a reader's mistake, not a user's.
    """
    columns = COLUMNS[name]
    unknown = [column for column in frame.columns if column not in columns]
    if unknown:
        raise ValueError(f"{name} has no column {unknown}; it has {list(columns)}")
    typed = {}
    for column, dtype in columns.items():
        if column not in frame:
            typed[column] = absent(frame.index, dtype)
        elif dtype == TIME:
            typed[column] = pd.to_datetime(frame[column], utc=True).astype(TIME)
        else:
            typed[column] = frame[column].astype(dtype)
    return pd.DataFrame(typed, index=frame.index, copy=False).reset_index(drop=True)


def join(many: Iterable[Tables]) -> dict[str, pd.DataFrame]:
    """The rows of all `many`, table by table."""
    every = list(many)
    joined = {}
    for name in NAMES:
        given = [tables[name] for tables in every if name in tables]
        frames = [frame for frame in given if len(frame)] or given[:1]
        if len(frames) == 1:
            joined[name] = frames[0].reset_index(drop=True)  # concat would copy it
        else:
            joined[name] = pd.concat(frames, ignore_index=True) if frames else empty(name)
    return joined


def creator_key(frame: pd.DataFrame) -> pd.Series:
    """`platform/handle`, the handle in lower case: the name of a creator's account everywhere."""
    platform = frame["platform"].fillna("unknown")
    return (platform + "/" + frame["handle"].str.lower()).rename("creator")


def of_creator(frame: pd.DataFrame, creator: str) -> pd.DataFrame:
    """The rows of `frame` about one creator, named as `creator_key` does."""
    return frame[creator_key(frame) == creator].reset_index(drop=True)


def follower_lists(follows: pd.DataFrame, owners: Mapping[str, str | None]) -> pd.DataFrame:
    """The rows of `follows` that belong to a list of followers, with its name as column `list`.

    `owners` says whose export each upload is. Rows that say whom the owner follows are left out;
    a list is named `handle (Platform)`, and `unnamed (Platform)` where the export does not say:
    `unnamed 1 (Platform)`, `unnamed 2 (Platform)` for several of one platform.
    """
    owner = follows["upload_id"].map(dict(owners)).astype(TEXT).str.lower()
    following = follows["follower"].isna() | (follows["follower"].str.lower() == owner)
    rows = follows[~following]
    network = rows["platform"].fillna("unknown network")
    name = rows["handle"].str.lower().fillna(_unnamed(rows, network))
    return rows.assign(list=name + " (" + network.map(PLATFORMS).fillna(network) + ")")


def _unnamed(rows: pd.DataFrame, network: pd.Series) -> pd.Series:
    """What to call the lists of `rows` that say no name: by number where an upload is not alone."""
    silent = rows["handle"].isna()
    lists = pd.DataFrame({"network": network[silent], "upload_id": rows.loc[silent, "upload_id"]})
    each = lists.drop_duplicates()
    number = " " + (each.groupby("network").cumcount() + 1).astype(TEXT)
    several = each.groupby("network")["network"].transform("size") > 1
    each = each.assign(called="unnamed" + number.where(several, ""))
    called = lists.merge(each, on=["network", "upload_id"], how="left")["called"]
    return called.set_axis(lists.index)


def current(accounts: pd.DataFrame) -> pd.DataFrame:
    """One row an account: the newest known value of each column, all sources considered.

    The currency is that of the row which gave the price, null where that row names none.

    Adds `creator` (platform/handle), `sources` (rows seen), `disputed` (columns on which the
    sources differ, comma-separated, null when they agree). `found_via` keeps every way, in order.
    """
    rows = accounts.dropna(subset=["handle"]).assign(creator=creator_key)
    rows = rows.sort_values("seen_at", na_position="first", kind="stable")
    if rows["gift_only"].any():  # who asks a price later is no gift any more
        paid = rows["gift_only"].isna() & (rows["price"] > 0)
        rows = rows.assign(gift_only=rows["gift_only"].mask(paid, False))
    groups = rows.groupby("creator", sort=False)
    newest = groups.last()  # the last value that is not null, column by column
    newest["currency"] = _of_price(rows, newest)
    counts = groups.size()
    ways = rows.loc[:, ["creator", "found_via"]].dropna().drop_duplicates()
    ways = ways[ways["creator"].isin(counts.index[counts > 1])]
    joined = ways.groupby("creator")["found_via"].agg(", ".join).astype(TEXT)
    newest["found_via"] = joined.reindex(newest.index).fillna(newest["found_via"])
    differ = groups[list(_DISPUTABLE)].nunique() > 1
    words = pd.Series("", index=newest.index, dtype=TEXT)
    for column in _DISPUTABLE:
        words = words.where(~differ[column], words + ", " + column)
    newest["disputed"] = words.str.removeprefix(", ").replace("", None)
    newest["sources"] = counts
    return newest.reset_index()


def _of_price(rows: pd.DataFrame, newest: pd.DataFrame) -> pd.Series:
    """The currency beside the newest price; where no price is known, the newest one named."""
    priced = rows[rows["price"].notna()].drop_duplicates("creator", keep="last")
    beside = priced.set_index("creator")["currency"].reindex(newest.index)
    return newest["currency"].where(newest["price"].isna(), beside)
