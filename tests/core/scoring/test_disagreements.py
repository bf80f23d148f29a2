"""What the sources about one creator say differently is told with who, when and how far apart."""

import pandas as pd

from core import tables
from core.locale import Writing
from core.scoring import disagreements


def seen(**columns: list[object]) -> pd.DataFrame:
    rows = pd.DataFrame({"platform": "instagram", "handle": "ana", **columns})
    return tables.conform(rows, "accounts")


def test_two_counts_weeks_apart_are_told_newest_first() -> None:
    rows = seen(
        followers=[11800, 12100],
        found_via=["agency", "vendor list"],
        seen_at=["2026-11-01", "2026-11-22"],
    )
    assert disagreements(rows, Writing()) == [
        "Followers: 12,100 (vendor list, Nov 22, 2026), 11,800 (agency, Nov 1, 2026);"
        " 21 days apart."
    ]


def test_sources_that_agree_or_do_not_say_are_no_disagreement() -> None:
    rows = seen(followers=[11800, 11800, None], avg_likes=[None, 40, None])
    assert disagreements(rows, Writing()) == []


def test_claimed_rates_are_said_to_have_their_own_formulas() -> None:
    rows = seen(engagement_rate_claimed=[0.041, 0.032])
    assert disagreements(rows, Writing()) == [
        "Claimed engagement rates: 4.1%, 3.2%; their formulas are each list's own."
    ]


def test_many_sources_are_cut_short() -> None:
    rows = seen(followers=[1, 2, 3, 4, 5])
    assert disagreements(rows, Writing())[0].endswith("2 more.")
