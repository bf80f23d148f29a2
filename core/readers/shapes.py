"""Which files are alike: what was said of one is found again by its headings."""

import hashlib
from typing import Final

import pandas as pd

from core.readers import headers

_NAMELESS: Final = r"column \d+"


def fingerprint(columns: pd.DataFrame, kind: str = "") -> str | None:
    """A key that files share when their headings are the same, however they are spelled.

    `columns` is that of a reading to which nobody's mapping was applied. The order of the columns
    counts only where a name stands twice. Files without any columns are alike when their format
    `kind` is; a table without headings is like no other (None): its columns could be anything.
    """
    names = columns["column"].fillna("").map(headers.normal)
    names = names[names != ""]
    if len(names) and names.str.fullmatch(_NAMELESS).all():
        return None
    if names.empty:
        return _hash(["format", kind]) if kind and columns.empty else None
    return _hash(["headings", *(sorted(names) if names.is_unique else names)])


def _hash(words: list[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
