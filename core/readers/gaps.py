"""Cells that say that there is no value: empty, N/A, --, null, #VALUE!."""

from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import texts as cells

# What people and programs write when there is no value. Excel's errors too: the formula had none.
_ERRORS: Final = [
    "value",
    "valor",
    "wert",
    "valeur",
    "ref",
    "bezug",
    "div/0",
    "name",
    "num",
    "null",
    "n/a",
    "nv",
    "n/d",
]
_WORDS: Final = (
    *("n/a", "na", "n.a.", "n/a'", "nan", "none", "null", "nil", "undefined", "unknown", "missing"),
    *("k.a.", "k. a.", "keine angabe", "nan%", "n/a%", "?", "??", ".", "%"),
    *(sign * times for sign in "-–—_" for times in range(1, 6)),
    *(f"#{error}{end}" for error in _ERRORS for end in ("", "!", "?")),
)
_MISSING: Final = frozenset(("", *_WORDS))


def said(texts: pd.Series) -> pd.Series:
    """The cells without spaces around them, null where they say that there is no value."""
    if cells.is_coded(texts):
        distinct, places = cells.distinct(texts)
        return cells.spread(_said(distinct), places, texts.index)
    found = cells.on_every_core(_said, cells.pieces(texts))
    return cells.column(pa.chunked_array(found), texts.index)


def missing(piece: pa.Array) -> np.ndarray:
    """True where a cell says that there is no value, of one piece of a column."""
    if cells.between(piece, "0", "9"):
        return pc.fill_null(pc.equal(piece, ""), True).to_numpy(zero_copy_only=False)
    if cells.between(piece, "\x00", "\x7f") or not cells.made_of(piece, cells.NOT_CONTROL):
        return known(cells.tidy(piece)).to_numpy(zero_copy_only=False)
    # Other letters are rarely a word for nothing, and dear to look into: each cell once.
    other = pc.invert(pc.string_is_ascii(pc.fill_null(piece, "")))
    encoded = piece.filter(other).dictionary_encode()
    unlike = pc.take(known(cells.tidy(encoded.dictionary)), encoded.indices)
    found = known(pc.ascii_trim_whitespace(piece)).to_numpy(zero_copy_only=False).copy()
    found[other.to_numpy(zero_copy_only=False)] = unlike.to_numpy(zero_copy_only=False)
    return found


def _said(piece: pa.Array) -> pa.Array:
    bare = cells.trimmed(piece)
    nothing = missing(bare)
    return pc.if_else(pa.array(nothing), cells.NONE, bare) if nothing.any() else bare


def known(tidy: pa.Array) -> pa.Array:
    """True where a tidy cell is empty, null or a word for nothing."""
    nothing = pc.is_in(pc.utf8_lower(tidy), pa.array(sorted(_MISSING), pa.large_string()))
    return pc.or_(pc.is_null(tidy), nothing)
