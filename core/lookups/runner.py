"""Runs in the background: a thread of its own, started once however many windows ask."""

import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from uuid import uuid4

from core.lookups import harvest
from core.lookups.journal import Journal
from core.lookups.networks import NETWORKS
from core.lookups.run import Run
from core.lookups.secrets import Secrets
from core.lookups.settings import Settings
from core.lookups.wire import Wire, client

_LOG: Final = logging.getLogger(__name__)


class Runner:
    """Starts runs of one journal; one at a time, so that two never share a network's limit."""

    def __init__(self, journal: Journal, settings: Settings | None = None) -> None:
        self._journal = journal
        self._settings = settings or Settings()

    def start(self, run_id: str, secrets: Secrets) -> threading.Thread | None:
        """Begins or goes on with a run; None while a look-up is under way anywhere."""
        holder = uuid4().hex
        if not self._journal.claim(run_id, holder, self._settings.lease):
            return None
        thread = threading.Thread(
            target=self._work, args=(run_id, holder, secrets), name=_name(run_id), daemon=True
        )
        thread.start()
        return thread

    def salvage(self, run_id: str) -> bool:
        """Brings in what a run found whose process is gone; asks nobody and does not go on.

        False while the run, or another one, is in good hands.
        """
        holder = uuid4().hex
        # A thread that only overslept, as with the computer's lid closed, goes on by itself.
        here = any(thread.name == _name(run_id) for thread in threading.enumerate())
        if here or not self._journal.claim(run_id, holder, self._settings.lease):
            return False
        return self._let_go(run_id, holder)

    def test(self, platform: str, secrets: Secrets) -> str:
        """Asks the network for as little as there is; what it says. Raises Refused."""

        async def ask() -> str:
            async with client(self._settings) as http:
                return await NETWORKS[platform].test(Wire(http, secrets, self._settings))

        # A notebook's thread has an event loop already, and a thread can have one only.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(ask())).result()

    def _work(self, run_id: str, holder: str, secrets: Secrets) -> None:
        try:
            asyncio.run(Run(self._journal, run_id, holder, secrets, self._settings).work())
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it to catch this
            _LOG.error("A look-up ended early: %s", _kind(error))
            self._let_go(run_id, holder)

    def _let_go(self, run_id: str, holder: str) -> bool:
        """Ends the claim, after bringing in what is there; whether that went well."""
        try:
            harvest.bring_in(self._journal, run_id, holder, self._settings.now())
        except Exception as error:  # noqa: BLE001 - the claim has to end, come what may
            _LOG.error("What a look-up found could not be brought in: %s", _kind(error))
            self._journal.release(run_id, holder, done=False)
            return False
        return True


def _name(run_id: str) -> str:
    """What the thread of a run is called."""
    return f"lookup {run_id}"


def _kind(error: BaseException) -> str:
    """What sort of fault it was, without its text: that could quote what was asked."""
    if isinstance(error, BaseExceptionGroup):
        return ", ".join(_kind(inner) for inner in error.exceptions)
    return type(error).__name__
