"""Which stretches of days stand out: a scan over several lengths at once.

Each length's counts are held against what is usual around the stretch, on a negative binomial scale
whose unrest the account itself shows. How many such stretches chance makes in the whole history is
told for windows that slide day by day (Siegmund 1985), every length with a share of its own: single
days stand out by themselves, slow weeks need the larger part. Bursts then pass by the order of
their chances (Benjamini and Hochberg), and have a least size.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from core.scoring import bell, usual
from core.scoring.bell import Floats

APART: Final = 5  # days after a burst that still belong to it

_Places = npt.NDArray[np.intp]

# Days → share of what is allowed.
_LENGTHS: Final = {1: 0.3, 2: 0.3, 3: 0.5, 5: 0.8, 7: 3.0, 10: 0.4}
_ALLOWED: Final = 0.17  # bursts that chance may make in a history
# What is counted length by length overlaps, and most of it is below the least size: of what is
# counted, this much was seen in simulated years (tests/evaluation/growth_bursts.py).
_SEEN: Final = 0.125
_LEAST: Final = 30.0  # people above the usual
_LEAST_SHARE: Final = 0.55  # of the usual number of those days
_LUMPS: Final = 1.7  # restless days come in lumps more often than one by one
_OVERSHOOT: Final = 0.583  # of a normal walk above a line (Siegmund)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days `start` to `end` (both included, counted from the first) and how likely chance is."""

    start: int
    end: int
    chance: float


def stretches(seen: usual.Days) -> list[Stretch]:
    """The bursts, oldest first: of striking stretches that touch, the most striking."""
    starts, ends, z, alarms = _striking(seen)
    kept: list[int] = []
    for one in np.lexsort((-z, alarms)):
        near = (starts[kept] <= ends[one] + APART) & (starts[one] <= ends[kept] + APART)
        if not near.any():
            kept.append(int(one))
    chances = _adjusted(alarms[kept])
    found = [
        Stretch(int(starts[one]), int(ends[one]), float(chance))
        for one, chance in zip(kept, chances, strict=True)
        if chance <= _ALLOWED
    ]
    return sorted(found, key=lambda one: one.start)


def _striking(seen: usual.Days) -> tuple[_Places, _Places, Floats, Floats]:
    """Start, end and surprise of each stretch of some size, and how many such chance makes.

    Days that are restless by themselves make restless weeks, whatever the few weeks show.
    """
    parts, single = [], usual.unrest(seen.new, seen.expected)
    whole = sum(_LENGTHS.values())
    for length, share in _LENGTHS.items():
        new, expected = seen.over(length)
        lumps = _LUMPS if length > 1 else 1.0
        unrest = usual.unrest(new, expected, lumps * single / length)
        extra = new - expected
        large = (extra >= _LEAST) & (extra >= _LEAST_SHARE * expected)
        starts = np.flatnonzero(large)
        # What is usual is itself told by no more than the weeks around.
        z = _surprise(new, expected, unrest)[large] / np.sqrt(1 + length / (2 * usual.AROUND))
        alarms = _SEEN * whole / share * len(seen.new) * _risen(z, length)
        parts.append((starts, starts + length - 1, z, alarms))
    starts, ends, z, alarms = (np.concatenate(column) for column in zip(*parts, strict=True))
    return starts, ends, z, alarms


def _surprise(new: Floats, expected: Floats, unrest: float) -> Floats:
    """How many SDs above the usual, on the scale on which a negative binomial is even (Anscombe).

    Its upper tail is drawn heavier than the true one, so that chance is called rather too often.
    """
    root = np.sqrt(unrest)
    return (
        2
        / root
        * (np.arcsinh(root * np.sqrt(new + 0.375)) - np.arcsinh(root * np.sqrt(expected + 0.375)))
    )


def _risen(z: Floats, length: int) -> Floats:
    """How often in a day a window of `length` days, sliding, rises above `z` by chance."""
    high = np.maximum(z, 0.5)
    over = np.exp(-_OVERSHOOT * high * np.sqrt(2 / length))
    sliding = high * over * np.exp(-high * high / 2) / np.sqrt(2 * np.pi)
    return np.maximum(bell.below(-z), sliding) / length


def _adjusted(alarms: Floats) -> Floats:
    """How many bursts like it or more striking chance makes (rising) ÷ how many there are.

    Counted are bursts, not the many stretches that one burst makes striking: those would let
    weaker ones pass beside it.
    """
    raised = alarms / np.arange(1, len(alarms) + 1)
    return np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
