"""Files that came in together, each read by itself: what one of them says about another."""

from collections.abc import Sequence

import pandas as pd

from core.readers import registers, splits
from core.readers.reading import Reading


def together(
    readings: Sequence[tuple[str, Reading]],
    here: pd.DataFrame | None = None,
    waiting: pd.DataFrame | None = None,
) -> list[Reading]:
    """The readings, given with the names of their files: none asks for a part that lies beside it,
    and ids are the handles behind them, by these files or by what is known `here` already. Files
    brought in before, with ids that are `waiting` for a table, are named where one has come.
    """
    completed = splits.together(readings)
    names = [name for name, _ in readings]
    return registers.together(list(zip(names, completed, strict=True)), here, waiting)
