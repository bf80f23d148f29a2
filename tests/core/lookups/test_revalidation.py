"""What was asked for before is asked about: as fresh as a new answer, and kept in memory alone."""

import pandas as pd

from core import lookups
from tests.core.lookups.conftest import GOOD, PATIENCE
from tests.standins import transport

NAMES = {"youtube": ["slowtea", "kettle"]}


def test_a_second_look_up_asks_whether_the_first_still_holds(desk) -> None:
    settings = lookups.Settings(transport=transport.way_to(desk.network.port), pace=1e6)
    runner = lookups.Runner(desk.store.lookups, settings)
    found = []
    for _ in range(2):
        thread = runner.start(desk.open(NAMES, posts=12), lookups.Secrets.found(GOOD))
        thread.join(PATIENCE)
        found.append(desk.store.tables()["posts"])
        assert not thread.is_alive()
    calls = desk.network.faults.seen
    assert sorted(desk.network.faults.unchanged) == sorted(calls[: len(calls) // 2])
    assert len(found[1]) == 2 * len(found[0]) > 0
    half = found[1].sort_values("seen_at", kind="stable").tail(len(found[0]))
    same = ["post_id", "views", "likes"]
    pd.testing.assert_frame_equal(
        half[same].sort_values("post_id", ignore_index=True),
        found[0][same].sort_values("post_id", ignore_index=True),
    )
    assert half["seen_at"].min() > found[0]["seen_at"].max()
    assert GOOD["microscope_youtube_key"] not in repr(vars(settings.memory))


def test_a_long_memory_lets_go_of_the_oldest(desk) -> None:
    memory = lookups.revalidation.Memory(most_bytes=1)
    settings = lookups.Settings(transport=transport.way_to(desk.network.port), memory=memory)
    thread = lookups.Runner(desk.store.lookups, settings).start(
        desk.open(NAMES, posts=12), lookups.Secrets.found(GOOD)
    )
    thread.join(PATIENCE)
    assert not vars(memory)["_kept"]
