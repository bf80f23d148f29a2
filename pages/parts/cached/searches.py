"""The search for better plans goes on behind the page, in one thread for all who ask the same.

It begins with the second look, so that whoever drags a slider passes by and starts nothing. A
search that nobody looks at any more stops by itself, and goes on when somebody comes back.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from core import budget
from core.budget import CLOSE, Plan
from core.budget.progress import Progress
from core.budget.summary import STEP
from core.errors import NoPlan

_PATIENCE: Final = 10.0  # seconds without a look
_LONG: Final = 100_000  # entries beyond which a second plan would keep the page waiting


@dataclass(slots=True, eq=False)
class Search:
    """The search for the best plans for one total; raises ImpossibleLimits where there is none."""

    market: budget.Market
    total: float
    clock: Callable[[], float] = time.monotonic
    found: Progress = field(init=False)
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
        self.found = Progress(0, plan, more).rising()

    @property
    def is_over(self) -> bool:
        """Whether both plans are as close as is asked for, or nothing is left to try."""
        plan, more = self.found.plan, self.found.more
        return self._ended or (plan.gap <= CLOSE and more is not None and more.gap <= CLOSE)

    def look(self) -> Progress:
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
        ends = time.monotonic() + seconds
        while not self.is_over and time.monotonic() < ends:
            self.look()
            if self._thread is not None:
                self._thread.join(0.1)
        return self.is_over

    def offer(self, plan: Plan | None, more: Plan | None = None) -> None:
        """Takes plans for as much money or less, found on the way, where they are better."""
        with self._changing:
            self.found = self.found.bettered(plan, more)

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
