"""Columns of text as Arrow arrays: cleaned in one place, in C++, before anything is parsed."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

# Soft hyphen, zero-width signs, direction marks and the byte-order mark: seen in exports, never
# meant.
_INVISIBLE: Final = "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_CONTROL: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
NOT_CONTROL: Final = bytes({*range(256)} - {*range(9), 11, 12, *range(14, 32), 127})
_STRING: Final = pd.StringDtype(na_value=np.nan)
NONE: Final = pa.scalar(None, pa.large_string())
_OFFSET: Final = 8  # bytes that say where a cell ends
_PIECE: Final = 1 << 17  # rows that the nearest memory of a core holds
# The bytes that white space in UTF-8 begins and ends with.
_BLANKS: Final = [sign.encode() for sign in map(chr, range(0x3001)) if sign.isspace()]
_BLANK_FIRST: Final = np.isin(np.arange(256), [sign[0] for sign in _BLANKS])
_BLANK_LAST: Final = np.isin(np.arange(256), [sign[-1] for sign in _BLANKS])
Edges = tuple[np.ndarray, np.ndarray]
Piece = TypeVar("Piece")
Found = TypeVar("Found")


def arrow(texts: pd.Series) -> pa.Array:
    """The series as one Arrow string array; numbers become their text, missing stays null."""
    return whole(_chunked(texts))


def pieces(texts: pd.Series) -> list[pa.Array]:
    """The series as Arrow string arrays of some ten thousand rows, without a copy; never none."""
    chunks = _chunked(texts).chunks
    return [
        chunk.slice(at, _PIECE) for chunk in chunks for at in range(0, len(chunk) or 1, _PIECE)
    ] or [pa.array([], pa.large_string())]


def on_every_core(read: Callable[[Piece], Found], pieces: Sequence[Piece]) -> list[Found]:
    """What `read` makes of each piece, in their order; Arrow and numpy leave the interpreter free
    meanwhile.
    """
    if len(pieces) < 2:
        return [read(piece) for piece in pieces]
    with ThreadPoolExecutor(max_workers=pa.cpu_count()) as pool:
        return list(pool.map(read, pieces))


def is_coded(texts: pd.Series) -> bool:
    """Whether the series keeps its distinct cells once, and a number for each row."""
    return isinstance(texts.dtype, pd.CategoricalDtype)


def decoded(texts: pd.Series) -> pd.Series:
    """A coded series as plain text."""
    return spread(*distinct(texts), texts.index)


def spread(cells: pa.Array, places: np.ndarray, index: pd.Index) -> pd.Series:
    """The cell at each of the places."""
    spots = np.array_split(places, -(-len(places) // _PIECE) or 1)
    found = on_every_core(lambda spot: pc.take(cells, pa.array(spot)), spots)
    return column(pa.chunked_array(found, cells.type), index)


def _chunked(texts: pd.Series) -> pa.ChunkedArray:
    texts = decoded(texts) if is_coded(texts) else texts
    if texts.dtype == object:
        texts = texts.where(texts.isna(), texts.map(str)).astype("str")
    made = pa.array(texts.astype("str"), from_pandas=True)
    chunked = made if isinstance(made, pa.ChunkedArray) else pa.chunked_array([made])
    return chunked.cast(pa.large_string())


def whole(chunks: pa.ChunkedArray) -> pa.Array:
    """All chunks as one string array; one chunk alone is not copied."""
    made = chunks.chunk(0) if chunks.num_chunks == 1 else chunks.combine_chunks()
    return made.cast(pa.large_string())


def column(values: pa.Array | pa.ChunkedArray, index: pd.Index | None = None) -> pd.Series:
    """The strings as a pandas series, without a copy."""
    return pd.Series(_STRING.__from_arrow__(values), index=index, copy=False)


def constant(value: str | None, index: pd.Index) -> pd.Series:
    """The same text, or null, in every row; one piece of memory stands for many of them."""
    many, rest = divmod(len(index), _PIECE)
    piece = pa.repeat(pa.scalar(value, pa.large_string()), _PIECE if many else rest)
    return column(pa.chunked_array([piece] * many + [piece[:rest]] * bool(rest), piece.type), index)


def ends(texts: pa.Array) -> np.ndarray:
    """Where each cell begins in `letters`, and where the last one ends; without a copy."""
    if not len(texts):
        return np.zeros(1, np.int64)
    offsets = np.frombuffer(texts.buffers()[1], np.int64)
    mine = offsets[texts.offset : texts.offset + len(texts) + 1]
    return mine - mine[0] if mine[0] else mine


def letters(texts: pa.Array) -> np.ndarray:
    """The bytes of all cells, one behind the other, without a copy: what a column is made of is
    seen in a hundredth of the time that a look at its cells takes.
    """
    _, offsets, content = texts.buffers()
    if not len(texts) or content is None:
        return np.array([], np.uint8)
    ends = np.frombuffer(offsets, np.int64)[[texts.offset, texts.offset + len(texts)]]
    return np.frombuffer(content, np.uint8)[ends[0] : ends[1]]


def edges(texts: pa.Array) -> Edges:
    """The first and the last byte of each cell, 0 where it is empty."""
    places, signs = ends(texts), letters(texts)
    if not len(signs):
        return np.zeros(len(texts), np.uint8), np.zeros(len(texts), np.uint8)
    starts, stops = places[:-1], places[1:]
    filled = stops > starts
    return (
        signs.take(starts, mode="clip") * filled,
        signs.take(stops - 1, mode="clip") * filled,
    )


def between(texts: pa.Array, first: str, last: str) -> bool:
    """Whether every sign in the column lies from `first` to `last` in the order of ASCII."""
    signs = letters(texts)
    if not len(signs):
        return True
    return bool((first == "\0" or signs.min() >= ord(first)) and signs.max() <= ord(last))


def holds_any(texts: pa.Array, ranges: Sequence[tuple[str, str]]) -> bool:
    """Whether a sign of one of these ranges of ASCII, first to last, stands in any cell."""
    mine = letters(texts)
    return any(_holds(mine, ord(first), ord(last)) for first, last in ranges)


def _holds(signs: np.ndarray, first: int, last: int) -> bool:
    here = signs == first if first == last else signs - np.uint8(first) <= last - first
    return bool(here.any())


def made_of(texts: pa.Array, signs: bytes) -> bool:
    """Whether the column holds no other bytes than these."""
    return not letters(texts).tobytes().translate(None, signs)


def woven(here: pa.Array, inside: pa.Array, outside: pa.Array) -> pa.Array:
    """One array again: `inside` in its order where `here` is true, `outside` elsewhere."""
    mask = here.to_numpy(zero_copy_only=False)
    order = np.empty(len(mask), np.int64)
    order[mask] = np.arange(len(inside))
    order[~mask] = len(inside) + np.arange(len(outside))
    return pc.take(pa.concat_arrays([inside, outside]), pa.array(order))


def tidy(texts: pa.Array) -> pa.Array:
    """NFKC (full-width digits and special spaces become plain), no invisible signs, trimmed."""
    # Most columns are plain ASCII, many without a space: look once, save three passes.
    if between(texts, "!", "\x7f"):
        return texts
    if between(texts, "\x00", "\x7f"):
        return pc.utf8_trim_whitespace(texts)
    if not made_of(texts, NOT_CONTROL):
        return _reshaped(texts)
    plain = pc.string_is_ascii(pc.fill_null(texts, ""))
    if not pc.any(plain).as_py():
        return _reshaped(texts)
    trimmed = pc.utf8_trim_whitespace(texts.filter(plain))
    return woven(plain, trimmed, _reshaped(texts.filter(pc.invert(plain))))


def trimmed(texts: pa.Array, around: Edges | None = None) -> pa.Array:
    """Without white space around the cells; the same array where none has any. `around` are the
    edges, where they are known.
    """
    first, last = around or edges(texts)
    places = np.flatnonzero(_BLANK_FIRST.take(first) | _BLANK_LAST.take(last))
    if not len(places):
        return texts
    some = texts.take(pa.array(places))
    if len(letters(pc.utf8_trim_whitespace(some))) == len(letters(some)):
        return texts
    return pc.utf8_trim_whitespace(texts)


def are_empty(texts: pa.Array, here: np.ndarray) -> bool:
    """Whether the cells are empty where `here` is true; it is for all that are."""
    places = ends(texts)
    return bool(np.count_nonzero(here) == np.count_nonzero(places[1:] == places[:-1]))


def nulled(texts: pa.Array, here: np.ndarray) -> pa.Array:
    """Null where `here` is true; the cells themselves, of which none is null, are not copied."""
    _, offsets, content = texts.buffers()
    return pa.LargeStringArray.from_buffers(
        len(texts),
        offsets.slice(texts.offset * _OFFSET),
        content,
        pa.py_buffer(np.packbits(~here, bitorder="little")),
        int(np.count_nonzero(here)),
    )


def _reshaped(texts: pa.Array) -> pa.Array:
    shaped = pc.utf8_normalize(texts, "NFKC")
    shaped = pc.replace_substring_regex(shaped, _INVISIBLE, "")
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(shaped, _CONTROL, ""))


def matches(texts: pa.Array, pattern: str) -> pa.Array:
    """True where RE2 `pattern` is found; null counts as no."""
    return pc.fill_null(pc.match_substring_regex(texts, pattern), False)


def series(values: pa.Array, index: pd.Index, dtype: str) -> pd.Series:
    """The array as a pandas series on `index`."""
    if dtype == "str":
        return pd.Series(_STRING.__from_arrow__(values), index=index, copy=False)
    return pd.Series(values.to_numpy(zero_copy_only=False), index=index).astype(dtype)


def folded(texts: pa.Array) -> pa.Array:
    """In lower case for comparing, as `str.casefold` has it."""
    if between(texts, "\x00", "\x7f"):
        return pc.ascii_lower(texts)
    known = pc.fill_null(texts, "")
    other = pc.invert(pc.string_is_ascii(known))
    unlike = [word.casefold() for word in known.filter(other).to_pylist()]
    lower = pc.ascii_lower(known.filter(pc.invert(other)))
    made = woven(other, pa.array(unlike, pa.large_string()), lower)
    return pc.if_else(pc.is_null(texts), NONE, made) if texts.null_count else made


def means(texts: pd.Series, words: Sequence[str]) -> pd.Series:
    """True where the cell is one of the words, in whatever case."""
    wanted = pa.array(list(words), pa.large_string())
    # Most cells begin like none of the words; what is beyond ASCII may in another case.
    beginnings = np.arange(256) > ord("\x7f")
    for word in words:
        first = word[:1] or "\0"
        beginnings[[one.encode()[0] for one in (first, first.upper())]] = True

    def found(piece: pa.Array) -> np.ndarray:
        maybe: np.ndarray = beginnings[edges(piece)[0]]
        if maybe.any():
            folded_ = folded(piece.filter(pa.array(maybe)))
            maybe[maybe] = pc.is_in(folded_, wanted).to_numpy(zero_copy_only=False)
        return maybe

    masks = np.concatenate([found(piece) for piece in pieces(texts)])
    return pd.Series(masks, index=texts.index, copy=False)


def distinct(texts: pd.Series) -> tuple[pa.Array, np.ndarray]:
    """The distinct cells, and which of them stands in each row (a null is one of them).

    Where hardly two cells are the same, all of them, as finding that out costs more than it saves.
    """
    if is_coded(texts):
        return arrow(texts.cat.categories.to_series()), texts.cat.codes.to_numpy()
    every = pieces(texts)
    if len(every) > 1 and len(pc.unique(every[0])) > len(every[0]) / 2:
        return arrow(texts), np.arange(len(texts))
    parts = on_every_core(lambda part: part.dictionary_encode(null_encoding="encode"), every)
    one = pa.chunked_array(parts).unify_dictionaries().chunks
    places = np.concatenate([part.indices.to_numpy() for part in one])
    return one[0].dictionary, places


def once(texts: pd.Series, read: Callable[[pd.Series], pd.Series]) -> pd.Series:
    """What `read` makes of the column, asked once for each distinct cell."""
    cells, places = distinct(texts)
    found = read(column(cells, pd.RangeIndex(len(cells))))
    return pd.Series(found.array.take(places), index=texts.index, copy=False)


def holds(texts: pd.Series, sign: str) -> bool:
    """Whether the ASCII sign stands in any cell."""
    parts = [distinct(texts)[0]] if is_coded(texts) else pieces(texts)
    return any(holds_any(part, [(sign, sign)]) for part in parts)


def plain(cell: str) -> str:
    """One cell cleaned the way `tidy` cleans a column."""
    if cell.isascii():
        return cell.strip()
    shaped = unicodedata.normalize("NFKC", cell)
    return re.sub(f"{_INVISIBLE}|{_CONTROL}", "", shaped).strip()
