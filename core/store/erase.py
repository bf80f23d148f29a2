"""Everything that people and files brought is removed, down to the bytes of the file."""

import sqlite3
from typing import Final

from sqlalchemy import Engine, delete
from sqlmodel import Session

from core.errors import StoreError
from core.store import sessions
from core.store.models import Row

_TRACES: Final = (
    "Everything is deleted, but traces are left in the file, which could not be rewritten.",
    "Close other windows of Microscope, see that the disk is not full, and erase once more.",
)


def rows(*, session: Session) -> None:
    """Deletes all rows of all tables; the schema and its revision stay."""
    for table in reversed(Row.metadata.sorted_tables):
        session.execute(delete(table))


def traces(engine: Engine) -> None:
    """Rewrites a SQLite file without the deleted rows, and empties the log beside it.

    PostgreSQL keeps deleted rows until its own autovacuum passes.
    """
    if engine.dialect.name != "sqlite":
        return
    with sessions.plainly(), engine.connect() as connection:
        raw = connection.connection.cursor()
        try:
            raw.execute("VACUUM")
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            raise StoreError(*_TRACES) from error
    if busy:
        raise StoreError(*_TRACES)
