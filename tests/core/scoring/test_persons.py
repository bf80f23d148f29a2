"""Accounts of one person: proposed with reasons, never joined by themselves."""

import pandas as pd
import pytest

from core.scoring import persons


def creators(*rows: tuple[str, dict[str, str]]) -> pd.DataFrame:
    columns = ["creator", "platform", "handle", "name", "bio", "url", "category", "country"]
    made = [
        {"creator": key, "platform": key.split("/")[0], "handle": key.split("/")[1], **told}
        for key, told in rows
    ]
    return pd.DataFrame(made, columns=columns).astype("str")


def proposed(*rows: tuple[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    found = persons.suggestions(creators(*rows))
    return list(found[["first", "second", "reasons"]].itertuples(index=False, name=None))


INSTA, TIKTOK = "instagram/mira.knits", "tiktok/mira.knits"


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ((INSTA, {}), (TIKTOK, {}), "same handle"),
        ((INSTA, {}), ("tiktok/mira_knits", {}), "handles alike but for dots and endings"),
        ((INSTA, {}), ("youtube/miraknits.official", {}), "handles alike but for dots and endings"),
        ((INSTA, {"bio": "https://tiktok.com/@wooly_m"}), ("tiktok/wooly_m", {}), "link in bio"),
        ((INSTA, {"bio": "TikTok: @wooly_m."}), ("tiktok/wooly_m", {}), "link in bio"),
        (("x/m", {"bio": "more on IG 👉 @mira.knits"}), (INSTA, {}), "link in bio"),
        (
            (INSTA, {"bio": "linktr.ee/wooly"}),
            ("x/wooly_m", {"bio": "all: https://linktr.ee/wooly"}),
            "same link in both bios",
        ),
        (
            (INSTA, {"name": "Mira Knits", "country": "Spain"}),
            ("x/wooly", {"name": "mira knits", "country": "spain"}),
            "same name; same country",
        ),
    ],
)  # fmt: skip
def test_what_speaks_for_one_person_is_told(
    one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]], reasons: str
) -> None:
    first, second = sorted((one[0], other[0]))
    assert proposed(one, other) == [(first, second, reasons)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((INSTA, {"name": "Mira Knits"}), ("x/wooly", {"name": "Mira Knits"})),  # a name alone
        ((INSTA, {}), ("instagram/mira_knits", {})),  # one network: two people
        ((INSTA, {"bio": "see instagram.com/p/abc"}), ("tiktok/p", {})),
        ((INSTA, {"country": "Spain"}), ("x/other", {"country": "Spain"})),
        (("instagram/ana", {}), ("tiktok/a.n.a", {})),  # too short to say anything
        ((INSTA, {"bio": "I love @wooly_m"}), ("tiktok/wooly_m", {})),  # of no network
    ],
)
def test_what_says_too_little_proposes_nothing(
    one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]]
) -> None:
    assert proposed(one, other) == []


def test_more_signs_make_a_stronger_suggestion_and_the_best_comes_first() -> None:
    found = persons.suggestions(
        creators(
            (INSTA, {"bio": "tiktok.com/@mira.knits"}),
            (TIKTOK, {}),
            ("youtube/miraknits", {}),
        )
    )
    assert found["reasons"].iloc[0] == "link in bio; same handle"
    assert found["strength"].is_monotonic_decreasing
    assert [persons.certainty(each) for each in found["strength"]] == [
        "very likely",
        "possible",
        "possible",
    ]


def test_what_a_crowd_shares_says_nothing() -> None:
    same = [(f"{net}/mira{at}", {"name": "Mira Knits", "country": "Spain"})
            for net in ("instagram", "tiktok") for at in range(10)]  # fmt: skip
    assert [row for row in proposed(*same) if "same name" in row[2]] == []


def test_nobody_and_the_silent_are_no_error() -> None:
    assert persons.suggestions(creators()).empty
    assert proposed((INSTA, {}), ("tiktok/other", {})) == []


PAIRS = (("instagram/a", "tiktok/a"), ("tiktok/a", "youtube/a"))


def test_joined_accounts_are_one_person_over_several_steps() -> None:
    frame = creators(("youtube/a", {}), ("instagram/a", {}), ("tiktok/a", {}), ("x/b", {}))
    made = persons.joined(frame, PAIRS)
    assert made["person"].tolist() == ["instagram/a", "instagram/a", "instagram/a", "x/b"]
    assert made["also_on"].fillna("").tolist() == [
        "Instagram, TikTok",
        "TikTok, YouTube",
        "Instagram, YouTube",
        "",
    ]


def test_an_account_that_is_not_here_at_present_is_not_named() -> None:
    made = persons.joined(creators(("instagram/a", {}), ("x/b", {})), PAIRS)
    assert made["person"].tolist() == ["instagram/a", "x/b"]
    assert made["also_on"].isna().all()


def test_who_is_proposed_for_a_person_is_neither_in_it_nor_refused() -> None:
    suggested = pd.DataFrame(
        {
            "first": ["a/1", "a/1", "b/1", "b/1"],
            "second": ["b/1", "c/1", "d/1", "c/1"],
            "reasons": ["same handle", "link in bio", "same handle", "same name"],
            "strength": [0.6, 0.9, 0.6, 0.3],
        }
    )
    left = persons.still_open(suggested, ["a/1", "b/1"], [("b/1", "d/1")])
    assert left[["creator", "beside", "reasons"]].to_numpy().tolist() == [
        ["c/1", "a/1", "link in bio"]
    ]
