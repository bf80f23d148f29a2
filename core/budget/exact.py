"""The exact search over the few creators whose choice the bound leaves open.

An entry whose loss is larger than the distance between the bound and the best plan so far cannot
be in a better plan. What is left, the core, is searched creator by creator: all partial plans of
one depth are arrays; those that cost more and bring less than another, or whose own bound does not
beat the best plan, go. Too many at once are cut in blocks and the most promising is searched first.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.hull import Steps, steps
from core.budget.menu import Menu, Real, Whole

NOTHING: Final = -1  # the alternative "leave this creator as they are"
_BLOCK: Final = 60_000
_LEVEL_COST: Final = 500  # what one depth costs in time, counted in partial plans
_DUST: Final = 1e-11  # share of the bound that is rounding


@dataclass(frozen=True, slots=True, eq=False)
class Core:
    """Alternatives of the open creators, in the order of the search, and what is left to spend."""

    starts: Whole  # one more than there are creators
    entry: Whole  # position in the menu, or NOTHING
    cost: Whole
    value: Real
    seat: Whole
    default: Whole  # the alternative that the bound's plan takes, one a creator
    rest_cost: Whole  # what the defaults from each creator on cost, seat and bring together
    rest_seat: Whole
    rest_value: Real
    steps: Steps
    seats: int
    seat_price: float
    budget: int = 0
    limit: float = 0.0  # the bound, less what the creators outside of the core bring
    rival_loss: Real = field(default_factory=lambda: np.empty(0))  # of the second choices, rising


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """Partial plans of one depth, and how each came about."""

    depth: int
    cost: Whole
    value: Real
    seat: Whole
    bound: Real
    trail: tuple["_Parts", Whole, Whole] | None = None  # before, index in it, alternative

    def take(self, chosen: Whole) -> "_Parts":
        trail = self.trail and (self.trail[0], self.trail[1][chosen], self.trail[2][chosen])
        return _Parts(
            self.depth,
            self.cost[chosen],
            self.value[chosen],
            self.seat[chosen],
            self.bound[chosen],
            trail,
        )

    def alternatives(self, index: int) -> list[int]:
        """The alternatives that led to the partial plan `index`, first creator first."""
        taken = []
        part: _Parts = self
        while part.trail:
            part, before, alternative = part.trail
            taken.append(int(alternative[index]))
            index = int(before[index])
        return taken[::-1]


@dataclass(frozen=True, slots=True)
class Effort:
    """How many partial plans to look at, unless `stopped` says that nobody waits any more."""

    work: float
    stopped: Callable[[], bool] = lambda: False


@dataclass(slots=True)
class _Best:
    """The best plan found so far, and how much work is left."""

    value: float
    work: float
    alternatives: list[int] | None = None
    curves: dict[int, tuple[Real, Real]] = field(default_factory=dict)


def improve(
    menu: Menu, relaxed: Bound, entries: Whole, budget: int, effort: Effort
) -> tuple[Whole, float]:
    """A plan at least as good as `entries`, and a bound; they meet when the plan is proven best."""
    value = float(menu.value[entries].sum())
    dust = relaxed.value * _DUST
    if relaxed.value <= value + dust:
        return entries, value
    core, fixed = _core(menu, relaxed, relaxed.value - value, budget)
    floor = float(menu.value[fixed].sum())
    best, left = _search(core, _Best(value - floor, effort.work), dust, effort.stopped)
    if best.alternatives is not None:
        picked = core.entry[np.array(best.alternatives, np.int64)]
        entries = np.sort(np.concatenate([fixed, picked[picked != NOTHING]]))
        value = float(menu.value[entries].sum())
    return entries, min(relaxed.value, max(value, left + floor))


def _core(menu: Menu, relaxed: Bound, gap: float, budget: int) -> tuple[Core, Whole]:
    """The open alternatives, the most open creators first, and the entries outside of the core."""
    entry, owner, default, loss = _open_alternatives(menu, relaxed, gap)
    is_open = np.bincount(owner, minlength=len(default)) > 1
    fixed = default[~is_open]
    fixed = fixed[fixed != NOTHING]
    second = np.full(len(default), np.inf)
    rival = entry != default[owner]
    np.minimum.at(second, owner[rival], loss[rival])
    first = np.argsort(second, kind="stable")[: int(is_open.sum())]
    place = np.full(len(default), -1)
    place[first] = np.arange(len(first))
    order = np.lexsort((entry, place[owner]))
    order = order[is_open[owner[order]]]
    entry, owner = entry[order], place[owner[order]]
    usual = np.flatnonzero(entry == default[first][owner]).astype(np.int64)
    core = _laid_out(menu, relaxed.seat_price, fixed, entry, owner, usual)
    limit = relaxed.value - float(menu.value[fixed].sum())
    left = budget - int(menu.cost[fixed].sum())
    return replace(core, rival_loss=second[first], limit=limit, budget=left), fixed


def _laid_out(
    menu: Menu, seat_price: float, fixed: Whole, entry: Whole, owner: Whole, usual: Whole
) -> Core:
    """The core of these alternatives of creators 0, 1, 2 …, before its money is known."""
    bought = entry != NOTHING
    cost, value, seat = (
        np.where(bought, each[entry], 0) for each in (menu.cost, menu.value, menu.seat)
    )
    seats = menu.seats - int(menu.seat[fixed].sum())
    if seats >= len(usual):  # places need no counting
        seat, seats = seat * 0, 0
    worth = value - seat_price * seat
    return Core(
        starts=np.searchsorted(owner, np.arange(len(usual) + 1)).astype(np.int64),
        entry=entry,
        cost=cost,
        value=value,
        seat=seat,
        default=usual,
        rest_cost=_from_each_on(cost[usual]),
        rest_seat=_from_each_on(seat[usual]),
        rest_value=_from_each_on(value[usual]),
        steps=steps(owner[bought], cost[bought], worth[bought]),
        seats=seats,
        seat_price=seat_price,
    )


def _from_each_on(amounts: np.ndarray) -> np.ndarray:
    """The sum from each place to the end, and 0 after the last."""
    return np.append(np.cumsum(amounts[::-1])[::-1], amounts.dtype.type(0))


def _open_alternatives(menu: Menu, relaxed: Bound, gap: float) -> tuple[Whole, Whole, Whole, Real]:
    """What a better plan may contain: entry (or NOTHING), its creator, every default, its loss.

    The default of a creator is what the bound's plan takes; it is kept whatever it loses.
    """
    everyone, group = np.arange(len(menu.starts)), menu.group
    default = np.full(len(everyone), NOTHING, np.int64)
    default[group[relaxed.entries]] = relaxed.entries
    entry = np.concatenate([np.full(len(everyone), NOTHING), np.arange(len(group))])
    owner = np.concatenate([everyone, group])
    loss = np.concatenate([relaxed.loss_none, relaxed.loss])
    kept = (loss < gap) | (entry == default[owner])
    return entry[kept], owner[kept], default, loss[kept]


def _search(
    core: Core, best: _Best, dust: float, stopped: Callable[[], bool]
) -> tuple[_Best, float]:
    """`best`, improved where it can be, and a bound on what the core brings."""
    nought = np.zeros(1, np.int64)
    stack = [_Parts(0, nought, np.zeros(1), nought, np.full(1, core.limit))]
    left = -np.inf
    while stack:
        parts = stack.pop()
        parts = parts.take(np.flatnonzero(parts.bound > best.value + dust))
        if not len(parts.cost) or _settled(core, parts.depth, best.value):
            continue
        most = float(parts.bound.max())
        if best.work <= 0 or stopped():
            left = max(left, most)
            continue
        best.work -= len(parts.cost) + _LEVEL_COST
        parts = _undominated(_deeper(core, parts, best, dust))
        stack.extend(_blocks(parts))
    return best, max(left, best.value)


def _settled(core: Core, depth: int, value: float) -> bool:
    """Whether all creators left can only take the default, which `_complete` has tried already."""
    return depth == len(core.default) or core.rival_loss[depth] >= core.limit - value


def _deeper(core: Core, parts: _Parts, best: _Best, dust: float) -> _Parts:
    """All partial plans with the next creator decided, those that cannot be better left out."""
    depth = parts.depth
    options = np.arange(core.starts[depth], core.starts[depth + 1])
    before = np.tile(np.arange(len(parts.cost)), len(options))
    chosen = np.repeat(options, len(parts.cost))
    cost = parts.cost[before] + core.cost[chosen]
    seat = parts.seat[before] + core.seat[chosen]
    fits = (cost <= core.budget) & (seat <= core.seats)
    before, chosen, cost, seat = before[fits], chosen[fits], cost[fits], seat[fits]
    value = parts.value[before] + core.value[chosen]
    if depth + 1 not in best.curves:
        best.curves[depth + 1] = core.steps.curve(depth + 1, core.budget)
    rest = np.interp(core.budget - cost, *best.curves[depth + 1])
    limit = value + rest + core.seat_price * (core.seats - seat)
    deeper = _Parts(depth + 1, cost, value, seat, limit, (parts, before, chosen))
    _complete(core, deeper, best, dust)
    return deeper.take(np.flatnonzero(limit > best.value + dust))


def _complete(core: Core, parts: _Parts, best: _Best, dust: float) -> None:
    """Finish every partial plan in the bound's own way, and keep the best that fits."""
    depth = parts.depth
    fits = parts.cost <= core.budget - core.rest_cost[depth]
    fits &= parts.seat <= core.seats - core.rest_seat[depth]
    total = np.where(fits, parts.value + core.rest_value[depth], -np.inf)
    index = int(total.argmax()) if len(total) else -1
    if index >= 0 and total[index] > best.value + dust:
        best.value = float(total[index])
        best.alternatives = [*parts.alternatives(index), *core.default[depth:].tolist()]


def _undominated(parts: _Parts) -> _Parts:
    """Without the partial plans that cost and seat as much as another and bring no more."""
    if len(parts.cost) < 2:
        return parts
    parts = parts.take(np.lexsort((-parts.value, parts.cost)))
    kept = np.zeros(len(parts.cost), bool)
    seats = np.unique(parts.seat) if parts.seat.any() else (0,)
    for seat in seats:
        same = np.flatnonzero(parts.seat == seat)
        ahead = np.maximum.accumulate(parts.value[same])
        kept[same] = parts.value[same] > np.concatenate([[-np.inf], ahead[:-1]])
    return parts.take(np.flatnonzero(kept))


def _blocks(parts: _Parts) -> list[_Parts]:
    """The partial plans in blocks of bearable size, the most promising last (popped first)."""
    if len(parts.cost) <= _BLOCK:
        return [parts]
    order = np.argsort(parts.bound, kind="stable")
    return [parts.take(block) for block in np.array_split(order, len(order) // _BLOCK + 1)]
