"""What a plan should bring, drawn again and again: its range and the chance to reach a goal.

Each line varies on its own and all lines vary together (a good week, a dull offer): `SHARED` is
half of the measured difference between posts of one creator (0.48 on the logarithm, KIM20), so a
quarter of that variance hits everybody alike. The half is our own assumption; nobody publishes it.
Every creator keeps the same random numbers whatever else is in the plan, so that moving a slider
changes the picture only by what the slider changes.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.budget import lognormal
from core.metrics import Estimate

SHARED: Final = 0.24
DRAWS: Final = 4000
SEED: Final = 20
UNKNOWN: Final = 0.99  # spread of a line without a range: as much as creators of one size differ

_CHUNK: Final = 200  # lines drawn at once: 4,000 × 200 numbers are 6 MB
_Real = npt.NDArray[np.float64]
_Bits = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """The total of a plan: its estimate (80 %) and the draws behind it, in random order."""

    estimate: Estimate
    draws: _Real

    def chance(self, goal_value: float) -> float:
        """How often the total is at least `goal_value`: 0 to 1."""
        return float((self.draws >= goal_value).mean())

    def dots(self, count: int = 50) -> _Real:
        """`count` totals that stand for equal chances, lowest first: the dots of a dot plot."""
        return np.asarray(np.quantile(self.draws, (np.arange(count) + 0.5) / count))


def outcome(chosen: pd.DataFrame, draws: int = DRAWS, seed: int = SEED) -> Outcome:
    """What the rows of `chosen` bring together (columns creator, value, value_low, value_high)."""
    value = chosen["value"].to_numpy(np.float64)
    ranges = chosen.reindex(columns=["value_low", "value_high"]).astype("float64")
    spread = lognormal.spread(
        ranges["value_low"], chosen["value"], ranges["value_high"], UNKNOWN
    ).to_numpy()
    keys = pd.util.hash_array(chosen["creator"].to_numpy(dtype=object))
    rounds = np.arange(draws, dtype=np.uint64)
    shared = _normal(rounds, np.uint64(seed))
    total = np.zeros(draws)
    for start in range(0, len(value), _CHUNK):
        part = slice(start, start + _CHUNK)
        own = _normal(rounds[:, None], _mixed(keys[part] ^ np.uint64(seed)))
        total += lognormal.draw(value[part], spread[part], shared, own, SHARED).sum(axis=1)
    expected = float(value.sum())
    if expected > 0:
        total *= expected / total.mean()  # the draws' own mean is off by a little chance
    low, high = np.quantile(total, [0.1, 0.9]) if draws else (expected, expected)
    estimate = Estimate(
        expected, min(float(low), expected), max(float(high), expected), len(chosen)
    )
    return Outcome(estimate, total)


def _mixed(bits: _Bits) -> _Bits:
    """Bits stirred so well that neighbours look unrelated (splitmix64, Steele and others 2014)."""
    with np.errstate(over="ignore"):
        bits = (bits + np.uint64(0x9E3779B97F4A7C15)).astype(np.uint64)
        bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(bits ^ (bits >> np.uint64(31)))


def _normal(rounds: _Bits, keys: _Bits | np.uint64) -> _Real:
    """One normal number for every pair of round and key, always the same (Box and Muller)."""
    with np.errstate(over="ignore"):
        first = _mixed(rounds * np.uint64(2) + np.uint64(1) + np.asarray(keys))
        second = _mixed(first)
    above_zero = ((first >> np.uint64(11)).astype(np.float64) + 0.5) / 2.0**53
    turn = (second >> np.uint64(11)).astype(np.float64) / 2.0**53
    return np.asarray(np.sqrt(-2.0 * np.log(above_zero)) * np.cos(2.0 * np.pi * turn))
