"""Brings a database to the newest form, and refuses one that is newer than this program.

Alembic is imported only when there is something to do: most starts find the database current.
"""

import sqlite3
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, inspect, text

from core.errors import NewerDatabase, StoreError
from core.store import sessions

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS: Final = Path(__file__).with_name("migrations")

_ALEMBIC: Final = Lock()  # Alembic keeps the migration under way in globals of its own modules
_WAL_ATTEMPTS: Final = 50


def revisions() -> list[str]:
    """The revisions this program knows, oldest first; each file is named after its own."""
    return sorted(path.stem.partition("_")[0] for path in MIGRATIONS.glob("versions/[0-9]*.py"))


def is_current(connection: Connection) -> bool:
    """Whether the database has the newest form; raises for one that is newer or someone else's."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables and connection.dialect.name == "sqlite":
            what = "This database file belongs to another program."
            raise StoreError(what, "Choose another file for Microscope; this one was not touched.")
        return False
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    known = revisions()
    if revision is not None and revision not in known:
        raise NewerDatabase(
            "This database was written by a newer Microscope than the one that is running.",
            "Install the newer version and start again; nothing in the database was changed.",
        )
    return revision == known[-1]


def look(file: Path) -> None:
    """Raises when `file` is no database of ours, without changing a byte of it."""
    if not file.exists() or not file.stat().st_size:
        return
    address = f"{file.resolve().as_uri()}?mode=ro"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool
    )
    with sessions.plainly(), engine.connect() as connection:
        is_current(connection)


def upgrade(engine: Engine) -> None:
    """Runs the migrations that are missing; a second process doing the same waits, then agrees."""
    with sessions.reading(engine) as session:
        current = is_current(session.connection())
    if not current:
        with sessions.writing(engine) as session:
            connection = session.connection()
            if not is_current(connection):
                _migrate(connection)
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)


def configuration(connection: Connection | None) -> "Config":
    """What Alembic's commands ask for; `command.revision(…, autogenerate=True)` among them."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _migrate(connection: Connection) -> None:
    from alembic import command

    with _ALEMBIC:
        command.upgrade(configuration(connection), "head")


def _write_ahead(engine: Engine) -> None:
    """Switches the file to WAL, once in its life: readers and the writer no longer wait.

    SQLite does not wait here when another process does the same, so waiting is done by asking for
    the write lock in between, and the switch is tried again.
    """
    for _ in range(_WAL_ATTEMPTS):
        with sessions.plainly(), engine.connect() as connection:
            raw = connection.connection.cursor()
            try:
                raw.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise
            else:
                return
        with sessions.writing(engine) as session:
            session.connection()
    raise StoreError("The database is busy: another program holds it.", "Close it and try again.")
