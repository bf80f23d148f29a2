"""The few creators among many who can matter: those who bring about what their money is worth.

With λ the price of a cent at the bound, a plan with a creator whose best entry brings g less than
its money is worth is at least g under the bound. The same holds for every smaller budget, where a
cent is worth more. Once a plan is known, an entry that loses more than what that plan is under the
bound is in no better one.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.menu import Flags, Menu, Whole

FEW: Final = 4_000  # creators among whom everything is found at once


def near(menu: Menu, relaxed: Bound, few: int = FEW) -> tuple[Menu, Bound, float]:
    """About `few` creators of `menu` with their bound, and how far a plan with another is below."""
    if len(menu.starts) <= few:
        return menu, relaxed, np.inf
    gain = np.maximum.reduceat(menu.value - relaxed.price * menu.cost, menu.starts)
    least = min(float(np.partition(gain, -few)[-few]), 0.0)
    person = gain >= least
    if person.all():
        return menu, relaxed, np.inf
    kept = person[menu.group]
    return menu.keep(kept), _inside(menu, relaxed, kept), -least


def reduced(menu: Menu, relaxed: Bound, entries: Whole) -> tuple[Menu, Bound, Whole]:
    """The part of `menu` that holds every plan better than `entries`, with its bound and them."""
    kept = relaxed.loss < relaxed.value - float(menu.value[entries].sum())
    kept[entries] = kept[relaxed.entries] = True
    return menu.keep(kept), _inside(menu, relaxed, kept), (np.cumsum(kept) - 1)[entries]


def _inside(menu: Menu, relaxed: Bound, kept: Flags) -> Bound:
    """The bound in the words of the entries that are kept."""
    person = np.zeros(len(relaxed.loss_none), bool)
    person[menu.group[kept]] = True
    return replace(
        relaxed,
        entries=(np.cumsum(kept) - 1)[relaxed.entries],
        loss=relaxed.loss[kept],
        loss_none=relaxed.loss_none[person],
    )
