"""What the sources about one creator say differently is told with who, when and how far apart."""

import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.scoring import disagreements
from core.scoring.disagreements import apart

NAMES = {"u1": "roster.xlsx", "u2": "vendor.csv"}


def seen(**columns: list[object]) -> pd.DataFrame:
    rows = pd.DataFrame({"platform": "instagram", "handle": "ana", **columns})
    return tables.conform(rows, "accounts")


def test_two_counts_weeks_apart_are_told_newest_first_with_their_files() -> None:
    rows = seen(
        followers=[11800, 12100], upload_id=["u1", "u2"], seen_at=["2026-11-01", "2026-11-22"]
    )
    assert disagreements(rows, Writing(), NAMES) == [
        "Followers: 12,100 in “vendor.csv” (Nov 22, 2026), 11,800 in “roster.xlsx” (Nov 1, 2026),"
        " three weeks apart."
    ]


def test_prices_that_differ_are_told_in_their_currencies() -> None:
    rows = seen(
        price=[150.0, 180.0, 150.0],
        currency=[None, "EUR", "USD"],
        upload_id=["u1", "u2", "u1"],
        seen_at=["2026-11-01", "2026-11-22", "2026-11-01"],
    )
    assert disagreements(rows, Writing(), NAMES) == [
        "Asked price: €180 in “vendor.csv” (Nov 22, 2026), $150 in “roster.xlsx” (Nov 1, 2026),"
        " three weeks apart."
    ]


def test_without_the_file_a_source_is_called_by_its_way() -> None:
    rows = seen(followers=[11800, 12100], found_via=["agency", None], seen_at="2026-11-01")
    assert disagreements(rows, Writing()) == [
        "Followers: 11,800 found via agency (Nov 1, 2026), 12,100 in a source that is not named"
        " (Nov 1, 2026)."
    ]


@pytest.mark.parametrize(
    "columns",
    [
        {"followers": [11800, 11800, None], "avg_likes": [None, 40, None]},
        {"followers": [12100, 12104]},  # one list rounds
        {"engagement_rate_claimed": [0.04, None]},
    ],
)
def test_sources_that_agree_or_do_not_say_are_no_disagreement(columns: dict) -> None:
    assert disagreements(seen(**columns), Writing()) == []


COUNTS = {"followers": 1000.0, "avg_likes": 40.0, "avg_comments": 10.0, "avg_views": 500.0}


@pytest.mark.parametrize(
    ("rates", "counts", "said"),
    [
        (
            [0.05, 0.1],
            COUNTS,
            "5.0% in “roster.xlsx” (likes and comments per follower), 10.0% in “vendor.csv”"
            " (likes and comments per view); they use different formulas, so they cannot be"
            " compared.",
        ),
        (
            [0.05, 0.04],
            COUNTS,
            "5.0% in “roster.xlsx” (likes and comments per follower), 4.0% in “vendor.csv”"
            " (likes per follower); they use different formulas, so they cannot be compared.",
        ),
        (
            [0.041, 0.032],
            {},
            "4.1% in “roster.xlsx”, 3.2% in “vendor.csv”; each list has a formula of its own, so"
            " they may not be comparable.",
        ),
    ],
)
def test_claimed_rates_are_told_with_the_formula_that_their_numbers_show(
    rates: list[float], counts: dict[str, float], said: str
) -> None:
    rows = seen(engagement_rate_claimed=rates, upload_id=["u1", "u2"], **counts)
    assert disagreements(rows, Writing(), NAMES) == [f"Claimed engagement rates: {said}"]


def test_the_same_formula_on_other_numbers_is_said() -> None:
    rows = seen(engagement_rate_claimed=[0.05, 0.06], followers=[1000, 2000], avg_likes=[50, 120])
    assert disagreements(rows, Writing())[-1].endswith("the same formula on other numbers.")


def test_many_sources_are_cut_short() -> None:
    rows = seen(followers=[1, 2, 3, 4, 5])
    assert disagreements(rows, Writing())[0].endswith("2 more.")


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2026-01-01", ""),
        ("2026-01-02", ", a day apart"),
        ("2026-01-12", ", 11 days apart"),
        ("2026-01-22", ", three weeks apart"),
        ("2026-04-01", ", three months apart"),
        ("2028-01-20", ", two years apart"),
    ],
)
def test_how_far_apart_is_said_in_words(last: str, words: str) -> None:
    assert apart(pd.to_datetime(pd.Series(["2026-01-01", last]))) == words


def test_nobody_knows_when() -> None:
    assert apart(pd.Series([pd.NaT, pd.NaT])) == ""
