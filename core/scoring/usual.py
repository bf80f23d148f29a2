"""What is usual for one account on each day: its level around that day, and the weekday.

Robust: a few days of very many new followers hardly move it, whatever their number.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring.bell import Floats

_AROUND: Final = 28  # days before and after a day that say what is usual
_FEWEST: Final = 7
_WEEKDAY_PRIOR: Final = 30.0  # followers that speak for a week without a pattern
_TENTH: Final = 1.2816  # SDs above which a tenth of a normal distribution lies
_MAD: Final = 1.4826  # median absolute deviation → SD of a normal distribution


@dataclass(frozen=True, slots=True)
class Days:
    """New followers by day without gaps, what was to be expected, and the first day."""

    first: pd.Timestamp
    new: Floats
    expected: Floats


def days(dates: pd.Series) -> Days:
    """`dates` (days, at least one) counted, with what is usual for the account on each day.

    The highest of the weeks before, around and after: a new level is no burst, and neither is the
    rise of a season. Times the weekday's factor.
    """
    first = dates.min()
    place = (dates - first).dt.days.to_numpy()
    new = np.bincount(place).astype(np.float64)
    weekday = (first.weekday() + np.arange(len(new))) % 7
    factor = np.ones(7)
    for _ in range(2):  # the second time with weekends that are not cut off as outliers
        even = new / factor[weekday]
        calm = _calm(even)
        level = _level(calm)
        factor = _weekdays(calm * factor[weekday], level, weekday)
    return Days(first, new, np.maximum(level * factor[weekday], 0.05))


def _calm(even: Floats) -> Floats:
    """`even` with its outliers cut down to what chance alone could have made."""
    series = pd.Series(even)
    width = 2 * _AROUND + 1
    middle = series.rolling(width, center=True, min_periods=1).median().to_numpy()
    off = pd.Series(np.abs(even - middle))
    spread = _MAD * off.rolling(width, center=True, min_periods=1).median().to_numpy()
    return np.minimum(even, middle + 3 * np.maximum(spread, np.sqrt(middle)) + 1)


def _level(calm: Floats) -> Floats:
    series = pd.Series(calm)
    before = series.rolling(_AROUND, min_periods=_FEWEST).mean().shift(1)
    after = series[::-1].rolling(_AROUND, min_periods=_FEWEST).mean().shift(1)[::-1]
    around = series.rolling(2 * _AROUND + 1, center=True, min_periods=1).mean()
    return np.fmax(np.fmax(before.to_numpy(), after.to_numpy()), around.to_numpy())


def _weekdays(calm: Floats, level: Floats, weekday: npt.NDArray[np.int_]) -> Floats:
    seen = np.bincount(weekday, weights=calm, minlength=7)
    usual = np.bincount(weekday, weights=level, minlength=7)
    factor = (seen + _WEEKDAY_PRIOR) / (usual + _WEEKDAY_PRIOR)
    return factor / factor.mean()


def unrest(new: Floats, expected: Floats) -> float:
    """How much more than chance the counts vary: φ of a variance m + φ m².

    From the middle half and from the highest tenth, equally: both are out of reach of a burst, and
    the second sees that some accounts have many good days.
    """
    scaled = (new - expected) / np.sqrt(expected)
    middle, high = np.quantile(scaled, [0.5, 0.9])
    spread = (_MAD * np.median(np.abs(scaled - middle)) + (high - middle) / _TENTH) / 2
    return float(max((spread**2 - 1) / np.mean(expected), 0.0))
