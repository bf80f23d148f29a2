"""When the next call may go out: so many at once, so far apart, and not before a pause is over."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from core.lookups.outcomes import Outcome, Refused, State
from core.lookups.settings import Settings
from core.lookups.terms import Terms

OnHold = Callable[[datetime], Awaitable[None]]


async def rest(seconds: float, stop: asyncio.Event) -> None:
    """Waits; raises Refused when the run is stopped meanwhile."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
    if stop.is_set():
        raise Refused(Outcome(State.WAITING))


class Pace:
    """The calls of one family to one host."""

    def __init__(self, terms: Terms, settings: Settings, stop: asyncio.Event) -> None:
        self._settings = settings
        self._stop = stop
        self._at_once = asyncio.Semaphore(terms.at_once)
        self._apart = terms.seconds_per_call / settings.pace
        # So many may follow each other closely before they are spread: half of the window's.
        self._burst = self._apart * terms.calls_allowed / 2
        self._next = 0.0
        self._held: datetime | None = None

    def hold(self, until: datetime) -> None:
        """No call before `until`."""
        if self._held is None or until > self._held:
            self._held = until

    @asynccontextmanager
    async def turn(self, on_hold: OnHold) -> AsyncIterator[None]:
        """Waits until a call may be made; raises Refused when that would take too long."""
        async with self._at_once:
            if self._stop.is_set():
                raise Refused(Outcome(State.WAITING))
            await self._pause(on_hold)
            await self._spread()
            yield

    async def _pause(self, on_hold: OnHold) -> None:
        while self._held is not None:
            seconds = (self._held - self._settings.now()).total_seconds()
            if seconds <= 0:
                self._held = None
                return
            if seconds > self._settings.patience:
                raise Refused(Outcome(State.LIMITED, until=self._held))
            await on_hold(self._held)
            # All that wait would come back at the same moment.
            await rest(seconds + self._settings.jitter(0.0, 0.25), self._stop)

    async def _spread(self) -> None:
        """A leaky bucket: bursts go at once, and later ones at the network's own speed."""
        now = asyncio.get_running_loop().time()
        self._next = max(self._next, now) + self._apart
        wait = self._next - now - self._burst
        if wait > 0:
            await rest(wait, self._stop)
