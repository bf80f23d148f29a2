"""How quick a look-up is beside a bare asyncio client that makes the same calls and keeps nothing.

Both ask the same stand-in, in a process of its own, with as many calls at once. Then a look-up is
killed half way and started again. python -m tests.benchmarks.lookups [handles]
"""

import asyncio
import gc
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pandas as pd

import core.store
from core import lookups
from core.lookups.terms import terms
from core.store import Store
from tests.standins import transport
from tests.standins.server import free_port

HOUSE = Path(__file__).resolve().parents[2]
POSTS = 12
WORKER = """
import sys, core.store
from core import lookups
from tests.standins import transport
url, run_id, port = sys.argv[1:]
settings = lookups.Settings(transport=transport.way_to(int(port)), pace=1e6, lease=2.0, timeout=60)
lookups.Runner(core.store.open(url).lookups, settings).start(run_id, lookups.Secrets()).join()
"""
LOOK_AGAIN = 0.02  # seconds between two looks at whether something has come about


def until(met: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Waits until `met()` is true; raises when `process`, which is to bring it about, has ended."""
    while not met():
        if process.poll() is not None:
            raise RuntimeError(f"The process ended early, with {process.returncode}.")
        time.sleep(LOOK_AGAIN)


@contextmanager
def stand_in() -> Iterator[int]:
    """The port of a fresh stand-in."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.standins.server", str(port)], cwd=HOUSE
    )
    try:
        until(lambda: answers(port), process)
        yield port
    finally:
        process.terminate()
        process.wait()


def answers(port: int) -> bool:
    """Whether the stand-in has begun to listen."""
    try:
        return seen(port) == []
    except OSError:
        return False


def seen(port: int) -> list[str]:
    """The calls that the stand-in has had."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_seen") as answer:
        return msgspec.json.decode(answer.read())


def errand(handles: int) -> lookups.Errand:
    """So many people on Bluesky."""
    names = pd.DataFrame({"platform": "bluesky", "handle": [f"buyer{n}" for n in range(handles)]})
    return lookups.of_handles(names, lookups.Depth(posts=POSTS))


def opened(folder: Path, name: str, asked: lookups.Errand) -> tuple[Store, str, str]:
    """A store of its own with the run in it."""
    url = f"sqlite:///{(folder / name).as_posix()}"
    store = core.store.open(url)
    return store, url, store.lookups.open(asked.kind, asked.rows, asked.asked)


def ours(folder: Path, name: str, asked: lookups.Errand) -> tuple[float, list[str]]:
    """Seconds from the click to the upload, and the calls that were made."""
    store, _, run_id = opened(folder, name, asked)
    with stand_in() as port:
        settings = lookups.Settings(transport=transport.way_to(port), pace=1e6, timeout=60)
        began = time.perf_counter()
        thread = lookups.Runner(store.lookups, settings).start(run_id, lookups.Secrets())
        assert thread is not None
        thread.join()
        took = time.perf_counter() - began
        check(store, run_id, asked)
        store.close()
        return took, seen(port)


def check(store: Store, run_id: str, asked: lookups.Errand) -> None:
    """Everybody was found, once, with their posts."""
    assert store.lookups.states(run_id) == {("bluesky", "found"): len(asked.rows)}
    tables = store.tables()
    assert tables["accounts"]["handle"].nunique() == len(tables["accounts"]) == len(asked.rows)
    assert len(tables["posts"]) == POSTS * len(asked.rows)


async def bare(port: int, calls: list[str]) -> float:
    """Seconds for the same calls through plain sockets; the answers are read and thrown away."""
    todo = iter(calls)

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for call in todo:
            writer.write(f"GET /{call} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            await reader.readexactly(int(head.partition("content-length: ")[2].split()[0]))
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(terms("bluesky").at_once)))
    return time.perf_counter() - began


def found(store: Store, run_id: str) -> int:
    """How many were found so far."""
    return store.lookups.states(run_id).get(("bluesky", "found"), 0)


def held(store: Store, run_id: str) -> bool:
    """Whether the run is in somebody's hands."""
    runs = store.lookups.runs().set_index("id")
    return bool(runs.loc[run_id, "held_until"] > store.now())


def killed(folder: Path, asked: lookups.Errand) -> tuple[int, int]:
    """How many were found when the process was killed, and how many calls were made twice."""
    store, url, run_id = opened(folder, "killed.db", asked)
    with stand_in() as port:
        command = [sys.executable, "-c", WORKER, url, run_id, str(port)]
        first = subprocess.Popen(command, cwd=HOUSE)
        until(lambda: found(store, run_id) >= len(asked.rows) / 2, first)
        first.kill()
        first.wait()
        there = found(store, run_id)
        while held(store, run_id):  # the dead one's claim runs out by itself
            time.sleep(LOOK_AGAIN)
        subprocess.run(command, cwd=HOUSE, check=True)
        check(store, run_id, asked)
        store.close()
        return there, sum(count > 1 for count in Counter(seen(port)).values())


def main() -> None:
    """Prints both times, their ratio, and what a kill costs."""
    asked = errand(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    gc.collect()
    gc.freeze()  # as the app does once its libraries are there
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        took, calls = ours(folder, "ours.db", asked)
        with stand_in() as port:
            floor = asyncio.run(bare(port, [call for call in calls if urlsplit(call).query]))
        rate = len(asked.rows) / took
        print(f"{len(asked.rows):,} handles in {len(calls):,} calls, {POSTS} posts each")
        print(f"ours  {took:7.1f} s  {rate:6.0f} handles/s, validated, journalled, in the tables")
        print(f"bare  {floor:7.1f} s  {len(asked.rows) / floor:6.0f} handles/s, thrown away")
        print(f"ratio {took / floor:.2f}")
        there, twice = killed(folder, asked)
        print(f"killed at {there:,} found, started again: all there, {twice} calls made twice")


if __name__ == "__main__":
    main()
