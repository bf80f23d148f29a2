"""What was understood of a file that lies in the browser's upload box."""

import hashlib
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Final

import streamlit as st

from core import readers
from pages.parts import waiting

Read = readers.Reading | readers.UnreadableFile


class Job:
    """A file that is being read in a thread of its own: whoever looks away does not stop it."""

    def __init__(self, name: str, content: bytes, mapping: Mapping[str, str]) -> None:
        self.name = name
        self.share = 0.0
        self._began = time.monotonic()
        # One that nobody waits for comes to its end by itself.
        alone = ThreadPoolExecutor(max_workers=1, thread_name_prefix="read")
        self._read: Future[Read] = alone.submit(self._run, content, dict(mapping) or None)
        alone.shutdown(wait=False)

    def done(self, within: float) -> bool:
        """Whether it is read, now or in so many seconds."""
        wait([self._read], timeout=within)
        return self._read.done()

    def read(self) -> Read:
        """What was understood, or why nothing was; waits for it."""
        return self._read.result()

    @property
    def seconds(self) -> float:
        """How long it has been at it."""
        return time.monotonic() - self._began

    def _run(self, content: bytes, mapping: Mapping[str, str] | None) -> Read:
        try:
            return readers.read(self.name, content, mapping=mapping, tell=self._tell)
        except readers.UnreadableFile as error:
            return error

    def _tell(self, share: float) -> None:
        self.share = max(self.share, share)


@st.cache_resource(max_entries=16, ttl=3600, show_spinner=False)
def _begun(name: str, digest: str, mapping: tuple[tuple[str, str], ...], _content: bytes) -> Job:
    return Job(name, _content, dict(mapping))


@st.cache_data(max_entries=256, ttl=3600, show_spinner=False)
def digest(file_id: str, _content: bytes) -> str:
    """The SHA-256 of an uploaded file, worked out once an upload."""
    return hashlib.sha256(_content).hexdigest()


def reading(name: str, digest: str, content: bytes, mapping: Mapping[str, str]) -> Read:
    """What was understood of `content`, whose SHA-256 is `digest`, or why nothing was; how far it
    is stands on the screen meanwhile.
    """
    job = _begun(name, digest, tuple(sorted(mapping.items())), content)
    waiting.until_done(job)
    return job.read()


KEPT: Final = (_begun, digest)
