"""Answers that are still true: nothing is asked twice while nobody has written.

A page asks who is on the shortlist, how numbers are written and what was brought in a dozen times
a rerun; each question opened a session of its own, together a tenth of a rerun. SQLite can say
within microseconds whether anybody, in this process or another, has written since: then, and only
then, it is asked anew. PostgreSQL has no such sign, so there every question is asked.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from core.store import engines
from core.store.sessions import reading

Answer = TypeVar("Answer")


class Answers:
    """What was asked of one database since somebody wrote to it; shared by all threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._watch: sqlite3.Connection | None = None
        self._closed = False
        self._state: int | None = None
        self._kept: dict[str, Any] = {}

    def ask(self, question: str, read: Callable[[Session], Answer]) -> Answer:
        """What `read` gives, read only if it may be another than last time; not to be changed."""
        with self._lock:
            state = self._look()
            if state is not None and question in self._kept:
                kept: Answer = self._kept[question]
                return kept
        with reading(self._engine) as session:
            answer = read(session)
        with self._lock:
            # Whoever wrote while this was read has moved the state, which is seen at the next look.
            if state is not None and state == self._state:
                self._kept[question] = answer
        return answer

    def close(self) -> None:
        """Forgets everything and lets go of the file for good; later questions are read anew."""
        with self._lock:
            self._forget()
            self._closed = True
            if self._watch:
                self._watch.close()
            self._watch = None

    def _look(self) -> int | None:
        """The state of the database, another one after every write; None where it cannot tell."""
        state: int | None = None
        file = engines.file_of(self._engine.url)
        with suppress(sqlite3.Error):
            if file is not None and not self._closed:
                if self._watch is None:
                    where = f"{file.resolve().as_uri()}?mode=rw"
                    self._watch = sqlite3.connect(where, uri=True, check_same_thread=False)
                # It moves for other connections' writes; this one never writes.
                state = int(self._watch.execute("PRAGMA data_version").fetchone()[0])
        if state is None or state != self._state:
            self._forget()
            self._state = state
        return state

    def _forget(self) -> None:
        self._kept.clear()
        self._state = None
