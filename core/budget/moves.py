"""Changing one or two creators of a plan, with every limit in view: to keep them, then for more."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.menu import Real, Whole
from core.budget.relaxation import Relaxation

_ROUNDS: Final = 60
_WIDTH: Final = 320  # changes looked at together: all pairs of them
_LOOKED_AT: Final = 3_000  # changes that may be among them
_WITHIN: Final = 50_000  # entries that may come in at all
_BLOCK: Final = 4_096
_NONE: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Changes:
    """What could come in for what is there: entry or nothing, its creator, and what it changes."""

    entry: Whole
    owner: Whole
    value: Real
    takes: Real  # limits × changes


def moved(
    relaxation: Relaxation, relaxed: Bound, entries: Whole, close: float = 0.0
) -> Whole | None:
    """`entries` after the best change of one or two, until `close` (share) to the bound or none.

    As long as a limit is broken the change that mends most is the best one; None where that fails.
    """
    menu = relaxation.menu
    within = np.sort(_least(relaxed.loss, np.arange(len(relaxed.loss)), _WITHIN))
    taken = np.full(len(relaxation.starts), _NONE, np.int64)
    taken[relaxation.group[entries]] = entries
    for _ in range(_ROUNDS):
        held = taken[taken != _NONE]
        used = relaxation.takes[:, held].sum(axis=1)
        low, high = relaxation.lower - used, relaxation.upper - used
        broken = bool((low > 0).any() or (high < 0).any())
        gap = np.inf if broken else relaxed.value - float(menu.value[held].sum())
        if gap <= close * relaxed.value:
            return np.sort(held)
        changes = _changes(relaxation, relaxed, taken, within, gap)
        if broken:
            best = _mending(changes, low, high, relaxation.scale)
            if not best:
                return None
        else:
            best = _best_pair(changes, low, high)
            if not best:
                return np.sort(held)
        taken[changes.owner[best]] = changes.entry[best]
    return None if broken else np.sort(taken[taken != _NONE])


def _changes(
    relaxation: Relaxation, relaxed: Bound, taken: Whole, within: Whole, gap: float
) -> _Changes:
    """The changes to entries `within` that lose least by the bound, few enough to try all pairs."""
    menu, group = relaxation.menu, relaxation.group
    come = within[relaxed.loss[within] < gap]
    come = come[taken[group[come]] != come]
    go = np.flatnonzero((taken != _NONE) & (relaxed.loss_none < gap))
    entry = np.concatenate([come, np.full(len(go), _NONE)])
    owner = np.concatenate([group[come], go])
    there = taken[owner]
    lost = np.where(there == _NONE, relaxed.loss_none[owner], relaxed.loss[there])
    loss = np.concatenate([relaxed.loss[come], relaxed.loss_none[go]]) - lost
    if len(loss) > _LOOKED_AT:
        near = _least(loss, np.arange(len(loss)), _LOOKED_AT)
        entry, owner, there, loss = entry[near], owner[near], there[near], loss[near]
    takes = _of(relaxation.takes, entry) - _of(relaxation.takes, there)
    near = _nearest(loss, takes)
    entry, owner, there, takes = entry[near], owner[near], there[near], takes[:, near]
    return _Changes(entry, owner, _of(menu.value, entry) - _of(menu.value, there), takes)


def _of(column: np.ndarray, entries: Whole) -> np.ndarray:
    return np.where(entries == _NONE, 0.0, column[..., entries])


def _nearest(loss: Real, takes: Real) -> Whole:
    """The changes that lose least: of all, and of those that raise or lower each single limit."""
    if len(loss) <= _WIDTH:
        return np.arange(len(loss))
    found = [_least(loss, np.arange(len(loss)), _WIDTH // 2)]
    sides = [np.flatnonzero(side) for each in takes for side in (each > 0, each < 0)]
    found += [_least(loss, side, _WIDTH // len(sides)) for side in sides]
    return np.unique(np.concatenate(found))


def _least(loss: Real, among: Whole, count: int) -> Whole:
    if len(among) <= count:
        return among
    return among[np.argpartition(loss[among], count)[:count]]


def _best_pair(changes: _Changes, low: Real, high: Real) -> list[int]:
    """The one or two changes that keep all limits and add most; none where nothing adds."""
    if not len(changes.value):
        return []
    dust = 1e-9 * max(1e-9, float(np.abs(changes.value).max()))
    takes = changes.takes.T
    alone = ((takes >= low) & (takes <= high)).all(axis=1)
    single = np.where(alone, changes.value, -np.inf)
    best, most = [int(single.argmax())], float(single.max())
    first, second = _pairs(changes)
    gain = changes.value[first] + changes.value[second]
    good = np.flatnonzero(gain > max(most, dust))
    order = good[np.argsort(-gain[good], kind="stable")]
    for block in np.array_split(order, len(order) // _BLOCK + 1):  # most stop in the first
        both = takes[first[block]] + takes[second[block]]
        fits = ((both >= low) & (both <= high)).all(axis=1)
        if fits.any():
            hit = block[fits.argmax()]
            return [int(first[hit]), int(second[hit])]
    return best if most > dust else []


def _mending(changes: _Changes, low: Real, high: Real, scale: Real) -> list[int]:
    """The one or two changes after which least is broken (of equals the most valuable)."""
    if not len(changes.value):
        return []
    first, second = _pairs(changes)
    alone = np.arange(len(changes.value))
    left, right = np.concatenate([alone, first]), np.concatenate([alone, second])
    value = changes.value[left] + np.where(left == right, 0.0, changes.value[right])
    broken = np.zeros(len(left))
    for takes, least, most, size in zip(changes.takes, low, high, scale, strict=True):
        both = takes[left] + np.where(left == right, 0.0, takes[right])
        broken += (np.maximum(both - most, 0.0) + np.maximum(least - both, 0.0)) / size
    now = float(((np.maximum(-high, 0.0) + np.maximum(low, 0.0)) / scale).sum())
    least_broken = float(broken.min())
    if least_broken >= now * (1 - 1e-9):
        return []
    ties = np.flatnonzero(broken <= least_broken + 1e-12)
    hit = ties[value[ties].argmax()]
    return [int(left[hit])] if left[hit] == right[hit] else [int(left[hit]), int(right[hit])]


def _pairs(changes: _Changes) -> tuple[Whole, Whole]:
    """All pairs of changes of two different creators."""
    first, second = np.triu_indices(len(changes.value), 1)
    different = changes.owner[first] != changes.owner[second]
    return first[different], second[different]
