"""One creator's answer to each question of the score: a dot on its range, unknown as a word."""

from collections.abc import Sequence
from typing import Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import house, rows
from core.locale import Writing, is_known
from core.metrics import metric

_LOOK: Final = {"values": [0, 25, 50, 75, 100]}
_DOT: Final = {"filled": True, "opacity": 1, "size": 110, "color": house.BLUE}
_DOMAIN: Final = [0.0, 122.0]  # room for the numbers


def answers(
    creator: pd.Series, keys: Sequence[str], writing: Writing, title: str = ""
) -> house.Picture:
    """One line for each of `keys` (shares 0 to 1) of one scored row, on one scale to 100."""
    lines = _lines(creator, keys, writing)
    tooltip = [
        alt.Tooltip("line:N", title="Question"),
        alt.Tooltip("value:Q", title="Stands at", format=".0f"),
        alt.Tooltip("low:Q", title="Range from", format=".0f"),
        alt.Tooltip("high:Q", title="Range to", format=".0f"),
    ]
    across = "Of 100 like it, so many stand lower"
    value = rows.axis("value", across, _DOMAIN, **_LOOK)
    half = pd.DataFrame({"half": [50.0]})
    middle = {"strokeWidth": 1, "strokeDash": [3, 3], "color": house.quiet()}
    layers = [
        house.layer("rule", middle, half, x=rows.axis("half", across, _DOMAIN, **_LOOK)),
        rows.ranges(rows.axis("low", across, _DOMAIN, **_LOOK), "high"),
        house.layer("point", _DOT, y=rows.lines(), x=value, tooltip=tooltip),
        *rows.numbers(rows.axis("end", across, _DOMAIN, **_LOOK), "number"),
    ]
    text = _told(lines)
    return house.picture(layers, lines, writing, text, title, rows.height(len(lines)))


def table(creator: pd.Series, keys: Sequence[str], writing: Writing) -> pd.DataFrame:
    """The numbers behind the picture, 0 to 100."""
    lines = _lines(creator, keys, writing)
    named = {"line": "Question", "value": "Stands at", "low": "Range from", "high": "Range to"}
    return lines[list(named)].rename(columns=named).round(1)


def _lines(creator: pd.Series, keys: Sequence[str], writing: Writing) -> pd.DataFrame:
    ends = {
        name: [100 * float(x) if is_known(x := creator[key + end]) else np.nan for key in keys]
        for name, end in (("low", "_low"), ("value", ""), ("high", "_high"))
    }
    number = [writing.value(creator[key], "share") for key in keys]
    frame = pd.DataFrame({"line": [metric(key).label for key in keys], **ends, "number": number})
    return frame.assign(end=frame[["value", "high"]].max(axis=1).fillna(0.0))


def _told(lines: pd.DataFrame) -> str:
    said = (lines["line"] + ": " + lines["number"]).tolist()
    return "; ".join(said) + "." if said else "No question is asked."
