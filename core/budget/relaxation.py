"""The bound under side limits: a linear program that asks for more entries only while they pay.

It starts with few columns. Its duals price every entry at once (value − prices · what it takes);
each creator's best entry that pays more than the program thinks joins, until none does. Whatever
the duals are, the sum of each creator's best gain plus the prices of the limits is at least the
value of the best plan (Lagrange), so the bound needs no trust in the program's tolerances.
"""

from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np

from core.budget.bound import Bound
from core.budget.menu import Flags, Menu, Real, Whole

_ROUNDS: Final = 200
_CLOSE: Final = 1e-7  # share of the bound at which no more entries are asked for
_LEAK: Final = 1e-7  # of the scaled limits: less is rounding, more is proof that nothing fits
_INF: Final = highspy.kHighsInf
_OPTIMAL: Final = highspy.HighsModelStatus.kOptimal


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """What a cent and a unit of each limit are worth, and the bound that this proves."""

    rows: Real  # the budget first
    limit: float
    gain: Real  # of each entry
    best: Real  # of each creator, at least 0 (left as they are)


class Relaxation:
    """The linear program of one menu; `solve` may be asked for rising budgets."""

    def __init__(self, menu: Menu) -> None:
        self.menu = menu
        self.starts, self.group = menu.starts, menu.group
        self.takes = np.vstack([menu.cost.astype(np.float64), menu.rows.uses])
        widest = np.abs(self.takes).max(axis=1, initial=0.0)
        self.scale = np.where(widest > 0, widest, 1.0)
        self.worth = max(float(np.abs(menu.value).max(initial=0.0)), 1e-300)
        self.lower = np.append(-np.inf, menu.rows.least)
        self.upper = np.append(np.inf, menu.rows.most)
        self.columns = np.empty(0, np.int64)  # entries in the program, in its order
        self.row_of = np.full(len(self.starts), -1, np.int64)  # of each creator
        self.model = _program(self.lower / self.scale, self.upper / self.scale)
        self.slacks = 2 * len(self.lower)
        self.searching = False
        self.allowed = np.ones(len(menu.cost), bool)

    def solve(self, spend: int) -> Prices | None:
        """The prices at `spend` cents; None where no plan can respect all limits (proven)."""
        self.upper[0] = spend
        self.allowed = self._possible(spend)
        self.model.changeRowBounds(0, -_INF, spend / self.scale[0])
        self._allow_slack(False)
        if not len(self.columns):
            self._ask(self._by_money())
        if not self.run():
            prices = self._find_any()
            if prices is None:
                return None
        return self._generate(self.menu.value / self.worth)

    def _possible(self, spend: int) -> Flags:
        """The entries that leave enough money for all that the limits ask of others."""
        left = spend - self.menu.cost
        allowed = left >= 0
        paid = allowed & (self.menu.cost > 0)
        for takes, low, high in zip(self.takes[1:], self.lower[1:], self.upper[1:], strict=True):
            dust = _LEAK * max(float(np.abs(takes).max(initial=0.0)), 1.0)
            for sign, least in ((1.0, low), (-1.0, -high)):
                for_free = (sign * takes[allowed & ~paid] > 0).any()
                if np.isfinite(least) and not for_free:
                    a_cent = (sign * takes[paid] / self.menu.cost[paid]).max(initial=0.0)
                    allowed &= sign * takes + a_cent * left >= least - dust
        return np.asarray(allowed)

    def run(self) -> bool:
        """Whether the program has a solution as it stands."""
        self.model.run()
        return bool(self.model.getModelStatus() == _OPTIMAL)

    def shares(self) -> Real:
        """How much of each column the program takes, 0 to 1."""
        return np.array(self.model.getSolution().col_value)[self.slacks :]

    def bound(self, prices: Prices) -> Bound:
        """The bound in the words of the search; `entries` is what the program takes wholly."""
        taken = np.sort(self.columns[self.shares() > 0.5])
        loss = (prices.best[self.group] - prices.gain) * self.worth
        return Bound(prices.limit * self.worth, taken, 0.0, loss, prices.best * self.worth)

    def fix(self, column: int, low: float, high: float) -> None:
        """Hold the share of a column between `low` and `high`."""
        self.model.changeColBounds(self.slacks + column, low, high)

    def free(self) -> None:
        """Let go of all columns."""
        count = len(self.columns)
        index = np.arange(self.slacks, self.slacks + count, dtype=np.int32)
        self.model.changeColsBounds(count, index, np.zeros(count), np.full(count, _INF))

    def _generate(self, value: Real) -> Prices:
        """Ask for entries until the program cannot grow; the prices with the lowest bound."""
        least: Prices | None = None
        for _ in range(_ROUNDS):
            solution = self.model.getSolution()
            dual = np.array(solution.row_dual)
            prices = self._priced(value, dual[: len(self.scale)] / self.scale)
            if least is None or prices.limit < least.limit:
                least = prices
            paid = np.where(self.row_of >= 0, dual[self.row_of], 0.0)
            reached = self.model.getInfo().objective_function_value
            tolerance = _CLOSE * max(abs(least.limit), 1e-3)
            better = prices.best > paid + tolerance / max(len(self.starts), 1)
            if least.limit - reached <= tolerance or not better.any():
                break
            if not self._ask(self._best_entries(prices, better)) or not self.run():
                break
        assert least is not None
        return least

    def _priced(self, value: Real, rows: Real) -> Prices:
        rows = np.where(np.isfinite(self.upper), rows, np.minimum(rows, 0.0))
        rows = np.where(np.isfinite(self.lower), rows, np.maximum(rows, 0.0))
        gain = np.where(self.allowed, value - rows @ self.takes, -np.inf)
        best = np.maximum(np.maximum.reduceat(gain, self.starts), 0.0) if len(gain) else gain
        held = np.where(rows > 0, self.upper, np.where(rows < 0, self.lower, 0.0))
        limit = float(best.sum() + rows @ held)
        return Prices(rows, limit, gain, best)

    def _best_entries(self, prices: Prices, better: np.ndarray) -> Whole:
        hits = np.flatnonzero((prices.gain == prices.best[self.group]) & better[self.group])
        return hits[np.diff(self.group[hits], prepend=-1) != 0]

    def _by_money(self) -> Whole:
        """Each creator's entry that brings most for the money; something to begin with."""
        if not len(self.group):
            return np.empty(0, np.int64)
        ratio = np.where(self.allowed, self.menu.value / (self.menu.cost + 1.0), -np.inf)
        best = np.maximum.reduceat(ratio, self.starts)
        hits = np.flatnonzero((ratio == best[self.group]) & self.allowed)
        hits = hits[np.diff(self.group[hits], prepend=-1) != 0]
        order = hits[np.argsort(-ratio[hits], kind="stable")]
        within = np.cumsum(self.menu.cost[order]) <= self.upper[0]
        return order[: max(int(within.sum()) + 1, 10)]

    def _find_any(self) -> Prices | None:
        """Columns with which the limits can hold; None when no columns could make them."""
        self._allow_slack(True)
        nothing = np.zeros(len(self.menu.value))
        self.run()
        prices = self._generate(nothing)
        missing = -self.model.getInfo().objective_function_value
        self._allow_slack(False)
        proven = prices.limit < -_LEAK
        return None if proven or missing > _LEAK or not self.run() else prices

    def _allow_slack(self, allowed: bool) -> None:
        """With slack the program looks for what breaks the limits least, else for value."""
        count = len(self.columns)
        slack = np.arange(self.slacks, dtype=np.int32)
        high = np.full(self.slacks, _INF if allowed else 0.0)
        self.model.changeColsBounds(self.slacks, slack, np.zeros(self.slacks), high)
        index = np.arange(self.slacks, self.slacks + count, dtype=np.int32)
        value = np.zeros(count) if allowed else self.menu.value[self.columns] / self.worth
        self.model.changeColsCost(count, index, value)
        self.searching = allowed

    def _ask(self, entries: Whole) -> int:
        """Put the entries that are not there yet into the program; how many those were."""
        entries = np.setdiff1d(entries, self.columns)
        groups = np.unique(self.group[entries])
        fresh = groups[self.row_of[groups] < 0]
        first = self.model.getNumRow()
        self.row_of[fresh] = first + np.arange(len(fresh))
        count, none = len(fresh), np.empty(0)
        empty = np.empty(0, np.int32)
        self.model.addRows(
            count, np.full(count, -_INF), np.ones(count), 0, np.zeros(count, np.int32), empty, none
        )
        self._add(entries)
        return len(entries)

    def _add(self, entries: Whole) -> None:
        takes = (self.takes[:, entries] / self.scale[:, None]).T
        rows, count = takes.shape[1], len(entries)
        index = np.empty((count, rows + 1), np.int32)
        index[:, :rows] = np.arange(rows)
        index[:, rows] = self.row_of[self.group[entries]]
        number = np.append(takes, np.ones((count, 1)), axis=1)
        kept = number != 0
        starts = np.append(0, np.cumsum(kept.sum(axis=1)))[:-1].astype(np.int32)
        value = self.menu.value[entries] / self.worth * (not self.searching)
        self.model.addCols(
            count,
            value,
            np.zeros(count),
            np.full(count, _INF),
            int(kept.sum()),
            starts,
            index[kept],
            number[kept],
        )
        self.columns = np.append(self.columns, entries)


def _program(lower: Real, upper: Real) -> highspy.Highs:
    """The limits as rows (the budget first), and for each the slack that would break it."""
    model = highspy.Highs()
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("presolve", "off"),
        ("simplex_strategy", 0),
    ):
        model.setOptionValue(name, value)
    model.changeObjectiveSense(highspy.ObjSense.kMaximize)
    count = len(lower)
    empty, none = np.empty(0, np.int32), np.empty(0)
    model.addRows(count, lower, upper, 0, np.zeros(count, np.int32), empty, none)
    rows = np.tile(np.arange(count, dtype=np.int32), 2)
    sign = np.repeat([1.0, -1.0], count)
    size = 2 * count
    starts = np.arange(size, dtype=np.int32)
    zero = np.zeros(size)
    model.addCols(size, np.full(size, -1.0), zero, zero, size, starts, rows, sign)
    return model
