"""Accounts out of whatever is pasted."""

import pandas as pd
import pytest

from core import readers
from core.readers import pasted


def taken(text: str) -> pd.DataFrame:
    """Network and handle of each account."""
    return readers.typed(text).tables["accounts"]


@pytest.mark.parametrize(
    ("text", "platform", "handle"),
    [
        ("@mira.knits", None, "mira.knits"),
        (" \u200bmira.knits\u00a0", None, "mira.knits"),
        ("https://www.instagram.com/mira.knits/?igsh=abc", "instagram", "mira.knits"),
        ("instagram.com/_u/mira.knits", "instagram", "mira.knits"),
        ("https://www.instagram.com/mira.knits/reel/abc/", "instagram", "mira.knits"),
        ("https://www.instagram.com/stories/mira.knits/12/", "instagram", "mira.knits"),
        ("https://www.tiktok.com/@mira.knits?lang=de", "tiktok", "mira.knits"),
        ("https://x.com/mira", "x", "mira"),
        ("https://mobile.twitter.com/mira/status/12", "x", "mira"),
        ("https://twitter.com/intent/user?screen_name=mira", "x", "mira"),
        ("youtube.com/@mira", "youtube", "mira"),
        (
            "https://www.youtube.com/channel/UC1JTQBa5QxZCpXrFSkMxmPw",
            "youtube",
            "UC1JTQBa5QxZCpXrFSkMxmPw",
        ),
        ("https://www.facebook.com/mira.cups/", "facebook", "mira.cups"),
        ("https://www.facebook.com/profile.php?id=1000123", "facebook", "1000123"),
        ("https://www.linkedin.com/in/mira-k-1/", "linkedin", "mira-k-1"),
        ("https://www.threads.net/@mira", "threads", "mira"),
        ("https://www.twitch.tv/mira", "twitch", "mira"),
        ("https://www.pinterest.de/mira/", "pinterest", "mira"),
        ("https://www.snapchat.com/add/mira", "snapchat", "mira"),
        ("https://bsky.app/profile/mira.bsky.social", "bluesky", "mira.bsky.social"),
        ("mira.bsky.social", "bluesky", "mira.bsky.social"),
        ("did:plc:z72i7hdynmk6r22z27h6tvur", "bluesky", "did:plc:z72i7hdynmk6r22z27h6tvur"),
        (
            "at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3k2a",
            "bluesky",
            "did:plc:z72i7hdynmk6r22z27h6tvur",
        ),
        ("at://mira.bsky.social/app.bsky.feed.post/3k2a", "bluesky", "mira.bsky.social"),
        ("mira@chaos.social", "mastodon", "mira@chaos.social"),
        ("@mira@թութ.հայ", "mastodon", "mira@թութ.հայ"),
        ("https://mastodon.social/@mira", "mastodon", "mira@mastodon.social"),
        ("Instagram: mira", "instagram", "mira"),
        ("1. mira", None, "mira"),
    ],
)
def test_a_handle_is_found(text: str, platform: str | None, handle: str) -> None:
    made = taken(text)
    assert made["handle"].tolist() == [handle]
    assert made["platform"].fillna("").tolist() == [platform or ""]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna\t@anna\t1,200", ["anna"]),
        ("Name\tHandle\tFollowers\nAnna\t@anna\t1,200\nBo\t@bo\t900", ["anna", "bo"]),
        ("Anna Bell\tx.com/anna\tanna@agency.example\t€1.200", ["anna"]),
        ("mira\tmira.bsky.social\t12k", ["mira.bsky.social"]),
        ("Anna Bell\tanna.k\t1200\t3.4 %\t2026-11-25", ["anna.k"]),
        ("@a\t@b\t@c", ["a", "b", "c"]),
        ("a\tb", ["a", "b"]),
        ("@a, @b\t12", ["a", "b"]),
        ("12\t1,200", []),
        ("follow @mira.knits please", ["mira.knits"]),
        ("bo, @mira Berlin", ["bo", "mira"]),
        ("not a handle!!", []),
        ("I like tea. And cups.", []),
        ("mira.knits bo_ cups", ["mira.knits", "bo_", "cups"]),
        ("Anna\tyoutube.com/c/anna", []),
        ("https://youtube.com/user/mira", []),
        ("www.youtube.com/c/mira/videos", []),
    ],
)
def test_what_stands_beside_a_handle_is_no_account(text: str, names: list[str]) -> None:
    made = readers.typed(text)
    assert made.tables["accounts"]["handle"].tolist() == names
    assert names or len(made.problems)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Name\tHandle\nAnna\t@anna", "a mere word"),
        ("see x.com/anna please", "a mere word"),
        ("12\t1,200", "a number"),
        ("not a handle!!", "a space"),
        ("youtube.com/c/mira", "somebody else"),
    ],
)
def test_what_is_left_out_says_why(text: str, reason: str) -> None:
    lost = pasted.pieces(text)["reason"].dropna()
    assert len(lost) and lost.str.contains(reason).all()


def test_many_in_any_mix_each_once_in_order() -> None:
    made = taken("@b, A;c\nB d_\n@e\thttps://tiktok.com/@c\n- e\n")
    assert made["handle"].tolist() == ["b", "A", "c", "d_", "e", "c"]
    assert made["platform"].fillna("").tolist() == ["", "", "", "", "", "tiktok"]
