"""Measures of different kinds under each other, each on a scale of its own, in one view.

One view and not facets, because facets do not shrink to a phone: Vega fits only single views.
Every measure is laid on 0 to 1 here: from its smallest to its largest number, by logarithm where
it spans more than a factor of twenty.
"""

from typing import Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import house
from core.locale import Writing
from core.metrics import metric

_LINE: Final = 24  # px
_LEFT, _RIGHT = 0.36, 0.86  # the strip, as a share of the width: names before, numbers after
_DECADES: Final = 20.0
_ENDS: Final = ("low", "value", "high")


def on_unit(points: pd.DataFrame) -> pd.DataFrame:
    """`points` with low_at, value_at, high_at between 0 and 1 on the scale of their measure."""
    values = points[list(_ENDS)].to_numpy("float64", na_value=np.nan)
    places = np.full(values.shape, np.nan)
    measures = points["measure"].to_numpy()
    for measure in pd.unique(points["measure"]):
        block = measures == measure
        places[block] = _on_unit(values[block])
    return points.assign(low_at=places[:, 0], value_at=places[:, 1], high_at=places[:, 2])


def ends(values: np.ndarray) -> tuple[float, float, bool]:
    """What lies at 0 and at 1, and whether the way between is logarithmic; nulls if unknown.

    Where it is not, the scale begins at zero.
    """
    known = values[np.isfinite(values)]
    if not len(known):
        return np.nan, np.nan, False
    least, most = float(known.min()), float(known.max())
    if least > 0 and most / least >= _DECADES:
        return least, most, True
    return min(least, 0.0), most, False


def _on_unit(values: np.ndarray) -> np.ndarray:
    start, most, bent = ends(values)
    if bent:
        return np.log(values / start) / np.log(most / start)
    return (values - start) / ((most - start) or 1.0)


def blocks(points: pd.DataFrame, writing: Writing, text: str, title: str) -> house.Picture:
    """One block a measure: its name, then one line for each `who` with dot, range and number."""
    if points.empty:
        return house.picture(house.note(text), points, writing, text, title, 120)
    placed = on_unit(points)
    measure = placed["measure"].astype("str")
    block = measure.ne(measure.shift()).cumsum()
    line = np.arange(len(placed)) + 1.5 * block
    strip = _RIGHT - _LEFT
    lines = pd.DataFrame(
        {
            "creator": placed["creator"],
            "who": placed["who"],
            "line": line,
            "low": _LEFT + strip * placed["low_at"],
            "at": _LEFT + strip * placed["value_at"],
            "high": _LEFT + strip * placed["high_at"],
            "number": [
                writing.value(value, metric(key).unit)
                for key, value in zip(measure, placed["value"], strict=True)
            ],
        }
    )
    lines = lines.assign(end=lines[["at", "high"]].max(axis=1).fillna(_LEFT))
    first = ~measure.duplicated()
    heads = pd.DataFrame(
        {"line": line[first] - 1, "head": [metric(key).label for key in measure[first]]}
    )
    lowest = float(line.iloc[-1]) + 0.5
    layers = _lines(lines, heads, lowest)
    return house.picture(layers, lines, writing, text, title, int(_LINE * lowest) + 12)


def _lines(lines: pd.DataFrame, heads: pd.DataFrame, lowest: float) -> list[house.Layer]:
    y = alt.Y("line:Q", axis=None, scale={"domain": [lowest, 0], "nice": False, "zero": False})
    start = pd.DataFrame({"line": lines["line"], "from": _LEFT, "to": _RIGHT})
    track = {"strokeWidth": 1, "color": house.quiet(), "opacity": 0.4}
    reach = {"strokeWidth": 2.5, "color": house.BLUE}
    dot = {"filled": True, "opacity": 1, "size": 110, "color": house.BLUE, "stroke": house.paper()}
    left = {"align": "left", "baseline": "middle"}
    zero = alt.XDatum(0, scale={"domain": [0, 1], "nice": False}, axis=None)
    return [
        house.layer("rule", track, start, y=y, x=across("from"), x2=alt.X2("to")),
        house.layer("rule", reach, y=y, x=across("low"), x2=alt.X2("high")),
        house.layer("point", dot, y=y, x=across("at")),
        *house.words({**left, "dx": 9}, y=y, x=across("end"), text=alt.Text("number:N")),
        house.layer(
            "text",
            {**left, "limit": house.LABEL_LIMIT, "fontSize": 12, "color": house.ink()},
            y=y,
            x=zero,
            text=alt.Text("who:N"),
        ),
        house.layer(
            "text",
            {**left, "fontSize": 13, "fontWeight": "bold", "color": house.ink()},
            heads,
            y=y,
            x=zero,
            text=alt.Text("head:N"),
        ),
    ]


def across(field: str, room: float = 0.0) -> alt.X:
    """The channel of places between 0 and 1; without an axis, since each measure has its own."""
    return alt.X(f"{field}:Q", scale={"domain": [-room, 1 + room], "nice": False}, axis=None)
