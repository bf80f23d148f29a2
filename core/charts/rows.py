"""One line a creator: a dot on its range, sorted, with the number written beside it."""

from typing import Any, Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import house

_LINE: Final = 26  # px
_TWO_LINES: Final = 40
_LEFT: Final = 150  # px for the names


def height(lines: int, two: bool = False) -> int:
    """The height in px of a chart of `lines` lines, of two lines of text each where `two`."""
    return 64 + max(lines, 2) * (_TWO_LINES if two else _LINE)


def unique(texts: pd.Series, otherwise: pd.Series) -> pd.Series:
    """Texts made different where two are the same, first by `otherwise`, then by counting."""
    twice = texts.duplicated(keep=False)
    if not twice.any():
        return texts
    longer = texts.where(~twice, texts + " · " + otherwise.fillna("?").astype("str"))
    again = longer.groupby(longer).cumcount()
    return longer.where(again == 0, longer + " (" + (again + 1).astype("str") + ")")


def lines(field: str = "line") -> alt.Y:
    """The channel of lines in the order of the frame; a line break in a name starts a new row."""
    names = {"labelExpr": "split(datum.label, '\\n')", "labelLimit": _LEFT, "labelOverlap": False}
    look = {"labelPadding": 8, "ticks": False, "domain": False, "labelBaseline": "middle"}
    return alt.Y(f"{field}:N", sort=None, title=None, axis={**names, **look})


def ranges(x: alt.X, end: str, hue: str = house.BLUE) -> house.Layer:
    """A rule from the field of `x` to the field `end`."""
    look = {"strokeWidth": 2.5, "color": hue}
    return house.layer("rule", look, y=lines(), x=x, x2=alt.X2(end))


def dots(x: alt.X, tooltip: list[alt.Tooltip], hue: str = house.BLUE) -> house.Layer:
    """The value of each line; the mark under the pointer or picked gets an outline."""
    return house.layer(
        "point",
        {"filled": True, "opacity": 1, "size": 110, "color": hue, "cursor": "pointer"},
        y=lines(),
        x=x,
        stroke=alt.StrokeValue(house.paper(), condition=house.when_hit(house.ink())),
        strokeWidth=alt.StrokeWidthValue(1, condition=house.when_hit(2.5)),
        tooltip=tooltip,
    )


def numbers(x: alt.X, field: str) -> list[house.Layer]:
    """The number of each line, written to the right of where its range ends."""
    return house.words(
        {"align": "left", "dx": 9}, None, y=lines(), x=x, text=alt.Text(f"{field}:N")
    )


def axis(field: str, title: str, domain: list[float], **look: Any) -> alt.X:
    """The channel across."""
    scale = {"domain": domain, "nice": False}
    return alt.X(f"{field}:Q", title=title, scale=scale, axis={"tickCount": 4, **look})


def farthest(frame: pd.DataFrame, *fields: str) -> pd.Series:
    """The largest known of the fields in each row."""
    return pd.Series(np.fmax.reduce(_values(frame, *fields), axis=1), frame.index)


def span(frame: pd.DataFrame, *fields: str, room: float = 1.18) -> list[float]:
    """From zero to the largest number of the fields, with room for what is written beside it."""
    largest = np.fmax.reduce(_values(frame, *fields), axis=None, initial=0.0)
    return [0.0, float(largest) * room or 1.0]


def _values(frame: pd.DataFrame, *fields: str) -> np.ndarray:
    return np.column_stack([frame[name].to_numpy("float64", na_value=np.nan) for name in fields])
