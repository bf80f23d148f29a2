"""Accounts out of whatever is pasted."""

import pandas as pd
import pytest

from core.readers import handles


@pytest.mark.parametrize(
    ("pasted", "platform", "handle"),
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
        ("https://youtube.com/c/mira/videos", "youtube", "mira"),
        ("https://youtube.com/user/mira", "youtube", "mira"),
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
        ("mira@chaos.social", "mastodon", "mira@chaos.social"),
        ("@mira@թութ.հայ", "mastodon", "mira@թութ.հայ"),
        ("https://mastodon.social/@mira", "mastodon", "mira@mastodon.social"),
        ("Instagram: mira", "instagram", "mira"),
        ("1. mira", None, "mira"),
    ],
)
def test_a_handle_is_found(pasted: str, platform: str | None, handle: str) -> None:
    made = handles.parse(pasted)
    assert made["handle"].tolist() == [handle]
    assert made["platform"].fillna("").tolist() == [platform or ""]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("https://www.instagram.com/p/Cxyz/", "leads to no account"),
        ("https://www.youtube.com/watch?v=12", "leads to no account"),
        ("https://twitter.com/intent/user?user_id=12", "leads to no account"),
        ("Mira Knits", "a space"),
        ('=HYPERLINK("http://x","y")', "formula"),
        ("<b>bold</b>", "HTML"),
        ("someone@gmail.com", "e-mail"),
        ("#NAME?", "spreadsheet lost"),
        ("@a @b", "more than one"),
        ("", "no handle in this row"),
        ("!!!", "signs that no handle has"),
    ],
)
def test_what_is_no_handle_says_why(cell: str, reason: str) -> None:
    made = handles.examine(pd.Series([cell]))
    assert made["handle"].isna().all()
    assert reason in made["reason"][0]


def test_many_in_any_mix_each_once_in_order() -> None:
    made = handles.parse("@b, A;c\nB d\thttps://tiktok.com/@c\n- e\n")
    assert made["handle"].tolist() == ["b", "A", "c", "d", "c", "e"]
    assert made["platform"].fillna("").tolist() == ["", "", "", "", "tiktok", ""]


def test_nothing_pasted_is_an_empty_frame() -> None:
    assert list(handles.parse("  \n").columns) == ["platform", "handle"]
    assert handles.parse("").empty


def test_a_column_is_cleaned_in_place_of_its_rows() -> None:
    made = handles.clean(pd.Series(["@a", None, "https://x.com/b"], index=[4, 5, 6]))
    assert made.index.tolist() == [4, 5, 6]
    assert made["handle"].fillna("").tolist() == ["a", "", "b"]


def test_every_row_of_a_mixed_column_has_its_own_answer() -> None:
    """Plain handles, links and the rest are read in different ways and put together again."""
    cells = ["a", "https://x.com/b.c", "@d", "Mira Knits", "https://x.com/e", "na", "f.bsky.social"]
    made = handles.examine(pd.Series([*cells, "é", "@@g", "_._"]))
    assert made["handle"].fillna("").tolist() == [
        *["a", "", "d", "", "e", "", "f.bsky.social", "é", "", ""]
    ]
    assert made["platform"].fillna("").tolist() == ["", "", "", "", "x", "", "bluesky", "", "", ""]
    assert made["reason"].isna().tolist() == made["handle"].notna().tolist()


def test_links_that_begin_alike_may_still_lead_elsewhere() -> None:
    start = "https://www.instagram.com/"
    made = handles.examine(pd.Series([f"{start}{end}" for end in ("a/", "p/Cxyz/", "b?x=1", "d")]))
    assert made["handle"].fillna("").tolist() == ["a", "", "b", "d"]
    assert made["platform"].fillna("").tolist() == ["instagram", "", "instagram", "instagram"]
