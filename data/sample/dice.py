"""Seeded chance that falls the same way on every Python: only `Random.random()` promises that."""

import math
import random
from collections.abc import Sequence
from statistics import NormalDist
from typing import TypeVar

SEED = "Kettle & Quay, November 2026"
_NORMAL = NormalDist()
T = TypeVar("T")


class Dice:
    """Chance for one subject alone, so that a change to one file moves no other."""

    def __init__(self, subject: str) -> None:
        self._random = random.Random(f"{SEED}: {subject}").random  # noqa: S311 - no secret here

    def chance(self, share: float) -> bool:
        """True in `share` of the throws."""
        return self._random() < share

    def number(self, low: float, high: float) -> float:
        """Anything between `low` and `high`."""
        return low + (high - low) * self._random()

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int((high - low + 1) * self._random())

    def pick(self, among: Sequence[T]) -> T:
        """One of `among`."""
        return among[self.whole(0, len(among) - 1)]

    def shuffled(self, among: Sequence[T]) -> list[T]:
        """All of `among` in another order."""
        return sorted(among, key=lambda _: self._random())

    def factor(self, spread: float, reach: float = 1.6) -> float:
        """A log-normal factor around 1, `spread` its SD, cut off at `reach` SDs either way."""
        edge = _NORMAL.cdf(reach)
        return math.exp(spread * _NORMAL.inv_cdf(self.number(1 - edge, edge)))
