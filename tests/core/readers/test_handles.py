"""Accounts out of whatever a cell holds."""

import pandas as pd
import pytest

from core.readers import handles


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
