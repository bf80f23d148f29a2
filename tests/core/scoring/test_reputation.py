"""Reputation: what is worth reading yourself, with the words that say so; never without one."""

import pandas as pd
import pytest

from core import figures
from core.scoring import lists, reputation


def judged(*texts: str | None) -> pd.DataFrame:
    return reputation.judge(pd.Series(list(texts), dtype="str"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You are such a f&#117;cking idiot", "idiot"),
        ("Eres una puta mierda, cabrón", "cabrón"),
        ("Du bist so ein Arschloch", "arschloch"),
        ("Quel connard, ferme ta gueule", "connard"),
        ("Sei proprio uno stronzo", "stronzo"),
        ("Ты тупой урод", "урод"),
        ("𝓯𝓾𝓬𝓴 you", "fuck"),
    ],
)
def test_offensive_words_are_named(text: str, word: str) -> None:
    row = judged(text).iloc[0]
    assert row["offensive"] > 0.5
    assert word in row["evidence"].split(", ")
    assert row["category"] in {"Swearing", "Abuse, bullying or crime"}


@pytest.mark.parametrize(
    "text",
    [
        "A quiet morning with coffee and the dog",
        "Classic assessment of the cocktail dress by Dickens",
        "Mi familia en la playa",
        "Ein schöner Tag mit den Kindern",
        "😍😍",
        "",
    ],
)
def test_ordinary_posts_are_left_alone(text: str) -> None:
    assert judged(text)["offensive"].iloc[0] < 0.5


def test_what_offends_nobody_may_still_be_worth_a_look() -> None:
    row = judged("Friday night tequila and vodka with friends").iloc[0]
    assert row["category"] == "Alcohol, tobacco or drugs"
    assert row["evidence"] == "tequila, vodka"
    assert row["offensive"] < 0.5


def test_without_a_listed_word_nothing_is_said() -> None:
    row = judged("The weather is nice today").iloc[0]
    assert row[["category", "evidence"]].isna().all()
    assert row["offensive"] < 0.2


def test_unknown_stays_unknown() -> None:
    found = judged(None, "とても可愛いですね", "น่ารักมาก")
    assert found.isna().all(axis=None)
    empty = reputation.judge(pd.Series([], dtype="str"))
    assert list(empty.columns) == ["offensive", "category", "evidence", "level"] and empty.empty


def test_rows_keep_their_place() -> None:
    texts = pd.Series(["nice", None, "you moron"], index=[3, 3, 1], dtype="str")
    found = reputation.judge(texts)
    assert found.index.tolist() == [3, 3, 1]
    assert found["evidence"].isna().tolist() == [True, True, False]


def test_every_kind_of_word_has_a_category_to_be_shown() -> None:
    kinds = lists.rows("kinds")
    assert set(lists.rows("reputation")["kind"]) == set(kinds["kind"])
    assert set(kinds["key"]) <= set(figures.read("garm_categories")["key"])
    assert len(figures.read("garm_categories")) == 12


def test_very_long_texts_are_no_trouble() -> None:
    found = judged("damn " * 200_000, "a" * 1_000_000, "<" * 1_000_000)
    assert found["evidence"].iloc[0] == "damn"
