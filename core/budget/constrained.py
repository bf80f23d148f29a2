"""A plan under side limits: at once with its bound, and better as long as one goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.dive import dived, keeps
from core.budget.menu import Menu, Whole
from core.budget.moves import moved
from core.budget.relaxation import Relaxation
from core.budget.whole import Room, search

_NODES: Final = (20, 200, 1_000, 5_000, 25_000, 125_000, 625_000, None)
_TO_FIND: Final = 50_000  # nodes to look for any plan at all
_DUST: Final = 1e-9


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


def begin(relaxation: Relaxation, spend: int) -> tuple[Step, Bound] | Nothing:
    """A first plan for `spend` cents, made better by changes of two creators, and its bound."""
    prices = relaxation.solve(spend)
    if prices is None:
        return Nothing(proven=True)
    relaxed = relaxation.bound(prices)
    entries = dived(relaxation)
    if entries is None or not keeps(relaxation, entries):
        found = _any(relaxation, relaxed)
        if isinstance(found, Nothing):
            return found
        entries = found
    entries = moved(relaxation, relaxed, entries)
    value = float(relaxation.menu.value[entries].sum())
    return Step(entries, value, max(value, relaxed.value)), relaxed


def _any(relaxation: Relaxation, relaxed: Bound) -> Whole | Nothing:
    """Any entries that keep the limits: first among those the program knows, then among all."""
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
    nodes: int | None,
    stopped: Callable[[], bool],
) -> tuple[Step, bool]:
    """`step` after a search of so many nodes (None: to the end), and whether that was the end."""
    dust = _DUST * max(abs(relaxed.value), 1e-300)
    gap = relaxed.value - step.value + dust
    room = Room.of(relaxation, relaxed, gap)
    found = search(relaxation, room, step.entries, nodes, stopped)
    entries, value = step.entries, step.value
    if found.entries is not None:
        again = float(relaxation.menu.value[found.entries].sum())
        if again > value:
            entries, value = found.entries, again
    limit = value if found.ended else min(step.limit, max(value, found.limit))
    return Step(entries, value, limit), found.ended


def steps(
    relaxation: Relaxation, relaxed: Bound, first: Step, stopped: Callable[[], bool]
) -> Iterator[Step]:
    """Better and better, the search longer each time, until it is proven or `stopped`."""
    step = first
    for nodes in _NODES:
        if stopped():
            return
        step, ended = improved(relaxation, relaxed, step, nodes, stopped)
        yield step
        if ended:
            return
