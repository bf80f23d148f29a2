"""Our own lists of words about comments and posts, kept as CSV, turned into patterns."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import pandas as pd

FOLDER: Final = Path(__file__).resolve().parent / "wordlists"


@cache
def rows(name: str) -> pd.DataFrame:
    """The file `name`.csv as text; a shared frame, not to be changed."""
    return pd.read_csv(FOLDER / f"{name}.csv", dtype="str")


@cache
def entries(name: str, kind: str) -> frozenset[str]:
    """All entries of one kind in all languages; they are parted by | in the file."""
    table = rows(name)
    return frozenset("|".join(table.loc[table["kind"] == kind, "words"]).split("|"))


@cache
def pattern(name: str, kind: str) -> str:
    """A regular expression that finds the entries as whole words; `invest*` finds all beginnings.

    A star inside an entry is a star. Longer entries first, so that the most that is said is found.
    """
    ordered = sorted(entries(name, kind), key=lambda entry: (-len(entry), entry))
    return rf"\b(?:{'|'.join(map(_spelled, ordered))})\b"


def _spelled(entry: str) -> str:
    word = re.escape(entry.removesuffix("*")).replace(r"\ ", r"\s+")
    return word + r"\w*" if entry.endswith("*") else word
