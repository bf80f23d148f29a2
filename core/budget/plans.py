"""The best plan under a budget, with its proof."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import numpy as np
import pandas as pd

from core.budget.bound import Bound, bounded
from core.budget.conflicts import conflict, undecided
from core.budget.constrained import TO_THE_END, Nothing, begin, improved, steps
from core.budget.constrained import Effort as Limited
from core.budget.decided import decided
from core.budget.exact import Effort, improve
from core.budget.hull import Steps
from core.budget.limits import Limits
from core.budget.market import Market
from core.budget.menu import Menu, Whole, cents, money
from core.budget.near import reduced
from core.budget.relaxation import Relaxation
from core.budget.swaps import swapped

CLOSE: Final = 0.001  # a gap that is small enough when time is short

_DUST: Final = 1e-9  # share of a plan's value that is rounding
_ALWAYS_EXACT: Final = 30  # up to so many creators the search runs to its end
_STEP: Final = 0.005  # a gap above which one large step is decided before the search
_FAR: Final = 0.01  # a first plan further off is searched for a moment
_SHORT: Final = (
    Limited(width=150, nodes=50, close=_FAR / 2),
    Limited(width=400, nodes=50, close=_FAR / 2),
)
_TO_THE_END: Final = Effort(np.inf)
_USUAL: Final = Effort(300_000)  # under 0.1 s; what is left open is for `refine`
_MANY: Final = 1_500  # beyond so many creators a first plan is searched for some ms only
_GLANCE: Final = Effort(5_000)
_LONGER: Final = (1e7, 1e8, 1e9, np.inf)  # partial plans of the search that goes on
_SEARCHES: Final = 3  # of them for one answer: beyond 1e8 partial plans nobody waits


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

    def under(self, bound: float) -> "Plan":
        """The same plan where `bound` is proven too."""
        lower = max(min(bound, self.bound), self.value)
        return replace(self, bound=lower, exact=lower <= self.value * (1 + _DUST))


def best_plan(options: pd.DataFrame, budget: float, limits: Limits | None = None) -> Plan:
    """The most valuable set of options within `budget`, at most one a creator; proven when `exact`.

    `options` has creator, option, price, value and any further columns; raises ImpossibleLimits.
    Without limits that bind several creators it goes on until the gap is at most CLOSE; with such
    limits it is the first plan, which `refine` betters.
    """
    market = Market.of(options, limits)
    if len(market.menu.rows.least):
        return best_plan_on(market, budget)
    *_, plan = islice(refine(market, budget), _SEARCHES)
    return plan


def best_plan_on(market: Market, budget: float) -> Plan:
    """The first plan for a market that is ready, at once; raises ImpossibleLimits."""
    return next(refine(market, budget, close=0.0))


def refine(
    market: Market,
    budget: float,
    close: float = CLOSE,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Plan]:
    """The first plan at once, then better ones with lower bounds; raises ImpossibleLimits.

    Ends when the gap is at most `close`, when the plan is proven best, or when `stopped` says so;
    `stopped` is also asked while a step is under way.
    """
    spend = market.to_spend(budget)
    if spend < 0 or not market.fits:
        raise conflict(market, budget)
    found = _limited if len(market.menu.rows.least) else _free
    for solution in found(market, spend, close, stopped):
        if solution is None:
            raise conflict(market, budget)
        plan = planned(market, budget, solution)
        yield plan
        if plan.exact or plan.gap <= close or stopped():
            return


def _free(
    market: Market, spend: int, close: float, stopped: Callable[[], bool]
) -> Iterator["Solution | None"]:
    """Without side limits: the exact search, longer and longer."""
    first = _TO_THE_END if _is_small(market) else _USUAL if market.creators <= _MANY else _GLANCE
    found = solve(market.menu, market.ladder, spend, first)
    yield found
    for work in _LONGER:
        found = _searched(found, spend, Effort(work, stopped), close)
        yield found


def _limited(
    market: Market, spend: int, close: float, stopped: Callable[[], bool]
) -> Iterator["Solution | None"]:
    """With side limits; None where no plan keeps them."""
    relaxation = Relaxation(market.menu)
    first = begin(relaxation, spend)
    if isinstance(first, Nothing):
        if not first.proven:
            raise undecided(market)
        yield None
        return
    step, relaxed = first
    if _is_small(market):
        step = improved(relaxation, relaxed, step, TO_THE_END)
    for effort in _SHORT:
        if step.gap > _FAR:
            step = improved(relaxation, relaxed, step, effort)
    yield Solution(relaxation.menu, step.entries, step.value, step.limit)
    for better in steps(relaxation, relaxed, step, close, stopped):
        yield Solution(relaxation.menu, better.entries, better.value, better.limit)


def _is_small(market: Market) -> bool:
    return market.creators <= _ALWAYS_EXACT


def planned(market: Market, budget: float, found: "Solution") -> Plan:
    """What is bought with these entries, and the proof."""
    chosen = market.rows(found.menu, found.entries)
    value = market.menu.base_value + found.value
    most = market.menu.base_value + found.limit
    return Plan(
        budget=float(budget),
        chosen=_in_order(chosen),
        cost=money(int(cents(chosen["price"]).sum())),
        value=value,
        bound=max(most, value),
        exact=most <= value * (1 + _DUST),
        left_out=market.left_out,
        cheapest=market.cheapest,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Chosen `entries` of `menu`, what they bring, and a `limit` on what any entries could.

    `relaxed` is the bound of `menu`, `first` the limit before anything was searched.
    """

    menu: Menu
    entries: Whole
    value: float
    limit: float
    relaxed: Bound | None = None
    first: float = np.inf


def solve(menu: Menu, climbed: Steps, spend: int, effort: Effort, close: float = 0.0) -> Solution:
    """The best entries of `menu`, whose ladder is `climbed`, for `spend` cents.

    A gap under the share `close` is not searched further.
    """
    menu, relaxed = bounded(menu, climbed, spend)
    first = relaxed.value
    entries = swapped(menu, relaxed, relaxed.entries, spend, close)
    if first - float(menu.value[entries].sum()) > close * first:
        menu, relaxed, entries = reduced(menu, relaxed, entries)
        menu, relaxed, entries = decided(menu, relaxed, entries, spend, _STEP)
        entries = swapped(menu, relaxed, entries, spend, close)
    value = float(menu.value[entries].sum())
    found = Solution(menu, entries, value, relaxed.value, relaxed, first)
    return _searched(found, spend, effort, close)


def _searched(found: Solution, spend: int, effort: Effort, close: float) -> Solution:
    """`found` after an exact search of so much `effort`."""
    if found.relaxed is None or found.limit - found.value <= close * found.limit:
        return found
    entries, limit = improve(found.menu, found.relaxed, found.entries, spend, effort)
    value = float(found.menu.value[entries].sum())
    return replace(found, entries=entries, value=value, limit=min(limit, found.limit))


def _in_order(chosen: pd.DataFrame) -> pd.DataFrame:
    """The most valuable first; equals by price and name."""
    return chosen.sort_values(
        ["value", "price", "creator"], ascending=[False, True, True], kind="stable"
    ).reset_index(drop=True)
