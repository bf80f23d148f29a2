"""The normal distribution, and Student's, on whole arrays; numpy has no such functions."""

import math
from statistics import NormalDist
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Hart (1968), algorithm 5666, as given by West (2005): exact to about 15 digits.
ABOVE: Final = (
    0.0352624965998911,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376,
)
UNDER: Final = (
    0.0883883476483184,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752,
)
FAR: Final = 7.0  # further out the share is below 2 in a million million
_EDGE: Final = 1e-6
_REACH: Final = 4.8  # beyond where a share of _EDGE lies
_STEPS: Final = 2401


def below(z: Any) -> Floats:
    """The share of a standard normal below each `z`; NaN stays NaN, beyond 7 it is 0 or 1."""
    given = np.asarray(z, dtype=np.float64)
    away = np.minimum(np.abs(given), FAR)
    tail = np.exp(-away * away / 2) * polynomial(away, ABOVE) / polynomial(away, UNDER)
    tail = np.where(away < FAR, tail, 0.0)
    return np.where(np.isnan(given), np.nan, np.where(given > 0, 1 - tail, tail))


def polynomial(x: Any, factors: tuple[float, ...]) -> Any:
    """The value at `x`, an array or an expression; the factor of the highest power first."""
    total = x * factors[0] + factors[1]
    for factor in factors[2:]:
        total = total * x + factor
    return total


def quantile(share: Any) -> Floats:
    """The z below which each `share` lies; shares are kept 0.000001 away from 0 and 1."""
    inside = np.clip(np.asarray(share, dtype=np.float64), _EDGE, 1 - _EDGE)
    grid = np.linspace(-_REACH, _REACH, _STEPS)
    z = np.interp(inside, below(grid), grid)
    # One step of Newton's for what the straight line between two points leaves.
    density = np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return np.asarray(z - (below(z) - inside) / density, dtype=np.float64)


def wilson(share: Any, n: Any, level: float) -> tuple[Any, Any]:
    """The range of a share seen among `n` (Wilson); it holds the share itself, also at 0 and 1."""
    z = reach(level)
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    width = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return np.minimum(np.maximum(middle - width, 0), share), np.maximum(
        np.minimum(middle + width, 1), share
    )


def reach(level: float) -> float:
    """How many standard deviations to each side hold `level`: 0.8 → 1.28."""
    return NormalDist().inv_cdf((1 + level) / 2)


def student(level: float, freedom: Any) -> Any:
    """The same for Student's t with `freedom` degrees of freedom, 3 or more: 0.8, 4 → 1.53.

    By the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5): within 1 % up to a level
    of 0.95.
    """
    z = reach(level)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
