"""From shares to a plan: hold the largest open share, let the program answer, and go on."""

from typing import Final

import numpy as np

from core.budget.menu import Whole
from core.budget.relaxation import Relaxation

_WHOLE: Final = 1e-6  # a share this close to 0 or 1 is none
_MOST: Final = 60  # times of asking


def dived(relaxation: Relaxation) -> Whole | None:
    """Entries that respect every limit, near the best shares; None where the dive fails."""
    try:
        return _dive(relaxation)
    finally:
        relaxation.free()


def _dive(relaxation: Relaxation) -> Whole | None:
    for _ in range(_MOST):
        share = relaxation.shares()
        open_ = np.flatnonzero((share > _WHOLE) & (share < 1 - _WHOLE))
        if not len(open_):
            return np.sort(relaxation.columns[share > 0.5])
        column = int(open_[share[open_].argmax()])
        up = share[column] > 0.4
        relaxation.fix(column, *((1.0, 1.0) if up else (0.0, 0.0)))
        if relaxation.run():
            continue
        relaxation.fix(column, *((0.0, 0.0) if up else (1.0, 1.0)))
        if not relaxation.run():
            return None
    return None


def keeps(relaxation: Relaxation, entries: Whole) -> bool:
    """Whether the entries respect the money and every limit, to the cent."""
    used = relaxation.takes[:, entries].sum(axis=1)
    return bool(((used >= relaxation.lower) & (used <= relaxation.upper)).all())
