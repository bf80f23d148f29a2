"""Posts worth a human look: what raises a prompt, what counts, what was let pass."""

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.scoring import prompts, reputation

ANN = "instagram/ann"


@pytest.fixture
def captions(posts):
    def build(*texts: str | None, **columns: object) -> pd.DataFrame:
        names = [f"p{place}" for place in range(len(texts))]
        rows = posts("ann", [1.0] * len(texts), caption=list(texts), post_id=names)
        return rows.assign(**columns)

    return build


@pytest.mark.parametrize(
    ("caption", "kind", "level"),
    [
        ("You are such a fucking idiot", prompts.CONTENT, "medium"),
        ("Double your money with my forex signals", prompts.CONTENT, "high"),
        ("A glass of wine at noon", prompts.CONTENT, "low"),
        ("Use code ANN20 for my favourite kettle", prompts.UNDISCLOSED, "medium"),
        ("Kindly gifted by @kettles, I use it daily", prompts.UNDISCLOSED, "medium"),
        ("Ihr bekommt mit dem Code ANN10 Prozente", prompts.UNDISCLOSED, "medium"),
        ("New collection by @kettles, link in bio", prompts.UNDISCLOSED, "low"),
        ("Tea, one, two\n.\n.\n.\nuse code ANN20 #ad", prompts.UNDISCLOSED, "low"),
        ("use code ANN20 #tea #love #ad #day", prompts.UNDISCLOSED, "low"),
        ("Read more on spamshop.example now", prompts.BLOCKED, "high"),
    ],
)
def test_what_raises_a_prompt(captions, caption: str, kind: str, level: str) -> None:
    found = prompts.of_posts(captions(caption), "spamshop.example, @badbrand")
    assert found[["creator", "post", "kind", "level"]].to_numpy().tolist() == [
        [ANN, "p0", kind, level]
    ]
    assert found["evidence"].notna().all()


@pytest.mark.parametrize(
    "caption",
    [
        "#ad Use code ANN20 for my favourite kettle",
        "Werbung | mit dem Code ANN10",
        "Tea with @mia in the park",
        "Link in bio",
        "Butter heißt auf Italienisch burro, die Katze schläft auf dem Sofa und ist hell",
        "Caffè con amici, una giornata con il sole e il gelato",
        "Psychology of a fickle snowflake",
        "Gluten free crackers",
    ],
)
def test_what_raises_none(captions, caption: str) -> None:
    assert prompts.of_posts(captions(caption), "spamshop.example").empty


def test_a_post_that_the_platform_marks_as_paid_is_clear(captions) -> None:
    marked = captions("Use code ANN20", "Use code ANN20", sponsored=pd.array([True, None]))
    assert prompts.of_posts(marked)["post"].tolist() == ["p1"]


def test_the_share_counts_medium_and_above_once_a_post(captions, accounts) -> None:
    rows = captions("fucking idiot, use code ANN20", "a beer", *["tea"] * 6, None)
    row = prompts.of_creators(rows, accounts(handle=["ann"])).iloc[0]
    assert row["reputation_n"] == 8
    assert row["prompted"] == 1
    assert 0 < row["reputation_low"] < row["reputation"] < row["reputation_high"] < 1


def test_what_was_let_pass_counts_no_more(captions, accounts) -> None:
    rows = captions("fucking idiot", *["tea"] * 7)
    passed = [(ANN, "p0", prompts.CONTENT)]
    assert prompts.of_posts(rows, "", passed).empty
    row = prompts.of_creators(rows, accounts(handle=["ann"]), "", passed).iloc[0]
    assert row["prompted"] == 0
    assert row["reputation"] > 0.5


def test_a_post_without_an_id_keeps_its_name(captions) -> None:
    rows = captions("fucking idiot").assign(post_id=pd.Series([None], dtype="str"))
    first, again = (prompts.of_posts(rows)["post"].iloc[0] for _ in range(2))
    assert first == again
    assert prompts.of_posts(rows, "", [(ANN, first, prompts.CONTENT)]).empty


def test_a_post_that_came_twice_counts_once(captions, accounts) -> None:
    rows = pd.concat([captions("tea", "fucking idiot")] * 2, ignore_index=True)
    row = prompts.of_creators(rows, accounts(handle=["ann"])).iloc[0]
    assert (row["reputation_n"], row["prompted"]) == (2, 1)


def test_without_captions_reputation_is_unknown(captions, accounts) -> None:
    some = prompts.of_creators(captions(None, None), accounts(handle=["ann", "ben"]))
    assert some[list(prompts.COLUMNS)].isna().all(axis=None)
    none = prompts.of_creators(tables.empty("posts"), accounts(handle=[]))
    assert none.empty and set(prompts.COLUMNS) <= set(none)


def test_the_newest_posts_are_read_and_no_more(captions, accounts) -> None:
    many = captions(*["tea"] * 5_000, "fucking idiot")
    row = prompts.of_creators(many, accounts(handle=["ann"])).iloc[0]
    assert row["reputation_n"] == prompts.NEWEST
    assert row["prompted"] == 0


def test_forty_scripts_and_a_long_caption_are_no_trouble(captions, accounts) -> None:
    scripts = [chr(start + 5) * 20 for start in range(0x0530, 0x0530 + 40 * 0x80, 0x80)]
    rows = captions(*scripts, "use code A " * 90_000, "", "\x00")
    found = prompts.of_creators(rows, accounts(handle=["ann"])).iloc[0]
    assert np.isfinite(found["reputation"])
    assert set(prompts.of_posts(rows)["level"]) <= set(reputation.LEVELS)
