import numpy as np
import pandas as pd
import pytest

from core.scoring import curve
from core.scoring.formulas import Yardstick, placed, placing, worked_out


def at(followers: list[float], benchmark: str = "SEED", platform: str = "instagram") -> list[float]:
    sizes = pd.Series(followers, dtype="float64")
    names = pd.Series(platform, index=sizes.index)
    return curve.published(sizes, names, benchmark)["benchmark"].tolist()


def test_a_printed_rate_holds_in_the_middle_of_its_tier() -> None:
    # 1,000 to 4,000 has its middle at 2,000; 4,000 to 100,000 at 20,000.
    assert at([2000, 20_000]) == pytest.approx([0.045, 0.024])


def test_the_curve_runs_straight_on_two_log_scales_between_two_middles() -> None:
    assert at([np.sqrt(2000 * 20_000)]) == pytest.approx([np.sqrt(0.045 * 0.024)])


def test_there_is_no_step_at_a_thousand_followers() -> None:
    # By hand: 62.42 % of the way from 316 to 2,000 followers, from 9.75 % to 4.5 %.
    below, here, above = at([999, 1000, 1001])
    assert here == pytest.approx(0.060173, abs=1e-6)
    assert below > here > above
    assert below - above < 0.0001


def test_beyond_the_outer_middles_the_curve_stays_level() -> None:
    assert at([1, 50, 10_000_000]) == pytest.approx([0.0975, 0.0975, 0.0175])


def test_where_the_set_says_nothing_there_is_no_guess() -> None:
    assert np.isnan(at([5000], "MODASH", "facebook")[0])
    assert np.isnan(at([300], "MODASH")[0])  # the set begins at 1,000
    assert np.isnan(at([0, np.nan])).all()


def test_bands_are_shown_beside_the_typical_rate() -> None:
    sizes, names = pd.Series([np.sqrt(1000 * 5000)]), pd.Series(["instagram"])
    row = curve.published(sizes, names, "MODASH").iloc[0]
    assert row["benchmark_low"] == pytest.approx(0.0172)
    assert row["benchmark_high"] == pytest.approx(0.0797)


def standing(rates: list[float], platform: str = "instagram") -> list[float]:
    """Beside a level of 4.5 % at every size."""
    yardstick = Yardstick("instagram", ((7.0, float(np.log(0.045))),), 0.0, np.inf, 0.99)
    columns = ["engagement_rate", "engagement_rate_low", "engagement_rate_high"]
    frame = pd.DataFrame(dict.fromkeys(columns, rates), dtype="float64")
    frame = frame.assign(platform=platform, followers=2000.0)
    found = worked_out(frame, placing.NEEDS, placing.GIVES, lambda f: placed(f, [yardstick]))
    return found["standing"].tolist()


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        (0.045, 0.5),
        (0.045 * np.exp(0.99), 0.8413),  # one spread above
        (0.045 * np.exp(-2 * 0.99), 0.0228),
        (0.0, 0.0),
    ],
)
def test_standing_falls_on_the_bell_curve(rate: float, expected: float) -> None:
    assert standing([rate]) == pytest.approx([expected], abs=1e-4)


def test_standing_is_unknown_without_rate_or_benchmark() -> None:
    assert np.isnan(standing([np.nan])).all()
    assert np.isnan(standing([0.04], platform="tiktok")).all()
