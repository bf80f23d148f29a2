"""Shares of rare things: calibrated, monotone, and nothing known is the middle of everybody."""

import numpy as np
import pandas as pd
import pytest

from core.scoring import rare

USUAL, WEIGHT = 0.05, 15.0


def placed(some: list[float], n: list[float], level: float = 0.8) -> pd.DataFrame:
    found = rare.placed(pd.Series(some), pd.Series(n), USUAL, WEIGHT, level)
    return pd.DataFrame({"middle": found[""], "low": found["_low"], "high": found["_high"]})


def test_places_are_calibrated_over_creators_as_they_are_assumed_to_be() -> None:
    random = np.random.default_rng(4)
    shares = random.beta(USUAL * WEIGHT, (1 - USUAL) * WEIGHT, 4000)
    n = random.integers(1, 120, 4000)
    found = placed(list(random.binomial(n, shares)), list(n))
    true = 1 - pd.Series(shares).rank(pct=True)
    assert true.between(found["low"], found["high"]).mean() == pytest.approx(0.8, abs=0.02)
    assert found["middle"].mean() == pytest.approx(0.5, abs=0.01)


def test_more_clean_posts_speak_for_a_creator_and_each_find_against() -> None:
    clean = placed([0] * 5, [1, 5, 20, 80, 200])["middle"]
    assert clean.is_monotonic_increasing and clean.iloc[0] == pytest.approx(0.51, abs=0.02)
    found = placed([0, 1, 2, 5, 40], [40] * 5)
    assert found["middle"].is_monotonic_decreasing
    assert found["middle"].between(found["low"], found["high"]).all()


def test_without_posts_nothing_is_known() -> None:
    assert placed([0, 0], [np.nan, 0]).isna().all(axis=None)
    assert placed([], []).empty
