import numpy as np
import pandas as pd
import pytest

from core.budget import ledger, lognormal
from core.budget.ledger import Learnt
from core.locale import Writing

LINES = pd.DataFrame(
    {
        "creator": ["instagram/ada", "tiktok/ben", "tiktok/cem"],
        "value": [100.0, 100.0, 100.0],
        "value_low": [60.0, 60.0, 60.0],
        "value_high": [145.0, 145.0, 145.0],
    }
)
CAME = pd.DataFrame(
    {"creator": ["tiktok/ben", "instagram/ada", "tiktok/cem"], "orders": [400.0, 80.0, np.nan]}
)


def campaign(number, level=0.0, width=1.0, lines=8, spread=0.5, seed=1):
    """The settled lines of a campaign whose results are off by `level`, with true spread."""
    random = np.random.default_rng([seed, number])
    value = pd.Series(np.full(lines, 200.0))
    low, high = lognormal.bounds(value, pd.Series(spread, index=value.index))
    shared = random.standard_normal(1)
    came = lognormal.draw(
        value.to_numpy(),
        np.full(lines, spread * width),
        shared,
        random.standard_normal((1, lines)),
        0.24,
    )[0]
    planned = pd.DataFrame(
        {
            "creator": [f"tiktok/c{number}_{i}" for i in range(lines)],
            "value": value,
            "value_low": low,
            "value_high": high,
        }
    )
    told = pd.DataFrame({"creator": planned["creator"], "orders": came * np.exp(level)})
    return ledger.settle(planned, told, "orders").assign(campaign=number)


def history(count, **how):
    return pd.concat([campaign(number, **how) for number in range(count)], ignore_index=True)


def test_each_line_is_inside_outside_or_unknown():
    rows = ledger.settle(LINES, CAME, "orders").set_index("creator")
    assert rows["inside"].tolist() == [True, False, pd.NA]
    assert rows.loc["tiktok/ben", "miss"] == pytest.approx(np.log(400 / np.sqrt(60 * 145)))
    assert pd.isna(rows.loc["tiktok/cem", "miss"])


def test_two_pieces_of_one_creator_are_one_line():
    twice = pd.concat([LINES, LINES.head(1)])
    rows = ledger.settle(twice, CAME, "orders").set_index("creator")
    assert rows.loc["instagram/ada", "expected"] == 200.0


def test_nothing_settled_teaches_nothing():
    empty = ledger.settle(LINES, CAME.assign(orders=np.nan), "orders").assign(campaign=1)
    assert ledger.learnt(empty) == Learnt()
    assert "Nothing has been settled yet" in ledger.finding(empty, Writing())


def test_a_few_lines_move_the_next_forecast_little_and_many_campaigns_move_it_far():
    low = np.log(0.5)
    few, many = ledger.learnt(history(1, level=low, lines=2)), ledger.learnt(history(20, level=low))
    assert 0.5 < few.factor < 1
    assert many.factor == pytest.approx(0.5, rel=0.15)
    assert many.factor < few.factor


def test_ranges_that_were_too_narrow_become_wider_and_fitting_ones_stay():
    narrow, right = ledger.learnt(history(20, width=2.0)), ledger.learnt(history(20))
    assert narrow.width > 1.4
    assert right.width == pytest.approx(1.0, abs=0.15)


def test_what_was_learnt_makes_the_next_ranges_hold():
    """A brand whose results come in at half, twice as scattered: 12 campaigns, then the 13th."""
    how = {"level": np.log(0.5), "width": 1.5}
    before, after = [], []
    for seed in range(40):
        lesson = ledger.learnt(history(12, seed=seed, **how))
        rows = campaign(99, seed=seed, **how)
        before.append(rows["inside"].mean())
        planned = rows.rename(
            columns={"expected": "value", "low": "value_low", "high": "value_high"}
        )
        told = planned[["creator", "happened"]].rename(columns={"happened": "orders"})
        again = ledger.settle(
            ledger.applied(planned[["creator", "value", "value_low", "value_high"]], lesson),
            told,
            "orders",
        )
        after.append(again["inside"].mean())
    assert np.mean(before) < 0.55
    assert 0.74 < np.mean(after) < 0.87


def test_nothing_learnt_changes_nothing():
    pd.testing.assert_frame_equal(ledger.applied(LINES, Learnt()), LINES)


def test_a_line_without_a_range_keeps_none():
    bare = LINES.assign(value_low=np.nan)
    assert ledger.applied(bare, Learnt(0.5, 1.0, 3, 1))["value_low"].isna().all()


def test_the_finding_counts_what_held_and_says_what_follows():
    rows = ledger.settle(LINES, CAME, "orders").assign(campaign="spring")
    said = ledger.finding(rows, Writing())
    assert said.startswith("Your 8-in-10 ranges held 1 of 2 times; the next forecast is set")
    found = ledger.numbers(rows, Writing())
    assert found["ranges_held"].estimate.value == 0.5
    assert found["forecast_bias"].estimate.n == 2


@pytest.mark.parametrize(("factor", "width"), [(0.0, 1.0), (1.0, -1.0), (float("nan"), 1.0)])
def test_a_lesson_that_makes_no_sense_is_refused(factor, width):
    with pytest.raises(ValueError, match="cannot be scaled"):
        Learnt(factor, width)
