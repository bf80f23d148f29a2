"""Changing one or two creators of a plan for the better, with every limit in view."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.menu import Real, Whole
from core.budget.relaxation import Relaxation

_ROUNDS: Final = 60
_WIDTH: Final = 320  # changes looked at together: all pairs of them
_NONE: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Changes:
    """What could come in for what is there: entry or nothing, its creator, and what it changes."""

    entry: Whole
    owner: Whole
    value: Real
    takes: Real  # changes × limits


def moved(relaxation: Relaxation, relaxed: Bound, entries: Whole) -> Whole:
    """`entries` (which keep the limits) after the best change of one or two, again and again."""
    menu = relaxation.menu
    taken = np.full(len(relaxation.starts), _NONE, np.int64)
    taken[relaxation.group[entries]] = entries
    for _ in range(_ROUNDS):
        held = taken[taken != _NONE]
        gap = relaxed.value - float(menu.value[held].sum())
        changes = _changes(relaxation, relaxed, taken, gap)
        used = relaxation.takes[:, held].sum(axis=1)
        best = _best_pair(changes, relaxation.lower - used, relaxation.upper - used)
        if not best:
            break
        taken[changes.owner[best]] = changes.entry[best]
    return np.sort(taken[taken != _NONE])


def _changes(relaxation: Relaxation, relaxed: Bound, taken: Whole, gap: float) -> _Changes:
    """The changes that lose least by the bound, few enough to look at all pairs."""
    menu, group = relaxation.menu, relaxation.group
    come = np.flatnonzero(relaxed.loss < gap)
    come = come[taken[group[come]] != come]
    go = np.flatnonzero((taken != _NONE) & (relaxed.loss_none < gap))
    entry = np.concatenate([come, np.full(len(go), _NONE)])
    owner = np.concatenate([group[come], go])
    there = taken[owner]
    lost = np.where(there == _NONE, relaxed.loss_none[owner], relaxed.loss[there])
    loss = np.concatenate([relaxed.loss[come], relaxed.loss_none[go]]) - lost
    if len(entry) > _WIDTH:
        near = np.argpartition(loss, _WIDTH)[:_WIDTH]
        entry, owner, there = entry[near], owner[near], there[near]

    def of(column: np.ndarray, which: Whole) -> np.ndarray:
        return np.where(which == _NONE, 0.0, column[..., which])

    takes = of(relaxation.takes, entry) - of(relaxation.takes, there)
    return _Changes(entry, owner, of(menu.value, entry) - of(menu.value, there), takes.T)


def _best_pair(changes: _Changes, low: Real, high: Real) -> list[int]:
    """The one or two changes that keep all limits and add most; none where nothing adds."""
    count = len(changes.value)
    if not count:
        return []
    dust = 1e-9 * max(1e-9, float(np.abs(changes.value).max()))
    alone = ((changes.takes >= low) & (changes.takes <= high)).all(axis=1)
    single = np.where(alone, changes.value, -np.inf)
    best, most = [int(single.argmax())], float(single.max())
    first, second = np.triu_indices(count, 1)
    gain = changes.value[first] + changes.value[second]
    good = np.flatnonzero(
        (gain > max(most, dust)) & (changes.owner[first] != changes.owner[second])
    )
    order = good[np.argsort(-gain[good], kind="stable")]
    for block in np.array_split(order, len(order) // 4096 + 1):  # most stop in the first
        takes = changes.takes[first[block]] + changes.takes[second[block]]
        fits = ((takes >= low) & (takes <= high)).all(axis=1)
        if fits.any():
            hit = block[fits.argmax()]
            return [int(first[hit]), int(second[hit])]
    return best if most > dust else []
