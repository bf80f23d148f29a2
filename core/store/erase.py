"""Everything that people and files brought is removed, down to the bytes of the file."""

from sqlalchemy import Engine, delete
from sqlmodel import Session

from core.errors import StoreError
from core.store import sessions
from core.store.models import Row


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
        raw.execute("VACUUM")
        busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreError(
            "Everything is deleted, but traces are left in the file: somebody is still reading it.",
            "Close other windows of Microscope and erase once more.",
        )
