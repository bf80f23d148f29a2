"""How much any plan can bring at most: a price on money, and the plan that this price suggests.

Give every cent a price λ and let each creator choose the option with the highest value − λ·cost
(the best `seats` of them, where places are scarce). For every λ ≥ 0 that total plus λ·budget is
at least the value of the best plan; the smallest of these totals is the linear-programming bound.
Without scarce places it is what the next cent brings where the best steps have used up the money;
with them it is found by cutting: a plan over and a plan under the budget meet at the next λ.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from core.budget.hull import Steps, steps
from core.budget.menu import Menu, Real, Whole

_ROUNDS: Final = 200
_NOBODY: Final = -1
_DUST: Final = 1e-12  # share of the total that is rounding


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """No plan brings more than `value`; `entries` is the plan under the budget that led there.

    `loss` says by how much at least the bound falls when an entry is chosen, `loss_none` when a
    creator is left as they are; `seat_price` is what one more place would be worth.
    """

    value: float
    entries: Whole
    seat_price: float
    loss: Real
    loss_none: Real
    price: float = 0.0  # of a cent


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    entries: Whole
    value: float
    cost: int

    def at(self, price: float, budget: int) -> float:
        return self.value + price * (budget - self.cost)


def bound(menu: Menu, budget: int) -> Bound:
    """The bound for `budget` cents beyond the must-haves; no entry may cost more than that."""
    return _by_steps(menu, ladder(menu), budget)


def ladder(menu: Menu) -> Steps:
    """The steps of all creators of `menu`, which many budgets can share."""
    return steps(menu.group, menu.cost, menu.value)


def bounded(menu: Menu, climbed: Steps, budget: int) -> tuple[Menu, Bound]:
    """The entries of `menu` that `budget` cents pay for, with their bound; `climbed` its ladder."""
    dear = menu.cost > budget
    if not dear.any():
        return menu, _by_steps(menu, climbed, budget)
    kept, group = ~dear, menu.group
    changed, there = np.zeros((2, len(menu.starts)), bool)
    changed[group[dear]] = there[group[kept]] = True
    part = np.flatnonzero(kept & changed[group])
    again = steps(group[part], menu.cost[part], menu.value[part])
    again = replace(again, entry=part[again.entry])
    climbed = climbed.take(~changed[climbed.group]).among(again)
    group, entry = (np.cumsum(there) - 1)[climbed.group], (np.cumsum(kept) - 1)[climbed.entry]
    menu = menu.keep(kept)
    return menu, _by_steps(menu, replace(climbed, group=group, entry=entry), budget)


def _by_steps(menu: Menu, climbed: Steps, budget: int) -> Bound:
    """The bound where the best steps have used up the money."""
    paid, price = climbed.within(budget)
    taken = np.full(len(menu.starts), _NOBODY, np.int64)
    taken[paid.group] = paid.entry  # of several steps of one creator the last
    entries = taken[taken != _NOBODY]
    if menu.seat.any() and int(menu.seat[entries].sum()) >= menu.seats:
        return _with_places(menu, budget)
    return _described(menu, menu.starts, menu.group, price, entries, budget)


def _with_places(menu: Menu, budget: int) -> Bound:
    """The bound where places may be scarcer than money."""
    starts, group = menu.starts, menu.group
    over = _answer(menu, starts, group, 0.0)
    if over.cost <= budget:
        return _described(menu, starts, group, 0.0, over.entries, budget)
    paid = menu.cost > 0
    top = float((menu.value[paid] / menu.cost[paid]).max())
    under = _answer(menu, starts, group, np.nextafter(top, np.inf) * (1 + 1e-9))
    for _ in range(_ROUNDS):
        price = (over.value - under.value) / (over.cost - under.cost)
        middle = _answer(menu, starts, group, price)
        known = middle.cost in (over.cost, under.cost)
        if known or middle.at(price, budget) <= over.at(price, budget) * (1 + _DUST):
            break
        if middle.cost > budget:
            over = middle
        else:
            under = middle
    return _described(menu, starts, group, price, under.entries, budget)


def _answer(menu: Menu, starts: Whole, group: Whole, price: float) -> _Answer:
    """What everybody chooses at this price."""
    gain = menu.value - price * menu.cost
    best = np.maximum.reduceat(gain, starts) if starts.size else np.empty(0)
    wanted = best > 0
    scarce = wanted & (menu.seat[starts] == 1)
    if scarce.sum() > menu.seats:
        ranked = np.argsort(np.where(scarce, -best, np.inf), kind="stable")
        wanted[ranked[menu.seats :]] &= menu.seat[starts][ranked[menu.seats :]] == 0
    hits = np.flatnonzero((gain == best[group]) & wanted[group])
    hits = hits[np.diff(group[hits], prepend=-1) != 0]  # of equals the cheapest
    return _Answer(hits, float(menu.value[hits].sum()), int(menu.cost[hits].sum()))


def _described(
    menu: Menu, starts: Whole, group: Whole, price: float, entries: Whole, budget: int
) -> Bound:
    gain = menu.value - price * menu.cost
    best = np.maximum.reduceat(gain, starts) if starts.size else np.empty(0)
    seat = menu.seat[starts]
    scarce = np.sort(best[(seat == 1) & (best > 0)])[::-1]
    seat_price = 0.0
    if scarce.size > menu.seats:
        seat_price = float(scarce[menu.seats - 1] if menu.seats else scarce[0])
    gain = gain - seat_price * menu.seat
    best = np.maximum(best - seat_price * seat, 0.0)
    total = price * budget + seat_price * menu.seats + float(best.sum())
    return Bound(total, entries, seat_price, best[group] - gain, best, price)
