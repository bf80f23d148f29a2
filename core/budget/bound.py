"""How much any plan can bring at most: a price on money, and the plan that this price suggests.

Give every cent a price λ and let each creator choose the option with the highest value − λ·cost
(the best `seats` of them, where places are scarce). For every λ ≥ 0 that total plus λ·budget is
at least the value of the best plan; the smallest of these totals is the linear-programming bound.
It is found by cutting: the lines of a plan over and a plan under the budget meet at the next λ.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.budget.menu import Menu, Real, Whole

_ROUNDS: Final = 200
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

    def reach(self, alternatives: int) -> float:
        """What is lost by the alternative at this place, those that lose nothing not counted."""
        loss = np.concatenate([self.loss, self.loss_none])
        place = int((loss <= 0).sum()) + alternatives
        return float(np.partition(loss, place)[place]) if place < len(loss) else np.inf


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    entries: Whole
    value: float
    cost: int

    def at(self, price: float, budget: int) -> float:
        return self.value + price * (budget - self.cost)


def bound(menu: Menu, budget: int) -> Bound:
    """The bound for `budget` cents beyond the must-haves; no entry may cost more than that."""
    starts, group = menu.starts, menu.group
    over = _answer(menu, starts, group, 0.0)
    if over.cost <= budget:
        return _described(menu, starts, group, 0.0, over, budget)
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
    return _described(menu, starts, group, price, under, budget)


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
    menu: Menu, starts: Whole, group: Whole, price: float, under: _Answer, budget: int
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
    return Bound(total, under.entries, seat_price, best[group] - gain, best, price)
