"""The engine: where the database is, and how SQLite is told to behave among threads.

Our own and not `st.connection`: that one caches queries for ever and retries with long sleeps.
"""

import json
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, make_url

from core.errors import StoreError

DEFAULT_FILE: Final = Path(__file__).resolve().parents[2] / "data" / "local" / "microscope.sqlite3"

_WAIT: Final = 30  # seconds a writer waits for another one before it gives up


def sqlite(file: Path) -> str:
    """The address of a SQLite file, whatever letters are in its path."""
    return URL.create("sqlite", database=str(file)).render_as_string()


def address(url: str) -> URL:
    """The URL understood; raises StoreError when it names no database this program can use."""
    examples = "Use sqlite:///path/to/file.sqlite3 or postgresql://user@host/name."
    try:
        parsed = make_url(url)
    except exc.ArgumentError as error:
        raise StoreError("The address of the database cannot be understood.", examples) from error
    kind = parsed.get_backend_name()
    if kind in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if kind != "sqlite":
        raise StoreError(f"Databases of the kind “{kind}” are not supported.", examples)
    if parsed.database in (None, "", ":memory:"):
        raise StoreError("A database in memory would forget everything.", examples)
    return parsed


def file_of(where: URL) -> Path | None:
    """The file of a SQLite database; None for a server."""
    return Path(str(where.database)) if where.get_backend_name() == "sqlite" else None


def make(where: URL) -> Engine:
    """An engine for `where`; nothing is opened yet."""
    serializer = partial(json.dumps, allow_nan=False)  # PostgreSQL refuses NaN inside JSON
    if file_of(where) is not None:
        waits: dict[str, Any] = {"timeout": _WAIT, "isolation_level": None}
        engine = create_engine(where, json_serializer=serializer, connect_args=waits)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return create_engine(where, json_serializer=serializer, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        what = "The driver for PostgreSQL is not installed."
        raise StoreError(what, "Run: pip install 'psycopg[binary]'") from error


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    """Settings that SQLite forgets with each connection."""
    connection.execute(f"PRAGMA busy_timeout = {_WAIT * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    """Begins in words, as sqlite3 itself would leave DDL outside and take the write lock too late.

    A transaction that reads first and writes later gets "database is locked" without any waiting.
    """
    writes = connection.get_execution_options().get("microscope_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
