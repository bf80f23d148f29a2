"""The search for a better plan goes on behind the page, in one thread for all who ask the same.

A search that nobody looks at any more stops by itself, and goes on when somebody comes back.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from core import budget
from core.budget import CLOSE

_PATIENCE: Final = 20.0  # seconds without a look


@dataclass(slots=True, eq=False)
class Search:
    """The best plan so far for one budget; `better` says how often it was bettered."""

    market: budget.Market
    total: float
    begun: budget.Plan
    clock: Callable[[], float] = time.monotonic
    best: tuple[int, budget.Plan] = field(init=False)
    _seen: float = field(init=False)
    _ended: bool = field(init=False, default=False)
    _thread: threading.Thread | None = field(init=False, default=None)
    _starting: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.best = 0, self.begun
        self._seen = self.clock()

    @property
    def is_over(self) -> bool:
        """Whether the plan is as close to its bound as is asked for, or nothing is left to try."""
        return self._ended or self.best[1].gap <= CLOSE

    def look(self) -> tuple[int, budget.Plan]:
        """How often bettered, and the best plan so far; the search goes on while somebody looks."""
        self._seen = self.clock()
        with self._starting:
            idle = self._thread is None or not self._thread.is_alive()
            if idle and not self.is_over:
                self._thread = threading.Thread(target=self._run, name="plan search", daemon=True)
                self._thread.start()
        return self.best

    def wait(self, seconds: float) -> bool:
        """Whether the search is over, after waiting for it so long at most."""
        self.look()
        if self._thread is not None:
            self._thread.join(seconds)
        return self.is_over

    def _run(self) -> None:
        for plan in budget.refine(self.market, self.total, CLOSE, stopped=self._is_left):
            count, best = self.best
            if plan.value > best.value or plan.bound < best.bound:
                self.best = count + 1, _of_both(best, plan)
        self._ended = not self._is_left()

    def _is_left(self) -> bool:
        return self.clock() - self._seen > _PATIENCE


def _of_both(one: budget.Plan, other: budget.Plan) -> budget.Plan:
    """The better plan with the lower bound."""
    return other.under(one.bound) if other.value >= one.value else one.under(other.bound)
