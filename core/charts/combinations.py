"""Who follows which lists at once: one line a combination, dots for its lists, a bar for people."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import house, rows
from core.locale import Writing

MOST_LISTS: Final = 6  # columns of dots; more are too narrow on a phone
_MOST: Final = 12  # lines
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
    dots = alt.X(
        "handle:N",
        title=None,
        scale={"domain": names, "rangeMin": 0, "rangeMax": _DOTS, "type": "point", "padding": 0.5},
        axis={
            "orient": "top",
            "labelAngle": -45,
            "labelOverlap": False,
            "labelLimit": 90,
            "ticks": False,
            "domain": False,
        },
    )
    domain = rows.span(shown, "people", room=1.3)
    bars = alt.X(
        "people:Q",
        title="People",
        scale={"domain": domain, "nice": False, "rangeMin": _BARS, "rangeMax": {"expr": "width"}},
        axis=house.counts(tickCount=3),
    )
    once = shown.drop_duplicates("line")
    line = alt.Y("line:N", sort=None, title=None, axis=None)
    told = [alt.Tooltip("lists:N", title="Lists"), alt.Tooltip("people:Q", title="People")]
    bar = {"color": house.BLUE, "height": 16}
    point = {"filled": True, "size": 110, "opacity": 1, "color": house.ink()}
    join = {"strokeWidth": 2, "color": house.ink()}
    layers = [
        house.layer("line", join, y=line, x=dots, detail=alt.Detail("line:N")),
        house.layer("point", point, y=line, x=dots, tooltip=told),
        house.layer("bar", bar, once, y=line, x=bars, tooltip=told),
        *house.words({"align": "left", "dx": 6}, once, y=line, x=bars, text=alt.Text("number:N")),
    ]
    height = rows.height(len(once)) + 60
    return house.picture(layers, shown, writing, text, title, height, apart=("x",))


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
    return joined.rename(columns={"lists": "Lists", "people": "Follow exactly these"}).reset_index(
        drop=True
    )


def _shown(found: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    shown = found[found["place"] < _MOST]
    joined = shown.groupby("place")["handle"].agg(" + ".join)
    return shown.assign(
        line=shown["place"].astype("str"),
        lists=shown["place"].map(joined),
        number=[writing.number(people) for people in shown["people"]],
    ).drop(columns="place")
