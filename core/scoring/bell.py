"""The normal distribution on whole arrays; numpy has no such function of its own."""

import math
from statistics import NormalDist
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_ERF: Final = np.frompyfunc(math.erf, 1, 1)
_QUANTILE: Final = np.frompyfunc(NormalDist().inv_cdf, 1, 1)
_EDGE: Final = 1e-6


def below(z: Any) -> Floats:
    """The share of a standard normal below each `z`; NaN stays NaN."""
    scaled = np.asarray(z, dtype=np.float64) / math.sqrt(2)
    return 0.5 * (1.0 + np.asarray(_ERF(scaled), dtype=np.float64))


def quantile(share: Any) -> Floats:
    """The z below which each `share` lies; shares are kept 0.000001 away from 0 and 1."""
    inside = np.clip(np.asarray(share, dtype=np.float64), _EDGE, 1 - _EDGE)
    return np.asarray(_QUANTILE(inside), dtype=np.float64)


def reach(level: float) -> float:
    """How many standard deviations to each side hold `level`: 0.8 → 1.28."""
    return NormalDist().inv_cdf((1 + level) / 2)
