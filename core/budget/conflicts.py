"""Why no plan fits: the fewest limits that collide, in a sentence with the number that proves it.

Each limit is taken away in turn, and stays away where still no plan fits; what is left collides,
and without any one of it there is a plan.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from core.budget.clauses import Clause, Demand, Must
from core.budget.constrained import Effort, Nothing, Step, begin, improved
from core.budget.market import Market
from core.budget.menu import Menu, Real, Rows, money
from core.budget.relaxation import Relaxation
from core.errors import ImpossibleLimits, UndecidedLimits

_EFFORT: Final = Effort(nodes=200, close=0.0005)


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
    first = begin(Relaxation(market.menu), spend)
    return not (isinstance(first, Nothing) and first.proven)


def _too_dear(market: Market, budget: float) -> ImpossibleLimits:
    """With the money: what keeping the others costs at least."""
    found = _most(market.menu, -market.menu.cost.astype(np.float64))
    base = market.menu.base_cost
    least, enough = (market.money(money(base - int(end))) for end in (found.limit, found.value))
    words = _joined([_having(clause) for clause in market.clauses])
    cost = "costs" if [type(clause) for clause in market.clauses] == [Must] else "cost"
    return ImpossibleLimits(
        f"{words} {cost} at least {least}, but the total is {market.money(budget)}.",
        f"Raise the total to {enough}, or loosen a limit.",
    )


def _colliding(market: Market) -> ImpossibleLimits:
    """Without the money: of one limit how far it can go, of several which ones."""
    demands = [clause for clause in market.clauses if isinstance(clause, Demand)]
    first = demands[-1] if demands else market.clauses[0]
    others = [clause for clause in market.clauses if clause is not first]
    words = first.words[0].upper() + first.words[1:]
    reach = _reach(market, first) if isinstance(first, Demand) else None
    if not others:
        told = f": {reach[0]} at {reach[1]}" if reach else ""
        return ImpossibleLimits(f"{words} cannot be had{told}.", "Loosen or take away this limit.")
    quoted = _joined([f"“{each}”" for each in (words, *(other.words for other in others))])
    what = f"{quoted} cannot hold together"
    if reach:
        verb = "allow" if reach[1] == "most" else "need"
        what += f": the others {verb} {reach[0]} at {reach[1]}"
    return ImpossibleLimits(f"{what}.", "Loosen or take away one of these limits.")


def _reach(market: Market, pivot: Demand) -> tuple[str, str] | None:
    """How far the other limits let `pivot` go: `3`, `most`; None where one number cannot tell."""
    rows = market.menu.rows
    if pivot.measure == "share" or not len(rows.least):
        return None
    place = [clause for clause in market.clauses if isinstance(clause, Demand)].index(pivot)
    kept = np.arange(len(rows.least)) != place
    base = (pivot.lower if pivot.least is not None else pivot.upper) - (
        rows.least[place] if pivot.least is not None else rows.most[place]
    )
    free = replace(market.menu, rows=Rows(rows.uses[kept], rows.least[kept], rows.most[kept]))
    sign = 1.0 if pivot.least is not None else -1.0
    found = base + sign * _most(free, sign * rows.uses[place]).limit
    told = f"{round(found):,}" if pivot.measure == "creators" else market.money(found / 100)
    return told, "most" if sign > 0 else "least"


def _most(menu: Menu, value: Real) -> Step:
    """The entries under the limits, whatever they cost, that bring most of `value`."""
    relaxation = Relaxation(replace(menu, value=value))
    first = begin(relaxation, int(menu.cost.sum()) + 1)
    if isinstance(first, Nothing):
        return Step(np.empty(0, np.int64), 0.0, 0.0)
    return improved(relaxation, first[1], first[0], _EFFORT)


def _having(clause: Clause) -> str:
    return f"having {clause.words}" if isinstance(clause, Must) else clause.words


def _joined(words: list[str]) -> str:
    """`At least 5 creators on TikTok, gifts only and at most 3 creators`."""
    listed = ", ".join(words[:-1])
    listed = f"{listed} and {words[-1]}" if listed else words[-1]
    return listed[0].upper() + listed[1:]
