"""A table with a row a day to the tidy `daily` table: one row an account, day and measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core import tables as tidy
from core.readers import damage, days, headers, numbers, reading

_NOT_A_NUMBER: Final = "this is not a number"
_CLOCK: Final = r"^(?:(?P<hours>\d+):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{2})$"
# About a video, the same on every day.
_OF_VIDEO: Final = frozenset({"video title", "video publish time", "duration"})


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """The tidy rows, the rows and cells that could not be read, and what was assumed."""

    daily: pd.DataFrame
    problems: pd.DataFrame
    notes: list[str]


def measured(
    rows: pd.DataFrame,
    headings: Sequence[str],
    at: int,
    file: str,
    names: Sequence[str] | None = None,
) -> Measured:
    """Every number of every row with its day (column `at`) and measure; percentages as fractions.

    `headings` name the columns, empty ones are left out; `names` are the measures where the
    headings say too little. A column of words (a video, a kind of viewer) goes into the names.
    """
    dated = days.parse(rows[at], file)
    problems = [_undated(rows[at], dated, headings[at], file)]
    used = dated.days.notna() | dated.yearless
    rows, day = rows[used], dated.days[used]
    of = _words(rows, headings, at)
    found = [tidy.empty("daily")[["day", "measure", "value"]]]
    for spot, heading in enumerate(headings):
        if spot in (at, of) or not heading or (heading in _OF_VIDEO and of is not None):
            continue
        values, bad = values_of(rows[spot], heading, file)
        problems.append(bad)
        name = names[spot] if names else measure_name(heading)
        whole = pd.Series(name, index=rows.index, dtype="str")
        whole = whole if of is None else whole + ": " + rows[of]
        made = pd.DataFrame({"day": day, "measure": whole, "value": values})[values.notna()]
        found = [*found, made] if len(made) else found
    filled = pd.concat(found[1:]) if found[1:] else found[0]
    return Measured(filled, reading.join_problems(problems), dated.notes)


def _undated(cells: pd.Series, dated: days.Days, heading: str, file: str) -> pd.DataFrame:
    """Rows without any date are kept out; a date without its year is a cell that was not read."""
    lost = cells[dated.days.isna()]
    short = dated.yearless[lost.index]
    return reading.problems(
        file,
        row=lost.index,
        column=pd.Series(heading or "date", index=lost.index, dtype="str").where(short).array,
        value=lost.array,
        reason=["the date has no year" if only else "this is not a date" for only in short],
    )


def _words(rows: pd.DataFrame, headings: Sequence[str], day: int) -> int | None:
    """The column that says what a row's numbers are of (a video's id, a kind of viewer), if any."""
    if "content" in headings:
        return headings.index("content")
    for at, heading in enumerate(headings):
        cells = rows[at]
        said = cells[(cells != "") & ~numbers.missing(cells)].head(400)
        if at == day or not heading or said.empty:
            continue
        numeric = numbers.parse(said).notna() | said.str.contains(r"\d", regex=True)
        if numeric.mean() < 0.2:
            return at
    return None


def values_of(cells: pd.Series, heading: str, file: str) -> tuple[pd.Series, pd.DataFrame]:
    """The numbers of one column (percent as fractions, `0:11:34` as seconds), and the bad cells."""
    percent = "%" in heading or bool(cells.str.contains("%", regex=False).any())
    values = numbers.parse(cells) * (0.01 if percent else 1)
    clock = cells.str.strip().str.extract(_CLOCK).astype("float64")
    seconds = clock["hours"].fillna(0) * 3600 + clock["minutes"] * 60 + clock["seconds"]
    values = values.fillna(seconds).mask(damage.became_dates(cells))
    lost = cells[values.isna() & ~numbers.missing(cells)]
    bad = reading.problems(
        file,
        row=lost.index,
        column=" ".join(heading.split()) or "(no heading)",
        value=lost.array,
        reason=damage.reasons(lost, _NOT_A_NUMBER).array,
    )
    return values, bad


def measure_name(heading: str) -> str:
    """`Profile views` as `profile_views`; a percentage loses its sign, its values are fractions."""
    words = headers.normal(heading.replace("%", " ").replace("&", " and "))
    return "_".join(words.split())
