"""Erasing leaves an empty database that works, and no trace in the file."""

import sqlite3
from contextlib import closing

import pandas as pd
import pytest

import core.store
from core.errors import StoreError
from core.store import engines, erase

PLANTED = "zqx_planted_handle"


def fill(store, accounts):
    store.change_workspace(brand=f"brand of {PLANTED}")
    for number in range(5):
        read = accounts(*[f"{PLANTED}_{number}_{row}" for row in range(300)])
        digest = f"{PLANTED}{number}"
        store.keep(read, name=f"{PLANTED}.csv", content_sha256=digest, size=1, owner=PLANTED)
    store.shortlist_add(f"instagram/{PLANTED}")
    for _ in range(50):
        store.note_add(f"instagram/{PLANTED}", f"a note about {PLANTED} " * 100)
    lines = pd.DataFrame({"creator": [PLANTED]})
    store.plan_save(PLANTED, budget=1, goal="", currency="EUR", lines=lines, cost=1, value=1)


def test_everything_is_gone_and_the_database_still_works(store, accounts):
    empty = store.version()
    fill(store, accounts)
    store.keep(accounts("guest"), name="s.csv", content_sha256="s", size=1, sample=True)
    store.erase_everything()
    assert store.uploads().empty
    assert store.shortlist() == []
    assert store.notes(f"instagram/{PLANTED}").empty
    assert store.plans().empty
    assert not store.has_sample()
    assert store.workspace().brand == ""
    assert store.version() == empty
    fill(store, accounts)
    assert len(store.uploads()) == 5


def test_no_byte_of_a_planted_handle_is_left_in_the_files(file, accounts):
    store = core.store.open(f"sqlite:///{file}")
    fill(store, accounts)
    store.remove(store.uploads()["id"][0])
    planted = PLANTED.encode()
    assert any(planted in path.read_bytes() for path in file.parent.iterdir())
    store.erase_everything()
    for path in file.parent.iterdir():
        assert planted not in path.read_bytes(), path.name
    store.close()
    assert planted not in file.read_bytes()


@pytest.fixture
def hasty(file, accounts, monkeypatch):
    """A filled store that does not wait for others."""
    monkeypatch.setattr(engines, "_WAIT", 0)
    store = core.store.open(f"sqlite:///{file}")
    fill(store, accounts)
    yield store
    store.close()


def test_traces_that_a_reader_holds_on_to_are_told_and_go_the_next_time(hasty, file):
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM note").fetchone()
        with pytest.raises(StoreError, match="traces are left"):
            hasty.erase_everything()
    assert hasty.notes(f"instagram/{PLANTED}").empty
    hasty.erase_everything()
    assert PLANTED.encode() not in file.read_bytes()


def test_a_file_that_cannot_be_rewritten_is_told(hasty, file):
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="traces are left"):
            erase.traces(hasty.engine)
        with pytest.raises(StoreError, match="busy"):
            hasty.erase_everything()
