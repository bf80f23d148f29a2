"""The search for better plans goes on behind the page, in one thread for all who ask the same.

It begins with the second look, so that whoever drags a slider passes by and starts nothing. A
search that nobody looks at any more stops by itself, and goes on when somebody comes back.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from core import budget
from core.budget import CLOSE, Plan
from core.budget.summary import STEP
from core.errors import NoPlan

_PATIENCE: Final = 5.0  # seconds without a look
_LONG: Final = 100_000  # entries beyond which a second plan would keep the page waiting


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best plans so far, for the total and for a STEP more; `better`: how often bettered."""

    better: int
    plan: Plan
    more: Plan | None  # None = not worked out yet


@dataclass(slots=True, eq=False)
class Search:
    """The search for the best plans for one total; raises ImpossibleLimits where there is none."""

    market: budget.Market
    total: float
    clock: Callable[[], float] = time.monotonic
    found: Found = field(init=False)
    _seen: float = field(init=False)
    _looks: int = field(init=False, default=0)
    _ended: bool = field(init=False, default=False)
    _begun: Iterator[Plan] | None = field(init=False)
    _thread: threading.Thread | None = field(init=False, default=None)
    _changing: threading.RLock = field(init=False, default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self._seen = self.clock()
        self._begun = self._plans(self.total)
        plan, more = next(self._begun), None
        if len(self.market.menu.cost) <= _LONG:
            with suppress(NoPlan):  # none was found in time
                more = budget.best_plan_on(self.market, self.total + STEP)
        self.found = _rising(Found(0, plan, more))

    @property
    def is_over(self) -> bool:
        """Whether both plans are as close as is asked for, or nothing is left to try."""
        plan, more = self.found.plan, self.found.more
        return self._ended or (plan.gap <= CLOSE and more is not None and more.gap <= CLOSE)

    def look(self) -> Found:
        """The best plans so far; the search goes on while somebody looks."""
        with self._changing:
            self._seen = self.clock()
            self._looks += 1
            idle = self._thread is None or not self._thread.is_alive()
            if self._looks > 1 and idle and not self.is_over:
                self._thread = threading.Thread(target=self._run, name="plan search", daemon=True)
                self._thread.start()
            return self.found

    def leave(self) -> None:
        """Say that one of those who looked asks something else now."""
        self._seen = -float("inf")
        self._looks = 0

    def wait(self, seconds: float) -> bool:
        """Whether the search is over, after waiting for it so long at most."""
        self.look()
        self.look()
        if self._thread is not None:
            self._thread.join(seconds)
        return self.is_over

    def offer(self, plan: Plan | None, more: Plan | None = None) -> bool:
        """Whether plans found on the way, for as much money or less, are better than the own."""
        with self._changing:
            now = self.found
            best = _of_both(now.plan, plan) if plan else now.plan
            step = _of_both(now.more, more) if now.more and more else more or now.more
            if best is now.plan and step is now.more:
                return False
            self.found = _rising(Found(now.better + 1, best, step))
            return True

    def _run(self) -> None:
        begun, self._begun = self._begun, None
        for plan in begun or self._plans(self.total):
            self.offer(plan)
        with suppress(NoPlan):
            for more in self._plans(self.total + STEP):
                self.offer(None, more)
        self._ended = not self._is_left()

    def _plans(self, total: float) -> Iterator[Plan]:
        return budget.refine(self.market, total, CLOSE, stopped=self._is_left)

    def _is_left(self) -> bool:
        return self.clock() - self._seen > _PATIENCE


def _of_both(one: Plan, other: Plan) -> Plan:
    """The better plan with the lower bound; `one` itself where `other` adds nothing."""
    if other.budget < one.budget:  # its bound says nothing here
        better = replace(other, budget=one.budget, bound=one.bound, exact=False)
        return better.under(one.bound) if other.value > one.value else one
    if other.value > one.value:
        return other.under(one.bound)
    return one.under(other.bound) if other.bound < one.bound else one


def _rising(found: Found) -> Found:
    """With more money the plan for less can be had too, and one that costs less for less."""
    plan, more = found.plan, found.more
    if more is None or plan is more:
        return found
    if more.cost <= plan.budget and more.value > plan.value:
        plan = replace(more, budget=plan.budget, bound=plan.bound).under(plan.bound)
    if more.value < plan.value:
        more = _of_both(more, plan)
    return replace(found, plan=plan, more=more)
