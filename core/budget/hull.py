"""The steps from cheap to dear that pay most for the next cent, of all creators together."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.budget.menu import Flags, Real, Whole

_FIRST_LOOK: Final = 256  # steps; a small budget ends among the first ones


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Upgrades in the order of what they bring for a cent, each with its group and its end."""

    group: Whole
    cost: Real
    value: Real
    entry: Whole  # to which the upgrade leads

    def curve(self, from_group: int, most: int) -> tuple[Real, Real]:
        """Money up to `most` and the most that groups from `from_group` on could bring for it."""
        size = _FIRST_LOOK
        while True:
            open_ = np.flatnonzero(self.group[:size] >= from_group)
            money = np.cumsum(self.cost[open_])
            if size >= len(self.group) or (len(money) and money[-1] >= most):
                break
            size *= 4
        return np.append(0.0, money), np.append(0.0, np.cumsum(self.value[open_]))

    def take(self, chosen: Whole | Flags | slice) -> "Steps":
        """The upgrades at these places."""
        return Steps(self.group[chosen], self.cost[chosen], self.value[chosen], self.entry[chosen])

    def among(self, other: "Steps") -> "Steps":
        """Both together, in order."""
        place = np.searchsorted(-self._slope, -other._slope, side="right")
        names = ("group", "cost", "value", "entry")
        both = (np.insert(getattr(self, name), place, getattr(other, name)) for name in names)
        return Steps(*both)

    @property
    def _slope(self) -> Real:
        return _ratio(self.value, self.cost)

    def within(self, spend: int) -> tuple["Steps", float]:
        """The first upgrades that `spend` pays for, and what the next one brings for a cent."""
        count = int(np.searchsorted(np.cumsum(self.cost), spend, side="right"))
        more = count < len(self.cost)
        return self.take(np.s_[:count]), float(self._slope[count]) if more else 0.0


def steps(group: Whole, cost: Whole, value: Real) -> Steps:
    """The upper hull of every group, which starts at (0, 0), taken apart into its steps.

    Entries come sorted by group and cost. A point under the chord of its two neighbours is on no
    hull, so all such points may go at once until none is left.
    """
    entry = np.flatnonzero(value > 0)
    group, cost_, value = group[entry], cost[entry].astype(np.float64), value[entry]
    while True:
        first = np.diff(group, prepend=-1) != 0
        rise = np.where(first, value, np.diff(value, prepend=0.0))
        run = np.where(first, cost_, np.diff(cost_, prepend=0.0))
        slope = _ratio(rise, run)
        last = np.append(first[1:], True) if len(first) else first
        under = (rise <= 0) | (~last & (np.append(slope[1:], -np.inf) >= slope) & (rise > 0))
        if not under.any():
            order = np.argsort(-slope, kind="stable")
            return Steps(group[order], run[order], rise[order], entry[order])
        kept = np.flatnonzero(~under)
        group, cost_, value, entry = group[kept], cost_[kept], value[kept], entry[kept]


def _ratio(rise: Real, run: Real) -> Real:
    return np.divide(rise, run, out=np.full(rise.shape, np.inf), where=run > 0)
