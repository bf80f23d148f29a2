"""The layers of engagement against size: published steps, the crowd, the people in front of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import house
from core.locale import Writing

_HUES: Final = (house.GREEN, house.BLUE, house.VERMILLION, house.GREY)
_SHAPES: Final = ("triangle-up", "circle", "triangle-down", "diamond")
_CELLS: Final = (20, 12)
_ROOM: Final = 1.35  # air around the outermost mark, as a factor on a logarithmic scale
_FARTHEST: Final = 2.0  # ranges may widen the picture by this factor, then run out of it
_NEAR: Final = (0.16, 0.05)  # labels closer than this share of the width and height collide


@dataclass(frozen=True, slots=True)
class Scene:
    """The edges of the picture: followers from `left` to `right`, rates from `bottom` to `top`."""

    left: float
    right: float
    bottom: float
    top: float

    @classmethod
    def around(cls, known: pd.DataFrame, benchmark: pd.DataFrame) -> "Scene":
        """The picture that holds every known creator and every published step.

        The logarithm has no zero: creators without any reaction will stand on the lower edge.
        """
        sizes = _ends(known["followers"], benchmark["followers_min"], benchmark["followers_max"])
        typical = (benchmark["low"], benchmark["typical"], benchmark["high"])
        bottom, top = _ends(known["rate"], *typical, otherwise=(0.01, 0.1))
        lowest, highest = _ends(known["low"], known["high"], otherwise=(bottom, top))
        bottom = min(bottom, max(lowest, bottom / _FARTHEST))
        top = max(top, min(highest, top * _FARTHEST))
        return cls(sizes[0] / _ROOM, sizes[1] * _ROOM, bottom / _ROOM, top * _ROOM)

    def x(self, field: str) -> alt.X:
        """The channel of followers."""
        scale = alt.Scale(type="log", domain=[self.left, self.right], nice=False)
        axis = alt.Axis(format="~s", tickCount=5, grid=False, labelFlush=True)
        return alt.X(f"{field}:Q", title="Followers", scale=scale, axis=axis)

    def y(self, field: str) -> alt.Y:
        """The channel of engagement rates."""
        scale = alt.Scale(type="log", domain=[self.bottom, self.top], nice=False)
        axis = alt.Axis(format="~%", tickCount=5, titleAngle=0, titleAlign="left", titleY=-8,
                        titleX=0, titleAnchor="end", titleBaseline="bottom")
        return alt.Y(f"{field}:Q", title="Engagement rate", scale=scale, axis=axis)

    def inside(self, rates: pd.Series) -> pd.Series:
        """Rates moved onto the nearest edge where they lie outside."""
        return rates.clip(self.bottom, self.top)


def published(benchmark: pd.DataFrame, scene: Scene, writing: Writing) -> list[alt.Chart]:
    """The steps of the benchmark, labelled with their rate, on bands where a band is published."""
    steps = pd.DataFrame(
        {
            "from": benchmark["followers_min"].fillna(scene.left).clip(lower=scene.left),
            "to": benchmark["followers_max"].fillna(scene.right).clip(upper=scene.right),
            "low": scene.inside(benchmark["low"]),
            "typical": benchmark["typical"],
            "high": scene.inside(benchmark["high"]),
            "label": [writing.share(rate) for rate in benchmark["typical"]],
        }
    )
    widest = np.log(steps["to"] / steps["from"]).idxmax()
    steps.loc[widest, "label"] = "published: " + steps["label"][widest]
    data = house.rows(steps.assign(middle=np.sqrt(steps["from"] * steps["to"])))
    ends: dict[str, Any] = {"x": scene.x("from"), "x2": alt.X2("to")}
    layers = [
        house.layer(data, alt.MarkDef(type="rule", strokeWidth=2.5, color=house.quiet()),
               y=scene.y("typical"), **ends),
        house.layer(data, alt.MarkDef(type="text", dy=-8, fontSize=12, color=house.ink()),
               x=scene.x("middle"), y=scene.y("typical"), text=alt.Text("label:N")),
    ]
    if steps["low"].notna().any():
        band = alt.MarkDef(type="rect", opacity=0.16, color=house.quiet())
        layers.insert(0, house.layer(data, band, y=scene.y("low"), y2=alt.Y2("high"), **ends))
    return layers


def crowd(known: pd.DataFrame, scene: Scene) -> alt.Chart:
    """How many creators lie in each cell of a grid, darker for more."""
    edges_x = np.geomspace(scene.left, scene.right, _CELLS[0] + 1)
    edges_y = np.geomspace(scene.bottom, scene.top, _CELLS[1] + 1)
    rates = scene.inside(known["rate"])
    counts, _, _ = np.histogram2d(known["followers"], rates, bins=(edges_x, edges_y))
    column, row = np.nonzero(counts)
    cells = pd.DataFrame(
        {
            "x": edges_x[column],
            "x2": edges_x[column + 1],
            "y": edges_y[row],
            "y2": edges_y[row + 1],
            "count": counts[column, row],
        }
    )
    shade = alt.Scale(type="sqrt", domain=[0, float(counts.max())], range=[0.08, 0.75])
    return house.layer(
        cells,
        alt.MarkDef(type="rect", color=house.BLUE),
        x=scene.x("x"),
        x2=alt.X2("x2"),
        y=scene.y("y"),
        y2=alt.Y2("y2"),
        opacity=alt.Opacity("count:Q", scale=shade, legend=None),
        tooltip=[alt.Tooltip("count:Q", title="Creators here", format=",")],
    )


def people(
    marked: pd.DataFrame, scene: Scene, places: Sequence[str], picked: Collection[str]
) -> list[alt.Chart]:
    """Ranges as thin rules, creators as marks that can be clicked, the picked and first named."""
    shown = marked.assign(
        rate_shown=scene.inside(marked["rate"]),
        low_shown=scene.inside(marked["low"]),
        high_shown=scene.inside(marked["high"]),
    ).drop(columns=["leading", "named"])
    there = set(shown["place"])
    looks = [look for look in zip(places, _HUES, _SHAPES, strict=True) if look[0] in there]
    names, hues, shapes = (list(part) for part in zip(*looks, strict=True))
    legend = alt.Legend(title=None, orient="top", columns=2, symbolSize=90, labelLimit=150)
    colour = alt.Color(
        "place:N", scale=alt.Scale(domain=names, range=hues), legend=legend, title=None
    )
    shape = alt.Shape(
        "place:N", scale=alt.Scale(domain=names, range=shapes), legend=legend, title=None
    )
    ranges = house.layer(
        shown,
        alt.MarkDef(type="rule", strokeWidth=1.2, opacity=0.6),
        x=scene.x("followers"),
        y=scene.y("low_shown"),
        y2=alt.Y2("high_shown"),
        color=colour,
    )
    marks = house.layer(
        shown,
        alt.MarkDef(type="point", filled=True, opacity=1, size=90, cursor="pointer"),
        x=scene.x("followers"),
        y=scene.y("rate_shown"),
        color=colour,
        shape=shape,
        stroke=alt.StrokeValue(house.paper(), condition=house.when_hit(house.ink())),
        strokeWidth=alt.StrokeWidthValue(0.8, condition=house.when_hit(2.5)),
        tooltip=_details(),
    )
    return [ranges, house.clickable(marks, picked), *_names(marked, scene)]


def _details() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("who:N", title="Creator"),
        alt.Tooltip("platform:N", title="Platform"),
        alt.Tooltip("followers:Q", title="Followers", format=","),
        alt.Tooltip("rate:Q", title="Engagement rate", format=".2%"),
        alt.Tooltip("low:Q", title="Range from", format=".2%"),
        alt.Tooltip("high:Q", title="Range to", format=".2%"),
        alt.Tooltip("n:Q", title="Posts counted", format=","),
        alt.Tooltip("as_of:T", title="As of", format="%d %b %Y"),
    ]


def _names(marked: pd.DataFrame, scene: Scene) -> list[alt.Chart]:
    """Handles beside the named marks; of labels that would collide the better ranked stays."""
    named = marked[marked["named"]]
    across = np.log(named["followers"] / scene.left) / np.log(scene.right / scene.left)
    up = np.log(scene.inside(named["rate"]) / scene.bottom) / np.log(scene.top / scene.bottom)
    named = named[house.apart(across, up, _NEAR)]
    right = across[named.index] > 0.7
    shown = named[["who", "followers"]].assign(rate=scene.inside(named["rate"]))
    layers = []
    for side, align, dx in ((~right, "left", 9), (right, "right", -9)):
        if side.any():
            mark = alt.MarkDef(
                type="text", align=align, dx=dx, fontSize=12, limit=house.LABEL_LIMIT,
                color=house.ink(),
            )
            data = house.rows(shown[side])
            place = {"x": scene.x("followers"), "y": scene.y("rate")}
            layers.append(house.layer(data, mark, text=alt.Text("who:N"), **place))
    return layers


def _ends(*columns: pd.Series, otherwise: tuple[float, float] = (1e3, 1e5)) -> tuple[float, float]:
    """The smallest and largest positive number of all columns."""
    values = np.concatenate([column.to_numpy("float64", na_value=np.nan) for column in columns])
    values = values[np.isfinite(values) & (values > 0)]
    return (float(values.min()), float(values.max())) if len(values) else otherwise
