"""Columns of plain whole numbers, kept as numbers: eight bytes a cell, and their text is exactly
what they print. Whatever would not come back sign by sign stays text.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import texts

Cells = pa.Array  # of strings, or of float64 with NaN for an empty cell

_EXACT: Final = 15  # digits that a float64 keeps
_ZERO: Final = ord("0")


def packed(cells: pa.Array) -> Cells:
    """The cells as float64 where all are empty or whole numbers as Python would print them."""
    if not texts.between(cells, "0", "9"):
        return cells
    starts = texts.ends(cells)
    lengths = np.diff(starts)
    signs = texts.letters(cells)
    if len(signs):
        zero_first = signs[np.minimum(starts[:-1], len(signs) - 1)] == _ZERO
        if lengths.max() > _EXACT or (zero_first & (lengths > 1)).any():
            return cells
    if len(cells) and lengths.min() > 0:
        return pa.array(pc.cast(cells, pa.int64()).to_numpy().astype(np.float64))
    numbers = np.full(len(cells), np.nan)
    filled = cells.filter(pa.array(lengths > 0))
    numbers[lengths > 0] = pc.cast(filled, pa.int64()).to_numpy()
    return pa.array(numbers)


def joined(parts: Sequence[Cells]) -> pd.Series:
    """The blocks of one column: numbers if all of it is, else text."""
    if all(pa.types.is_floating(part.type) for part in parts):
        whole = np.concatenate([part.to_numpy() for part in parts])
        return pd.Series(whole, copy=False)
    spelt = [_spelt(part) if pa.types.is_floating(part.type) else part for part in parts]
    return texts.column(pa.chunked_array(spelt))


def is_packed(column: pd.Series) -> bool:
    """Whether the column is kept as numbers."""
    return column.dtype == np.float64


def text(column: pd.Series) -> pd.Series:
    """The cells as they stand in the file."""
    if not is_packed(column):
        return column
    return texts.column(_spelt(pa.array(column.to_numpy())), column.index)


def texts_of(frame: pd.DataFrame) -> pd.DataFrame:
    """All columns as they stand in the file."""
    if not any(is_packed(frame[at]) for at in frame):
        return frame
    return pd.DataFrame({at: text(frame[at]) for at in frame}, index=frame.index, copy=False)


def is_empty(column: pd.Series) -> np.ndarray:
    """True where a cell is empty."""
    return (column.isna() if is_packed(column) else column == "").to_numpy()


def _spelt(numbers: pa.Array) -> pa.Array:
    known = pa.array(numbers.to_numpy(zero_copy_only=False), from_pandas=True)  # NaN is empty
    return pc.fill_null(pc.cast(pc.cast(known, pa.int64()), pa.large_string()), "")
