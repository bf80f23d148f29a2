"""One session a call, and database errors in plain sentences.

A session shared between Streamlit's threads fails at once; two writers that both begin by reading
fail on SQLite without waiting. So each call opens its own, and a writer says so from the start.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine, exc, func, select
from sqlmodel import Session

from core.errors import StoreError

# PostgreSQL's name for "one writer at a time", which is how SQLite works anyway: with it, looking
# whether a row is there and adding it cannot be overtaken. Any number will do, if it never changes.
_WRITERS: Final = 7_100_427

_SENTENCES: Final = (
    (
        ("not a database", "malformed", "file is encrypted"),
        "The database file is damaged, or it is not a Microscope database.",
        "Put back a copy from a backup, or move the file away and start again with an empty one.",
    ),
    (
        ("is locked", "QueuePool limit"),
        "The database is busy: something else has been writing to it for a while.",
        "Wait a moment and try again; nothing was changed.",
    ),
    (
        ("readonly", "read-only", "permission denied", "unable to open"),
        "The database cannot be written.",
        "Check that its folder exists and that you may write there; nothing was changed.",
    ),
    (
        ("disk is full", "No space left"),
        "There is no room left on the disk for the database.",
        "Free some space and try again; nothing was changed.",
    ),
    (
        ("connection failed", "Connection refused", "connection to server"),
        "The database server does not answer.",
        "Check that it runs and that MICROSCOPE_DATABASE_URL names it correctly.",
    ),
)


@contextmanager
def plainly() -> Iterator[None]:
    """Turns an error of the database into a StoreError with a sentence."""
    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError, sqlite3.Error) as error:
        cause = str(getattr(error, "orig", None) or error)
        for signs, what, do in _SENTENCES:
            if any(sign.lower() in cause.lower() for sign in signs):
                raise StoreError(what, do) from error
        what = f"The database could not do this: {cause.splitlines()[0].rstrip('.')}."
        raise StoreError(what, "Nothing was changed; try again.") from error


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only looks, and sees all of it as it was at one moment."""
    # SQLite's log gives that to every transaction; PostgreSQL gives it when asked.
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with plainly(), Session(engine, expire_on_commit=False) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session in one transaction: all of it is kept at the end, or none of it."""
    writer = engine.execution_options(microscope_writes=True)
    with plainly(), Session(writer, expire_on_commit=False) as session, session.begin():
        if engine.dialect.name == "postgresql":
            session.execute(select(func.pg_advisory_xact_lock(_WRITERS)))
        yield session
