"""The best plans under many budgets: what more money would buy."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from core.budget.exact import Effort
from core.budget.limits import Limits
from core.budget.market import Market
from core.budget.menu import money
from core.budget.plans import CLOSE, Plan, solve
from core.errors import ImpossibleLimits

COLUMNS: Final = ("budget", "cost", "value", "bound")

_EFFORT: Final = Effort(20_000)  # for one of many budgets


def frontier(
    options: pd.DataFrame, budgets: Sequence[float], limits: Limits | None = None
) -> pd.DataFrame:
    """The best plans for many budgets: budget, cost, value, bound; in the order of `budgets`.

    More money never shows less value. Budgets that the must-haves alone exceed are null.
    """
    return frontier_on(Market.of(options, limits), budgets)


def frontier_on(market: Market, budgets: Sequence[float]) -> pd.DataFrame:
    """The same for a market that is ready."""
    points = [_point(market, budget) for budget in sorted(set(budgets))]
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


def _point(market: Market, budget: float) -> tuple[float, ...]:
    """Budget, cost, value and bound; all but the first unknown where the must-haves cost more."""
    menu = market.menu
    try:
        found = solve(menu, market.to_spend(budget), _EFFORT, CLOSE)
    except ImpossibleLimits:
        return budget, np.nan, np.nan, np.nan
    cost = money(menu.base_cost + int(found.menu.cost[found.entries].sum()))
    value = menu.base_value + found.value
    return budget, cost, value, max(menu.base_value + found.limit, value)


def _rising(line: pd.DataFrame) -> pd.DataFrame:
    """A plan for less money is a plan for more money; a bound for more is a bound for less."""
    best = line["value"].cummax()
    cost = line["cost"].where(line["value"] >= best).ffill()
    return line.assign(cost=cost, value=best, bound=line["bound"][::-1].cummin()[::-1])
