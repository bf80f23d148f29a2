"""Every reader on broken files: a reading that counts its rows, or a refusal; nothing else.

Small valid files of each format are cut, flipped, doubled, stuffed and nested; derandomised, so
that a run is the same everywhere.
"""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.readers import UnreadableFile
from core.readers.reader import understood

FIXTURES: Final = Path(__file__).parents[2] / "fixtures" / "readers"
EVERY: Final = sorted(path.name for path in FIXTURES.iterdir())
# A family of readers: how its files begin, and the member of a ZIP that they stand in.
FAMILIES: Final = {
    "instagram": "connections/followers_and_following/followers_1.json",
    "facebook": "connections/friends/your_friends.json",
    "tiktok": "TikTok/user_data_tiktok.json",
    "x_": "data/follower.js",
    "youtube": "Table data.csv",
    "meta": "Follows.csv",
    "list": "list.csv",
    "linkedin": "Connections.csv",
    "apify": "dataset.json",
    "bluesky": "followers.json",
    "mastodon": "accounts.json",
    "campaign": "tracking.csv",
    "phantom": "result.csv",
    "roster": "roster.csv",
    "takeout": "subscriptions.csv",
}
MOST: Final = 64 * 1024 * 1024  # bytes of Python's own that a file of some KB may take
SLOW: Final = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
Mutation = Callable[[bytes], bytes]


def holds(name: str, content: bytes) -> None:
    """Past the safety net of `read`, so that a fault shows here and not as a general sentence."""
    tracemalloc.start()
    try:
        made = understood(name, content)
    except UnreadableFile as refused:
        assert refused.what.endswith(".")
        assert refused.do.endswith(".")
    else:
        assert made.rows_read + made.rows_kept_out == made.rows
        assert made.rows_read >= 0
        assert made.sentence
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < MOST


def zipped(member: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, content)
    return made.getvalue()


def spot(content: bytes, share: float) -> int:
    return int(share * len(content))


SHARE: Final = st.floats(0, 1, exclude_max=True)
FLIP: Final = st.tuples(SHARE, st.integers(0, 255)).map(
    lambda of: lambda c: c[: spot(c, of[0])] + bytes([of[1]]) + c[spot(c, of[0]) + 1 :]
)
CUT: Final = SHARE.map(lambda at: lambda c: c[: spot(c, at)])
BEHEAD: Final = SHARE.map(lambda at: lambda c: c[spot(c, at) :])
DOUBLE: Final = st.tuples(SHARE, SHARE, st.integers(1, 30)).map(
    lambda of: (
        lambda c: (
            c[: spot(c, max(of[:2]))]
            + c[spot(c, min(of[:2])) : spot(c, max(of[:2]))] * of[2]
            + c[spot(c, max(of[:2])) :]
        )
    )
)
INSERTED: Final = st.one_of(
    st.binary(min_size=1, max_size=40),
    st.sampled_from(
        (
            b"\x00" * 9,
            b'"',
            b"\r",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            "‮evil\u200f".encode(),
            b'=HYPERLINK("http://x","y")',
            b"x" * 100_000,
            b"[" * 5_000,
            b'{"a":' * 5_000,
            b"<div>" * 5_000,
            b"," * 1_500,
            b"\n" * 5_000,
            b"1e999",
            b"-99999999999999999999",
            b"NaN",
            b"null",
            "٣ 万 ½ ﷽".encode(),
            b"\xed\xa0\x80",
        )
    ),
)
INSERT: Final = st.tuples(SHARE, INSERTED).map(
    lambda of: lambda c: c[: spot(c, of[0])] + of[1] + c[spot(c, of[0]) :]
)
SAVED: Final = st.sampled_from(("utf-16", "utf-16-le", "cp1251", "cp932", "gb18030")).map(
    lambda page: lambda c: c.decode("utf-8", "replace").encode(page, "replace")
)
MUTATIONS: Final = st.lists(
    st.one_of(FLIP, FLIP, CUT, BEHEAD, DOUBLE, INSERT, INSERT, SAVED), min_size=1, max_size=4
)


@pytest.mark.parametrize("family", FAMILIES)
@SLOW
@given(data=st.data())
def test_a_broken_file_is_read_or_refused(family: str, data: st.DataObject) -> None:
    named = [name for name in EVERY if name.startswith(family)]
    name = data.draw(st.sampled_from(named))
    content = (FIXTURES / name).read_bytes()
    for mutation in data.draw(MUTATIONS):
        content = mutation(content)[:100_000]
    holds(name, content)
    if data.draw(st.booleans()):
        holds("download.zip", zipped(FAMILIES[family], content))


NAMES: Final = st.sampled_from(
    (
        "list.csv",
        "followers_1.json",
        "following.html",
        "posts_1.html",
        "follower.js",
        "Follower.txt",
        "x.zip",
        "x.xlsx",
        "Audience.csv",
        "Connections.csv",
    )
)
STARTS: Final = st.sampled_from(
    (
        b"",
        b"[",
        b"{",
        b"<html><a href='https://instagram.com/",
        b"window.YTD.follower.part0 = [",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"sep=;\n",
        b"username,followers\n",
        b"\xff\xfe",
        b'[{"string_list_data":[',
        b"\xfd7zXZ\x00",
    )
)


@settings(SLOW, max_examples=25)
@given(name=NAMES, start=STARTS, rest=st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(name: str, start: bytes, rest: bytes) -> None:
    holds(name, start + rest)


@settings(SLOW, max_examples=25)
@given(
    name=NAMES,
    cells=st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=6), min_size=1, max_size=8),
    heading=st.lists(
        st.sampled_from(("username", "followers", "price", "date", "Kanal", "フォロワー数", "ER")),
        max_size=6,
    ),
    mark=st.sampled_from((",", ";", "\t")),
)
def test_tables_of_random_text_are_read_or_refused(
    name: str, cells: list[list[str]], heading: list[str], mark: str
) -> None:
    holds(name, "\n".join(mark.join(row) for row in [heading, *cells]).encode("utf-8", "replace"))


JSON: Final = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**20), 10**20),
        st.text(max_size=8),
        st.sampled_from(("https://instagram.com/mira", "@mira", "2024-01-01T00:00:00Z")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                (
                    "username",
                    "followersCount",
                    "string_list_data",
                    "label_values",
                    "relationships_following",
                    "followers",
                    "following",
                    "title",
                    "value",
                    "timestamp",
                    "media",
                    "creation_timestamp",
                    "uri",
                    "FansList",
                    "VideoList",
                    "Videos",
                    "friends_v2",
                    "name",
                    "data",
                    "user",
                    "legacy",
                    "rest_id",
                    "latestPosts",
                    "did",
                    "handle",
                    "errors",
                    "includes",
                )
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=14,
)


@settings(SLOW, max_examples=50)
@given(value=JSON, key=st.sampled_from(("", "follower", "tweets", "account")))
def test_json_of_any_shape_is_read_or_refused(value: object, key: str) -> None:
    try:
        words = msgspec.json.encode(value)
    except (OverflowError, UnicodeEncodeError):
        return
    start = f"window.YTD.{key}.part0 = ".encode() if key else b""
    holds("follower.js" if key else "followers_1.json", start + words)
