"""Prices as people write them: €250, 1.200,00 EUR, CHF 1'200.-, “from $1.5k per post”."""

from typing import Final

import pandas as pd
import pyarrow.compute as pc

from core.readers import headers, numbers
from core.readers import texts as cells

_SIGNS: Final = (
    rf"(?i)r\$|kč|zł|[€$£¥₹₺₽₩]|\b(?:{'|'.join(headers.ISO)}|us|euro?s?|dollars?|chf|fr)\b\.?"
)
_AROUND: Final = (
    r"(?i)^\s*(?:from|ab|starting at|desde|ca\.?)\s+|"
    r"\s*(?:/|per|pro|je|por)\s*(?:post|reel|video|story|beitrag|piece).*$|[,.]\s?[-–—]+$"
)


def parse(texts: pd.Series) -> pd.Series:
    """The amounts as float64; NaN where a cell holds none."""
    tidy = cells.tidy(cells.arrow(texts))
    bare = pc.replace_substring_regex(tidy, _AROUND, "")
    bare = pc.replace_substring_regex(bare, _SIGNS, " ")
    return numbers.parse(cells.series(pc.utf8_trim_whitespace(bare), texts.index, "str"))


def currencies(texts: pd.Series) -> pd.Series:
    """The ISO code named in each cell; null where none is."""
    words = texts.astype("str")
    codes = {
        word: headers.currency(word)
        for word in words.dropna().unique()
        if not word.replace(".", "").isdigit()
    }
    return words.map(codes).astype("str")
