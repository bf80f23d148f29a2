"""What all charts have in common: four hues, ink that follows the theme, locale, labels.

Hues are from the Okabe–Ito set and reach 3:1 on white and on #0e1117. Text and neutral marks ask
Vega for the background that the theme has set, since no single grey reads well on both.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from textwrap import wrap
from typing import Any, ClassVar, Final

import altair as alt
import numpy as np
import pandas as pd

from core.locale import Writing

BLUE: Final = "#0072B2"
VERMILLION: Final = "#D55E00"
GREEN: Final = "#009E73"
GREY: Final = "#8a8f98"

MOST_MARKS: Final = 300  # above this a picture is neither quick nor readable
LABEL_LIMIT: Final = 110  # px: a third of a phone
_LABEL_LETTERS: Final = 18
_TITLE_LETTERS: Final = 42  # a line of a title on a phone
_TITLE_LINE: Final = 20  # px
_PADDING: Final = 6  # px, so that the last tick label is not cut
_SIDES: Final = ("left", "right", "top", "bottom")

ROWS: Final = "rows"  # what a finished chart calls its frame
_TYPES: Final = {"Q": "quantitative", "N": "nominal", "O": "ordinal", "T": "temporal"}

Layer = dict[str, Any]


class Picture(alt.LayerChart):
    """A chart of layers that share one frame; the others bring a few rows of their own.

    Same in use as any altair chart, but its layers are plain and need no sorting out: five layers
    take 0.1 ms to build instead of 30 and 1.3 ms to hand to Streamlit instead of 40. `to_dict`
    leaves the schema check to the tests (`validate=True`), since it is most of the cost.
    """

    def __init__(self, **parts: Any) -> None:
        super(alt.LayerChart, self).__init__(**parts)

    def to_dict(self, validate: bool = False, **how: Any) -> dict[str, Any]:
        return super().to_dict(validate=validate, **how)

    def plain(self) -> dict[str, Any]:
        """The same as `to_dict`, ten times as fast, with its frame called ROWS and left out."""
        return {**spelled(self), "data": {"name": ROWS}}


class _Plain:
    """Parts of a chart that altair takes as they are: it asks every string what it is, for 3 µs."""

    _schema: ClassVar[dict[str, str]] = {"type": "object"}  # by this altair knows its like

    def __init__(self, parts: Layer) -> None:
        self._parts = parts

    def to_dict(self, *_: Any, **__: Any) -> Any:
        return spelled(self._parts)


class _Ready(dict[str, Any]):
    """Rows that are as JSON holds them already; there are too many to look at each again."""


def spelled(part: Any) -> Any:
    """Dicts, lists, channels and NumPy's numbers as JSON holds them."""
    if isinstance(part, (str, _Ready)):
        return part
    if isinstance(part, dict):
        return {name: spelled(each) for name, each in part.items()}
    if isinstance(part, list):
        return [spelled(each) for each in part]
    if isinstance(part, np.generic):
        return part.item()
    if isinstance(part, _Plain):
        return part.to_dict()
    return _words_of(part) if isinstance(part, alt.SchemaBase) else part


def _words_of(part: alt.SchemaBase) -> Layer:
    """What altair's own `to_dict` says of a chart or a channel; that takes twenty times as long."""
    told = {name: word for name, word in part._kwds.items() if word is not alt.Undefined}
    told.pop("data", None)
    field, _, kind = str(told.pop("shorthand", "")).partition(":")
    if field:
        told = {"field": field, **({"type": _TYPES[kind]} if kind else {}), **told}
    return {name: spelled(word) for name, word in told.items()}


def picture(
    layers: Sequence[Layer],
    data: pd.DataFrame,
    writing: Writing,
    description: str,
    title: str = "",
    height: int = 360,
    apart: Collection[str] = (),
) -> Picture:
    """`layers` over `data` as one chart, in the reader's locale, as wide as the page lets it be.

    Each layer has a scale of its own for the channels in `apart`.
    """
    lines = wrap(title, _TITLE_LETTERS)
    return Picture(
        data=data.reset_index(drop=True),
        layer=[_Plain(layer) for layer in layers],
        width="container",
        height=height + (_TITLE_LINE * (len(lines) + 1) if lines else 0),
        description=description,
        autosize={"type": "fit", "contains": "padding"},
        padding=dict.fromkeys(_SIDES, _PADDING),  # Streamlit fails on a number here
        config=_Plain(_config(writing)),
        **({"title": lines} if lines else {}),
        **({"resolve": {"scale": dict.fromkeys(apart, "independent")}} if apart else {}),
    )


def _config(writing: Writing) -> Layer:
    """Locale, and ink instead of the paler grey that Streamlit gives labels (below 4.5:1)."""
    labels = {"labelColor": ink(), "titleColor": ink()}
    title = {"anchor": "start"}
    return {"locale": _locale(writing), "title": title, "axis": labels, "legend": labels}


@cache
def _locale(writing: Writing) -> Layer:
    return writing.vega()


def layer(
    mark: str, look: Layer, data: pd.DataFrame | Layer | None = None, **channels: Any
) -> Layer:
    """Marks with their look and channels; of the picture's frame or of a few rows of their own."""
    own = {} if data is None else {"data": rows(data) if isinstance(data, pd.DataFrame) else data}
    return {"mark": {"type": mark, **look}, "encoding": channels, **own}


def words(look: Layer, data: pd.DataFrame | Layer | None = None, **channels: Any) -> list[Layer]:
    """Text in the theme's ink on a halo of the background, readable on top of marks."""
    look = {"fontSize": 12, "limit": LABEL_LIMIT, **look}
    halo = {**look, "color": paper(), "stroke": paper(), "strokeWidth": 3, "strokeJoin": "round"}
    text = {"color": ink(), **look}
    own = rows(data) if isinstance(data, pd.DataFrame) else data
    return [
        layer("text", {**halo, "aria": False}, own, **channels),
        layer("text", text, own, **channels),
    ]


def note(text: str) -> list[Layer]:
    """One quiet sentence in an empty chart, so that a blank never looks broken."""
    look = {"color": quiet(), "fontSize": 13, "limit": 340}
    return [layer("text", look, row(text=text), text=alt.Text("text:N"))]


def rows(data: pd.DataFrame) -> dict[str, Any]:
    """A frame of a few rows as inline data: 2 ms cheaper than a frame; null is kept as null."""
    columns = [_cells(column) for _, column in data.items()]
    return _Ready(values=[dict(zip(data, row, strict=True)) for row in zip(*columns, strict=True)])


def row(**cells: Any) -> Layer:
    """One row as inline data, 2 ms cheaper than a frame of one row; not a number becomes null."""
    told = {name: None if cell != cell else spelled(cell) for name, cell in cells.items()}
    return _Ready(values=[told])


def _cells(column: pd.Series) -> list[Any]:
    cells, known = column.tolist(), column.notna().tolist()
    return [cell if is_known else None for cell, is_known in zip(cells, known, strict=True)]


def clickable(marks: Layer, picked: Collection[str] = ()) -> Layer:
    """Marks with the selections "pick" (click, by creator; `picked` at first) and "hover"."""
    by = {"type": "point", "fields": ["creator"]}
    pick: Layer = {"name": "pick", "select": by}
    if picked:
        pick["value"] = [{"creator": creator} for creator in picked]
    hover = {"name": "hover", "select": {**by, "on": "pointerover", "clear": "pointerout"}}
    return {**marks, "params": [pick, hover]}


def when_hit(value: Any) -> list[Layer]:
    """The condition of a channel: `value` for marks that are picked or under the pointer."""
    return [{"param": name, "empty": False, "value": value} for name in ("pick", "hover")]


def ink() -> Layer:
    """The colour of text and of what must stand out: dark on light themes, light on dark."""
    return _on_background("#31333f", "#fafafa")


def quiet() -> Layer:
    """The neutral grey of what is there for comparison; 4.5:1 on either background."""
    return _on_background("#6b6f7a", "#9aa0ac")


def paper() -> Layer:
    """The colour behind the chart, for thin outlines that keep touching marks apart."""
    return {"expr": "background || '#fff'"}


def _on_background(light: str, dark: str) -> Layer:
    return {"expr": f"luminance(background || '#fff') < 0.3 ? '{dark}' : '{light}'"}


def told_apart(
    field: str, there: Collection[str], looks: Sequence[tuple[str, str, str]]
) -> tuple[alt.Color, alt.Shape]:
    """Hue and shape of the kinds that are there, under one legend; looks: kind, hue, shape."""
    shown = [look for look in looks if look[0] in set(there)]
    kinds, hues, shapes = ([look[part] for look in shown] for part in range(3))
    key: Layer = {"title": None, "legend": legend(symbolSize=90)}
    colour = alt.Color(f"{field}:N", scale={"domain": kinds, "range": hues}, **key)
    return colour, alt.Shape(f"{field}:N", scale={"domain": kinds, "range": shapes}, **key)


def legend(**look: Any) -> Layer:
    """A legend above the chart in two columns, which a phone can hold."""
    place = {"orient": "top", "columns": 2, "labelLimit": 150}
    return {"title": None, "symbolOpacity": 1, **place, **look}


def counts(**look: Any) -> Layer:
    """An axis of counts: `0, 500, 1k, 1.5k`, each tick shortened for itself."""
    return {"labelExpr": "format(datum.value, '~s')", "tickCount": 4, **look}


def on_top(**look: Any) -> Layer:
    """An axis whose title lies above it, where it can be read without turning the head."""
    place = {"titleX": 0, "titleY": -10, "titleBaseline": "bottom"}
    return {"titleAngle": 0, "titleAnchor": "end", "titleAlign": "left", **place, **look}


def ticks(low: float, high: float) -> list[float]:
    """Round numbers for a logarithmic axis: 1, 2, 5 … or, over many decades, powers of ten."""
    steps = (1, 2, 5) if high / low < 400 else (1,)
    powers = range(int(np.floor(np.log10(low))), int(np.ceil(np.log10(high))) + 1)
    every = [step * 10.0**power for power in powers for step in steps]
    return [float(f"{value:.3g}") for value in every if low <= value <= high]


def apart(
    across: Iterable[float],
    up: Iterable[float],
    near: tuple[float, float],
    taken: Iterable[tuple[float, float]] = (),
) -> np.ndarray:
    """Which of a few labels to keep, first come first served, so that none are nearer than `near`.

    Places and distances are shares of the picture's width and height; `taken` places stay free.
    """
    kept = list(taken)
    free = []
    for x, y in zip(across, up, strict=True):
        free.append(all(abs(x - x2) > near[0] or abs(y - y2) > near[1] for x2, y2 in kept))
        kept += [(x, y)] if free[-1] else []
    return np.array(free, dtype="bool")


def called(creators: pd.DataFrame, letters: int = _LABEL_LETTERS) -> pd.Series:
    """What a creator is called on a chart: handle, else name, else id; long ones are cut."""
    names = creators["handle"]
    if "name" in creators:
        names = names.fillna(creators["name"])
    return short(names.fillna(creators["creator"]).astype("str"), letters)


def short(texts: pd.Series, letters: int = _LABEL_LETTERS) -> pd.Series:
    """Texts of at most `letters` letters, the cut shown by an ellipsis; for labels, which are few.

    Text by text, because each of pandas' operations on texts costs as much as 200 of these.
    """
    cut = [
        text if not isinstance(text, str) or len(text) <= letters else _cut(text, letters)
        for text in texts
    ]
    return pd.Series(cut, texts.index, dtype="str")


def _cut(text: str, letters: int) -> str:
    return text[: letters - 1].rstrip() + "…"


def listing(texts: Iterable[str]) -> str:
    """`a, b and c`."""
    parts = list(texts)
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def counted(count: int, one: str, many: str, writing: Writing) -> str:
    """`1 creator`, `1,200 creators`."""
    return f"{writing.number(count)} {one if count == 1 else many}"
