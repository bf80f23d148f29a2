"""One row an account that anything is known about, before any of it is judged."""

from collections.abc import Collection
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import figures, tables

MOST: Final = 1e12  # more than a hundred times everybody alive: ids and slips of the key

_KEY: Final = ("platform", "handle")
_COUNTS: Final = (
    "followers",
    "following",
    "posts",
    "avg_likes",
    "avg_comments",
    "avg_views",
    "price",
)


def rows(found: tables.Tables, tier_scheme: str, own: Collection[str] = ()) -> pd.DataFrame:
    """The newest of each account, accounts known only by their posts among them.

    `own` are the brand's handles in lower case: they are left out, and who follows them is found
    via the own followers too. Adds `tier` (ordered category) and `follows_since`: when the account
    began to follow the brand (anybody whose list is here where `own` is empty), null where unknown.
    """
    accounts = found.get("accounts", tables.empty("accounts"))
    current = known(accounts, found.get("posts", tables.empty("posts")))
    follows = found.get("follows", tables.empty("follows"))
    if own:
        current = current[~current["handle"].str.lower().isin(own)].reset_index(drop=True)
        follows = follows[follows["handle"].str.lower().isin(own)]
    place = _place_of_followers(current, follows)
    return current.assign(
        tier=figures.tier(current["followers"], tier_scheme),
        follows_since=_follows_since(current, follows, place),
        found_via=_found_via(current, place) if own else current["found_via"],
    )


def known(accounts: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    """tables.current over `accounts` and over those that only `posts` name.

    Counts below 0 or beyond `MOST` are no counts: they are unknown here.
    """
    current = tables.current(_with_posters(accounts, posts))
    counts = {name: counted(current[name]) for name in _COUNTS}
    return current.assign(**counts)


def counted(values: pd.Series) -> pd.Series:
    """`values` where they can be a count: from 0 to `MOST`."""
    return values.where(values.between(0, MOST))


def conformed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """`frame` as table `name`: columns that the table does not have are left out."""
    columns = tables.COLUMNS[name]
    if list(frame.columns) == list(columns):
        return frame
    return tables.conform(frame[[column for column in frame if column in columns]], name)


def _with_posters(accounts: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    if posts.empty:
        return accounts
    rows, posters = pd.factorize(tables.creator_key(posts))
    # Looked up in an index: on Arrow strings `isin` takes forty times as long.
    new = pd.Index(tables.creator_key(accounts).unique()).get_indexer(posters) < 0
    if not new.any():
        return accounts
    first = pd.Series(rows).drop_duplicates()
    first = first[first.ge(0) & new[first]]
    added = tables.conform(posts.iloc[first.index][list(_KEY)], "accounts")
    return pd.concat([accounts, added], ignore_index=True)


def _place_of_followers(current: pd.DataFrame, follows: pd.DataFrame) -> npt.NDArray[np.intp]:
    """For each row of `follows` the place of its follower in `current`, -1 where it has none."""
    followers = tables.creator_key(follows[["platform", "follower"]].set_axis(list(_KEY), axis=1))
    return pd.Index(current["creator"]).get_indexer(followers)


def _found_via(current: pd.DataFrame, place: npt.NDArray[np.intp]) -> pd.Series:
    follower = np.zeros(len(current), dtype=bool)
    follower[place[place >= 0]] = True
    ways = current["found_via"].fillna("")
    new = follower & ~ways.str.contains(tables.OWN_FOLLOWERS, regex=False)
    joined = (ways + ", " + tables.OWN_FOLLOWERS).str.removeprefix(", ")
    return current["found_via"].mask(new, joined)


def _follows_since(
    current: pd.DataFrame, follows: pd.DataFrame, place: npt.NDArray[np.intp]
) -> pd.Series:
    if follows.empty or current.empty:
        return pd.Series(pd.NaT, index=current.index, dtype=tables.TIME)
    first = follows["followed_at"].groupby(place).min()
    return first.reindex(range(len(current))).set_axis(current.index).astype(tables.TIME)
