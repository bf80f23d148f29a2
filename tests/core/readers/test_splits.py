"""Downloads in several files: a part that was dropped too is not asked for."""

import json
from pathlib import Path

from core import readers
from core.readers import read
from tests.core.readers.downloads import PARTIAL, zipped

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
MAY = 1_714_550_400  # 1 May 2024, 08:00


def part_of_instagram(number: int, name: str) -> tuple[str, readers.Reading]:
    """A ZIP with one part of the followers of our shop."""
    one = f'[{{"string_list_data": [{{"value": "ana{number}", "timestamp": {MAY}}}]}}]'
    inside = f"connections/followers_and_following/followers_{number}.json"
    return name, read(name, zipped({inside: one}))


def test_parts_in_several_zips_do_not_miss_each_other() -> None:
    mine = [part_of_instagram(at, f"instagram-our_shop-2026-05-0{at}.zip") for at in (1, 2, 4)]
    assert any("“followers_1” is not in this ZIP" in note for note in mine[1][1].notes)
    first, second, fourth = readers.together(mine)
    assert first.notes == mine[0][1].notes
    assert not any("not in this ZIP" in note for note in second.notes)
    assert second.notes[0] == (
        "“followers_1” is in “instagram-our_shop-2026-05-01.zip”, which came together with this "
        "file; add all of them."
    )
    assert "Of the followers, “followers_3” is not in this ZIP" in fourth.notes[0]


def test_a_part_of_somebody_elses_download_is_none_of_ours() -> None:
    mine = part_of_instagram(2, "instagram-our_shop-2026-05-02.zip")
    other = part_of_instagram(1, "instagram-their_shop-2026-05-01.zip")
    assert readers.together([mine, other])[0].notes == mine[1].notes


def test_parts_of_an_archive_of_x_do_not_miss_each_other() -> None:
    manifest = f"window.__THAR_CONFIG = {json.dumps(PARTIAL)}"
    rest = b'window.YTD.follower.part1 = [ {"follower": {"accountId": "99"}} ]'
    parts = {
        "1.zip": {"data/follower.js": (FIXTURES / "x_follower.js").read_bytes()},
        "2.zip": {"data/follower-part1.js": rest},
    }
    alone = [
        (name, read(name, zipped({**part, "data/manifest.js": manifest})))
        for name, part in parts.items()
    ]
    for (_, before), after in zip(alone, readers.together(alone), strict=True):
        assert any("bring all parts" in note for note in before.notes)
        assert not any("bring" in note and "part" in note for note in after.notes)
