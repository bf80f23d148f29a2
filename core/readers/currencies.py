"""Currencies by the codes and signs people write beside amounts: €, Rs, 円, руб., R$.

A sign of several currencies (`kr`, `¥`) is known as one and has no code: which it is, is asked.
"""

import csv
import re
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

with Path(__file__).with_name("currencies.csv").open(encoding="utf-8", newline="") as lines:
    _CODES: Final = {row["sign"]: row["code"] for row in csv.DictReader(lines)}
# What may stand directly before a sign in letters besides a space: digits, and these units.
_UNITS: Final = "万千億亿만천억"
_WORDS: Final = "|".join(
    re.escape(sign) for sign in sorted(_CODES, key=len, reverse=True) if re.search(r"\w$", sign)
)
_SIGNS: Final = "|".join(
    re.escape(sign) for sign in sorted(_CODES, key=len, reverse=True) if not re.search(r"\w$", sign)
)
_SHARED: Final = ("$", "£", "¥", "kr", "fr", "rs")  # signs of several currencies
_NAMED: Final = re.compile(
    rf"(?P<sign>{_SIGNS})|(?:(?<![^\W\d_])|(?<=[{_UNITS}]))(?P<word>{_WORDS})(?![^\W\d_])"
)
# The same in RE2, which looks neither back nor ahead.
_IN_CELL: Final = (
    rf"(?i)(^|[\d\s.,;:(\-–—{_UNITS}])(?:us|fr|{_WORDS})\.?($|[\d\s.,;:)/\-–—~〜+])",
    rf"(?i)(?:{_SIGNS})",
)


def code(text: str) -> str | None:
    """The ISO code that a heading or a price names by code or sign; null if none or several."""
    found = list(_NAMED.finditer(text.casefold()))
    if not found:
        return None
    said = found[0]
    if said[0] in _SHARED:  # its code may stand beside it: “$1.200 MXN”
        words = (one for one in found if one["word"] and one[0] not in _SHARED)
        said = next(words, said)
    return _CODES[said[0]] or None


def without(words: str) -> str:
    """A heading in lower case without its currency."""
    return " ".join(_NAMED.sub(" ", words).split())


def bare(cells: pa.Array) -> pa.Array:
    """The cells without their currency, as far as it stands beside a number."""
    words, signs = _IN_CELL
    made = pc.replace_substring_regex(cells, signs, " ")
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(made, words, r"\1 \2"))
