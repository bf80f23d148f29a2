"""Digits of other scripts (١٢٣, १२३, 一二 not among them) as those of ASCII, with their marks."""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

# The zero of each script: Arabic, Persian, Devanagari, Bengali, Tamil, Thai, Burmese, Khmer.
_ZEROS: Final = "٠۰०০௦๐၀០"
_DIGITS: Final = {chr(ord(zero) + n): str(n) for zero in _ZEROS for n in range(10)}
_MARKS: Final = {"٫": ".", "٬": ",", "٪": "%", "،": ","}
_ANY: Final = f"[{''.join(_DIGITS)}{''.join(_MARKS)}]"


def western(texts: pa.Array) -> pa.Array:
    """The texts with ASCII digits and marks; a text with none of the others comes back as it is."""
    if not pc.any(pc.match_substring_regex(texts, _ANY)).as_py():
        return texts
    for sign, plain in {**_DIGITS, **_MARKS}.items():
        texts = pc.replace_substring(texts, sign, plain)
    return texts
