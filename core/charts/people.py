"""Fifty followers as fifty dots: how many look alive, and how sure that is, to be counted."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import house
from core.locale import Writing
from core.metrics import Estimate

DOTS: Final = 50
_ACROSS: Final = 10
_QUIET, _EITHER, _ALIVE = "worth asking about", "could be either", "look alive"
_LOOKS: Final = (
    (_QUIET, house.VERMILLION, "triangle-down"),
    (_EITHER, house.GREY, "diamond"),
    (_ALIVE, house.BLUE, "circle"),
)


def fifty(share: Estimate, writing: Writing, title: str = "") -> house.Picture:
    """Ten dots a row: the low end of `share`, up to its high end, and the rest."""
    text, data = told(share, writing), dots(share)
    if data.empty:
        return house.picture(house.note(text), data, writing, text, title, 120)
    colour, shape = house.told_apart("kind", data["kind"].unique().tolist(), _LOOKS)
    marks = house.layer(
        "point",
        {"filled": True, "opacity": 1, "size": 260},
        x=alt.X("column:Q", axis=None, scale={"domain": [-0.7, _ACROSS - 0.3], "nice": False}),
        y=alt.Y("row:Q", axis=None, scale={"domain": [DOTS / _ACROSS - 0.4, -0.6], "nice": False}),
        color=colour,
        shape=shape,
        tooltip=[alt.Tooltip("kind:N", title="This one may")],
    )
    return house.picture([marks], data, writing, text, title, 220)


def dots(share: Estimate) -> pd.DataFrame:
    """Fifty rows: kind, column, row; empty where the share is unknown."""
    if share.low is None or share.high is None:
        return pd.DataFrame({"kind": pd.Series([], dtype="str"), "column": [], "row": []})
    least, most = round(DOTS * share.low), round(DOTS * share.high)
    kinds = [_QUIET] * least + [_EITHER] * (most - least) + [_ALIVE] * (DOTS - most)
    places = range(DOTS)
    return pd.DataFrame(
        {
            "kind": pd.Series(kinds, dtype="str"),
            "column": [place % _ACROSS for place in places],
            "row": [place // _ACROSS for place in places],
        }
    )


def told(share: Estimate, writing: Writing) -> str:
    """The dots in words."""
    data = dots(share)
    if data.empty:
        return "No profile of a follower is known yet."
    count = {kind: writing.number((data["kind"] == kind).sum()) for kind, _, _ in _LOOKS}
    return (
        f"Of {DOTS} followers, {count[_QUIET]} are worth asking about, {count[_EITHER]} could be"
        f" either, {count[_ALIVE]} look alive."
    )


def table(share: Estimate) -> pd.DataFrame:
    """How many dots of each kind."""
    counts = dots(share)["kind"].value_counts().reindex([kind for kind, _, _ in _LOOKS])
    return counts.fillna(0).astype("int64").rename_axis("Of 50 followers").reset_index(name="Count")
