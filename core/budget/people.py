"""How many different people a plan reaches: never a bare sum of followers.

One creator's pieces are seen by the share p of the F followers each, independently: together by
F × (1 − (1 − p)^pieces) people. Of creator i's followers the share o follows j as well, and of
those j has reached q already, so i adds 1 − o × q of its people. Where both follower lists are
here, o is counted; elsewhere it is assumed. Nobody publishes how far small creators' followers
overlap, so the assumption is ours and wide.
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.budget.assumptions import with_middle
from core.budget.outcomes import Outcome, outcome
from core.errors import MicroscopeError
from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric

_Real = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The share of one creator's followers who follow another one too: low, typical, high."""

    low: float = 0.0
    typical: float = 0.02
    high: float = 0.1

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.typical <= self.high <= 1:
            raise MicroscopeError(
                f"An overlap of {self.low:.0%} to {self.high:.0%} cannot be used.",
                "Give shares from 0% to 100%, the low one first.",
            )

    @classmethod
    def between(cls, low: float, high: float) -> Self:
        """From `low` to `high`, the typical share between them."""
        return cls(*with_middle(low, high))


ASSUMED: Final = Overlap()


def different(
    chosen: pd.DataFrame,
    reach: Outcome | None,
    overlap: Overlap = ASSUMED,
    counted: pd.DataFrame | None = None,
) -> Estimate:
    """How many different people the lines of `chosen` reach; unknown where a line's reach is.

    `chosen` has creator, count, followers, people_reached; `reach` is the outcome of
    people_reached. `counted` has first, second (creators), share_of_first and share_of_second of
    the pairs whose follower lists are here. The range joins that of the reach with the overlap's.
    n = pairs that were counted.
    """
    lines = chosen.dropna(subset=["people_reached", "followers"])
    if len(lines) < len(chosen) or lines.empty or reach is None or not reach.estimate.value:
        return Estimate(None)
    size, people = _of_each(lines)
    order = np.argsort(-people, kind="stable")
    creators = lines["creator"].to_numpy(dtype=object)[order]
    ends = []
    for share in (overlap.high, overlap.typical, overlap.low):
        known, pairs = _shares(creators, share, counted)
        ends.append(_together(size[order], people[order], known))
    total = reach.estimate
    low, high = (
        1.0 if end is None else end / float(total.value or 1.0) for end in (total.low, total.high)
    )
    return Estimate(ends[1], ends[0] * low, ends[2] * high, pairs)


def reach(chosen: pd.DataFrame, offered: pd.DataFrame) -> Outcome | None:
    """The outcome of people reached of the lines `chosen`, out of the options `offered` for it.

    None where one of the lines has no reach.
    """
    lines = chosen[["creator", "option"]].merge(offered, on=["creator", "option"], how="inner")
    return outcome(lines) if len(lines) == len(chosen) else None


def _of_each(lines: pd.DataFrame) -> tuple[_Real, _Real]:
    """Followers and different people of each line; who is seen by more than follow has those."""
    pieces = lines["count"].to_numpy(np.float64)
    a_piece = lines["people_reached"].to_numpy(np.float64) / pieces
    size = np.maximum(lines["followers"].to_numpy(np.float64), a_piece)
    share = np.divide(a_piece, size, out=np.zeros_like(size), where=size > 0)
    return size, size * (1 - (1 - share) ** pieces)


def _shares(
    creators: npt.NDArray[np.object_], assumed: float, counted: pd.DataFrame | None
) -> tuple[_Real, int]:
    """The share of each creator's followers (row) who follow each other one (column)."""
    shares = np.full((len(creators), len(creators)), assumed, dtype=np.float64)
    if counted is None or counted.empty:
        return shares, 0
    place = pd.Series(np.arange(len(creators)), index=pd.Index(creators))
    place = place[~place.index.duplicated()]
    both = counted[counted["first"].isin(place.index) & counted["second"].isin(place.index)]
    first, second = (place[both[name]].to_numpy() for name in ("first", "second"))
    shares[first, second] = both["share_of_first"].fillna(0.0)
    shares[second, first] = both["share_of_second"].fillna(0.0)
    return shares, len(both)


def _together(size: _Real, people: _Real, shares: _Real) -> float:
    """People of all, the largest first, each less those that the ones before have reached."""
    reached = np.divide(people, size, out=np.zeros_like(size), where=size > 0)
    met = np.tril(shares * reached[None, :], k=-1)
    return float((people * np.prod(1 - met, axis=1)).sum())


def number(
    chosen: pd.DataFrame,
    reach: Outcome | None,
    writing: Writing,
    overlap: Overlap = ASSUMED,
    counted: pd.DataFrame | None = None,
) -> Number:
    """different_people with its passport."""
    estimate = different(chosen, reach, overlap, counted)
    words = metric("different_people")
    if estimate.value is None or reach is None:
        return Number(words, estimate, note="The reach of some lines is unknown.")
    seen = writing.number(reach.estimate.value)
    span = writing.span(overlap.low, overlap.high, "share")
    lines = len(chosen)
    pairs = lines * (lines - 1) // 2
    return Number(
        words,
        estimate,
        f"{seen} times seen, less people who see it twice = {writing.number(estimate.value)}",
        (
            Input("Pairs of creators whose lists were counted", f"{estimate.n} of {pairs}"),
            Input(
                "Followers that two creators share, assumed elsewhere",
                f"{writing.share(overlap.typical)} ({span})",
            ),
        ),
        note="The assumed overlap is ours; nobody publishes it for small creators. "
        "Follower lists of both replace it by a count.",
    )
