"""A plan under side limits: at once with its bound, and better as long as one goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.dive import dived, keeps
from core.budget.menu import Whole
from core.budget.moves import moved
from core.budget.relaxation import Relaxation
from core.budget.whole import Room, search

_TO_FIND: Final = 50_000  # nodes to look for any plan at all
_LONG: Final = 100_000  # entries with which a dive takes seconds
_DUST: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Effort:
    """How wide to search (alternatives; None: all that could matter), how long, how closely."""

    width: int | None = None
    nodes: int | None = None
    close: float = 0.0


TO_THE_END: Final = Effort()
_EFFORTS: Final = (
    Effort(width=150, nodes=50),
    Effort(width=1_500, nodes=50),
    Effort(width=6_000, nodes=50),
    Effort(width=25_000, nodes=50),
    Effort(nodes=20),
    Effort(nodes=500),
    Effort(nodes=5_000),
    Effort(nodes=50_000),
    TO_THE_END,
)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Entries of the relaxation's menu that keep all limits, and a bound on what any bring."""

    entries: Whole
    value: float
    limit: float

    @property
    def gap(self) -> float:
        """Share of the bound that may still be missing."""
        return (self.limit - self.value) / self.limit if self.limit > 0 else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Nothing:
    """No entries keep all limits; `proven` False where the search was given up."""

    proven: bool


def begin(
    relaxation: Relaxation,
    spend: int,
    before: Whole | None = None,
    close: float = 0.0,
    patient: bool = True,
) -> tuple[Step, Bound] | Nothing:
    """A first plan for `spend` cents and its bound; changes of two creators mend and better it.

    `before` is a plan for less money. A gap of the share `close` is small enough. Without one that
    changes and dives lead to it is searched for, if `patient`.
    """
    prices = relaxation.solve(spend)
    if prices is None:
        return Nothing(proven=True)
    relaxed = relaxation.bound(prices)
    entries = moved(relaxation, relaxed, relaxed.entries, close)
    if entries is None:
        found = before if before is not None else _any(relaxation, relaxed, patient)
        if isinstance(found, Nothing):
            return found
        better = moved(relaxation, relaxed, found, close)
        entries = found if better is None else better
    value = float(relaxation.menu.value[entries].sum())
    return Step(entries, value, max(value, relaxed.value)), relaxed


def _any(relaxation: Relaxation, relaxed: Bound, patient: bool) -> Whole | Nothing:
    """Any entries that keep the limits: by diving, then by search, at last among all entries."""
    if not patient and len(relaxation.menu.value) > _LONG:
        return Nothing(proven=False)
    dive = dived(relaxation)
    if dive is not None and keeps(relaxation, dive):
        return dive
    if not patient:
        return Nothing(proven=False)
    few = np.sort(relaxation.columns)
    everything = np.arange(len(relaxation.menu.value))
    none = np.empty(0, np.int64)
    for entries, nodes in ((few, 200), (everything, _TO_FIND)):
        room = Room(entries, none, none, relaxed.value)
        found = search(relaxation, room, None, nodes, any_will_do=True)
        if found.entries is not None:
            return found.entries
    return Nothing(proven=found.ended)


def improved(
    relaxation: Relaxation,
    relaxed: Bound,
    step: Step,
    effort: Effort,
    stopped: Callable[[], bool] = lambda: False,
) -> Step:
    """`step` after a search of so much `effort`; proven best where that went to the end."""
    dust = _DUST * max(abs(relaxed.value), 1e-300)
    gap = relaxed.value - step.value + dust
    width = effort.width
    if width is None or int((relaxed.loss < gap).sum()) <= width:
        room, width = Room.of(relaxation, relaxed, gap, step.entries), None
    else:
        room = Room.near(relaxed, width, step.entries)
    found = search(relaxation, room, step.entries, effort.nodes, effort.close, stopped)
    entries, value = step.entries, step.value
    if found.entries is not None:
        again = float(relaxation.menu.value[found.entries].sum())
        if again > value:
            entries, value = found.entries, again
    if width is not None:
        limit = step.limit
    elif found.ended:
        limit = value
    else:
        limit = min(step.limit, max(value, found.limit))
    return Step(entries, value, limit)


def steps(
    relaxation: Relaxation,
    relaxed: Bound,
    first: Step,
    close: float,
    stopped: Callable[[], bool],
) -> Iterator[Step]:
    """Better and better, the search wider and longer each time, to the end unless `stopped`."""
    step = first
    for effort in _EFFORTS:
        if stopped():
            return
        step = improved(relaxation, relaxed, step, replace(effort, close=close), stopped)
        yield step
