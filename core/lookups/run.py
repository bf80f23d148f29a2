"""One run from claim to upload: lanes of chunks, one lane a host, each at that host's pace."""

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial

import pandas as pd

from core.errors import StoreError
from core.lookups import harvest
from core.lookups.desk import Depth, Desk, settled
from core.lookups.journal import Journal
from core.lookups.networks import FOLLOWABLE, NETWORKS, SEARCHABLE
from core.lookups.outcomes import Refused
from core.lookups.scribe import Scribe
from core.lookups.secrets import Secrets
from core.lookups.settings import Settings
from core.lookups.terms import terms
from core.lookups.wire import Wire, client


class Run:
    """The work on one claimed run, inside of one event loop."""

    def __init__(
        self, journal: Journal, run_id: str, holder: str, secrets: Secrets, settings: Settings
    ) -> None:
        self._journal = journal
        self._id = run_id
        self._holder = holder
        self._secrets = secrets
        self._settings = settings
        self._stop = asyncio.Event()
        self._shared: dict[str, asyncio.Future[object]] = {}

    async def work(self) -> None:
        """Asks until nothing is left, somebody presses stop, or a limit is too far off."""
        self._kind, asked = self._journal.asked(self._id)
        self._depth = Depth(**asked)
        rows = self._journal.rows(self._id)
        self._scribe = Scribe(self._journal, self._id, self._holder)
        async with client(self._settings) as http:
            self._wire = Wire(http, self._secrets, self._settings, self._stop)
            writing = asyncio.create_task(self._scribe.work())
            beating = asyncio.create_task(self._beat())
            try:
                await self._lanes(rows)
            finally:
                beating.cancel()
                self._scribe.end()
                await writing
        now = self._settings.now()
        await asyncio.to_thread(harvest.bring_in, self._journal, self._id, self._holder, now)

    async def _beat(self) -> None:
        """Keeps the claim alive and listens for a stop from any window."""
        lease = self._settings.lease
        while True:
            await asyncio.sleep(min(lease / 3, 0.5))
            try:
                mine = await asyncio.to_thread(self._journal.renew, self._id, self._holder, lease)
            except StoreError:  # without the claim another window may begin to ask the same
                mine = False
            if not mine:
                self._stop.set()

    async def _lanes(self, rows: pd.DataFrame) -> None:
        rows = rows.assign(settled=rows["state"].map(settled))
        lanes: dict[tuple[str, str], list[pd.DataFrame]] = {}
        for _, chunk in rows[rows["chunk"] > 0].groupby("chunk", sort=True):
            if not chunk["settled"].all():
                lanes.setdefault(_lane(chunk), []).append(chunk)
        async with asyncio.TaskGroup() as together:
            for (platform, _), chunks in lanes.items():
                todo = iter(chunks)
                for _ in range(min(terms(platform).at_once + 1, len(chunks))):
                    together.create_task(self._worker(platform, todo))

    async def _worker(self, platform: str, todo: Iterator[pd.DataFrame]) -> None:
        for chunk in todo:
            if self._stop.is_set():
                return
            number = int(chunk["chunk"].iloc[0])
            replies = await asyncio.to_thread(self._journal.answers, self._id, number)
            desk = Desk(
                chunk=number,
                numbers=dict(zip(chunk["handle"], chunk["number"].astype(int), strict=True)),
                settled=frozenset(chunk.loc[chunk["settled"], "handle"]),
                replies=replies,
                wire=self._wire,
                scribe=self._scribe,
                network=NETWORKS[platform],
                shared=self._shared,
                # A key's calls are counted or paid for; a long list goes on at the page it reached.
                careful=bool(terms(platform).secret) or self._kind != "handles",
            )
            await self._do(platform, chunk["handle"].tolist(), desk)
            await desk.leave()

    async def _do(self, platform: str, handles: Sequence[str], desk: Desk) -> None:
        first, depth = handles[0], self._depth
        if self._kind == "followers":
            await desk.conclude(first, partial(FOLLOWABLE[platform].followers, first, desk, depth))
        elif self._kind == "search":
            await desk.conclude(first, partial(SEARCHABLE[platform].search, first, desk, depth))
        else:
            try:
                await NETWORKS[platform].look_up(handles, desk, depth)
            except Refused as refused:
                for handle in desk.open():
                    await desk.report(handle, refused.outcome)


def _lane(chunk: pd.DataFrame) -> tuple[str, str]:
    platform, handle = chunk["platform"].iloc[0], chunk["handle"].iloc[0]
    return platform, handle.rpartition("@")[2] if platform == "mastodon" else ""
