"""Columns of text as Arrow arrays: cleaned in one place, in C++, before anything is parsed."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

# Soft hyphen, zero-width signs, direction marks and the byte-order mark: seen in exports, never
# meant.
_INVISIBLE: Final = "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_CONTROL: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_NOT_CONTROL: Final = bytes({*range(256)} - {*range(9), 11, 12, *range(14, 32), 127})
_STRING: Final = pd.StringDtype(na_value=np.nan)


def arrow(texts: pd.Series) -> pa.Array:
    """The series as one Arrow string array; numbers become their text, missing stays null."""
    if texts.dtype == object:
        texts = texts.where(texts.isna(), texts.map(str)).astype("str")
    made = pa.array(texts.astype("str"), from_pandas=True)
    return whole(made) if isinstance(made, pa.ChunkedArray) else made.cast(pa.large_string())


def whole(chunks: pa.ChunkedArray) -> pa.Array:
    """All chunks as one string array; one chunk alone is not copied."""
    made = chunks.chunk(0) if chunks.num_chunks == 1 else chunks.combine_chunks()
    return made.cast(pa.large_string())


def letters(texts: pa.Array) -> np.ndarray:
    """The bytes of all cells, one behind the other, without a copy: what a column is made of is
    seen in a hundredth of the time that a look at its cells takes.
    """
    _, offsets, content = texts.buffers()
    if not len(texts) or content is None:
        return np.array([], np.uint8)
    ends = np.frombuffer(offsets, np.int64)[[texts.offset, texts.offset + len(texts)]]
    return np.frombuffer(content, np.uint8)[ends[0] : ends[1]]


def between(texts: pa.Array, first: str, last: str) -> bool:
    """Whether every sign in the column lies from `first` to `last` in the order of ASCII."""
    signs = letters(texts)
    return not len(signs) or bool(signs.min() >= ord(first) and signs.max() <= ord(last))


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
    if not made_of(texts, _NOT_CONTROL):
        return _reshaped(texts)
    plain = pc.string_is_ascii(pc.fill_null(texts, ""))
    if not pc.any(plain).as_py():
        return _reshaped(texts)
    trimmed = pc.utf8_trim_whitespace(texts.filter(plain))
    return woven(plain, trimmed, _reshaped(texts.filter(pc.invert(plain))))


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
        return pd.Series(_STRING.__from_arrow__(values), index=index)
    return pd.Series(values.to_numpy(zero_copy_only=False), index=index).astype(dtype)


def folded(texts: pd.Series) -> pd.Series:
    """The series in lower case for comparing, as `str.casefold` has it."""
    words = arrow(texts)
    if between(words, "\x00", "\x7f"):
        return series(pc.ascii_lower(words), texts.index, "str")
    return texts.str.casefold()


def repeats(texts: pd.Series) -> int:
    """How many cells are the same as one before them."""
    return len(texts) - len(pc.unique(arrow(texts)))


def once(texts: pd.Series, read: Callable[[pd.Series], pd.Series]) -> pd.Series:
    """What `read` makes of the column, asked once for each distinct cell."""
    encoded = arrow(texts).dictionary_encode(null_encoding="encode")
    distinct = series(encoded.dictionary, pd.RangeIndex(len(encoded.dictionary)), "str")
    return read(distinct).take(encoded.indices.to_numpy()).set_axis(texts.index)


def plain(cell: str) -> str:
    """One cell cleaned the way `tidy` cleans a column."""
    if cell.isascii():
        return cell.strip()
    return str(tidy(pa.array([cell], pa.large_string()))[0].as_py())
