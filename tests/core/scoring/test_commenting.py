"""The conversation of a creator, beside what is usual for its size."""

import pandas as pd
import pytest

from core import tables
from core.scoring import commenting


def accounts(**columns: object) -> pd.DataFrame:
    return tables.conform(pd.DataFrame({"platform": "instagram", **columns}), "accounts")


def comments(handle: str, texts: list[str], posts: int = 5, authors: int = 99) -> pd.DataFrame:
    rows = range(len(texts))
    return pd.DataFrame(
        {
            "platform": "instagram",
            "handle": handle,
            "post_id": [f"{handle}{i % posts}" for i in rows],
            "author": [f"person{i % authors}" for i in rows],
            "text": texts,
        }
    )


NONE = tables.empty("posts")
STOCK, ASKED = "Love it 😍", "Where did you buy this dress?"


def test_more_substance_stands_higher_and_more_comments_narrow_the_range() -> None:
    table = pd.concat(
        [
            comments("ask", [ASKED] * 20),
            comments("wow", [STOCK] * 20),
            comments("few", [ASKED] * 2),
        ]
    )
    known = accounts(handle=["ask", "Wow", "few", "new"], followers=[20_000] * 4)
    rows = commenting.of_creators(table, NONE, known).set_index("handle")
    assert rows["generic_share"].tolist()[:2] == [0, 1]
    assert rows["substantive_share"].tolist()[:2] == [1, 0]
    assert rows.loc["ask", "conversation"] > 0.9 > 0.1 > rows.loc["Wow", "conversation"]
    width = rows["conversation_high"] - rows["conversation_low"]
    assert width["few"] > width["ask"]
    assert 0.5 < rows.loc["few", "conversation"] < rows.loc["ask", "conversation"]
    assert rows["conversation_n"].tolist()[:3] == [20, 20, 2]
    assert rows["conversation_few_posts"].tolist()[:3] == [False, False, True]
    assert rows.loc["new", ["conversation", "generic_share", "conversation_n"]].isna().all()


def test_comments_under_one_post_count_for_fewer() -> None:
    table = pd.concat(
        [comments("one", [ASKED] * 25, posts=1), comments("many", [ASKED] * 25, posts=25)]
    )
    rows = commenting.of_creators(
        table, NONE, accounts(handle=["one", "many"], followers=[20_000, 20_000])
    )
    width = (rows["conversation_high"] - rows["conversation_low"]).tolist()
    assert rows["conversation"].iloc[0] < rows["conversation"].iloc[1]
    assert width[0] > width[1]


def test_what_is_usual_depends_on_the_size() -> None:
    usual = commenting.norms(pd.Series([3_000, 5_000, 20_000, 5e6, float("nan"), -1]))
    assert usual["generic_share"].tolist()[:4] == [0.52, 0.48, 0.46, 0.58]
    assert usual["generic_share"].isna().tolist()[4:] == [True, True]


def test_own_replies_are_counted_apart() -> None:
    table = comments("ana", [STOCK, ASKED, STOCK, "Thank you! It is from Lisbon"])
    table.loc[3, "author"] = "Ana"
    row = commenting.of_creators(table, NONE, accounts(handle=["ana"], followers=[4_000])).iloc[0]
    assert row["replies_share"] == 0.25
    assert row["replies_usual"] == 0.10
    assert row["conversation_n"] == 3
    assert row["generic_share"] == pytest.approx(2 / 3)
    assert row["distinct_commenters"] == 1


def test_comments_per_like_beside_its_size() -> None:
    posts = tables.conform(
        pd.DataFrame(
            {
                "platform": "instagram",
                "handle": ["ana", "ana", "ben", "cat"],
                "likes": [1000.0, None, 0.0, 100.0],
                "comments": [32.2, 50.0, 3.0, 0.0],
            }
        ),
        "posts",
    )
    rows = commenting.of_creators(
        tables.empty("comments"),
        posts,
        accounts(handle=["ana", "ben", "cat"], followers=[20_000] * 3),
    )
    assert rows["comments_per_like"].iloc[0] == pytest.approx(0.0322)
    assert rows["comments_per_like_standing"].iloc[0] == pytest.approx(0.5)
    assert rows["comments_per_like"].isna().tolist() == [False, True, False]
    assert rows["comments_per_like_standing"].iloc[2] == 0
    assert rows["conversation"].isna().all()


def test_nobody() -> None:
    rows = commenting.of_creators(tables.empty("comments"), NONE, accounts(handle=[]))
    assert rows.empty and set(commenting.COLUMNS) <= set(rows.columns)


def test_a_language_that_is_not_known_leaves_the_creator_unknown() -> None:
    row = commenting.of_creators(
        comments("yui", ["とても可愛い"] * 6), NONE, accounts(handle=["yui"], followers=[9_000])
    ).iloc[0]
    assert row["unjudged_share"] == 1
    assert pd.isna(row["conversation"]) and pd.isna(row["conversation_n"])
