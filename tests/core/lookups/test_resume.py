"""Stopped, crashed, started twice: nothing is lost, and nothing is paid for twice."""

import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest

import core.store
from core import lookups
from core.errors import StoreError
from core.lookups import scribe
from core.lookups.terms import terms
from tests.core.lookups.conftest import GOOD, PATIENCE
from tests.standins.bluesky import did

HOUSE = Path(__file__).resolve().parents[3]

# A process of its own that looks up the open run, to be killed in the middle.
WORKER = """
import sys, core.store
from core import lookups
from tests.standins import transport
url, run_id, port, lease = sys.argv[1:]
store = core.store.open(url)
way = transport.way_to(int(port))
settings = lookups.Settings(transport=way, pace=1e6, lease=float(lease), timeout=60)
secrets = lookups.Secrets.found({"microscope_x_token": "good"})
thread = lookups.Runner(store.lookups, settings).start(run_id, secrets)
thread.join()
"""


def until(met, seconds=PATIENCE):
    """Waits until `met()` is true."""
    deadline = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def found(desk, run_id, platform="bluesky"):
    """How many were found so far."""
    return desk.store.lookups.states(run_id).get((platform, "found"), 0)


def worker(store_url, run_id, port, lease=1.0):
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, store_url, run_id, str(port), str(lease)],
        cwd=HOUSE,
        stdout=subprocess.DEVNULL,
    )


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{(tmp_path / 'microscope.db').as_posix()}"


def test_killed_half_way_and_taken_up_again(desk, url) -> None:
    names = [f"buyer{n}" for n in range(130)]
    run_id = desk.open({"x": names, "bluesky": names}, posts=5)
    with desk.network.faults.held(after=200):  # of 268 calls, at most 136 on one network
        process = worker(url, run_id, desk.network.port)
        until(lambda: found(desk, run_id, "x") >= 40 and found(desk, run_id) >= 20)
        process.kill()
        process.wait(PATIENCE)
    before = list(desk.network.faults.seen)
    done = desk.store.lookups.rows(run_id)
    done = set(done.loc[done["state"] == "found", "handle"])
    assert 40 <= len(done) < 260
    runner = lookups.Runner(desk.store.lookups, desk.settings())
    until(lambda: runner.salvage(run_id))  # the dead process's claim runs out by itself
    assert set(desk.store.tables()["accounts"]["handle"]) == done
    assert desk.store.lookups.runs()["state"].tolist() == ["open"]
    again = runner.start(run_id, lookups.Secrets.found(GOOD))
    again.join(PATIENCE)
    rows = desk.store.lookups.rows(run_id)
    assert set(rows["state"]) == {"found"}
    assert len(desk.store.tables()["accounts"]) == 260
    assert len(desk.store.tables()["posts"]) == 5 * 260
    calls = Counter(desk.network.faults.seen)
    twice = [call for call, count in calls.items() if count > 1]
    # Paid calls: only what was on its way at the moment of death. Free ones: also what had not
    # been written yet, and the shared first call of a portion that was not finished.
    paid = [call for call in twice if call.startswith("api.x.com")]
    assert len(paid) <= terms("x").at_once
    assert len(twice) - len(paid) <= 2 * scribe.MANY + 2 * terms("bluesky").at_once
    assert max(calls.values()) <= 2
    known = {quote(did(name), safe="") for name in done if "." in name}
    settled = [call for call in before if any(f"actor={one}&" in call for one in known)]
    assert settled
    assert not set(settled) & set(twice)


def test_an_answer_that_was_kept_is_not_asked_for_again(desk) -> None:
    """The profile is here and the posts are not: only the posts are asked for."""
    desk.told |= {"patience": 1.0}
    desk.fault("429", "tweets", times=1, value=3600)
    run_id = desk.open({"x": ["kettle"]}, posts=5)
    assert desk.go(run_id)["state"].tolist() == ["limited"]
    spent = desk.store.lookups.used(f"{core.store.opening.utc_now():%Y-%m-%d}")["x"]
    assert spent == (1, 1.0, 0.01)
    assert desk.go(run_id)["state"].tolist() == ["found"]
    assert len(desk.network.calls("users/by")) == 1
    spent = desk.store.lookups.used(f"{core.store.opening.utc_now():%Y-%m-%d}")["x"]
    assert spent[0] == 2
    assert spent[2] == pytest.approx(0.01 + 5 * 0.005)


def test_what_came_before_a_limit_is_brought_in(desk) -> None:
    desk.told |= {"patience": 1.0}
    desk.fault("429", "tweets", times=1, value=3600)
    desk.go(desk.open({"x": ["kettle"]}, posts=5))
    tables = desk.store.tables()
    assert tables["accounts"]["handle"].tolist() == ["kettle"]
    assert tables["posts"].empty


class Listened:
    """A journal that tells when a run has heard that it is to stop."""

    def __init__(self, journal) -> None:
        self._journal = journal
        self.heard = threading.Event()

    def __getattr__(self, name):
        return getattr(self._journal, name)

    def renew(self, run_id, holder, seconds):
        mine = self._journal.renew(run_id, holder, seconds)
        if not mine:
            self.heard.set()
        return mine


def test_stop_keeps_what_is_there_and_go_on_does_the_rest(desk) -> None:
    journal = Listened(desk.store.lookups)
    run_id = desk.open({"bluesky": [f"person{n}" for n in range(80)]}, posts=5)
    with desk.network.faults.held(after=40):  # of 84
        thread = lookups.Runner(journal, desk.settings()).start(run_id, lookups.Secrets())
        until(lambda: found(desk, run_id) >= 10)
        desk.store.lookups.stop(run_id)
        assert journal.heard.wait(PATIENCE)
    thread.join(PATIENCE)
    assert not thread.is_alive()
    first = desk.store.lookups.states(run_id)
    assert 10 <= first["bluesky", "found"] < 80
    assert desk.store.tables()["posts"]["handle"].nunique() == first["bluesky", "found"]
    desk.go(run_id)
    assert desk.store.lookups.states(run_id) == {("bluesky", "found"): 80}
    tables = desk.store.tables()
    assert tables["accounts"]["handle"].nunique() == 80
    assert len(tables["posts"]) == len(tables["posts"].drop_duplicates("post_id")) == 5 * 80
    assert set(Counter(desk.network.faults.seen).values()) == {1}


def test_two_windows_cannot_run_the_same_one_twice(desk) -> None:
    first = desk.open({"bluesky": ["ana", "bob"]})
    assert desk.open({"bluesky": ["ana", "bob"]}) == first
    other = desk.open({"mastodon": ["mira@knit.example"]})
    runner = lookups.Runner(desk.store.lookups, desk.settings())
    window = lookups.Runner(desk.store.lookups, desk.settings())
    with desk.network.faults.held():
        thread = runner.start(first, lookups.Secrets())
        assert thread is not None
        assert runner.start(first, lookups.Secrets()) is None
        assert window.start(other, lookups.Secrets()) is None
        assert not runner.salvage(first)
    thread.join(PATIENCE)
    assert max(Counter(desk.network.faults.seen).values()) == 1
    assert runner.start(first, lookups.Secrets()) is None  # done is done


def test_a_run_that_was_erased_under_its_feet_ends_and_writes_nothing(desk) -> None:
    run_id = desk.open({"bluesky": [f"person{n}" for n in range(100)]}, posts=5)
    runner = lookups.Runner(desk.store.lookups, desk.settings())
    with desk.network.faults.held(after=40):  # of 104
        thread = runner.start(run_id, lookups.Secrets())
        until(lambda: found(desk, run_id) >= 5)
        desk.store.erase_everything()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert desk.store.uploads().empty
    assert desk.store.lookups.runs().empty


def test_a_fault_of_a_network_leaves_the_run_to_be_taken_up(desk, caplog) -> None:
    """A mistake of ours costs the run its thread, not the database its claim."""
    run_id = desk.open({"bluesky": ["ana"]})
    settings = lookups.Settings(transport=lambda: 1 / 0)
    thread = lookups.Runner(desk.store.lookups, settings).start(run_id, lookups.Secrets())
    thread.join(PATIENCE)
    assert "ZeroDivisionError" in caplog.text
    assert desk.go(run_id)["state"].tolist() == ["found"]


class Deaf:
    """A journal that cannot renew a claim, and does all else."""

    def __init__(self, journal) -> None:
        self._journal = journal

    def __getattr__(self, name):
        return getattr(self._journal, name)

    def renew(self, run_id, holder, seconds):
        raise StoreError("The database is busy.", "Wait a moment.")


def test_a_run_whose_claim_cannot_be_renewed_stops_asking(desk) -> None:
    """Another window could take it up meanwhile, and each call would be made twice."""
    desk.told |= {"lease": 0.3}
    desk.network.faults.delay = 0.05
    run_id = desk.open({"bluesky": [f"person{n}" for n in range(400)]}, posts=1)
    runner = lookups.Runner(Deaf(desk.store.lookups), desk.settings())
    thread = runner.start(run_id, lookups.Secrets())
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert desk.store.lookups.states(run_id)["bluesky", "waiting"] > 0
    assert desk.store.lookups.runs()["state"].tolist() == ["open"]
