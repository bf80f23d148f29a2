"""Columns of plain numbers (`12`, `3.25`, `1.39%`) by the letters they are made of, without a look
at the shape of each cell.
"""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import texts as cells

_SIGNS: Final = b"0123456789.%"
_DOT: Final = ord(".")
_PERCENT: Final = ord("%")
_ZERO: Final = ord("0")
_THOUSAND: Final = 3  # digits behind a mark that may group them


def of_digits(piece: pa.Array) -> bool:
    """Whether a piece holds nothing but digits and empty cells, as most columns of counts do."""
    return cells.between(piece, "0", "9")


def values(piece: pa.Array) -> np.ndarray | None:
    """The numbers in one piece of a column, NaN for empty cells; None where a cell is written in
    another way, or could mean two numbers.
    """
    if of_digits(piece):
        return _floats(piece)
    if not cells.made_of(piece, _SIGNS):
        return None
    first, last = cells.edges(piece)
    percent = last == _PERCENT
    if not _is_one_number(piece, first, percent):
        return None
    try:
        return _floats(pc.ascii_rtrim(piece, "%") if percent.any() else piece)
    except pa.ArrowInvalid:  # two dots
        return None


def _is_one_number(piece: pa.Array, first: np.ndarray, percent: np.ndarray) -> bool:
    """Whether percent signs stand at ends only, dots inside only, and none before three digits
    that it could group.
    """
    signs, ends = cells.letters(piece), cells.ends(piece)
    starts, stops = ends[:-1], ends[1:] - percent
    if np.count_nonzero(signs == _PERCENT) != np.count_nonzero(percent):
        return False
    whole = stops - starts
    filled = ends[1:] > starts
    if (whole[filled] < 1).any() or (first == _DOT).any() or (signs[stops - 1] == _DOT).any():
        return False
    mark = stops - _THOUSAND - 1
    grouped = (signs[mark] == _DOT) & (whole > _THOUSAND + 1) & (whole <= 2 * _THOUSAND + 1)
    return not (grouped & (first != _ZERO)).any()


def _floats(piece: pa.Array) -> np.ndarray:
    empty = pc.equal(piece, "")
    known = pc.if_else(empty, cells.NONE, piece) if pc.any(empty).as_py() else piece
    return pc.cast(known, pa.float64()).to_numpy(zero_copy_only=False)
