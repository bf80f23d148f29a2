"""The day of each row of an analytics table: the date alone, and the year where it is left out."""

import re
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from core.readers import dates
from core.tables import TIME

NO_YEAR: Final = (
    "The dates in it have no year, and neither has the file's name. Put the year into the name "
    "(for example “{name}”) and bring it again."
)
_LEAP: Final = "2024"  # so that 29 February is a date at first sight
_JAPANESE: Final = r"^(\d{1,2})[月월]\s?(\d{1,2})[日일]?$"
_YEAR_IN_NAME: Final = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d{5})")


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """The day of each row (null where unknown), where only the year is missing, and what was
    assumed.
    """

    days: pd.Series
    yearless: pd.Series
    notes: list[str] = field(default_factory=list)


def parse(cells: pd.Series, name: str) -> Days:
    """The days as UTC midnights; the year from the dates beside or the file's name, if it is left
    out.

    A clock behind the date is dropped: exports write 01:00 after a change to winter time.
    """
    texts = cells.astype("str").str.strip()
    texts = texts.str.replace(r"^(\d{4}-\d{2}-\d{2})[T ].*$", r"\1", regex=True)
    days = dates.parse(texts).dt.floor("D")
    open_ = days.isna() & (texts != "")
    spelt = texts[open_].str.replace(_JAPANESE, rf"{_LEAP}-\1-\2", regex=True)
    spelt = spelt.str.replace(r"-(\d)(?=-|$)", r"-0\1", regex=True)
    short = dates.parse(spelt.where(spelt.str.startswith(_LEAP), spelt + f" {_LEAP}")).dropna()
    short = short[~texts[short.index].str.contains(r"\d{4}", regex=True)]
    if short.empty:
        return Days(days, pd.Series(False, index=cells.index))
    years = _years(short, days.dropna(), name)
    if years is None:
        yearless = pd.Series(days.index.isin(short.index), index=days.index)
        return Days(days, yearless, [NO_YEAR.format(name=_with_year(name))])
    parts = pd.DataFrame({"year": years, "month": short.dt.month, "day": short.dt.day})
    dated = pd.to_datetime(parts, errors="coerce", utc=True).astype(TIME)
    said = "the dates beside them" if len(days.dropna()) else "the file's name"
    span = sorted(set(years.tolist()))
    note = f"The dates in it have no year; {' and '.join(map(str, span))} is taken from {said}."
    return Days(days.fillna(dated), pd.Series(False, index=cells.index), [note])


def _years(short: pd.Series, known: pd.Series, name: str) -> pd.Series | None:
    """The year of each date without one; null where nothing says any."""
    step = np.diff(short.dt.day_of_year.to_numpy(), prepend=short.dt.day_of_year.iloc[0])
    # A jump back by half a year is a new year's day (or the other way round, newest first).
    turn = np.cumsum(np.where(step < -180, 1, np.where(step > 180, -1, 0)))
    turns = pd.Series(turn, index=short.index)
    named = sorted({int(year) for year in _YEAR_IN_NAME.findall(name)})
    if len(known):
        nearest = int(np.abs(short.index.to_numpy() - known.index[0]).argmin())
        beside, there = known.iloc[0], short.iloc[nearest]
        # The year that brings the date nearest to the known one beside it.
        away = {
            year: abs((year - beside.year) * 365 + there.day_of_year - beside.day_of_year)
            for year in range(beside.year - 1, beside.year + 2)
        }
        return turns - turns.iloc[nearest] + min(away, key=lambda year: away[year])
    if len(named) == 1 or (named and named[-1] - named[0] == turns.max() - turns.min()):
        return turns - turns.max() + named[-1]
    return None


def _with_year(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem or ending} 2026{dot + ending if dot and stem else ''}"
