"""The best plans under many budgets: what more money would buy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from core.budget.bands import Bands
from core.budget.bound import bounded, ladder
from core.budget.constrained import Nothing, begin
from core.budget.exact import Effort
from core.budget.hull import Steps
from core.budget.limits import Limits
from core.budget.market import Market
from core.budget.menu import Menu, Whole, money
from core.budget.near import FEW, near
from core.budget.plans import CLOSE, Plan, Solution, planned, solve
from core.budget.relaxation import Relaxation

COLUMNS: Final = ("budget", "cost", "value", "bound")
RANGE: Final = ("value_low", "value_high")

_EFFORT: Final = 2_000  # partial plans for one of many budgets
_EFFORT_OF_ALL: Final = 800_000  # shared out by creators, where that is more: few are searched well
_POINTS: Final = 40  # of a line
_LEAST: Final = 10
_COLUMNS: Final = 12  # plans side by side
_SEARCHED: Final = 200_000  # entries among which so many plans take a few seconds
_ENTRIES: Final = 50_000  # with limits so many still allow all points
_NEAR: Final = 0.002  # a gap that is small enough for one point of a line with side limits


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """The plan found for a budget: entries of a menu (None: no plan) and a limit on any."""

    budget: float
    menu: Menu | None = None
    entries: Whole = field(default_factory=lambda: np.empty(0, np.int64))
    limit: float = np.nan
    value: float = 0.0  # of the entries, without the must-haves


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The best plans for many budgets; `frame` has budget, cost, value, bound, rising."""

    market: Market
    points: tuple[Point, ...]
    frame: pd.DataFrame

    def within(self, budget: float) -> Plan | None:
        """The most valuable of the plans for at most `budget`; None where there is none."""
        best = self._best(budget)
        if best is None or best.menu is None:
            return None
        found = Solution(best.menu, best.entries, best.value, best.limit)
        return planned(self.market, best.budget, found)

    def better(self, plan: Plan) -> Plan | None:
        """The same for the budget of `plan` where that brings more than `plan`."""
        best = self._best(plan.budget)
        if best is None or self.market.menu.base_value + best.value <= plan.value:
            return None
        return self.within(plan.budget)

    def _best(self, budget: float) -> Point | None:
        had = [each for each in self.points if each.menu is not None and each.budget <= budget]
        return max(had, key=lambda each: each.value, default=None)


def frontier(
    options: pd.DataFrame, budgets: Sequence[float], limits: Limits | None = None
) -> pd.DataFrame:
    """The best plans for many budgets: budget, cost, value, bound; in the order of `budgets`.

    More money never shows less value. Budgets that the must-haves alone exceed are null. Where the
    options have value_low and value_high, so do the plans (80 %).
    """
    return frontier_on(Market.of(options, limits), budgets)


def frontier_on(market: Market, budgets: Sequence[float]) -> pd.DataFrame:
    """The same for a market that is ready."""
    line = line_on(market, budgets).frame
    return line.set_index("budget").loc[list(budgets)].reset_index()


def line_on(market: Market, budgets: Sequence[float]) -> Line:
    """The best plans for `budgets`, each once and in order."""
    rising, ranges = sorted(set(budgets)), Bands.of(market.usable)
    found = _limited(market, rising) if len(market.menu.rows.least) else _free(market, rising)
    points = tuple(found)
    columns = COLUMNS if ranges is None else (*COLUMNS, *RANGE)
    rows = [_row(market, ranges, point) for point in points]
    frame = pd.DataFrame(rows, columns=list(columns), dtype="float64")
    return Line(market, points, _rising(frame))


def points(market: Market) -> int:
    """How many budgets can be answered while somebody waits: fewer under limits on a long list."""
    if not len(market.menu.rows.least):
        return _POINTS
    return int(np.clip(_POINTS * _ENTRIES // max(len(market.menu.cost), 1), _LEAST, _POINTS))


def columns(market: Market) -> int:
    """The same for whole plans beside each other, of which each is searched for on its own."""
    return int(np.clip(_COLUMNS * _SEARCHED // max(len(market.menu.cost), 1), 4, _COLUMNS))


def with_plans(line: pd.DataFrame, plans: Sequence[Plan]) -> pd.DataFrame:
    """The frontier `line` led through `plans`, which may be better than its own points; sorted.

    A plan that leaves money over could be had for what it costs, so that budget is there too.
    """
    told: dict[float, tuple[float, ...]] = {}
    for plan in sorted(plans, key=lambda each: each.value):
        numbers = plan.cost, plan.value, plan.bound, *_range(plan)
        told |= {plan.cost: numbers, plan.budget: numbers}
    width = len(line.columns)
    own = np.array([(budget, *numbers)[:width] for budget, numbers in told.items()])
    cells = line.to_numpy()
    cells = np.concatenate([cells[~np.isin(cells[:, 0], own[:, 0])], own.reshape(-1, width)])
    cells = cells[np.argsort(cells[:, 0], kind="stable")]
    return _rising(pd.DataFrame(cells, columns=line.columns))


def _free(market: Market, budgets: list[float]) -> Iterator[Point]:
    """Without side limits each budget is its own question."""
    effort = Effort(max(_EFFORT, _EFFORT_OF_ALL // max(market.creators, 1)))
    menu, climbed, lost = _near(market, market.to_spend(budgets[-1]))
    for budget in budgets:
        spend = market.to_spend(budget)
        if spend < 0 or not market.fits:
            yield Point(budget)
            continue
        found = solve(menu, climbed, spend, effort, CLOSE)
        limit = max(found.limit, found.first - lost)
        yield Point(budget, found.menu, found.entries, limit, found.value)


def _near(market: Market, spend: int) -> tuple[Menu, Steps, float]:
    """The creators who matter up to the largest budget, and how far plans with others lie below."""
    menu = market.menu
    if len(menu.starts) <= FEW or spend <= 0:
        return menu, market.ladder, np.inf
    few, _, lost = near(*bounded(menu, market.ladder, spend))
    return few, ladder(few), lost


def _limited(market: Market, budgets: list[float]) -> Iterator[Point]:
    """With side limits one program answers budget after budget, each from the one before."""
    menu = market.menu
    relaxation, before = Relaxation(menu), None
    for budget in budgets:
        spend = market.to_spend(budget)
        fits = spend >= 0 and market.fits
        found = begin(relaxation, spend, before, _NEAR, patient=False) if fits else None
        if found is None or isinstance(found, Nothing):
            yield Point(budget)
            continue
        step, _ = found
        before = step.entries
        yield Point(budget, menu, step.entries, step.limit, step.value)


def _row(market: Market, ranges: Bands | None, point: Point) -> tuple[float, ...]:
    """Budget, cost, value, bound and perhaps range of the entries with the must-haves."""
    menu, base = point.menu, market.menu
    if menu is None:
        return (point.budget, *[np.nan] * (3 if ranges is None else 5))
    cost = money(base.base_cost + int(menu.cost[point.entries].sum()))
    value = base.base_value + point.value
    told = point.budget, cost, value, max(base.base_value + point.limit, value)
    if ranges is None:
        return told
    return *told, *ranges.around(market.bundles.rows_of(menu.bought(point.entries)))


def _range(plan: Plan) -> tuple[float, float]:
    """Low and high of a plan, null where its lines have no ranges."""
    ranges = Bands.of(plan.chosen)
    return (np.nan, np.nan) if ranges is None else ranges.around(np.arange(len(plan.chosen)))


def _rising(line: pd.DataFrame) -> pd.DataFrame:
    """A plan for less money is a plan for more money; a bound for more is a bound for less."""
    best = line["value"].cummax()
    own = [name for name in ("cost", *RANGE) if name in line]
    kept = line[own].where(line["value"] >= best).ffill()
    bound = line["bound"][::-1].cummin()[::-1]
    return line.assign(value=best, bound=bound, **{name: kept[name] for name in own})
