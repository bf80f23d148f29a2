"""What to check next: first the look-up that would most probably change who is at the top."""

from statistics import NormalDist

import numpy as np
import pandas as pd
import pytest

from core.locale import Writing
from core.scoring import checks
from core.scoring.settings import Settings

TOP_TWO = Settings(weights=(("standing", 1.0),), top=2)


def ranked(
    standing: list[float | None], half: float | list[float] = 0.01, **more: object
) -> pd.DataFrame:
    """A ranking by standing alone, best first, each with a range of ± `half`."""
    value = pd.Series(standing, dtype="float64")
    frame = pd.DataFrame(
        {
            "creator": [f"instagram/c{place}" for place in range(len(value))],
            "handle": [f"c{place}" for place in range(len(value))],
            "standing": value,
            "standing_low": value - half,
            "standing_high": value + half,
            "score": 100 * value.fillna(0.5),
            "coverage": value.notna().astype(float),
            "rank": value.rank(ascending=False).astype("Int64"),
        }
    )
    return frame.assign(**more)


def test_who_is_unsure_near_the_edge_comes_first() -> None:
    rows = ranked([0.9, 0.7, 0.65, 0.2], half=[0.01, 0.01, 0.2, 0.01])
    found = checks.worth_most(rows, TOP_TWO)
    assert found["handle"].iloc[0] == "c2"
    assert found["inside"].iloc[0] == np.False_
    assert 0.3 < found["chance"].iloc[0] < 0.5


def test_the_unknown_may_lie_anywhere() -> None:
    found = checks.worth_most(ranked([0.9, 0.7, None, 0.2]), TOP_TWO)
    (row,) = found[found["handle"] == "c2"].itertuples()
    assert not row.known
    assert row.chance == pytest.approx(0.3)


def test_an_unknown_part_can_lead_in_and_out() -> None:
    settings = Settings(weights=(("standing", 1.0),), top=1)
    found = checks.worth_most(ranked([0.6, None]), settings)
    assert found[["handle", "inside"]].to_numpy().tolist() == [["c1", False]]
    assert found["chance"].iloc[0] == pytest.approx(0.4)


def test_nothing_to_check_where_everybody_is_in_or_all_is_sure() -> None:
    assert checks.worth_most(ranked([0.9, 0.7]), TOP_TWO).empty
    assert checks.worth_most(ranked([]), TOP_TWO).empty
    assert checks.worth_most(ranked([0.9, 0.8, 0.2, 0.1], half=0.0), TOP_TWO).empty


def test_whom_a_deal_breaker_holds_down_needs_no_check() -> None:
    rows = ranked([0.9, 0.7, 0.65], half=0.2, cap=[np.nan, np.nan, 0.2])
    assert "c2" not in checks.worth_most(rows, TOP_TWO)["handle"].tolist()


def test_exact_chances_agree_with_draws() -> None:
    rows = ranked([0.9, 0.7, 0.6], half=[0.01, 0.01, 0.15])
    found = checks.worth_most(rows, TOP_TWO).set_index("handle")["chance"]
    random = np.random.default_rng(1)
    z = [NormalDist().inv_cdf(x) for x in (0.45, 0.75)]
    middle = NormalDist().inv_cdf(0.6)
    draws = random.normal(middle, (z[1] - z[0]) / (2 * 1.2816), 100_000)
    bar = NormalDist().inv_cdf(0.7)
    assert found["c2"] == pytest.approx((draws > bar).mean(), abs=0.01)


def test_it_is_told_with_what_to_do_and_why() -> None:
    found = checks.worth_most(ranked([0.9, 0.7, None, 0.2]), TOP_TWO)
    row = found[found["handle"] == "c2"].iloc[0]
    assert checks.told(row, TOP_TWO, Writing()) == (
        "@c2 (not ranked yet): note likes and comments of its last dozen posts. Its standing for"
        " its size is unknown; once known, it would enter the first 2 in 30% of cases."
    )


def test_only_those_shown_are_told_of_against_the_top_of_everybody() -> None:
    rows = ranked([0.9, 0.7, None, 0.2, None])
    everybody = checks.worth_most(rows, TOP_TWO)
    assert {"c2", "c4"} <= set(everybody["handle"])
    found = checks.among(everybody, pd.Series(["instagram/c4"]))
    assert found["handle"].tolist() == ["c4"]
    assert "enter the first 2" in checks.told(found.iloc[0], TOP_TWO, Writing())
