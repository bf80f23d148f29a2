"""The layers of engagement against size: published steps, the crowd, the people in front of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import house
from core.locale import Writing

_CELLS: Final = (20, 12)
_ROOM: Final = 1.35  # air around the outermost mark, as a factor on a logarithmic scale
_FARTHEST: Final = 2.0  # ranges may widen the picture by this factor, then run out of it
_LATE: Final = 0.85  # a step that begins beyond this share of the width is labelled at its end
_HALF: Final = 0.6
_NEAR: Final = (0.2, 0.05)  # labels nearer than this share of the width and height collide


@dataclass(frozen=True, slots=True)
class Scene:
    """The edges of the picture: followers from `left` to `right`, rates from `bottom` to `top`.

    `rates` says how those are counted, `kinds` which places its key tells apart.
    """

    left: float
    right: float
    bottom: float
    top: float
    rates: str = "Engagement rate"
    kinds: tuple[str, ...] = ()

    @classmethod
    def around(cls, known: pd.DataFrame, benchmark: pd.DataFrame, rates: str = rates) -> "Scene":
        """The picture that holds every known creator and every published step.

        The logarithm has no zero: creators without any reaction will stand on the lower edge.
        """
        left, right = _ends(
            known["followers"],
            benchmark["followers_min"],
            benchmark["followers_max"],
            otherwise=(1e3, 1e5),
        )
        published = (benchmark["low"], benchmark["typical"], benchmark["high"])
        bottom, top = _ends(known["rate"], *published, otherwise=(0.01, 0.1))
        lowest, highest = _ends(known["low"], known["high"], otherwise=(bottom, top))
        bottom = min(bottom, max(lowest, bottom / _FARTHEST))
        top = max(top, min(highest, top * _FARTHEST))
        kinds = tuple(sorted(known["place"].unique()))
        return cls(left / _ROOM, right * _ROOM, bottom / _ROOM, top * _ROOM, rates, kinds)

    def x(self, field: str) -> alt.X:
        """The channel of followers."""
        return alt.X(
            f"{field}:Q",
            title="Followers",
            scale={"type": "log", "domain": [self.left, self.right], "nice": False},
            axis={"format": "~s", "values": house.ticks(self.left, self.right), "grid": False},
        )

    def y(self, field: str) -> alt.Y:
        """The channel of engagement rates; its title lies above the axis, where it can be read."""
        steps = house.on_top(format="~%", values=house.ticks(self.bottom, self.top))
        return alt.Y(
            f"{field}:Q",
            title=self.rates,
            scale={"type": "log", "domain": [self.bottom, self.top], "nice": False},
            axis=steps,
        )

    def across(self, followers: pd.Series) -> np.ndarray:
        """Where followers lie between left (0) and right (1)."""
        return np.log(followers.to_numpy("float64") / self.left) / np.log(self.right / self.left)

    def up(self, rates: pd.Series) -> np.ndarray:
        """Where rates lie between bottom (0) and top (1)."""
        return np.log(self.inside(rates) / self.bottom) / np.log(self.top / self.bottom)

    def inside(self, rates: pd.Series) -> np.ndarray:
        """Rates moved onto the nearest edge where they lie outside."""
        return np.clip(rates.to_numpy("float64", na_value=np.nan), self.bottom, self.top)


def steps(benchmark: pd.DataFrame, scene: Scene, writing: Writing) -> pd.DataFrame:
    """The tiers of the benchmark as they lie in the picture, each with its label and its place."""
    begin = np.fmax(benchmark["followers_min"].to_numpy("float64", na_value=np.nan), scene.left)
    end = np.fmin(benchmark["followers_max"].to_numpy("float64", na_value=np.nan), scene.right)
    labels = [writing.published(rate) for rate in benchmark["typical"]]
    if labels:
        widest = int(np.argmax(end / begin))
        labels[widest] = f"published {labels[widest]}"
    late = np.log(begin / scene.left) > _LATE * np.log(scene.right / scene.left)
    return pd.DataFrame(
        {
            "from": begin,
            "to": end,
            "low": scene.inside(benchmark["low"]),
            "typical": benchmark["typical"].to_numpy("float64"),
            "high": scene.inside(benchmark["high"]),
            "label": labels,
            "at": np.where(late, end, begin),
        }
    )


def published(steps: pd.DataFrame, scene: Scene, crowded: bool) -> list[house.Layer]:
    """The steps, labelled with their rate, on bands where a band is published."""
    ends = {"x": scene.x("from"), "x2": alt.X2("to")}
    rule = {"strokeWidth": 2.5, "color": house.ink(), "opacity": 0.75}
    rows = house.rows(steps)
    layers = [
        house.layer("rule", rule, rows, y=scene.y("typical"), **ends),
        *_labels(steps, scene),
    ]
    if steps["low"].notna().any():
        faint = {"fillOpacity": 0} if crowded else {"fillOpacity": 0.15}
        band = {"fill": house.quiet(), "stroke": house.quiet(), "strokeOpacity": 0.5, **faint}
        edges = {"y": scene.y("low"), "y2": alt.Y2("high")}
        layers.insert(0, house.layer("rect", {**band, "strokeDash": [2, 2]}, rows, **edges, **ends))
    return layers


def crowd(known: pd.DataFrame, scene: Scene) -> house.Layer:
    """How many creators lie in each cell of a grid, darker for more."""
    edges_x = np.geomspace(scene.left, scene.right, _CELLS[0] + 1)
    edges_y = np.geomspace(scene.bottom, scene.top, _CELLS[1] + 1)
    places = (known["followers"].to_numpy(), scene.inside(known["rate"]))
    counts, _, _ = np.histogram2d(*places, bins=(edges_x, edges_y))
    column, row = np.nonzero(counts)
    cells = pd.DataFrame(
        {
            "x": edges_x[column],
            "x2": edges_x[column + 1],
            "y": edges_y[row],
            "y2": edges_y[row + 1],
            "count": counts[column, row],
            "share": counts[column, row] / counts.max(),
        }
    )
    shade = {"type": "sqrt", "domain": [0, 1], "range": [0.06, 0.6]}
    return house.layer(
        "rect",
        {"color": house.quiet(), "aria": False},
        cells,
        x=scene.x("x"),
        x2=alt.X2("x2"),
        y=scene.y("y"),
        y2=alt.Y2("y2"),
        opacity=alt.Opacity("share:Q", scale=shade, legend=None),
        tooltip=[alt.Tooltip("count:Q", title="Creators here", format=",")],
    )


def people(
    marked: pd.DataFrame,
    steps: pd.DataFrame,
    scene: Scene,
    looks: Sequence[tuple[str, str, str]],
    picked: Collection[str],
) -> list[house.Layer]:
    """Ranges as thin rules, creators as marks that can be clicked, the picked and first named."""
    colour, shape = house.told_apart("place", scene.kinds, looks)
    ranges = house.layer(
        "rule",
        {"strokeWidth": 1, "aria": False},
        x=scene.x("followers"),
        y=scene.y("low_shown"),
        y2=alt.Y2("high_shown"),
        color=colour,
    )
    marks = house.layer(
        "point",
        {"filled": True, "opacity": 1, "size": 90, "cursor": "pointer"},
        x=scene.x("followers"),
        y=scene.y("rate_shown"),
        color=colour,
        shape=shape,
        stroke=alt.StrokeValue(house.paper(), condition=house.when_hit(house.ink())),
        strokeWidth=alt.StrokeWidthValue(0.8, condition=house.when_hit(2.5)),
        tooltip=_details(),
    )
    return [ranges, house.clickable(marks, picked), *_names(marked, steps, scene)]


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


def _labels(steps: pd.DataFrame, scene: Scene) -> list[house.Layer]:
    """The rate of each step at its left end, inside the picture; colliding ones are left out."""
    free = house.apart(scene.across(steps["at"]), scene.up(steps["typical"]), (0.13, 0.06))
    columns = {"at": steps["at"], "rate": steps["typical"], "text": steps["label"]}
    return _texts(columns, free, scene, {"dy": -8}, 2, _LATE)


def _names(marked: pd.DataFrame, steps: pd.DataFrame, scene: Scene) -> list[house.Layer]:
    """Handles beside the named marks; of labels that would collide the first stays."""
    named = marked[marked["named"]]
    across, up = scene.across(named["followers"]), scene.up(named["rate"])
    middle = across + np.where(across > _HALF, -_NEAR[0] / 2, _NEAR[0] / 2)
    taken = zip(scene.across(steps["at"]) + 0.1, scene.up(steps["typical"]) + 0.03, strict=True)
    free = house.apart(middle, up, _NEAR, taken)
    columns = {"at": named["followers"], "rate": named["rate_shown"], "text": named["who"]}
    return _texts(columns, free, scene, {"fontWeight": "bold"}, 10, _HALF)


def _texts(
    columns: Mapping[str, pd.Series],
    free: np.ndarray,
    scene: Scene,
    look: house.Layer,
    gap: int,
    turn: float,
) -> list[house.Layer]:
    """The `free` labels to the right of their place, or to the left beyond `turn` of the width."""
    labels = pd.DataFrame({name: column.to_numpy()[free] for name, column in columns.items()})
    beyond = scene.left * (scene.right / scene.left) ** turn
    align = {"expr": f"datum.at > {beyond} ? 'right' : 'left'"}
    dx = {"expr": f"datum.at > {beyond} ? {-gap} : {gap}"}
    place = {"x": scene.x("at"), "y": scene.y("rate"), "text": alt.Text("text:N")}
    return house.words({**look, "align": align, "dx": dx}, labels, **place)


def _ends(*columns: pd.Series, otherwise: tuple[float, float]) -> tuple[float, float]:
    """The smallest and largest positive number of all columns."""
    values = np.concatenate([column.to_numpy("float64", na_value=np.nan) for column in columns])
    values = values[np.isfinite(values) & (values > 0)]
    return (float(values.min()), float(values.max())) if len(values) else otherwise
