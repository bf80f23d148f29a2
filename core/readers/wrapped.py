"""CSV whose every line was put into quotes once more, by a spreadsheet that took a row for a cell.

The damage is done a line of text at a time, not a record at a time: the inner lines of a caption
may be untouched. So each line is put right by itself, and the whole is read as CSV afterwards.
"""

import re
from typing import Final

# The first line as one quoted cell that holds at least four, perhaps with empty cells behind it.
_WRAPPED: Final = re.compile(r'^"(?P<inside>(?:[^"]|"")*)"[;,\t]*$')
_FEWEST: Final = 4


def unwrapped(words: str) -> str:
    """The text with its lines out of their extra quotes; any other text as it came."""
    first = words.partition("\n")[0].rstrip("\r")
    found = _WRAPPED.match(first)
    if not found or len(re.findall("[,;\t]", found["inside"])) < _FEWEST - 1:
        return words
    if '""' not in first and sum(map(_is_wrapped, words.split("\n")[1:20])) < 2:
        return words
    return "\n".join(_line(line) for line in words.split("\n"))


def _is_wrapped(line: str) -> bool:
    found = _WRAPPED.match(line.rstrip("\r"))
    return bool(found) and len(re.findall("[,;\t]", found["inside"])) >= _FEWEST - 1  # type: ignore[index]


def _line(line: str) -> str:
    found = _WRAPPED.match(line.rstrip("\r")) if line.startswith('"') else None
    return found["inside"].replace('""', '"') if found else line
