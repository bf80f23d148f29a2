"""Tables about one's own account in a language whose headings nobody has written down: days in a
row with figures beside them, ages with shares. No list of people looks like either.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import pandas as pd

from core.readers import dates, headers, numbers, suites
from core.readers.suites import Suite

FEWEST: Final = 3  # rows that make a row of days, or of ages
_AGES: Final = re.compile(
    r"\D{0,12}(?:13\s?[-–—~]\s?17|18\s?[-–—~]\s?24|25\s?[-–—~]\s?34|35\s?[-–—~]\s?44|"
    r"45\s?[-–—~]\s?54|55\s?[-–—~]\s?64)\D{0,12}"
)
_MAYBE_DAY: Final = re.compile(r"\d\D+\d|^\d{8}$")
_CLOCK: Final = r"\d+:\d{2}(?::\d{2})?"
_ABOUT_PEOPLE: Final = frozenset({"handle", "url", "name", "followers"})


def told(record: Sequence[str], behind: Sequence[Sequence[str]]) -> tuple[Suite, list[str]] | None:
    """The suite of the rows `behind` the headings, and the headings; None where it is neither."""
    rows = [row for row in behind if len(row) == len(record) and any(row)]
    if len(record) < 2 or len(rows) < FEWEST:
        return None
    # Every list comes by here: what costs nothing to see is looked at first.
    firsts = [row[0].strip() for row in rows]
    days = all(_MAYBE_DAY.search(first) for first in firsts) and not _MAYBE_DAY.search(record[0])
    ages = sum(map(is_age, firsts)) >= FEWEST
    if not (days or ages) or {headers.read(cell).meaning for cell in record} & _ABOUT_PEOPLE:
        return None
    if are_figures([record[0]]) or not are_figures([cell for row in rows for cell in row[1:]]):
        return None
    if days and _follow(firsts):
        return suites.of("own_account_daily"), ["date", *map(headers.normal, record[1:])]
    return (suites.of("own_account_audience"), list(record)) if ages else None


def is_age(cell: str) -> bool:
    """Whether a cell names one of the age groups that networks count by, with a word or two."""
    return _AGES.fullmatch(cell.strip()) is not None


def are_figures(cells: Sequence[str]) -> bool:
    """Whether all cells are numbers, clock times or nothing, and not all nothing."""
    said = pd.Series([*cells], dtype="str").str.strip()
    said = said[(said != "") & ~numbers.missing(said)]
    read = numbers.parse(said).notna() | said.str.fullmatch(_CLOCK)
    return len(said) > 0 and bool(read.all())


def _follow(cells: Sequence[str]) -> bool:
    """Whether each is the day after, or before, the one above it."""
    days = dates.parse(pd.Series([*cells], dtype="str"))
    if days.isna().any():
        return False
    steps = days.dt.normalize().diff().dropna().unique().tolist()
    return steps in ([timedelta(days=1)], [timedelta(days=-1)])
