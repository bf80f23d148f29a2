"""Many threads write at once and none is told that the database is locked."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import event

import core.store
from core.errors import AlreadyHere

THREADS = 16
WRITES = 20


def test_sixteen_threads_write_and_read_without_a_lock(store):
    together = Barrier(THREADS)

    def work(number):
        together.wait()
        for write in range(WRITES):
            store.note_add("instagram/ann", f"{number}.{write}")
            store.change_workspace(brand=f"{number}.{write}")
            assert store.workspace().brand
            assert store.uploads().empty

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(work, number) for number in range(THREADS)]:
            done.result()
    texts = store.notes("instagram/ann")["text"]
    expected = {f"{number}.{write}" for number in range(THREADS) for write in range(WRITES)}
    assert len(texts) == THREADS * WRITES
    assert set(texts) == expected


def test_the_same_file_from_many_threads_is_kept_once(store, accounts):
    together = Barrier(8)

    def work(_):
        together.wait()
        try:
            return store.keep(accounts("ann"), name="a.csv", content_sha256="a1", size=1)
        except AlreadyHere as refused:
            return refused.upload_id

    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(work, range(8)))
    assert ids == set(store.uploads()["id"])
    assert len(ids) == 1


def test_threads_that_open_at_once_agree(url):
    together = Barrier(6)

    def work(_):
        together.wait()
        return core.store.open(url)

    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(work, range(6)))
    stores[0].change_workspace(brand="Tea")
    assert [store.workspace().brand for store in stores] == ["Tea"] * 6
    for store in stores:
        store.close()


def test_a_snapshot_is_of_one_moment_whatever_is_written_meanwhile(store, url, accounts):
    store.keep(accounts("ann"), name="a.csv", content_sha256="a1", size=1)
    before, other = store.version(), core.store.open(url)
    seen = []

    def write_in_between(connection, cursor, statement, *_):
        if "FROM upload" in statement:
            seen.append(statement)
        if len(seen) == 1:
            other.keep(accounts("ben"), name="b.csv", content_sha256="b1", size=1)

    event.listen(store.engine, "after_cursor_execute", write_in_between)
    version, tables = store.snapshot()
    event.remove(store.engine, "after_cursor_execute", write_in_between)
    other.close()
    assert len(seen) > 1
    assert (version, tables["accounts"]["handle"].tolist()) == (before, ["ann"])
    version, tables = store.snapshot()
    assert (version, tables["accounts"]["handle"].tolist()) == (store.version(), ["ann", "ben"])
