"""Exports that name people and no accounts: how many came on which day is all that can be kept."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import reading
from core.readers.reading import Reading, count

_NO_DATE: Final = "it has no date, and a name alone cannot be counted or looked up"


def counted(
    name: str,
    moments: pd.Series,
    *,
    kind: str,
    label: str,
    platform: str,
    measure: str,
    notes: Sequence[str],
) -> Reading:
    """The reading of a list of people known by name and date (`moments`, by row in the file).

    Each dated person is one more in `daily` on that day; no name is kept.
    """
    dated = _dated(name, moments, label, notes[0])
    lost = moments.index[moments.isna()]
    return Reading(
        format=kind,
        label=label,
        tables={"daily": _daily(dated, platform, measure)},
        rows=len(moments),
        sentence=f"{label}: {count(len(dated), 'person', 'people')}, {reading.span(dated)}.",
        problems=reading.problems(name, row=lost, column=None, value=None, reason=_NO_DATE),
        notes=[*notes, "The names were left out; kept is how many came on which day."],
    )


def _dated(name: str, moments: pd.Series, label: str, help_: str) -> pd.Series:
    """The moments that are known; refuses a list that has none."""
    if not len(moments):
        raise UnreadableFile(f"“{name}”: this is the {label}, and the list in it is empty.", help_)
    dated = moments.dropna()
    if dated.empty:
        raise UnreadableFile(
            f"“{name}” is the {label}: {count(len(moments), 'name')} without a date or an account.",
            help_,
        )
    return dated


def _daily(dated: pd.Series, platform: str, measure: str) -> pd.DataFrame:
    per_day = dated.dt.floor("D").value_counts().sort_index()
    return tidy.conform(
        pd.DataFrame(
            {
                "platform": platform,
                "day": per_day.index,
                "measure": measure,
                "value": per_day.to_numpy(dtype="float64"),
            }
        ),
        "daily",
    )
