"""A good plan made better by changing two creators at a time, until no such change helps."""

from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.menu import Menu, Real, Whole

_ROUNDS: Final = 40
_LOOKED_AT: Final = 4_000  # changes of which all pairs are looked at
_NONE: Final = -1


def swapped(menu: Menu, relaxed: Bound, entries: Whole, spend: int, close: float = 0.0) -> Whole:
    """`entries` after the best change of one or two creators, again and again.

    It ends where nothing helps, or where the bound is within the share `close`.
    A change whose loss exceeds the distance to the bound is in no better plan and is not tried.
    """
    group = menu.group
    taken = np.full(len(menu.starts), _NONE, np.int64)
    taken[group[entries]] = entries
    for _ in range(_ROUNDS):
        held = taken[taken != _NONE]
        gap = relaxed.value - float(menu.value[held].sum())
        if gap <= close * relaxed.value:
            break
        change, owner = _changes(relaxed, group, taken, gap)
        slack = spend - int(menu.cost[held].sum())
        free = menu.seats - int(menu.seat[held].sum())
        cost, value, seat = (
            np.append(_of(column, change) - _of(column, taken[owner]), 0)
            for column in (menu.cost, menu.value, menu.seat)
        )
        pair = _best_pair(cost, value, seat, np.append(owner, _NONE), slack, free)
        moved = pair[pair < len(change)]
        if not len(moved):
            break
        taken[owner[moved]] = change[moved]
    return np.sort(taken[taken != _NONE])


def _changes(relaxed: Bound, group: Whole, taken: Whole, gap: float) -> tuple[Whole, Whole]:
    """Entries that could come in, and "nothing" for those who could go, each with the creator.

    Of many those that lose least by the bound.
    """
    come = np.flatnonzero(relaxed.loss < gap)
    come = come[taken[group[come]] != come]
    go = np.flatnonzero((taken != _NONE) & (relaxed.loss_none < gap))
    change = np.concatenate([come, np.full(len(go), _NONE)])
    owner = np.concatenate([group[come], go])
    if len(change) <= _LOOKED_AT:
        return change, owner
    held = taken[owner]
    lost = np.where(held == _NONE, relaxed.loss_none[owner], relaxed.loss[held])
    loss = np.concatenate([relaxed.loss[come], relaxed.loss_none[go]]) - lost
    near = np.argpartition(loss, _LOOKED_AT)[:_LOOKED_AT]
    return change[near], owner[near]


def _of(column: Whole | Real, entries: Whole) -> Whole | Real:
    return np.where(entries == _NONE, 0, column[entries])


def _best_pair(cost: Whole, value: Real, seat: Whole, owner: Whole, slack: int, free: int) -> Whole:
    """The two changes that together fit and add most; the last "change" is none at all.

    For every first change the best second one is the best among the cheap enough: one look-up in
    a list sorted by cost. Two changes of one creator exclude each other.
    """
    most, best = 1e-9 * max(1.0, float(np.abs(value).max())), np.empty(0, np.int64)
    for seats in (-1, 0, 1) if seat.any() else (0,):
        second = np.flatnonzero(seat == seats)
        if not len(second):
            continue
        second = second[np.argsort(cost[second], kind="stable")]
        ahead = np.maximum.accumulate(value[second])
        fresh = np.append(True, ahead[1:] > ahead[:-1])
        top = second[np.maximum.accumulate(np.where(fresh, np.arange(len(second)), 0))]
        reach = np.searchsorted(cost[second], slack - cost, side="right") - 1
        partner = top[np.maximum(reach, 0)]
        fits = (reach >= 0) & (seat + seats <= free) & (owner != owner[partner])
        gain = np.where(fits, value + value[partner], -np.inf)
        first = int(gain.argmax())
        if gain[first] > most:
            most, best = float(gain[first]), np.array([first, partner[first]])
    return best
