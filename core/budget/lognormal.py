"""Ranges of things that are never below zero and stretch upwards: value, low, high ↔ spread.

`value` is the mean, because means add up and a plan's total is the sum of its lines; low and high
hold 8 in 10. The spread is the standard deviation of the logarithm.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Z: Final = 1.2816  # 8 in 10 of a normal curve lie within ± Z standard deviations
_WIDEST: Final = 2.0  # beyond it the mean lies outside of its own range


def bounds(value: pd.Series, spread: pd.Series) -> tuple[pd.Series, pd.Series]:
    """The ends of the 80 % range around the mean `value`."""
    wide = spread.clip(upper=_WIDEST)
    middle = value * np.exp(-(wide**2) / 2)
    return middle * np.exp(-Z * wide), middle * np.exp(Z * wide)


def spread(low: pd.Series, value: pd.Series, high: pd.Series, unknown: float) -> pd.Series:
    """The spread that a range speaks of; one known end is enough, `unknown` where there is none."""
    bottom, middle, top = (_logarithm(end) for end in (low, value, high))
    found = (top - bottom) / (2 * Z)
    for otherwise in ((top - middle) / Z, (middle - bottom) / Z, unknown):
        found = np.where(np.isnan(found), otherwise, found)
    return pd.Series(np.clip(found, 0.0, _WIDEST), value.index)


def _logarithm(ends: pd.Series) -> npt.NDArray[np.float64]:
    """Unknown where an end is not above zero."""
    known = ends.to_numpy(np.float64, na_value=np.nan)
    return np.log(np.where(known > 0, known, np.nan))


def draw(
    value: npt.NDArray[np.float64],
    spread: npt.NDArray[np.float64],
    shared: npt.NDArray[np.float64],
    own: npt.NDArray[np.float64],
    common: float,
) -> npt.NDArray[np.float64]:
    """Draws (rows) of lines (columns) with mean `value`.

    `shared` (one normal number a draw) moves all lines together with the spread `common`, as far
    as a line is that wide; `own` (draws × lines) takes the rest, so every line keeps its spread.
    """
    together = np.minimum(spread, common)
    alone = np.sqrt(spread**2 - together**2)
    exponent = shared[:, None] * together + own * alone - spread**2 / 2
    return np.asarray(value * np.exp(exponent))
