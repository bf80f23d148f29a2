"""Writes what comes in to the journal, many things in one transaction, off the event loop.

What was asked for with a key of the user's own is paid for or counted, so it is on the disk before
the next call goes out. Answers that cost nothing are gathered for a moment: after a crash at most
a few dozen of them are asked for again.
"""

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from core.lookups.journal import Journal

MANY: Final = 32  # things in one transaction; as many again may wait while it is written
_MOMENT: Final = 0.2  # seconds that what costs nothing may wait for company


class Lost(Exception):
    """The journal cannot be written any more, so nothing more is asked."""


@dataclass(slots=True)
class _Batch:
    answers: list[Mapping[str, Any]] = field(default_factory=list)
    rows: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    use: dict[str, dict[str, Any]] = field(default_factory=dict)
    due: asyncio.Event = field(default_factory=asyncio.Event)
    kept: asyncio.Event = field(default_factory=asyncio.Event)

    def __len__(self) -> int:
        return len(self.answers) + len(self.rows) + len(self.use)


class Scribe:
    """The only writer of one run. `now` means: come back when it is on the disk."""

    def __init__(self, journal: Journal, run_id: str, holder: str) -> None:
        self._journal = journal
        self._run = run_id
        self._holder = holder
        self._open = _Batch()
        self._wake = asyncio.Event()
        self._ended = False
        self._fault: BaseException | None = None

    async def answer(self, answer: Mapping[str, Any], *, now: bool = True) -> None:
        """Keeps the answer to one call."""
        batch = self._open
        batch.answers.append(answer)
        await self._added(batch, now)

    def use(self, use: Mapping[str, Any]) -> None:
        """Counts what a call took, in the transaction of what comes next."""
        total = self._open.use.setdefault(
            use["platform"], {"platform": use["platform"], "calls": 0, "units": 0.0, "dollars": 0.0}
        )
        for name in ("calls", "units", "dollars"):
            total[name] += use[name]

    async def row(self, row: Mapping[str, Any], *, now: bool = True) -> None:
        """Keeps the outcome of one row."""
        batch = self._open
        batch.rows[row["number"]] = row
        await self._added(batch, now)

    def end(self) -> None:
        """Lets `work` finish once everything is written."""
        self._ended = True
        self._open.due.set()
        self._wake.set()

    async def work(self) -> None:
        """Writes until `end`; raises Lost when something could not be written."""
        while self._fault is None:
            await self._wake.wait()
            if not self._open:
                if self._ended:
                    return
                self._wake.clear()
                continue
            if not self._ended:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._open.due.wait(), _MOMENT)
            await self._write()
        raise Lost from self._fault

    async def _write(self) -> None:
        batch, self._open = self._open, _Batch()
        try:
            await asyncio.to_thread(
                self._journal.write,
                self._run,
                self._holder,
                answers=batch.answers,
                rows=list(batch.rows.values()),
                use=list(batch.use.values()),
            )
        except Exception as error:  # noqa: BLE001 - told to whoever waits
            self._fault = error
        finally:
            batch.kept.set()

    async def _added(self, batch: _Batch, now: bool) -> None:
        if self._fault is None:
            self._wake.set()
            if not now and len(batch) < MANY:
                return
            batch.due.set()
            await batch.kept.wait()
        if self._fault is not None:
            raise Lost from self._fault
