"""Cells that say that there is no value: empty, N/A, --, null, #VALUE!."""

import itertools
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
_DELETE: Final = 127
# How letters begin in UTF-8 that are taken for those of ASCII, for dashes, for blanks or nothing.
_SHAPED: Final = b"\xc2\xc7\xd8\xe1\xe2\xe3\xef\xf0"


def said(texts: pd.Series) -> pd.Series:
    """The cells without spaces around them, null where they say that there is no value."""
    if cells.is_coded(texts):
        distinct, places = cells.distinct(texts)
        return cells.spread(_said(distinct), places, texts.index)
    found = cells.on_every_core(_said, cells.pieces(texts))
    return cells.column(pa.chunked_array(found), texts.index)


def missing(piece: pa.Array, edges: cells.Edges | None = None) -> np.ndarray:
    """True where a cell says that there is no value, of one piece of a column; `edges` are those of
    its cells, where they are known.
    """
    if piece.null_count:
        return _missing(piece)
    ends = cells.ends(piece)
    found: np.ndarray = ends[1:] == ends[:-1]
    if cells.between(piece, "0", "9"):
        return found
    # Few cells begin and end as a word for nothing does: those alone are looked at.
    first, last = edges or cells.edges(piece)
    maybe = _PAIRS.take(first.astype(np.uint16) << 8 | last)
    places = np.flatnonzero(maybe & ~found)
    if len(places):
        found[places[_missing(piece.take(pa.array(places)))]] = True
    return found


def _missing(piece: pa.Array) -> np.ndarray:
    if cells.between(piece, "\x00", "\x7f") or not cells.made_of(piece, cells.NOT_CONTROL):
        return known(cells.tidy(piece)).to_numpy(zero_copy_only=False)
    # Other letters are rarely a word for nothing, and dear to look into: each cell once.
    other = pc.invert(pc.string_is_ascii(pc.fill_null(piece, "")))
    encoded = piece.filter(other).dictionary_encode()
    unlike = pc.take(known(cells.tidy(encoded.dictionary)), encoded.indices)
    found = known(pc.ascii_trim_whitespace(piece)).to_numpy(zero_copy_only=False).copy()
    found[other.to_numpy(zero_copy_only=False)] = unlike.to_numpy(zero_copy_only=False)
    return found


def known(tidy: pa.Array) -> pa.Array:
    """True where a tidy cell is empty, null or a word for nothing."""
    nothing = pc.is_in(pc.utf8_lower(tidy), pa.array(sorted(_MISSING), pa.large_string()))
    return pc.or_(pc.is_null(tidy), nothing)


def _said(piece: pa.Array) -> pa.Array:
    edges = cells.edges(piece)
    bare = cells.trimmed(piece, edges)
    nothing = missing(bare, edges if bare is piece else None)
    if not nothing.any():
        return bare
    if not bare.null_count and cells.are_empty(bare, nothing):
        return cells.nulled(bare, nothing)
    return pc.if_else(pa.array(nothing), cells.NONE, bare)


def _pairs() -> np.ndarray:
    """Whether a filled cell that begins with one byte and ends with another (first times 256 plus
    last) may be a word for nothing.
    """
    made = np.zeros((256, 256), bool)
    for word in _WORDS:
        ends = ({sign, sign.upper()} for sign in (word[0], word[-1]))
        for first, last in itertools.product(*ends):
            made[first.encode()[0], last.encode()[-1]] = True
    firsts, lasts, codes = made.any(axis=1), made.any(axis=0), np.arange(256)
    blank = (codes <= ord(" ")) | (codes == _DELETE)
    shaped = blank | np.isin(codes, [*_SHAPED])
    beyond = blank | (codes > _DELETE)
    made |= np.outer(shaped, lasts | beyond) | np.outer(firsts, beyond)
    return made.ravel()


_PAIRS: Final = _pairs()
