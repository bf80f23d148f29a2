"""Databases for the store's tests: a SQLite file, and a PostgreSQL server where there is one."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pandas as pd
import pytest

import core.store
from core import tables
from core.store import Store

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Read:
    """What a reader hands over, without reading."""

    tables: dict[str, pd.DataFrame]
    problems: pd.DataFrame = field(default_factory=pd.DataFrame)
    ids: pd.DataFrame = field(default_factory=pd.DataFrame)
    waiting: frozenset[str] = frozenset()
    format: str = "table"
    label: str = "A list"
    sentence: str = "A list of accounts."
    rows: int = 2
    rows_kept_out: int = 0


def _program(name: str) -> str | None:
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = os.pathsep.join([*map(str, homes), os.environ.get("PATH", "")])
    return shutil.which(name, path=path)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a throw-away server, on a socket in a folder of its own."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: PostgreSQL is not tested")
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("no PostgreSQL server is installed: PostgreSQL is not tested")
    # Not pytest's own folder: the server must run as somebody else than root, who could not get in.
    home = tempfile.mkdtemp(prefix="pg")
    before: list[str] = []
    if os.name == "posix" and os.geteuid() == 0:
        import pwd

        users = {user.pw_name for user in pwd.getpwall()}
        user = "postgres" if "postgres" in users else "nobody"
        shutil.chown(home, user)
        before = ["runuser", "-u", user, "--"]
    data = f"{home}/data"
    quick = f"-c listen_addresses= -c unix_socket_directories={home} -c fsync=off"

    def run(*command: str) -> None:
        with Path(home, "log").open("a") as log:
            subprocess.run([*before, *command], check=True, cwd=home, stdout=log, stderr=log)

    try:
        run(initdb, "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        run(pg_ctl, "-D", data, "-o", quick, "-w", "start")
        try:
            yield home
        finally:
            run(pg_ctl, "-D", data, "-m", "immediate", "-W", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def new_database(postgres: str) -> Callable[[], str]:
    """Makes an empty schema on the server and gives its address, as good as a database of its own.

    A database is hundreds of files: to delete those of all tests takes a minute on a slow disk.
    """
    import psycopg

    numbers = count(1)

    def make() -> str:
        name = f"store_{next(numbers)}"
        with psycopg.connect(host=postgres, user="tester", dbname="postgres", autocommit=True) as c:
            c.execute(f"CREATE SCHEMA {name}")
        return f"postgresql://tester@/postgres?host={postgres}&options=-csearch_path%3D{name}"

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is not there yet, or is empty."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'microscope.sqlite3'}"
    return request.getfixturevalue("new_database")()


@pytest.fixture
def store(url: str, file: Path, blank: Path) -> Iterator[Store]:
    """A store on which it is always noon, on PostgreSQL and on a copy of an empty SQLite file."""
    if url.startswith("sqlite"):
        shutil.copy(blank, file)
    opened = core.store.open(url, now=lambda: NOON)
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a SQLite database will be."""
    return tmp_path / "microscope.sqlite3"


@pytest.fixture
def noon() -> datetime:
    """What the clock of `store` says."""
    return NOON


@pytest.fixture
def accounts() -> Callable[..., Read]:
    """Makes a reading of Instagram accounts with the handles given."""

    def read(*handles: str) -> Read:
        frame = pd.DataFrame({"platform": "instagram", "handle": list(handles)})
        return Read({**tables.none(), "accounts": tables.conform(frame, "accounts")})

    return read


@pytest.fixture
def reading() -> type[Read]:
    """The shape of a reading, to be filled by the test."""
    return Read
