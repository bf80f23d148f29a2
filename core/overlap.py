"""Follower lists against each other: how many different people, and who is in two lists at once.

Exact sets, no sketches. A person is one follower name on one platform; the same name on two
platforms counts as two people, because it may well be two.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.locale import Writing

_TRIED: Final = 12  # lists of which every choice is tried
_SURELY: Final = 0.63  # 1 − 1 ÷ e, rounded down: what taking the best next one reaches at least

Codes = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Lists:
    names: list[str]
    followers: list[Codes]  # of each list, people as numbers without repeats
    people: int


def unique_reach(follows: pd.DataFrame, handles: Iterable[str]) -> pd.DataFrame:
    """handle, followers, added, total: the order in which each next list adds the most new people.

    `added` are people that no list before it has, `total` all so far. Best-first choice; among
    equals the one named first in `handles`. Handles match in any case; a handle without a list
    adds 0. The first k reach at least 63 % of what the best k lists could (greedy on a union).
    """
    lists = _lists(follows, handles)
    seen = np.zeros(lists.people, dtype=bool)
    waiting = [(-len(one), place) for place, one in enumerate(lists.followers)]
    heapq.heapify(waiting)
    chosen: list[tuple[str, int, int]] = []
    while waiting:
        _, place = heapq.heappop(waiting)
        added = int(np.count_nonzero(~seen[lists.followers[place]]))
        # A list can only add less as others join; a stale promise goes back into the queue.
        if waiting and (-added, place) > waiting[0]:
            heapq.heappush(waiting, (-added, place))
            continue
        seen[lists.followers[place]] = True
        chosen.append((lists.names[place], len(lists.followers[place]), added))
    frame = pd.DataFrame(chosen, columns=["handle", "followers", "added"])
    frame = frame.astype({"handle": "str", "followers": "int64", "added": "int64"})
    return frame.assign(total=frame["added"].cumsum())


def pairs(follows: pd.DataFrame, handles: Iterable[str]) -> pd.DataFrame:
    """first, second, shared, share_of_first, share_of_second: people in both lists, most first.

    Each pair once, in the order of `handles`; the shares are fractions, null for an empty list.
    """
    lists = _lists(follows, handles)
    sizes = np.array([len(one) for one in lists.followers], dtype=float)
    members = np.concatenate([*lists.followers, np.array([], dtype=np.intp)])
    owners = np.repeat(np.arange(len(sizes)), sizes.astype(int))
    rows: list[tuple[int, int, int]] = []
    for place, followers in enumerate(lists.followers):
        here = np.zeros(lists.people, dtype=bool)
        here[followers] = True
        shared = np.bincount(owners[here[members]], minlength=len(sizes))
        rows += [(place, other, int(shared[other])) for other in range(place + 1, len(sizes))]
    frame = pd.DataFrame(rows, columns=["first", "second", "shared"], dtype="int64")
    size = pd.Series(sizes).replace(0.0, np.nan)
    names = pd.Series(lists.names, dtype="str")
    frame = frame.assign(
        share_of_first=frame["shared"] / frame["first"].map(size),
        share_of_second=frame["shared"] / frame["second"].map(size),
        first=frame["first"].map(names),
        second=frame["second"].map(names),
    )
    return frame.sort_values("shared", ascending=False, kind="stable", ignore_index=True)


def combinations(follows: pd.DataFrame, handles: Iterable[str]) -> pd.DataFrame:
    """place, handle, people: who follows exactly these lists and no other of `handles`.

    One row for each list of a combination, the combinations numbered by `place` from the largest
    (0); `people` counts the combination and is the same on all of its rows. At most 62 lists.
    """
    lists = _lists(follows, handles)
    kinds, people = _kinds(lists)
    order = np.lexsort((kinds, -people))
    member = (kinds[order, None] >> np.arange(len(lists.names))) & 1
    place, handle = np.nonzero(member)
    names = pd.Series(lists.names, dtype="str")
    return pd.DataFrame(
        {
            "place": place,
            "handle": names.reindex(handle).to_numpy(),
            "people": people[order][place],
        }
    ).astype({"place": "int64", "handle": "str", "people": "int64"})


def best_sets(follows: pd.DataFrame, handles: Iterable[str]) -> pd.DataFrame:
    """lists (1, 2, 3 …), handles, total: the so many lists that most people follow, proven best.

    Every choice is tried; empty where there are more than 12 lists, because 4,096 choices are
    enough to try while somebody waits. Among equals the ones named first in `handles`.
    """
    lists = _lists(follows, handles)
    count = len(lists.names)
    if count > _TRIED:
        return pd.DataFrame(columns=["lists", "handles", "total"])
    kinds, people = _kinds(lists)
    choices = np.arange(1, 2**count)
    total = np.zeros(len(choices), dtype=np.int64)
    for kind, size in zip(kinds, people, strict=True):
        total += size * ((choices & kind) > 0)
    member = (choices[:, None] >> np.arange(count)) & 1
    tried = pd.DataFrame({"lists": member.sum(axis=1), "total": total, "choice": choices})
    best = tried.sort_values(["lists", "total"], ascending=[True, False], kind="stable")
    best = best.drop_duplicates("lists")
    named = [
        tuple(name for place, name in enumerate(lists.names) if choice >> place & 1)
        for choice in best["choice"]
    ]
    return best.assign(handles=named)[["lists", "handles", "total"]].reset_index(drop=True)


def proof(order: pd.DataFrame, best: pd.DataFrame, writing: Writing) -> str:
    """How good the order of `unique_reach` is, beside `best_sets`, in one sentence."""
    if best.empty:
        return (
            "Each list is the one that adds most; any first few reach at least"
            f" {writing.share(_SURELY)} of what the best choice of as many could."
        )
    behind = best["total"].to_numpy() - order["total"].to_numpy()[: len(best)]
    if (behind <= 0).all():
        return "Every choice was tried: no other first few lists reach more people."
    row = best.iloc[int(behind.argmax())]
    return (
        f"Every choice was tried: the best {row['lists']} lists are {' and '.join(row['handles'])},"
        f" {writing.number(behind.max())} more people than the first {row['lists']} here."
    )


def _kinds(lists: _Lists) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.intp]]:
    """Which lists people follow, one bit a list, and how many people follow exactly these."""
    marks = np.zeros(lists.people, dtype=np.int64)
    for number, followers in enumerate(lists.followers):
        marks[followers] |= np.int64(1) << np.int64(number)
    return np.unique(marks[marks > 0], return_counts=True)


def _lists(follows: pd.DataFrame, handles: Iterable[str]) -> _Lists:
    names = list(dict.fromkeys(handles))
    known = follows[follows["follower"].notna() & follows["handle"].notna()]
    owner = known["handle"].str.lower()
    wanted = list(dict.fromkeys(name.lower() for name in names))
    here = owner.isin(wanted)
    known, owner = known[here], owner[here]
    person = known["platform"].fillna("") + "/" + known["follower"].str.lower()
    codes, people = pd.factorize(person)
    by_owner = pd.Series(codes).groupby(owner.to_numpy()).unique()
    none = np.array([], dtype=np.intp)
    followers = [np.asarray(by_owner.get(name.lower(), none), dtype=np.intp) for name in names]
    return _Lists(names, followers, len(people))
