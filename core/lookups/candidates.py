"""Of thousands of names without numbers: whom to look up first, and why."""

from typing import Final

import pandas as pd

from core.lookups.desk import settled
from core.lookups.terms import every

RULE: Final = (
    "3 points for each further follower list a name is in, 2 for each comment of theirs (3 comments"
    " at the most), 2 for being found by a hashtag or search, 1 for a name that sounds like a"
    " business or a maker. Equal points: whoever followed last comes first."
)
_LIST, _COMMENT, _SEARCH, _BUSINESS = 3, 2, 2, 1
_MOST_COMMENTS: Final = 3
_SEARCHED: Final = "hashtag or location search"
_WORDS: Final = (
    r"(?i)(?:^|[^a-z])(?:shop|store|studio|atelier|boutique|cafe|café|coffee|tea|bakery|kitchen|"
    r"design|designs|handmade|made|makes|photo|photography|art|artist|blog|official|eats|travels?|"
    r"yoga|fit|beauty|style|home|garden|books?|reads|writes|craft|crafts|pottery|ceramics|knits?|"
    r"music|films?|tv|podcast|magazine|co|hq|ug|gmbh|ltd)(?:$|[^a-z])"
)
COLUMNS: Final = (
    "platform",
    "handle",
    "points",
    "lists",
    "comments",
    "searched",
    "business",
    "followed_at",
)


def queue(
    followers: pd.DataFrame, accounts: pd.DataFrame, comments: pd.DataFrame, tried: pd.DataFrame
) -> pd.DataFrame:
    """One row a name without numbers on a network that can be asked, the most promising first.

    `followers` has a row a follower of a list (platform, follower, list, followed_at), `tried` a
    row a handle ever looked up. Names whose counts are known, or that were looked up, are left out.
    """
    people = _followers(followers)
    people = people.join(_unnumbered(accounts), how="outer")
    people = people.join(_comments(comments), how="left")
    people[["lists", "comments"]] = people[["lists", "comments"]].fillna(0)
    people["searched"] = people["searched"].fillna(False).astype(bool)
    people = people[~people.index.isin(_done(accounts, tried))].reset_index()
    people = people[people["platform"].isin(list(every()))]
    people["business"] = people["handle"].str.contains(_WORDS)
    people["points"] = (
        _LIST * (people["lists"] - 1).clip(lower=0)
        + _COMMENT * people["comments"].clip(upper=_MOST_COMMENTS)
        + _SEARCH * people["searched"]
        + _BUSINESS * people["business"]
    ).astype("int64")
    ordered = people.sort_values(
        ["points", "followed_at", "handle"], ascending=[False, False, True], na_position="last"
    )
    return ordered[list(COLUMNS)].reset_index(drop=True)


def left_today(platform: str, used_units: float) -> int:
    """How many accounts of `platform` the day's allowance still has room for."""
    terms = every()[platform]
    each = terms.calls_per_account + terms.calls_per_batch / terms.batch
    return max(int(terms.daily_accounts - used_units / each), 0)


def _key(frame: pd.DataFrame, handle: str) -> pd.DataFrame:
    """`frame` by (platform, handle in lower case)."""
    named = frame.dropna(subset=["platform", handle])
    return named.assign(handle=named[handle].str.lower()).set_index(["platform", "handle"])


def _followers(followers: pd.DataFrame) -> pd.DataFrame:
    groups = _key(followers.drop(columns="handle"), "follower").groupby(level=[0, 1])
    return groups.agg(lists=("list", "nunique"), followed_at=("followed_at", "max"))


def _unnumbered(accounts: pd.DataFrame) -> pd.DataFrame:
    unknown = accounts[accounts["followers"].isna()]
    searched = (unknown["found_via"] == _SEARCHED).astype(bool)
    return (
        _key(unknown.assign(searched=searched), "handle").groupby(level=[0, 1])[["searched"]].max()
    )


def _comments(comments: pd.DataFrame) -> pd.DataFrame:
    named = _key(comments.drop(columns="handle"), "author")
    return named.groupby(level=[0, 1]).size().rename("comments").to_frame()


def _done(accounts: pd.DataFrame, tried: pd.DataFrame) -> pd.MultiIndex:
    """Whose counts are known, and who was looked up already."""
    known = _key(accounts[accounts["followers"].notna()], "handle").index
    over = _key(tried[tried["state"].map(settled).astype(bool)], "handle").index
    return known.union(over)
