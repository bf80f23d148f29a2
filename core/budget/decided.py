"""One large step decided: the bound without it, where no plan with it can be better.

The bound buys one creator's step from an entry to a dearer one only in part. Either that creator
gets no more than the cheaper entry, or more: two bounds, both lower. Where the second is below a
plan that is known, only the first is left, and with it a lower bound and a smaller menu.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from core.budget.bound import Bound, bound
from core.budget.menu import Menu, Whole

_ROUNDS: Final = 8
_TIE: Final = 1e-9  # share of the bound under which an entry is as good as the one taken


def decided(
    menu: Menu, relaxed: Bound, entries: Whole, spend: int, close: float
) -> tuple[Menu, Bound, Whole]:
    """A part of `menu` that holds every plan better than `entries`, with its bound and `entries`.

    Stops when the bound is within the share `close` of the best plan, or when both ways are open.
    """
    for _ in range(_ROUNDS):
        value = float(menu.value[entries].sum())
        step = _step(menu, relaxed)
        if step is None or relaxed.value - value <= close * relaxed.value:
            break
        less, more = step
        if more[entries].any():  # the best plan so far is one of those with it
            break
        kept = ~more
        below = menu.keep(kept)
        lower = bound(below, spend)
        found = float(below.value[lower.entries].sum())
        if _most(menu, less, more, spend) >= max(value, found):
            break
        entries = lower.entries if found > value else (np.cumsum(kept) - 1)[entries]
        menu, relaxed = below, replace(lower, value=min(lower.value, relaxed.value))
    return menu, relaxed, entries


def _step(menu: Menu, relaxed: Bound) -> tuple[np.ndarray, np.ndarray] | None:
    """Entries of the one creator whom the bound buys in part: up to the cheaper one, and above."""
    group = menu.group
    tied = relaxed.loss <= _TIE * relaxed.value
    tied[relaxed.entries] = False
    if not tied.any():
        return None
    dearest = int(np.flatnonzero(tied)[menu.cost[tied].argmax()])
    own = group == group[dearest]
    held = relaxed.entries[group[relaxed.entries] == group[dearest]]
    floor = int(menu.cost[held].max()) if len(held) else -1
    if menu.cost[dearest] <= floor:
        return None
    return own & (menu.cost <= floor), own & (menu.cost > floor)


def _most(menu: Menu, less: np.ndarray, more: np.ndarray, spend: int) -> float:
    """A bound on the plans in which that creator gets one of the entries `more`."""
    first = int(np.flatnonzero(more)[0])
    left = spend - int(menu.cost[first])
    if left < 0:
        return -np.inf
    forced = replace(
        menu,
        cost=np.where(more, menu.cost - menu.cost[first], menu.cost),
        value=np.where(more, menu.value - menu.value[first], menu.value),
        seat=np.where(more, 0, menu.seat),
        seats=max(menu.seats - int(menu.seat[first]), 0),
    ).keep(~less)
    forced = forced.keep(forced.cost <= left)
    return bound(forced, left).value + float(menu.value[first])
