"""What is asked again is answered from memory, and never with what somebody has overwritten."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

import core.store


@contextmanager
def counted(store):
    """The statements that the database gets meanwhile."""
    said: list[str] = []

    def hear(_connection, _cursor, statement, *_):
        said.append(statement)

    event.listen(store.engine, "before_cursor_execute", hear)
    yield said
    event.remove(store.engine, "before_cursor_execute", hear)


def questions(store):
    """Everything that a rerun asks, in a form that can be compared."""
    workspace = store.workspace()
    return (
        workspace.brand,
        workspace.currency,
        store.version(),
        store.has_sample(),
        store.shortlist(),
        store.uploads()["id"].tolist(),
        store.plans()["id"].tolist(),
    )


def test_sqlite_is_not_asked_twice_while_nobody_writes(file, accounts):
    store = core.store.open(f"sqlite:///{file}")
    store.keep(accounts("ana"), name="a.csv", content_sha256="1" * 64, size=1)
    before = questions(store)
    with counted(store) as said:
        assert questions(store) == before
    store.close()
    assert said == []


WRITES = {
    "workspace": lambda store, read: store.change_workspace(brand="Tea"),
    "upload": lambda store, read: store.keep(
        read("bob"), name="b.csv", content_sha256="2" * 64, size=1
    ),
    "sample": lambda store, read: store.keep(
        read("cleo"), name="c.csv", content_sha256="3" * 64, size=1, sample=True
    ),
    "shortlist": lambda store, read: store.shortlist_add("instagram/ana"),
}


@pytest.mark.parametrize("by", ["itself", "another"])
@pytest.mark.parametrize("write", WRITES)
def test_whatever_is_written_is_seen_at_once(write, by, store, url, accounts):
    before = questions(store)
    writer = store if by == "itself" else core.store.open(url)
    WRITES[write](writer, accounts)
    after = questions(store)
    assert after != before
    assert questions(store) == after
    if writer is not store:
        writer.close()


def test_what_is_handed_out_can_be_changed_without_harm(store, accounts):
    store.keep(accounts("ana"), name="a.csv", content_sha256="1" * 64, size=1)
    store.shortlist_add("instagram/ana")
    store.shortlist().clear()
    changed = store.uploads()
    changed["name"] = "other.csv"
    assert store.shortlist() == ["instagram/ana"]
    assert store.uploads()["name"].tolist() == ["a.csv"]


def test_a_closed_store_answers_again(store):
    store.change_workspace(brand="Tea")
    store.close()
    assert store.workspace().brand == "Tea"
