"""Columns as small as they can be kept and given back sign by sign: plain whole numbers as
numbers, eight bytes a cell, and few different texts as codes. All others stay text.
"""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import texts

_INEXACT: Final = 10**15  # a float64 keeps 15 digits
_LOOKED_AT: Final = 2_000  # cells, to see whether few differ
_FEW: Final = 200


def packed(cells: pa.Array, *, as_text: bool = False) -> pa.Array:
    """The cells as float64 (NaN: empty) where they are whole numbers as Python would print them, as
    codes where few differ, unless they are wanted `as_text`.
    """
    if not texts.between(cells, "0", "9"):
        if as_text or len(cells) <= _LOOKED_AT or len(pc.unique(cells[:_LOOKED_AT])) > _FEW:
            return cells
        return cells.dictionary_encode()
    ends = texts.ends(cells)
    filled = ends[1:] > ends[:-1]
    every = bool(filled.all())
    try:
        whole = pc.cast(cells if every else cells.filter(pa.array(filled)), pa.int64()).to_numpy()
    except pa.ArrowInvalid:  # more digits than any count has
        return cells
    # As many signs as the numbers have digits: none begins with a zero.
    if len(whole) and (whole.max() >= _INEXACT or _digits(whole) != len(texts.letters(cells))):
        return cells
    if every:
        return pa.array(whole.astype(np.float64))
    numbers = np.full(len(cells), np.nan)
    numbers[filled] = whole
    return pa.array(numbers)


def _digits(whole: np.ndarray) -> int:
    """How many digits all of these numbers have together."""
    most, found, power = int(whole.max(initial=0)), len(whole), 10
    while power <= most:
        found += int(np.count_nonzero(whole >= power))
        power *= 10
    return found


def joined(parts: Sequence[pa.Array]) -> pd.Series:
    """The blocks of one column: numbers if all of it is, codes if all of it has them, else text."""
    if all(pa.types.is_floating(part.type) for part in parts):
        whole = np.concatenate([part.to_numpy() for part in parts])
        return pd.Series(whole, copy=False)
    spelt = [_spelt(part) if pa.types.is_floating(part.type) else part for part in parts]
    coded = [_is_coded(part) for part in parts]
    if any(coded) and all(
        one or len(part) <= _LOOKED_AT for one, part in zip(coded, spelt, strict=True)
    ):
        return _coded([part if _is_coded(part) else part.dictionary_encode() for part in spelt])
    plain = [part.dictionary_decode() if _is_coded(part) else part for part in spelt]
    return texts.column(pa.chunked_array(plain))


def packed_frame(rows: pd.DataFrame, as_text: Collection[int]) -> pd.DataFrame:
    """A frame of text, each column packed but for those wanted `as_text`."""
    made = {
        at: joined([packed(texts.arrow(rows[name]), as_text=at in as_text)])
        for at, name in enumerate(rows)
    }
    return pd.DataFrame(made, copy=False)


def _is_coded(part: pa.Array) -> bool:
    return pa.types.is_dictionary(part.type)


def _coded(parts: Sequence[pa.DictionaryArray]) -> pd.Series:
    chunks = pa.chunked_array(parts).unify_dictionaries().chunks
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in chunks])
    distinct = pd.Index(texts.column(chunks[0].dictionary))
    return pd.Series(pd.Categorical.from_codes(codes, distinct), copy=False)


def is_packed(column: pd.Series) -> bool:
    """Whether the column is kept as numbers."""
    return column.dtype == np.float64


def text(column: pd.Series) -> pd.Series:
    """The cells as they stand in the file."""
    if texts.is_coded(column):
        return texts.decoded(column)
    if not is_packed(column):
        return column
    return texts.column(_spelt(pa.array(column.to_numpy())), column.index)


def texts_of(frame: pd.DataFrame) -> pd.DataFrame:
    """All columns as they stand in the file."""
    if not any(is_packed(frame[at]) or texts.is_coded(frame[at]) for at in frame):
        return frame
    return pd.DataFrame({at: text(frame[at]) for at in frame}, index=frame.index, copy=False)


def is_empty(column: pd.Series) -> np.ndarray:
    """True where a cell is empty."""
    return (column.isna() if is_packed(column) else column == "").to_numpy()


def _spelt(numbers: pa.Array) -> pa.Array:
    known = pa.array(numbers.to_numpy(zero_copy_only=False), from_pandas=True)  # NaN is empty
    return pc.fill_null(pc.cast(pc.cast(known, pa.int64()), pa.large_string()), "")
