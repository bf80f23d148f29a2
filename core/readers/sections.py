"""Meta Business Suite's charts and audience: titled tables stacked in one file, as it came or as
a spreadsheet left it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.readers import headers, numbers, suites, unworded

# Meta writes every day of a chart so, in every language.
_DAY: Final = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:00(?::00)?(?:[+-]\d{2}:?\d{2}|Z)?$")
_AUDIENCE: Final = re.compile(
    r"age (?:&|and) gender|gender (?:&|and) age|top (?:towns ?/ ?)?cities|top countries|"
    r"top towns|top pages|followers by |edad y (?:género|sexo)|alter und geschlecht|"
    r"principales (?:ciudades|países)|top-?(?:städte|länder)|faixa etária|principais (?:cidades|"
    r"países)|villes principales|pays principaux",
    re.IGNORECASE,
)
_FORMATS: Final = re.compile(
    r"content formats|published content|content interactions|^views$|media type", re.IGNORECASE
)
# A title, its three codes and a number, run together by a program that lost the line ends.
_RUN_TOGETHER: Final = re.compile(
    r"^(?P<title>.+?)(?:FB_PAGE|IG_ACCOUNT)\W*FOLLOW\W*UNIQUE_USERS\W*(?P<count>\d+)$"
)
_HEADING_BEHIND: Final = re.compile(r"(?P<title>.+?)(?P<heading>Age|Top cities|Top countries)$")
_CODES: Final = frozenset({"fb_page", "ig_account"})


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One titled table: a row a day (`chart`), shares of an audience, or one total."""

    title: str
    holds: str  # chart, shares or total
    headings: list[str]
    rows: pd.DataFrame

    @property
    def platform(self) -> str | None:
        """The network that its title or its headings speak of."""
        found = [headers.platform_in(words) for words in (self.title, *self.headings) if words]
        return next((name for name in found if name), None)


def are_here(head: list[list[str]]) -> bool:
    """Whether the first records are those of such a file."""
    records = [_filled(record) for record in head]
    for at, record in enumerate(records[1:], start=1):
        header, title = records[at - 1], records[at - 2] if at > 1 else []
        if len(record) >= 2 and _DAY.match(record[0]) and _is_chart(title, header, record):
            return True
    titles = [
        record[0].strip("* ")
        for record in records
        if len(record) == 1 or "**" in "".join(record[:1])
    ]
    named = [title for title in titles if _AUDIENCE.search(title)]
    formats = [title for title in titles if _FORMATS.search(title)]
    if named:
        return True
    aged = [record[1:] for record in records if len(record) > 1 and unworded.is_age(record[0])]
    shares = len(aged) >= unworded.FEWEST and unworded.are_figures([c for a in aged for c in a])
    return bool(titles) and (shares or len(formats) >= 2) and records[0] == titles[:1]


def _is_chart(title: list[str], header: list[str], record: list[str]) -> bool:
    """Whether these three lines begin a chart: a title or Meta's own headings, a day, numbers."""
    names = [headers.normal(cell) for cell in header]
    if not header or len(header) > 5 or not unworded.are_figures(record[1:]):
        return False
    if "primary" in names or any(headers.platform_in(name) for name in names):
        return True
    # Whatever its language calls a day: under a title, with Meta's way to write it beneath.
    return len(title) == 1 and not _DAY.match(title[0]) and not _DAY.match(header[0])


def apart(rows: pd.DataFrame) -> Iterator[Section]:
    """The sections of a sheet, in its order; the index of `rows` is the row in the file."""
    title, last = "", None
    run: list[tuple[int, list[str]]] = []
    lines = rows.to_numpy().tolist()
    filled = [_filled(cells) for cells in lines]
    values = _values(dict.fromkeys(record[0] for record in filled if len(record) == 1))
    for number, cells, record in zip(rows.index, lines, filled, strict=True):
        gap = last is not None and number != last + 1
        again = len(record) > 1 and suites.is_day(record[0])  # a heading, and no line before it
        opens = len(record) == 1 and not _DAY.match(record[0]) and record[0] not in values
        if (gap or opens or again or cells[0].startswith("*")) and run:
            yield from _section(title, run, values)
            run = []
            title = "" if gap or again else title
        last = number
        if opens and not run:
            title, record = _untangled(record[0], title)
        elif cells[0].startswith("*"):
            title, begun = _untangled(record[0], title)
            record = [*begun, *record[1:]]
        else:
            record = [cell.strip() for cell in cells]
        if record and any(record):
            run.append((number, record))
    if run:
        yield from _section(title, run, values)


def _filled(record: list[str]) -> list[str]:
    """The cells up to the last that is filled; a first empty one counts (Meta leaves it so)."""
    cells = [cell.strip() for cell in record]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _values(cells: Collection[str]) -> frozenset[str]:
    """Those of the cells that are numbers; all are asked at once, as one takes as long as many."""
    said = pd.Series([*cells], dtype="str")
    return frozenset(said[numbers.parse(said).notna()])


def _untangled(words: str, title: str) -> tuple[str, list[str]]:
    """The title in a line, and the start of the table where lines were run together."""
    if not words.startswith("*"):
        return words, []
    last = words.strip("* ").split("*")[-1]
    total = _RUN_TOGETHER.match(last)
    if total:
        return total["title"], [total["count"]]
    heading = _HEADING_BEHIND.match(last)
    return (heading["title"], [heading["heading"]]) if heading else (last or title, [])


def _section(
    title: str, run: list[tuple[int, list[str]]], values: Collection[str]
) -> Iterator[Section]:
    """The table behind a title; none where there are headings and no rows."""
    first = run[0][1]
    if first and first[0].casefold() in _CODES:
        run = run[1:]
    numbers_of = [number for number, _ in run]
    records = [record for _, record in run]
    if not records:
        return
    alone = records[0][0] if len(records) == 1 and len(_filled(records[0])) == 1 else ""
    if alone in values or (alone and _values([alone])):
        yield Section(title, "total", [""], _frame(numbers_of, records, 1))
        return
    chart = suites.is_day(records[0][0]) or (len(records) > 1 and bool(_DAY.match(records[1][0])))
    kind = "chart" if chart else "shares"
    width = max(len(_filled(record)) for record in records)
    headings = [*records[0], *[""] * width][:width]
    if records[1:]:
        yield Section(title, kind, headings, _frame(numbers_of[1:], records[1:], width))


def _frame(index: list[int], records: list[list[str]], width: int) -> pd.DataFrame:
    padded = [[*record, *[""] * width][:width] for record in records]
    return pd.DataFrame(padded, index=index, columns=range(width), dtype="str")
