"""Networks by the words people use for them, in their own scripts too."""

import csv
import re
from pathlib import Path
from typing import Final

with Path(__file__).with_name("networks.csv").open(encoding="utf-8", newline="") as lines:
    _ROWS: Final = list(csv.DictReader(lines))
# Words that mean something else in a heading (“ok”, “line”) count in cells only.
_IN_CELLS: Final = {row["word"]: row["network"] for row in _ROWS}
_IN_WORDS: Final = {row["word"]: row["network"] for row in _ROWS if row["where"] == "any"}
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def _pattern() -> re.Pattern[str]:
    longest = sorted(_IN_WORDS, key=len, reverse=True)
    inside = "|".join(re.escape(word) for word in longest if _UNSPACED.search(word))
    apart = "|".join(re.escape(word) for word in longest if not _UNSPACED.search(word))
    return re.compile(
        rf"(?P<apart>(?<![^\W_\u3040-\uffff])(?:{apart})(?![^\W_\u3040-\uffff]))|(?P<inside>{inside})"
    )


_NAMED: Final = _pattern()


def called(word: str) -> str | None:
    """The network that one cell, in lower case, means; null if it is none we know."""
    return _IN_CELLS.get(word)


def named(words: str) -> list[str]:
    """The words for networks in a heading or a name, in lower case."""
    return [found[0] for found in _NAMED.finditer(words)]


def of(word: str) -> str:
    """The network behind one of the words that `named` gives."""
    return _IN_WORDS[word]


def without(words: str) -> str:
    """A heading in lower case without the networks it names."""
    return " ".join(_NAMED.sub(" ", words).split())
