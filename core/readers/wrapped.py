"""CSV whose every line was put into quotes once more, by a spreadsheet that took a row for a cell.

The damage is done a line of text at a time, not a record at a time: the inner lines of a caption
may be untouched. So each line is put right by itself, and the whole is read as CSV afterwards.
"""

import csv
import re
from collections.abc import Sequence
from typing import Final

from core.readers import headers

# A line as one quoted cell, perhaps with empty cells behind it.
_WRAPPED: Final = re.compile(r'^"(?P<inside>(?:[^"]|"")*)"[;,\t]*$')
_MANY: Final = 4  # cells in one that are hardly a text with commas
_LOOKED_AT: Final = 20
_MOST: Final = 0.8


def unwrapped(words: str) -> str:
    """The text with its lines out of their extra quotes; any other text as it came."""
    lines = words[:400_000].split("\n", _LOOKED_AT)[:_LOOKED_AT]
    if not any(line.startswith('"') for line in lines) or not _is_damaged(lines):
        return words
    return "\n".join(_line(line) for line in words.split("\n"))


def _is_damaged(lines: Sequence[str]) -> bool:
    """Whether the first lines show it: by how many cells stand in one, or by headings in one cell
    with as many cells in each line behind.
    """
    first, behind = lines[0], [line for line in lines[1:] if line.strip()]
    inside = _inside(first)
    head = _cells(first if inside is None else inside, None)
    if inside is not None and len(head) >= _MANY:
        return '""' in first or sum(_width(line, None) >= _MANY for line in behind) >= 2
    known = {headers.read(cell).meaning for cell in head} - {None}
    if len(head) < 2 or not (len(known) > 1 or known & {"handle", "url"}):
        return False
    mark = _mark(first)
    alike = [_width(line, mark) == len(head) for line in behind]
    if inside is not None:
        return bool(alike) and sum(alike) >= _MOST * len(alike)
    # Only lines with quotes of their own were quoted: a line with none stayed as it was.
    return any(same and '""' in line for same, line in zip(alike, behind, strict=True))


def _inside(line: str) -> str | None:
    """What stands in the one quoted cell of a line; None where the line is another."""
    found = _WRAPPED.match(line.rstrip("\r")) if line.startswith('"') else None
    return found["inside"].replace('""', '"') if found else None


def _width(line: str, mark: str | None) -> int:
    """How many cells stand in the one cell of a line; 0 where the line is no such cell."""
    inside = _inside(line)
    return 0 if inside is None else len(_cells(inside, mark))


def _cells(line: str, mark: str | None) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r")], delimiter=mark or _mark(line)), [])
    except csv.Error:  # a cell of text beyond the limit
        return []


def _mark(line: str) -> str:
    """The sign that most likely parts the cells of a line."""
    return max(",;\t", key=line.count)


def _line(line: str) -> str:
    inside = _inside(line)
    return line if inside is None else inside
