import numpy as np
import pandas as pd
import pytest

from core.budget import outcome


def lines(count, value=100.0, low=60.0, high=145.0, name="c"):
    return pd.DataFrame(
        {
            "creator": [f"{name}{i}" for i in range(count)],
            "value": value,
            "value_low": low,
            "value_high": high,
        }
    )


@pytest.mark.parametrize("count", [1, 10, 300])
def test_the_draws_mean_what_the_plan_says(count):
    found = outcome(lines(count))
    assert found.draws.mean() == pytest.approx(100 * count)
    assert found.estimate.value == pytest.approx(100 * count)
    assert found.estimate.low < 100 * count < found.estimate.high


def test_one_line_keeps_its_own_range():
    found = outcome(lines(1), draws=40_000)
    # the spread of 60 to 145 is 0.344; its log-normal with mean 100 has these ends
    middle = 100 * np.exp(-(0.3443**2) / 2)
    assert found.estimate.low == pytest.approx(middle * np.exp(-1.2816 * 0.3443), rel=0.02)
    assert found.estimate.high == pytest.approx(middle * np.exp(1.2816 * 0.3443), rel=0.02)


def test_many_lines_stay_uncertain_because_they_share_their_luck():
    few, many = outcome(lines(5)), outcome(lines(500))
    width = [(each.estimate.high - each.estimate.low) / each.estimate.value for each in (few, many)]
    assert width[1] < width[0]
    assert width[1] > 2 * 1.2816 * 0.24 * 0.9  # the shared part alone


def test_a_small_change_of_the_plan_changes_the_draws_little():
    before = outcome(lines(10))
    after = outcome(pd.concat([lines(10), lines(1, 5.0, 3.0, 8.0, name="new")]))
    assert np.corrcoef(before.draws, after.draws)[0, 1] > 0.99
    again = outcome(lines(10).iloc[::-1])
    assert again.draws == pytest.approx(before.draws)


def test_the_chance_falls_as_the_goal_rises():
    found = outcome(lines(10))
    chances = [found.chance(goal) for goal in (0, 700, 1000, 1500, 1e9)]
    assert chances == sorted(chances, reverse=True)
    assert (chances[0], chances[-1]) == (1.0, 0.0)
    assert found.chance(found.estimate.low) == pytest.approx(0.9, abs=0.001)


def test_dots_stand_for_equal_chances():
    found = outcome(lines(10))
    dots = found.dots()
    assert len(dots) == 50
    assert (np.diff(dots) >= 0).all()
    assert np.median(dots) == pytest.approx(np.median(found.draws), rel=0.01)


def test_eight_in_ten_hold_on_a_simulated_history():
    random = np.random.default_rng(7)
    plan = lines(30, 100.0, 30.0, 190.0)
    found = outcome(plan)
    spread = np.log(190 / 30) / (2 * 1.2816)
    own = np.sqrt(spread**2 - 0.24**2)
    luck = 0.24 * random.standard_normal((2000, 1)) + own * random.standard_normal((2000, 30))
    happened = (100 * np.exp(luck - spread**2 / 2)).sum(axis=1)
    inside = (happened >= found.estimate.low) & (happened <= found.estimate.high)
    assert inside.mean() == pytest.approx(0.8, abs=0.03)


def test_lines_without_a_range_are_very_uncertain():
    found = outcome(lines(1).assign(value_low=np.nan, value_high=np.nan))
    assert found.estimate.high / found.estimate.low > 8


def test_an_empty_plan_brings_nothing():
    found = outcome(lines(0))
    assert (found.estimate.value, found.estimate.low, found.estimate.high) == (0, 0, 0)
    assert found.chance(1) == 0
