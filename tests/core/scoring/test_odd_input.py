"""Bad input: honest ranges or unknown, never a crash, never a number that is none."""

import json
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.scoring import DIMENSIONS, Brand, Settings, finding, numbers, score, sentence
from core.scoring.reasons import reason

Table = Callable[..., pd.DataFrame]
BRAND = Brand(values="calm", topics="tea, кухня", deal_breakers="casino")
# One greeting in 40 scripts, written with the letters of each.
SCRIPTS = (0x41, 0x3B1, 0x430, 0x561, 0x5D0, 0x627, 0x710, 0x780, 0x7CA, 0x905, 0x985, 0xA05,
           0xA85, 0xB05, 0xB85, 0xC05, 0xC85, 0xD05, 0xD85, 0xE01, 0xE81, 0xF40, 0x1000, 0x10D0,
           0x1100, 0x1200, 0x13A0, 0x1401, 0x1681, 0x16A0, 0x1780, 0x1820, 0x2D30, 0x3042,
           0x30A2, 0x3105, 0x4E00, 0xA000, 0xAC00, 0x10400)  # fmt: skip


def check(rows: pd.DataFrame) -> None:
    """Every number lies in its range and where it may lie, and can be told in words."""
    assert rows["score"].between(0, 100).all()
    for name in ("score", "engagement_rate", *DIMENSIONS):
        known = rows[rows[name].notna()]
        assert (known[f"{name}_low"] <= known[name] + 1e-12).all(), name
        assert (known[name] <= known[f"{name}_high"] + 1e-12).all(), name
    for _, row in rows.head(3).iterrows():
        told = [sentence(row, Writing()), *(reason(row, x, Writing()) for x in DIMENSIONS)]
        told += [
            " ".join([one.working, one.note, *(item.text for item in one.inputs)])
            for one in numbers(row, Settings(), Writing()).values()
        ]
        assert "nan" not in " ".join(told).lower().split()
        assert "none" not in " ".join(told).lower().split()
    assert finding(rows, Writing())


@pytest.mark.parametrize(
    ("followers", "likes"),
    [
        (2000, []),
        (2000, [40]),
        (0, [40]),
        (0, []),
        (None, [40, 50]),
        (2000, [None, None]),
        (10, [400, 500]),
        (2000, [50] * 30),
        (2000, [0] * 30),
        (1, [1]),
        (1e12, [1e12]),
        (-3, [-3]),
    ],
)
def test_few_hidden_and_impossible_counts(
    accounts: Table, posts: Table, followers: float | None, likes: list[float | None]
) -> None:
    listed = accounts(handle=["a", "b"], followers=[followers, 2000], avg_likes=[None, 80])
    found = tables.none() | {"accounts": listed, "posts": posts("a", likes)}
    check(score(found, BRAND))


def test_accounts_that_are_all_alike_share_the_first_rank(accounts: Table) -> None:
    listed = accounts(handle=[f"a{i}" for i in range(300)], followers=2000, avg_likes=80, price=9)
    rows = score(tables.none() | {"accounts": listed}, BRAND)
    check(rows)
    assert set(rows["rank"]) == {1}
    assert rows["standing"].iloc[0] == pytest.approx(0.5)


def test_a_million_posts_by_one_creator() -> None:
    count = 1_000_000
    frame = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": "busy",
            "likes": np.arange(count, dtype=float) % 90,
            "comments": 1.0,
            "posted_at": pd.Timestamp("2020-01-01", tz="UTC")
            + pd.to_timedelta(np.arange(count), unit="min"),
        }
    )
    rows = score(tables.none() | {"posts": tables.conform(frame, "posts")})
    check(rows)
    assert rows["engagement_per_post"].tolist() == [55.5]  # 70 to 89 and 0 to 9, and a comment


def test_text_in_forty_scripts_and_a_caption_of_a_megabyte(accounts: Table, posts: Table) -> None:
    captions = ["".join(chr(start + step) for step in range(6)) for start in SCRIPTS]
    assert len(SCRIPTS) == 40
    texts = [*captions, "🫖" * 9, "tea " * 250_000, "x" * 1_000_000, "", "\u202e", "#" * 500]
    shown = posts("a", [50] * len(texts), caption=texts)
    listed = accounts(handle=["a", "b"], followers=[2000, 90], bio=["".join(captions), None])
    said = pd.DataFrame({"platform": "instagram", "handle": "a", "text": texts, "author": "fan"})
    found = tables.none() | {
        "accounts": listed,
        "posts": shown,
        "comments": tables.conform(said, "comments"),
    }
    rows = score(found, BRAND)
    check(rows)
    assert rows.set_index("handle").loc["a", "fit_n"] > 40
    json.dumps(rows["handle"].tolist())
