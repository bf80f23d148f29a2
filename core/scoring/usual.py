"""What is usual for one account on each day: its level around that day, and the weekday.

Robust: a few days of very many new followers hardly move it, whatever their number. What is usual
for a stretch is told by the weeks before and after it alone, so that no burst hides itself.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring.bell import Floats

AROUND: Final = 18  # days before and after a stretch that say what is usual
_FEWEST: Final = 7
_LEAN: Final = 0.6  # of the way from both sides to the higher: seasons rise, new levels stay
_WEEKDAY_PRIOR: Final = 30.0  # followers that speak for a week without a pattern
_TENTH: Final = 1.2816  # SDs above which a tenth of a normal distribution lies
_LEAST: Final = 0.02  # even calm accounts vary this much more than chance
_MAD: Final = 1.4826  # median absolute deviation → SD of a normal distribution


@dataclass(frozen=True, slots=True)
class Days:
    """New followers by day without gaps, what was to be expected, and the first day."""

    first: pd.Timestamp
    new: Floats
    expected: Floats
    factor: Floats  # of the weekday
    calm: Floats  # `new` without weekdays and outliers

    def without(self, taken: npt.NDArray[np.bool_]) -> "Days":
        """The same with what is usual told by the days that are not `taken`."""
        return replace(self, expected=_expected(self.calm, self.factor, ~taken, 1))

    def over(self, length: int) -> tuple[Floats, Floats]:
        """New and expected followers of each stretch of `length` days, the first day's first."""
        every = np.ones(len(self.new), dtype=bool)
        return sums(self.new, length), _expected(self.calm, self.factor, every, length)


def days(dates: pd.Series) -> Days:
    """`dates` (days, at least one) counted, with what is usual for the account on each day."""
    first = dates.min()
    place = (dates - first).dt.days.to_numpy()
    new = np.bincount(place).astype(np.float64)
    weekday = (first.weekday() + np.arange(len(new))) % 7
    every, factor = np.ones(len(new), dtype=bool), np.ones(7)
    for _ in range(2):  # the second time with weekends that are not cut off as outliers
        calm = _calm(new / factor[weekday])
        factor = _weekdays(calm * factor[weekday], _level(calm, every, 1), weekday)
    expected = _expected(calm, factor[weekday], every, 1)
    return Days(first, new, expected, factor[weekday], calm)


def sums(values: Floats, length: int) -> Floats:
    """Of each stretch of `length` days."""
    return np.convolve(values, np.ones(length), mode="valid")


def _expected(calm: Floats, factor: Floats, told: npt.NDArray[np.bool_], length: int) -> Floats:
    return np.maximum(_level(calm, told, length) * sums(factor, length), 0.05 * length)


def _calm(even: Floats) -> Floats:
    """`even` with its outliers cut down to what chance alone could have made."""
    series = pd.Series(even)
    width = 2 * AROUND + 1
    middle = series.rolling(width, center=True, min_periods=1).median().to_numpy()
    off = pd.Series(np.abs(even - middle))
    spread = _MAD * off.rolling(width, center=True, min_periods=1).median().to_numpy()
    return np.minimum(even, middle + 3 * np.maximum(spread, np.sqrt(middle)) + 1)


def _level(calm: Floats, told: npt.NDArray[np.bool_], length: int) -> Floats:
    """A day's followers around each stretch, out of the days `told`: before it and after it."""
    total = np.concatenate([[0.0], np.cumsum(np.where(told, calm, 0.0))])
    count = np.concatenate([[0], np.cumsum(told)])
    start = np.arange(len(calm) - length + 1)
    sides = []
    for begin, end in ((start - AROUND, start), (start + length, start + length + AROUND)):
        begin, end = np.clip(begin, 0, len(calm)), np.clip(end, 0, len(calm))
        sides.append((total[end] - total[begin], count[end] - count[begin]))
    both = sum(people for people, _ in sides) / np.maximum(sum(n for _, n in sides), 1)
    highest = both
    for people, n in sides:
        highest = np.maximum(highest, np.where(n >= _FEWEST, people / np.maximum(n, 1), 0.0))
    return np.asarray(both + _LEAN * (highest - both), dtype=np.float64)


def _weekdays(calm: Floats, level: Floats, weekday: npt.NDArray[np.int_]) -> Floats:
    seen = np.bincount(weekday, weights=calm, minlength=7)
    usual = np.bincount(weekday, weights=level, minlength=7)
    factor = (seen + _WEEKDAY_PRIOR) / (usual + _WEEKDAY_PRIOR)
    return factor / factor.mean()


def unrest(new: Floats, expected: Floats, least: float = _LEAST) -> float:
    """How much more than chance the counts vary: φ of a variance m + φ m², at least `least`.

    From the middle half and from the highest tenth, equally: both are out of reach of a burst, and
    the second sees that some accounts have many good days.
    """
    scaled = (new - expected) / np.sqrt(expected)
    middle, high = np.quantile(scaled, [0.5, 0.9])
    spread = (_MAD * np.median(np.abs(scaled - middle)) + (high - middle) / _TENTH) / 2
    return float(max((spread**2 - 1) / np.mean(expected), least))
