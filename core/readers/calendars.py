"""Dates of other places written anew, day first: 2024年5月3日, 2024. 5. 3., ٣ مايو ٢٠٢٤,
3 พ.ค. 2567, 3-May-24.
"""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from core.readers import digits

_CLOCK: Final = (
    (r"(?:午後|下午|오후)\s*(\d{1,2}:\d{2}(?::\d{2})?)", r"\1 pm"),
    (r"(?:午前|上午|오전)\s*(\d{1,2}:\d{2}(?::\d{2})?)", r"\1 am"),
    (r"(\d{1,2}:\d{2}(?::\d{2})?)\s*(?:午後|下午|오후|μ\.?μ\.?|م)$", r"\1 pm"),
    (r"(\d{1,2}:\d{2}(?::\d{2})?)\s*(?:午前|上午|오전|π\.?μ\.?|ص)$", r"\1 am"),
    (r"(\d{1,2})[時시点]\s*(\d{2})[分분]?", r"\1:\2"),
)
_ORDER: Final = (
    # Year first, with the words for year, month and day or with any mark.
    (
        r"^(\d{4})\s*[年년./\-]\s*(\d{1,2})\s*[月월./\-]\s*(\d{1,2})\s*[日일号號.]?"
        r"(?:\s*\([^)]*\))?(?:[\sT,]+|$)",
        r"\3.\2.\1 ",
    ),
    (r"^(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?,?\s*(\d{4})[年년]?(?:[\s,]+|$)", r"\2.\1.\3 "),
    (r"^(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?:[\s,]+|$)", r"\1.\2.\3 "),
    (r"^(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$", r"\3.\2.\1"),
    # A year of two digits behind a month in letters.
    (r"^(\d{1,2})[\-. ](\pL{3,9})\.?[\-. ](\d{2})$", r"\1 \2 20\3"),
    (r"\s+$", ""),
)
# The Buddhist years of people alive, and a prefix that hides a month's name.
_THAI: Final = {str(year): str(year - 543) for year in range(2540, 2600)}
_WORDS: Final = ((r"(^|\s)ב(\p{Hebrew}{3,})", r"\1\2"),)


def respelt(texts: pa.Array) -> pa.Array:
    """The dates with the day first where they are in such a form, all others as they came."""
    made = digits.western(texts)
    for shape, plain in (*_CLOCK, *_ORDER, *_WORDS):
        made = pc.replace_substring_regex(made, shape, plain)
    if pc.any(pc.match_substring_regex(made, r"\p{Thai}.*25[4-9]\d")).as_py():
        for year, common in _THAI.items():
            made = pc.replace_substring(made, year, common)
    return made
