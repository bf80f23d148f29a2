"""Words of the trade in plain ones; the numbers themselves are worded in core.metrics."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the trade and what it says."""

    key: str
    term: str
    says: str


def _words() -> tuple[Word, ...]:
    path = Path(__file__).with_suffix(".csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Word(**row) for row in csv.DictReader(file))


WORDS: Final[Mapping[str, Word]] = {word.key: word for word in _words()}


def word(key: str) -> Word:
    """The word called `key`; raises UnknownName."""
    if key not in WORDS:
        raise UnknownName.among("word", key, WORDS)
    return WORDS[key]
