"""How many names in a column are the same as one before them, without a table of all of them."""

from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import texts

# Odd and without a pattern, so that what differs in one bit differs in many.
_FACTORS: Final = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], np.uint64
)
_WORD: Final = 8  # bytes
_MOST_WORDS: Final = 8
_HALF: Final = np.uint64(32)
_TOP: Final = np.uint32(16)  # leaves 16 bits


def repeats(cells: pd.Series) -> int:
    """How many cells are the same as one before them, in whatever case."""
    pieces = texts.pieces(cells)
    found = texts.on_every_core(_prints, pieces)
    known = [part for part in found if part is not None]
    if len(known) < len(found):
        return _twice(pa.chunked_array(pieces))
    ordered = np.concatenate(known)
    ordered.sort()
    shared = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(shared):
        return 0
    # Only cells whose print begins like that of a twin are compared letter by letter.
    beginnings = np.zeros(1 << 16, bool)
    beginnings[shared >> _TOP] = True
    maybe = [
        piece.filter(pa.array(beginnings[part >> _TOP]))
        for piece, part in zip(pieces, known, strict=True)
    ]
    return _twice(pa.chunked_array(maybe))


def _twice(cells: pa.ChunkedArray) -> int:
    folded = pa.chunked_array([texts.folded(piece) for piece in cells.chunks], cells.type)
    return len(folded) - len(pc.unique(folded))


def _prints(piece: pa.Array) -> np.ndarray | None:
    """32 bits of each cell, the same for the same text; None where one is longer than `_MOST_WORDS`
    words.
    """
    known = pc.fill_null(texts.folded(piece), "")
    words = -(-int(np.diff(texts.ends(known)).max(initial=1)) // _WORD)
    if words > _MOST_WORDS:
        return None
    padded = texts.letters(pc.ascii_rpad(known, words * _WORD, "\0"))
    matrix = padded.view(np.uint64).reshape(len(piece), words)
    found = np.zeros(len(piece), np.uint64)
    # The last word first: what a cell is padded with leaves no trace.
    for at in reversed(range(words)):
        found ^= found >> np.uint64(29)
        found += matrix[:, at]
        found *= _FACTORS[at % len(_FACTORS)]
    return (found >> _HALF).astype(np.uint32)
