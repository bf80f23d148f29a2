"""The best plans under many budgets: what more money would buy."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import pandas as pd

from core.budget.constrained import Nothing, begin
from core.budget.exact import Effort
from core.budget.limits import Limits
from core.budget.market import Market
from core.budget.menu import Menu, Whole, money
from core.budget.plans import CLOSE, Plan, solve
from core.budget.relaxation import Relaxation

COLUMNS: Final = ("budget", "cost", "value", "bound")

_EFFORT: Final = Effort(10_000)  # for one of many budgets
_NEAR: Final = 0.002  # a gap that is small enough for one point of a line with side limits

Point = tuple[float, float, float, float]


def frontier(
    options: pd.DataFrame, budgets: Sequence[float], limits: Limits | None = None
) -> pd.DataFrame:
    """The best plans for many budgets: budget, cost, value, bound; in the order of `budgets`.

    More money never shows less value. Budgets that the must-haves alone exceed are null.
    """
    return frontier_on(Market.of(options, limits), budgets)


def frontier_on(market: Market, budgets: Sequence[float]) -> pd.DataFrame:
    """The same for a market that is ready."""
    rising = sorted(set(budgets))
    points = _limited(market, rising) if len(market.menu.rows.least) else _free(market, rising)
    line = _rising(pd.DataFrame(points, columns=list(COLUMNS), dtype="float64"))
    return line.set_index("budget").loc[list(budgets)].reset_index()


def with_plans(line: pd.DataFrame, plans: Sequence[Plan]) -> pd.DataFrame:
    """The frontier `line` led through `plans`, which may be better than its own points; sorted."""
    told = pd.DataFrame(
        [(plan.budget, plan.cost, plan.value, plan.bound) for plan in plans],
        columns=list(COLUMNS),
        dtype="float64",
    )
    others = line[~line["budget"].isin(told["budget"])]
    return _rising(pd.concat([others, told]).sort_values("budget", ignore_index=True))


def _free(market: Market, budgets: list[float]) -> Iterator[Point]:
    """Without side limits each budget is its own question."""
    for budget in budgets:
        spend = market.to_spend(budget)
        if spend < 0 or not market.fits:
            yield budget, np.nan, np.nan, np.nan
            continue
        found = solve(market.menu, spend, _EFFORT, CLOSE)
        yield _point(market.menu, found.menu, budget, found.entries, found.limit)


def _limited(market: Market, budgets: list[float]) -> Iterator[Point]:
    """With side limits one program answers budget after budget, each from the one before."""
    menu = market.menu
    relaxation, before = Relaxation(menu), None
    for budget in budgets:
        spend = market.to_spend(budget)
        found = begin(relaxation, spend, before, _NEAR) if spend >= 0 and market.fits else None
        if found is None or isinstance(found, Nothing):
            yield budget, np.nan, np.nan, np.nan
            continue
        step, _ = found
        before = step.entries
        yield _point(menu, menu, budget, step.entries, step.limit)


def _point(base: Menu, menu: Menu, budget: float, entries: Whole, limit: float) -> Point:
    """Budget, cost, value and bound of the entries with the must-haves."""
    cost = money(base.base_cost + int(menu.cost[entries].sum()))
    value = base.base_value + float(menu.value[entries].sum())
    return budget, cost, value, max(base.base_value + limit, value)


def _rising(line: pd.DataFrame) -> pd.DataFrame:
    """A plan for less money is a plan for more money; a bound for more is a bound for less."""
    best = line["value"].cummax()
    cost = line["cost"].where(line["value"] >= best).ffill()
    return line.assign(cost=cost, value=best, bound=line["bound"][::-1].cummin()[::-1])
