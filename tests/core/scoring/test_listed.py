"""Words that are listed: how they may be written, and what only looks like them."""

import pandas as pd
import pytest

from core.scoring import listed, lists, reputation


def evidence(text: str) -> set[str]:
    found = reputation.judge(pd.Series([text], dtype="str"))["evidence"].iloc[0]
    return set() if pd.isna(found) else set(found.split(", "))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("what a shitttt day", "shit"),
        ("you are a looooser", "loser"),
        ("fuuuuck this", "fuck"),
        ("get off your lazy assss", "ass"),
        ("stop f*cking about", "f*cking"),
        ("a bunch of a**holes", "a**holes"),
        ("total bullsh*t", "bullsh*t"),
        ("you absolute muppet", "muppet"),
        ("qué hijo de perra", "hijo de perra"),
        ("du Hurensohn", "hurensohn"),
        ("vaffanculo, che stronzi", "stronzi"),
        ("заткнись, придурок", "придурок"),
    ],
)
def test_listed_words_are_found_as_people_write_them(text: str, word: str) -> None:
    assert word in evidence(text)


@pytest.mark.parametrize(
    "text",
    [
        "A stable career and financial stability",
        "A demonstration of our new mixer",
        "Our dog groomer is the kindest",
        "Happy birthday, love you xxx",
        "Dinner with David Lynch",
        "Life hack: freeze the lemons",
        "Flame retardant curtains",
        "Hadi git artık, çok güzel bir yer burası",
        "soooo goooood, yessss",
    ],
)
def test_harmless_words_that_look_like_listed_ones_are_left_alone(text: str) -> None:
    assert not evidence(text)


def test_a_words_neighbours_in_the_batch_change_nothing() -> None:
    texts = ["shitttt day", "nice day", "you moron", "looooser", "stable"] * 3
    among = reputation.judge(pd.Series(texts, dtype="str"))
    alone = pd.concat([reputation.judge(pd.Series([text], dtype="str")) for text in texts])
    assert among["evidence"].tolist()[:1] == alone["evidence"].tolist()[:1] == ["shit"]
    pd.testing.assert_frame_equal(among, alone.reset_index(drop=True))


def test_no_entry_is_listed_twice_in_one_kind_and_language() -> None:
    for row in lists.rows("reputation").itertuples():
        words = row.words.split("|")
        assert len(words) == len(set(words)), (row.kind, row.language)
        assert all(words), (row.kind, row.language)


def test_even_the_shortest_beginning_is_enough_to_be_seen() -> None:
    assert min(map(len, listed._triggers()[1])) >= listed._START


def test_common_words_alone_make_no_text_worth_judging() -> None:
    texts = pd.Series(["You should take your time off with them", "Plus tard ce soir"], dtype="str")
    assert not reputation.worth_judging(texts).any()
