"""Ids that a brand gives people itself, and the handles behind them.

One table names the people, others count on its ids; where both are known the id becomes a handle.
"""

from collections.abc import Collection, Mapping
from typing import Final

import pandas as pd

_BY_PEOPLE: Final = ("accounts", "posts", "deals")
_NOBODY: Final = pd.DataFrame(columns=["id", "platform", "handle"], dtype="str")


def nobody() -> pd.DataFrame:
    """Ids of nobody: id, platform, handle, all text."""
    return _NOBODY.copy(deep=False)


def named(
    tables: Mapping[str, pd.DataFrame], waiting: Collection[str], known: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """The tidy tables with those of the `waiting` ids that stand for one account by `known` (id,
    platform, handle) replaced by it.

    Rows that name another network stay on it, but for deals: a deal is the account's, wherever the
    order came from; a post stands where it stands.
    """
    theirs = known[known["id"].isin(list(waiting))]
    filled = {
        name: _filled(tables[name], theirs, moved=name == "deals")
        for name in _BY_PEOPLE
        if name in tables
    }
    return {**tables, **filled}


def _filled(frame: pd.DataFrame, known: pd.DataFrame, *, moved: bool) -> pd.DataFrame:
    if not len(frame) or not len(known):
        return frame
    known = known.drop_duplicates(["id", "platform", "handle"])
    alone = known.drop_duplicates("id", keep=False).set_index("id")
    exact = known.drop_duplicates(["id", "platform"], keep=False).set_index(["id", "platform"])
    keys = pd.MultiIndex.from_frame(frame[["handle", "platform"]])
    there = pd.Series(exact["handle"].reindex(keys).to_numpy(), frame.index, dtype="str")
    handle = there.fillna(frame["handle"].map(alone["handle"]))
    network, said = frame["handle"].map(alone["platform"]), frame["platform"]
    return frame.assign(
        platform=network.fillna(said) if moved else said.fillna(network),
        handle=handle.fillna(frame["handle"]),
    )
