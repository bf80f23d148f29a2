"""Writes what comes in to the journal, many things in one transaction, off the event loop."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.lookups.journal import Journal


class Lost(Exception):
    """The journal cannot be written any more, so nothing more is asked."""


@dataclass(slots=True)
class _Batch:
    answers: list[Mapping[str, Any]] = field(default_factory=list)
    rows: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    use: dict[str, dict[str, Any]] = field(default_factory=dict)
    kept: asyncio.Event = field(default_factory=asyncio.Event)


class Scribe:
    """The only writer of one run. What was awaited is on the disk, whatever happens next."""

    def __init__(self, journal: Journal, run_id: str, holder: str) -> None:
        self._journal = journal
        self._run = run_id
        self._holder = holder
        self._open = _Batch()
        self._wake = asyncio.Event()
        self._ended = False
        self.fault: BaseException | None = None

    async def answer(self, answer: Mapping[str, Any], use: Mapping[str, Any]) -> None:
        """Keeps the answer to one call and counts what it took; returns when it is kept."""
        batch = self._open
        batch.answers.append(answer)
        total = batch.use.setdefault(
            use["platform"], {"platform": use["platform"], "calls": 0, "units": 0.0, "dollars": 0.0}
        )
        for name in ("calls", "units", "dollars"):
            total[name] += use[name]
        await self._until_kept(batch)

    async def row(self, row: Mapping[str, Any]) -> None:
        """Keeps the outcome of one row."""
        batch = self._open
        batch.rows[row["number"]] = row
        await self._until_kept(batch)

    def end(self) -> None:
        """Lets `work` finish once everything is written."""
        self._ended = True
        self._wake.set()

    async def work(self) -> None:
        """Writes until `end`."""
        while not (self._ended and self._empty()):
            await self._wake.wait()
            self._wake.clear()
            if self._empty():
                continue
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
                self.fault = error
                return
            finally:
                batch.kept.set()
            if self._ended:
                self._wake.set()

    def _empty(self) -> bool:
        return not (self._open.answers or self._open.rows)

    async def _until_kept(self, batch: _Batch) -> None:
        self._wake.set()
        await batch.kept.wait()
        if self.fault is not None:
            raise Lost from self.fault
