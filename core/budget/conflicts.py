"""Why no plan fits: the fewest limits that collide, in a sentence with the number that proves it.

Each limit is taken away in turn, and stays away where still no plan fits; what is left collides,
and without any one of it there is a plan.
"""

from dataclasses import replace

import numpy as np

from core.budget.clauses import Clause, Demand, Must
from core.budget.constrained import Nothing, begin, improved
from core.budget.market import Market
from core.budget.menu import Menu, Real, Rows, money
from core.budget.relaxation import Relaxation
from core.errors import ImpossibleLimits, UndecidedLimits

_NODES = 2_000


def conflict(market: Market, budget: float) -> ImpossibleLimits:
    """The error that names the limits of `market` which collide (no plan fits them)."""
    with_money = _fits(market, np.inf)
    total = budget if with_money else np.inf
    for clause in market.clauses:
        smaller = market.without(clause)
        if not _fits(smaller, total):
            market = smaller
    if with_money:
        return _too_dear(market, budget)
    return _colliding(market)


def undecided(market: Market) -> UndecidedLimits:
    """The error for limits that no plan was found for, though none is proven impossible."""
    listed = "; ".join(clause.words for clause in market.clauses)
    return UndecidedLimits(
        f"No plan was found that keeps all limits ({listed}), and it is not proven that none does.",
        "Loosen one of them.",
    )


def _fits(market: Market, budget: float) -> bool:
    """Whether a plan may fit: only a proof says no."""
    spend = market.to_spend(budget)
    if spend < 0 or not market.fits:
        return False
    if not len(market.menu.rows.least):
        return True
    first = begin(Relaxation(market.menu.keep(market.menu.cost <= spend)), spend)
    return not (isinstance(first, Nothing) and first.proven)


def _too_dear(market: Market, budget: float) -> ImpossibleLimits:
    least = money(market.menu.base_cost - round(_most(market.menu, -market.menu.cost * 1.0)))
    words = _joined([_having(clause) for clause in market.clauses])
    cost = "cost" if len(market.clauses) > 1 else "costs"
    return ImpossibleLimits(
        f"{words} {cost} at least {market.money(least)}, but the total is {market.money(budget)}.",
        f"Raise the total to {market.money(least)}, or loosen a limit.",
    )


def _colliding(market: Market) -> ImpossibleLimits:
    demands = [clause for clause in market.clauses if isinstance(clause, Demand)]
    if not demands:
        words = _joined([_having(clause) for clause in market.clauses])
        return ImpossibleLimits(f"{words} cannot go together.", "Take one of these limits away.")
    pivot = demands[-1]
    others = [_having(clause) for clause in market.clauses if clause is not pivot]
    together = f" with {_joined(others, start=False)}" if others else ""
    reason = _reach(market, pivot)
    words = pivot.words[0].upper() + pivot.words[1:]
    return ImpossibleLimits(
        f"{words} cannot be had{together}{reason}.", "Loosen one of these limits."
    )


def _reach(market: Market, pivot: Demand) -> str:
    """How far the other limits let `pivot` go: `: 3 at most`."""
    rows = market.menu.rows
    if pivot.measure == "share" or not len(rows.least):
        return ""
    place = [clause for clause in market.clauses if isinstance(clause, Demand)].index(pivot)
    kept = np.arange(len(rows.least)) != place
    base = (pivot.lower if pivot.least is not None else pivot.upper) - (
        rows.least[place] if pivot.least is not None else rows.most[place]
    )
    free = replace(market.menu, rows=Rows(rows.uses[kept], rows.least[kept], rows.most[kept]))
    sign = 1.0 if pivot.least is not None else -1.0
    found = base + sign * _most(free, sign * rows.uses[place])
    told = f"{round(found):,}" if pivot.measure == "creators" else market.money(found / 100)
    return f": {told} at {'most' if sign > 0 else 'least'}"


def _most(menu: Menu, value: Real) -> float:
    """The most that entries under the limits, whatever they cost, bring of `value`."""
    spend = int(menu.cost.sum()) + 1
    relaxation = Relaxation(replace(menu, value=value))
    first = begin(relaxation, spend)
    if isinstance(first, Nothing):
        return 0.0
    step, relaxed = first
    step, _ = improved(relaxation, relaxed, step, _NODES, lambda: False)
    return step.limit


def _having(clause: Clause) -> str:
    return f"having {clause.words}" if isinstance(clause, Must) else clause.words


def _joined(words: list[str], start: bool = True) -> str:
    """`At least 5 creators on TikTok, gifts only and at most 3 creators`."""
    listed = ", ".join(words[:-1])
    listed = f"{listed} and {words[-1]}" if listed else words[-1]
    return listed[0].upper() + listed[1:] if start else listed
