"""Columns of text as Arrow arrays: cleaned in one place, in C++, before anything is parsed."""

from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

# Soft hyphen, zero-width signs, direction marks and the byte-order mark: seen in exports, never
# meant.
_INVISIBLE: Final = "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_CONTROL: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"


def arrow(texts: pd.Series) -> pa.Array:
    """The series as one Arrow string array; numbers become their text, missing stays null."""
    if texts.dtype == object:
        texts = texts.where(texts.isna(), texts.map(str)).astype("str")
    made = pa.array(texts.astype("str"), from_pandas=True)
    whole = made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made
    return whole.cast(pa.large_string())


def tidy(texts: pa.Array) -> pa.Array:
    """NFKC (full-width digits and special spaces become plain), no invisible signs, trimmed."""
    # Most columns are plain ASCII: look once, save three passes.
    if pc.all(pc.string_is_ascii(texts)).as_py() is not False:
        return pc.utf8_trim_whitespace(texts)
    shaped = pc.utf8_normalize(texts, "NFKC")
    shaped = pc.replace_substring_regex(shaped, _INVISIBLE, "")
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(shaped, _CONTROL, ""))


def matches(texts: pa.Array, pattern: str) -> pa.Array:
    """True where RE2 `pattern` is found; null counts as no."""
    return pc.fill_null(pc.match_substring_regex(texts, pattern), False)


def series(values: pa.Array, index: pd.Index, dtype: str) -> pd.Series:
    """The array as a pandas series on `index`."""
    return pd.Series(values.to_pandas().to_numpy(), index=index).astype(dtype)


def plain(cell: str) -> str:
    """One cell cleaned the way `tidy` cleans a column."""
    return str(tidy(pa.array([cell], pa.large_string()))[0].as_py())
