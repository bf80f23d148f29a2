"""The few creators among many who can matter: those who bring about what their money is worth.

With λ the price of a cent at the bound, a plan with a creator whose best entry brings g less than
its money is worth is at least g under the bound. The same holds for every smaller budget, where a
cent is worth more.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from core.budget.bound import Bound
from core.budget.menu import Menu

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
    entries = (np.cumsum(kept) - 1)[relaxed.entries]
    inside = replace(
        relaxed, entries=entries, loss=relaxed.loss[kept], loss_none=relaxed.loss_none[person]
    )
    return menu.keep(kept), inside, -least
