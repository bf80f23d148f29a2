"""The best plan under a budget, and the best plans under many budgets, each with its proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from core.budget.bound import bound
from core.budget.exact import Effort, improve
from core.budget.limits import Limits
from core.budget.menu import (
    Menu,
    Whole,
    budget_cents,
    cents,
    compile_menu,
    faults,
    money,
)
from core.budget.swaps import swapped
from core.errors import ImpossibleLimits

_CLOSE: Final = 0.001  # a gap that is small enough when time is short
_ALWAYS_EXACT: Final = 30  # up to so many creators the search runs to its end
_TO_THE_END: Final = Effort(np.inf)
_USUAL: Final = Effort(1_000_000, 9_000_000, _CLOSE)  # about 0.2 s, seldom more
_A_POINT: Final = Effort(20_000)  # for one of many budgets


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What to buy (`chosen`: rows of the options), and the proof: no plan is worth over `bound`.

    `left_out` lists the rows that could not be bought with the reason; `cheapest` is the lowest
    price that was on offer (null when there was none).
    """

    budget: float
    chosen: pd.DataFrame
    cost: float
    value: float
    bound: float
    exact: bool
    left_out: pd.DataFrame
    cheapest: float | None = None

    @property
    def gap(self) -> float:
        """How far the plan may be from the best possible, as a share of the bound."""
        return (self.bound - self.value) / self.bound if self.bound > 0 else 0.0


def best_plan(options: pd.DataFrame, budget: float, limits: Limits | None = None) -> Plan:
    """The most valuable set of options within `budget`, at most one a creator; proven when `exact`.

    `options` has creator, option, price, value and any further columns; raises ImpossibleLimits.
    """
    reasons = faults(options)
    usable = options[reasons.isna()]
    menu = compile_menu(usable, limits or Limits())
    spend = _to_spend(menu, budget)
    creators = len(np.unique(menu.creator))
    effort = _TO_THE_END if creators <= _ALWAYS_EXACT else _USUAL
    entries, limit, menu = _solve(menu, spend, effort)
    chosen = usable.iloc[menu.rows(entries)]
    value = menu.base_value + float(menu.value[entries].sum())
    most = menu.base_value + limit
    return Plan(
        budget=float(budget),
        chosen=_in_order(chosen),
        cost=money(int(cents(chosen["price"]).sum())),
        value=value,
        bound=max(most, value),
        exact=most <= value * (1 + 1e-9),
        left_out=options.loc[reasons.notna(), ["creator", "option"]].assign(reason=reasons),
        cheapest=float(usable["price"].min()) if len(usable) else None,
    )


def frontier(
    options: pd.DataFrame, budgets: Sequence[float], limits: Limits | None = None
) -> pd.DataFrame:
    """The best plans for many budgets: budget, cost, value, bound; in the order of `budgets`.

    More money never shows less value. Budgets that the must-haves alone exceed are null.
    """
    usable = options[faults(options).isna()]
    menu = compile_menu(usable, limits or Limits())
    points = [_point(menu, budget) for budget in sorted(set(budgets))]
    frame = pd.DataFrame(points, columns=["budget", "cost", "value", "bound"], dtype="float64")
    best = frame["value"].cummax()
    frame["cost"] = frame["cost"].where(frame["value"] >= best).ffill()
    frame = frame.assign(value=best, bound=frame["bound"][::-1].cummin()[::-1])
    return frame.set_index("budget").loc[list(budgets)].reset_index()


def _point(menu: Menu, budget: float) -> tuple[float, ...]:
    try:
        spend = _to_spend(menu, budget)
    except ImpossibleLimits:
        return budget, np.nan, np.nan, np.nan
    entries, limit, menu = _solve(menu, spend, _A_POINT, _CLOSE)
    value = float(menu.value[entries].sum())
    cost = money(menu.base_cost + int(menu.cost[entries].sum()))
    return budget, cost, menu.base_value + value, menu.base_value + max(limit, value)


def _to_spend(menu: Menu, budget: float) -> int:
    """Cents left when the must-haves are paid; raises ImpossibleLimits when they are too dear."""
    if not budget >= 0:
        raise ImpossibleLimits(
            f"A budget of {budget:,.2f} cannot be planned with.",
            "Give an amount of 0 or more.",
        )
    spend = budget_cents(budget) - menu.base_cost
    if spend < 0:
        count = len(menu.base_rows)
        raise ImpossibleLimits(
            f"The {count} creators that must be in cost at least {money(menu.base_cost):,.2f}, "
            f"and the budget is {budget:,.2f}.",
            "Raise the budget or take a must-have away.",
        )
    return spend


def _solve(menu: Menu, spend: int, effort: Effort, close: float = 0.0) -> tuple[Whole, float, Menu]:
    """Entries of the plan, a bound on what any entries could bring, and the menu they belong to."""
    menu = menu.keep(menu.cost <= spend)
    relaxed = bound(menu, spend)
    entries = swapped(menu, relaxed, relaxed.entries, spend)
    value = float(menu.value[entries].sum())
    if relaxed.value - value <= close * relaxed.value:
        return entries, relaxed.value, menu
    entries, limit = improve(menu, relaxed, entries, spend, effort)
    return entries, limit, menu


def _in_order(chosen: pd.DataFrame) -> pd.DataFrame:
    """The most valuable first; equals by price and name."""
    return chosen.sort_values(
        ["value", "price", "creator"], ascending=[False, True, True], kind="stable"
    ).reset_index(drop=True)
