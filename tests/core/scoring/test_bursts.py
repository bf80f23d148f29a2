import numpy as np
import pandas as pd
import pytest

from core import tables
from core.scoring import growth

MONDAY = pd.Timestamp("2025-06-02", tz="UTC")
COLUMNS = ["platform", "handle", "start", "end", "extra", "baseline", "shape", "chance"]


def follows(new: list[int] | np.ndarray, handle: str | None = "Shop") -> pd.DataFrame:
    """One follow at noon for each of `new` people a day, from a Monday on."""
    days = pd.to_timedelta(np.repeat(np.arange(len(new)), new), unit="D")
    frame = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": handle,
            "follower": [f"f{place}" for place in range(len(days))],
            "followed_at": MONDAY + pd.Timedelta(hours=12) + days,
        }
    )
    return tables.conform(frame, "follows")


def calm(days: int = 200, level: float = 20, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).poisson(level, days)


def test_a_planted_day_is_found_with_its_size_and_date() -> None:
    new = calm()
    new[100] += 300
    found = growth.bursts(follows(new))
    assert found.columns.tolist() == COLUMNS
    assert len(found) == 1
    burst = found.iloc[0]
    assert burst["handle"] == "Shop"
    assert burst["start"] == burst["end"] == pd.Timestamp("2025-06-02") + pd.Timedelta(days=100)
    assert burst["extra"] == pytest.approx(300, abs=25)
    assert burst["baseline"] == pytest.approx(20, abs=4)
    assert burst["shape"] == "sharp stop"
    assert burst["chance"] < 1e-6


@pytest.mark.parametrize("start", [0, 2, 60, 193, 197])
def test_a_burst_of_three_days_is_found_wherever_it_lies(start: int) -> None:
    new = calm(level=30, seed=2)
    new[start : start + 3] += 100
    found = growth.bursts(follows(new))
    assert len(found) == 1
    first = (found["start"].iloc[0] - MONDAY.tz_localize(None)).days
    last = (found["end"].iloc[0] - MONDAY.tz_localize(None)).days
    assert (first, last) == (start, start + 2)
    assert found["extra"].iloc[0] == pytest.approx(300, abs=40)


def test_an_uneven_delivery_of_two_days_still_stops_sharply() -> None:
    new = calm(level=1.3, seed=11)
    new[[120, 121]] += [209, 95]
    found = growth.bursts(follows(new))
    assert found["shape"].tolist() == ["sharp stop"]
    assert found["extra"].iloc[0] == pytest.approx(304, abs=5)
    assert (found["end"] - found["start"]).dt.days.tolist() == [1]


def test_what_runs_out_slowly_has_a_long_tail() -> None:
    new = calm(level=15, seed=3)
    new[80:100] += np.round(200 * 0.5 ** (np.arange(20) / 2.5)).astype(int)
    found = growth.bursts(follows(new))
    assert found["shape"].tolist() == ["long tail"]
    assert found["start"].iloc[0] == pd.Timestamp("2025-06-02") + pd.Timedelta(days=80)
    assert found["extra"].iloc[0] == pytest.approx(820, rel=0.12)


def test_busy_weekends_growth_and_a_new_level_are_no_bursts() -> None:
    days = np.arange(364)
    level = (10 + 40 * days / 364) * np.where(days % 7 >= 5, 3.0, 0.6)
    level[200:] *= 2
    assert growth.bursts(follows(np.random.default_rng(4).poisson(level))).empty


def test_ten_calm_years_raise_no_alarm() -> None:
    years = [follows(calm(365, 2.0 + 4 * year, year), f"a{year}") for year in range(10)]
    assert growth.bursts(pd.concat(years)).empty


def test_a_few_people_are_no_burst_however_unlikely() -> None:
    new = np.zeros(200, dtype=int)
    new[::20] = 1
    new[90] = 20
    assert growth.bursts(follows(new)).empty
    new[90] = 60
    assert growth.bursts(follows(new))["extra"].tolist() == [60]


def test_two_bursts_of_one_account_stay_apart() -> None:
    new = calm(seed=5)
    new[[60, 75]] += 250
    found = growth.bursts(follows(new))
    assert (found["start"] - MONDAY.tz_localize(None)).dt.days.tolist() == [60, 75]
    assert (found["end"].iloc[0]) < found["start"].iloc[1]


def test_every_account_is_judged_by_itself() -> None:
    quiet, loud = calm(seed=6), calm(seed=7)
    loud[50] += 200
    both = pd.concat([follows(quiet, "a"), follows(loud, "B")])
    alone = growth.bursts(follows(loud, "B"))
    pd.testing.assert_frame_equal(growth.bursts(both), alone)
    assert alone["handle"].tolist() == ["B"]


def test_an_export_read_twice_counts_once() -> None:
    once = follows(calm(seed=8))
    twice = pd.concat([once.assign(upload_id="1"), once.assign(upload_id="2")])
    new = calm(seed=8)
    new[30] += 120
    burst = follows(new)
    assert growth.bursts(twice).empty
    again = pd.concat([burst, burst.assign(upload_id="2")])
    pd.testing.assert_frame_equal(growth.bursts(again), growth.bursts(burst))


def test_the_order_of_the_rows_does_not_matter_and_they_stay_as_they_are() -> None:
    new = calm(seed=9)
    new[40] += 150
    frame = follows(new)
    before = frame.copy(deep=True)
    mixed = frame.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(growth.bursts(mixed), growth.bursts(frame))
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize(
    "frame",
    [
        tables.empty("follows"),
        follows([5] * 27),  # too short to know what is usual
        follows([1]),
        follows([20] * 40).assign(followed_at=pd.Series(pd.NaT, dtype=tables.TIME)),
        follows([20] * 40, handle=None),
    ],
)
def test_too_little_to_judge_gives_no_bursts(frame: pd.DataFrame) -> None:
    found = growth.bursts(frame)
    assert found.empty
    assert found.columns.tolist() == COLUMNS
    assert found["start"].dtype == "datetime64[us]"


def test_the_caveat_about_those_who_left_is_one_to_show() -> None:
    assert "still follow" in growth.SURVIVORS
    assert growth.SURVIVORS.endswith(".")
