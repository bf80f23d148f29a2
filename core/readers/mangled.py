"""Letters that a program read byte by byte (`MÃ¼ller`) put right once: in one text, in a column."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import compact, reading, texts
from core.readers.headers import Header

_NOTE: Final = "Letters in {} were garbled (“{}” in place of “{}”); they were put right."
_LEFT_OPEN: Final = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # Windows-1252 gives them no sign
# Meta writes bytes as Latin-1, spreadsheets as Windows-1252, which differ in these alone.
_AS_BYTES: Final = {
    ord(bytes([code]).decode("cp1252")): code
    for code in range(0x80, 0xA0)
    if code not in _LEFT_OPEN
}
_BETWEEN: Final = "\0"  # stands in hardly any cell
# The first byte of a letter and one that goes on with it, each read as a letter: rare otherwise.
_LOOKS_GARBLED: Final = rf"[Â-ô][\x{{80}}-\x{{BF}}{''.join(map(chr, _AS_BYTES))}]"
# The same in bytes of UTF-8: how Â to ô begin, and what begins behind their two.
_LEAD: Final = "Â".encode()[0]
_FOLLOW: Final = np.array(sorted({chr(code).encode()[0] for code in (0x80, *_AS_BYTES)}), np.uint8)
_GARBLED: Final = re.compile(r"[^\x00-\x7f]+")


def righted(said: str) -> str:
    """The text put right; text that is right stays."""
    if said.isascii():
        return said
    try:
        return said.translate(_AS_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return said


def mended(columns: Sequence[Header], rows: pd.DataFrame) -> tuple[list[Header], pd.DataFrame]:
    """The table, every garbled cell that decodes put right, with the header of its column saying
    so by an example.
    """
    made, whole = list(columns), rows.copy(deep=False)
    for at, column in enumerate(columns):
        found = None if compact.is_packed(rows[at]) else _mended(rows[at])
        if found is not None:
            whole[at], example = found
            made[at] = replace(column, garbled=example)
    return made, whole


def _mended(column: pd.Series) -> tuple[pd.Series, str] | None:
    """The cells put right and the first letter that was garbled; None where nothing was."""
    coded = texts.is_coded(column)
    pieces = [texts.distinct(column)[0]] if coded else texts.pieces(column)
    made, example = [], ""
    for piece in pieces:
        right, first = _put_right(piece)
        example = example or first
        made.append(right)
    if not example:
        return None
    if coded:
        return texts.spread(made[0], texts.distinct(column)[1], column.index), example
    return texts.column(pa.chunked_array(made), column.index), example


def _put_right(piece: pa.Array) -> tuple[pa.Array, str]:
    """The cells put right and the first letter that was garbled, empty where none was."""
    if texts.between(piece, "\0", "\x7f") or not _may_be_garbled(texts.letters(piece)):
        return piece, ""
    looks = texts.matches(piece, _LOOKS_GARBLED)
    garbled = piece.filter(looks).to_pylist()
    right = righted(_BETWEEN.join(garbled)).split(_BETWEEN)
    if right == garbled or len(right) != len(garbled):  # some do not decode: each by itself
        right = [righted(cell) for cell in garbled]
    first = next((old for old, new in zip(garbled, right, strict=True) if old != new), "")
    if not first:
        return piece, ""
    put = pa.array(right, pa.large_string())
    return texts.woven(looks, put, piece.filter(pc.invert(looks))), _first_letter(first)


def _may_be_garbled(signs: np.ndarray) -> bool:
    """Whether somewhere a letter from Â to ô may stand before one that a byte was read as."""
    # Most letters with such a beginning stand before one of ASCII.
    if not ((signs[:-2] == _LEAD) & (signs[2:] >= _FOLLOW[0])).any():
        return False
    first = np.flatnonzero(signs[:-2] == _LEAD)
    return bool(np.isin(signs[first + 2], _FOLLOW).any())


def _first_letter(garbled: str) -> str:
    """The signs in place of the first garbled letter, as many as it has bytes."""
    run = _GARBLED.findall(garbled)[0]
    return str(run[: len(righted(run)[0].encode())])


def said(columns: Sequence[Header]) -> list[str]:
    """The note on the columns that were put right; none where none was."""
    garbled = [column for column in columns if column.garbled]
    if not garbled:
        return []
    names = reading.listing(" ".join(column.name.split()) for column in garbled)
    example = str(garbled[0].garbled)
    return [_NOTE.format(names, example, righted(example))]
