"""Prices as people write them: €250, 1.200,00 EUR, CHF 1'200.-, 15 000 руб. за пост, “$120–$200”.

Of a range the upper end is the price, so that no plan costs more than its line says; “from €150”
is its lower end, the only one there is. Both have to be said: `open_ended` tells which cells.
"""

from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import currencies, numbers
from core.readers import texts as cells

_FROM: Final = (
    r"(?i)^\s*(?:from|ab|starting (?:at|from)|starts at|min\.?|minimum|mindestens|desde|"
    r"a partir de|à partir de|dès|da|a partire da|vanaf|od|от|від|fra|från|alkaen|mulai(?: dari)?|"
    r"από|başlangıç)\s+"
)
_FROM_BEHIND: Final = r"(?i)\s*(?:[~〜]|から|以上|부터|起|\+|'dan başlayan|-tól|-től)\s*$"
_UP_TO: Final = r"(?i)^\s*(?:up to|max\.?|maximum|bis(?: zu)?|hasta|jusqu'à|até|fino a|tot|до)\s+"
_WORK: Final = (
    r"(?:post|reel|video|story|stories|beitrag|piece|short|clip|tik ?tok|carousel|publicati|"
    r"publicaci|publicaç|pubblicazion|publikacj|wpis|inlägg|opslag|innlegg|gönderi|paylaşım|"
    r"konten|content|ugc|static|feed|пост|публикаци|рилс|ролик|видео|сторис|投稿|動画|件|本|条|篇|건|"
    r"게시물|bài)"
)
_BEHIND: Final = (
    rf"(?i)\s*(?:/|per|pro|je|por|par|pr\.?|za|за|na|for(?: an?| one)?|prix)\s*{_WORK}\D*$",
    rf"(?i)\s*\(?\b{_WORK}s?\)?\s*$",
    r"(?i)\s*\(?[+,]?\s*(?:netto|brutto|net|gross|ht|ttc|h\.t\.|(?:zzgl|exkl|excl|inkl|incl|plus)\b"
    r"\D*|(?:mwst|ust|vat|tva|iva|btw|kdv|ндс|пдв)\.?|hors taxes?|税込|税抜|税別)\)?\s*$",
    r"(?:[,.:]\s?[-–—]+|/\s?[-–—])$",
)
_AMOUNT: Final = r"\d[\d.,' ]*(?:\s?\pL{1,4}\.?)?"
_RANGE: Final = (
    rf"(?i)^(?:(?:between|zwischen|von|entre|de|od|от|від|da|fra|from|tussen|van)\s+)?"
    rf"(?P<low>{_AMOUNT}?)(?:\s*(?:[-–—~〜]|から)\s*|\s+(?:to|bis|à|a|al|do|до|tot|and|und|y|e|et|til|till|s/d)\s+)"
    rf"(?P<high>{_AMOUNT})$"
)


def parse(texts: pd.Series) -> pd.Series:
    """The amounts as float64, of a range the upper end; NaN where a cell holds none."""
    return cells.once(texts, _parsed)


def _parsed(texts: pd.Series) -> pd.Series:
    bare = _bare(cells.arrow(texts))
    if pc.any(cells.matches(bare, _RANGE)).as_py():
        parts = pc.extract_regex(bare, _RANGE)
        low, high = (pc.struct_field(parts, end) for end in ("low", "high"))
        ends = [_numbers(_inside(bare, end), texts.index) for end in (low, high)]
        falling = (ends[0] > ends[1]) & pc.is_valid(low).to_numpy(zero_copy_only=False)
        return ends[1].mask(falling)
    for shape in (_FROM, _FROM_BEHIND, _UP_TO):
        bare = pc.replace_substring_regex(bare, shape, "")
    return _numbers(bare, texts.index)


def _inside(bare: pa.Array, end: pa.Array) -> pa.Array:
    """The column with this end in place of each range: the marks of all cells are judged as one."""
    made = pc.coalesce(end, bare)
    for shape in (_FROM, _FROM_BEHIND, _UP_TO):
        made = pc.replace_substring_regex(made, shape, "")
    return made


def _numbers(bare: pa.Array, index: pd.Index) -> pd.Series:
    return numbers.parse(cells.series(pc.utf8_trim_whitespace(bare), index, "str"))


def open_ended(texts: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Cells that name the upper end of a range, and cells that name a lower end alone."""
    distinct, places = cells.distinct(texts)
    bare = _bare(distinct)
    upper = pc.or_(cells.matches(bare, _RANGE), cells.matches(bare, _UP_TO))
    lower = pc.or_(cells.matches(bare, _FROM), cells.matches(bare, _FROM_BEHIND))
    each = (upper, pc.and_not(lower, upper))
    upper_end, lower_end = (
        pd.Series(found.to_numpy(zero_copy_only=False)[places], index=texts.index) for found in each
    )
    return upper_end, lower_end


def _bare(texts: pa.Array) -> pa.Array:
    """The cells without their currency and the words around an amount."""
    bare = cells.tidy(texts)
    for shape in _BEHIND:
        bare = pc.replace_substring_regex(bare, shape, "")
    bare = currencies.bare(bare)
    for shape in _BEHIND:
        bare = pc.replace_substring_regex(bare, shape, "")
    return bare


def currencies_of(texts: pd.Series) -> pd.Series:
    """The ISO code named in each cell; null where none is."""
    words = texts.astype("str")
    codes = {
        word: currencies.code(word)
        for word in words.dropna().unique()
        if not word.replace(".", "").isdigit()
    }
    return words.map(codes).astype("str")
