"""Who follows which lists at once: one line a combination, dots for its lists, a bar for people."""

from collections.abc import Mapping
from typing import Any, Final

import altair as alt
import pandas as pd

from core.charts import house, rows
from core.locale import Writing
from core.metrics import metric

MOST_LISTS: Final = 6  # columns of dots; more are too narrow on a phone
_MOST: Final = 12  # lines
_ROOM: Final = 130  # px for the names above
_NAMES: Final[Mapping[str, Any]] = {
    "orient": "top",
    "labelAngle": -45,
    "labelOverlap": False,
    "labelLimit": 140,
    "ticks": False,
    "domain": False,
}
_DOTS: Final = {"expr": "width * 0.32"}
_BARS: Final = {"expr": "width * 0.36"}


def combinations(found: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """`found` as of core.overlap.combinations; the largest combinations first, the rest untold."""
    text = alt_text(found, writing)
    shown = _shown(found, writing)
    if shown.empty:
        return house.picture(
            house.note("There are no follower lists to compare."), shown, writing, text, title, 120
        )
    names = found["handle"].drop_duplicates().tolist()
    dots, dots_alone = _columns(names, _NAMES), _columns(names, None)
    domain = rows.span(shown, "people", room=1.3)
    bars, bars_alone = _people(domain, house.counts(tickCount=3)), _people(domain, None)
    once = shown.drop_duplicates("line")
    line = alt.Y("line:N", sort=None, title=None, axis=None)
    told = [alt.Tooltip("lists:N", title="Lists"), alt.Tooltip("people:Q", title="People")]
    bar = {"color": house.BLUE, "height": 16}
    point = {"filled": True, "size": 110, "opacity": 1, "color": house.ink()}
    join = {"strokeWidth": 2, "color": house.ink()}
    number = alt.Text("number:N")
    layers = [
        house.layer("line", join, y=line, x=dots_alone, detail=alt.Detail("line:N")),
        house.layer("point", point, y=line, x=dots, tooltip=told),
        house.layer("bar", bar, once, y=line, x=bars, tooltip=told),
        *house.words({"align": "left", "dx": 6}, once, y=line, x=bars_alone, text=number),
    ]
    height = rows.height(len(once)) + _ROOM
    return house.picture(layers, shown, writing, text, title, height, apart=("x",))


def _columns(names: list[str], axis: Mapping[str, Any] | None) -> alt.X:
    """One column a list; each layer has a scale of its own, so only one of them draws the axis."""
    scale = {"domain": names, "rangeMin": 0, "rangeMax": _DOTS, "type": "point", "padding": 0.5}
    return alt.X("handle:N", title=None, scale=scale, axis=axis and dict(axis))


def _people(domain: list[float], axis: Mapping[str, Any] | None) -> alt.X:
    scale = {"domain": domain, "nice": False, "rangeMin": _BARS, "rangeMax": {"expr": "width"}}
    title = None if axis is None else "People"
    return alt.X("people:Q", title=title, scale=scale, axis=axis and dict(axis))


def alt_text(found: pd.DataFrame, writing: Writing) -> str:
    """How many people follow one list alone, and how many two or more."""
    if found.empty:
        return "There are no follower lists to compare."
    sizes = found.groupby("place").agg(lists=("handle", "size"), people=("people", "first"))
    alone = int(sizes.loc[sizes["lists"] == 1, "people"].sum())
    shared = int(sizes.loc[sizes["lists"] > 1, "people"].sum())
    lists = house.counted(found["handle"].nunique(), "list", "lists", writing)
    return (
        f"Of {writing.number(alone + shared)} people on {lists}, {writing.number(alone)} follow one"
        f" alone and {writing.number(shared)} two or more."
    )


def table(found: pd.DataFrame) -> pd.DataFrame:
    """One row a combination: its lists and how many people follow exactly these."""
    joined = found.groupby("place", sort=True).agg(
        lists=("handle", " + ".join), people=("people", "first")
    )
    named = {"lists": "Lists", "people": metric("exact_people").label}
    return joined.rename(columns=named).reset_index(drop=True)


def _shown(found: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    shown = found[found["place"] < _MOST]
    joined = shown.groupby("place")["handle"].agg(" + ".join)
    return shown.assign(
        line=shown["place"].astype("str"),
        lists=shown["place"].map(joined),
        number=[writing.number(people) for people in shown["people"]],
    ).drop(columns="place")
