"""Published campaigns and the user's plan among them, on the scales of each measure.

The plan is the rows without a source: whatever has one was published by somebody else.
"""

from typing import Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import house, strips
from core.locale import Writing
from core.metrics import metric

PLAN: Final = "your plan"
STORY: Final = "published campaign"
COUNTER: Final = "counter-example"

_NOTHING: Final = "Nothing here can be compared in numbers yet."
_BLOCK: Final = 88  # px a measure
_HEAD, _HIGHER, _LOWER, _STRIP, _TICKS = 0.12, 0.36, 0.54, 0.70, 0.86  # within a block, from above
_NEAR: Final = 0.26  # names nearer than this share of the width collide
_KINDS: Final = (PLAN, STORY, COUNTER)
_HUES: Final = (house.VERMILLION, house.BLUE, house.BLUE)
_SHAPES: Final = ("diamond", "circle", "cross")


def scale(compared: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """One strip a measure, from its smallest to its largest number (by logarithm over decades).

    Campaigns are dots or ranges, counter-examples crosses, the plan a diamond. Names stand where
    there is room, the plan's always. Unknown numbers are counted in the text, never drawn.
    """
    text = alt_text(compared, writing)
    shown = _drawn(compared, writing)
    if shown.empty:
        return house.picture(house.note(_NOTHING), shown, writing, text, title, 120)
    measures = shown["measure"].unique().tolist()
    ends = pd.DataFrame([end for key in measures for end in _ends(shown, key, writing)])
    layers = _layers(shown, _heads(measures), ends, len(measures))
    data = shown.drop(columns=["level", "measure"])
    return house.picture(layers, data, writing, text, title, _BLOCK * len(measures) + 40)


def alt_text(compared: pd.DataFrame, writing: Writing) -> str:
    """Each measure with its span, the plan's number in it, and how many are unknown."""
    if compared.empty:
        return _NOTHING
    sentences = []
    for key, block in compared.groupby("measure", sort=False, observed=True):
        words = metric(str(key))
        known = block[_known(block)]
        values = known[["low", "value", "high"]]
        if known.empty:
            sentences.append(f"{words.label}: unknown for all {writing.number(len(block))}.")
            continue
        span = writing.span(values.min(axis=None), values.max(axis=None), words.unit)
        mine = known.loc[known["source_id"].isna(), "value"].dropna()
        plan = f", your plan {writing.value(mine.iloc[0], words.unit)}" if len(mine) else ""
        missing = len(block) - len(known)
        lack = f"; unknown for {writing.number(missing)}" if missing else ""
        sentences.append(f"{words.label}: {span}{plan}{lack}.")
    return " ".join(sentences)


def table(compared: pd.DataFrame) -> pd.DataFrame:
    """Who, measure, value with range, source; unknown rows included with nothing in them."""
    labels = [metric(str(key)).label for key in compared["measure"]]
    columns = {
        "who": "Campaign",
        "measure": "Measure",
        "value": "Value",
        "low": "From",
        "high": "To",
        "counter_example": "Counter-example",
        "source_id": "Source",
    }
    return compared.assign(measure=labels)[list(columns)].rename(columns=columns)


def _known(compared: pd.DataFrame) -> pd.Series:
    """Known rows have at least one number; a lone end of a range is one."""
    numbers = compared[["low", "value", "high"]].notna().any(axis=1)
    return compared["known"].fillna(False).astype("bool") & numbers


def _drawn(compared: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    known = compared[_known(compared)].reset_index(drop=True)
    if known.empty:
        return known
    placed = strips.on_unit(known)
    ends = placed[["low_at", "high_at"]]
    at = placed["value_at"].fillna(ends.mean(axis=1))
    place = {key: number for number, key in enumerate(known["measure"].unique())}
    block = known["measure"].map(place).astype("float64")
    flags = known["counter_example"].fillna(False).astype("bool")
    kind = np.select([known["source_id"].isna(), flags], [PLAN, COUNTER], STORY)
    shown = pd.DataFrame(
        {
            "who": house.short(known["who"].astype("str")),
            "name": known["who"],
            "measure": known["measure"],
            "block": block,
            "line": block + _STRIP,
            "at": at,
            "low": placed["low_at"].where(placed["high_at"].notna()),
            "high": placed["high_at"].where(placed["low_at"].notna()),
            "kind": pd.Series(kind, dtype="str"),
            "number": _numbers(known, writing),
            "source": known["source_id"],
        }
    )
    return shown.assign(level=_levels(shown))


def _numbers(known: pd.DataFrame, writing: Writing) -> list[str]:
    return [
        writing.value(row.value, metric(str(row.measure)).unit)
        if pd.notna(row.value)
        else writing.span(row.low, row.high, metric(str(row.measure)).unit)
        for row in known.itertuples()
    ]


def _levels(shown: pd.DataFrame) -> pd.Series:
    """The height of each name: near the strip, else one row higher, else null (no room)."""
    levels = pd.Series(np.nan, index=shown.index)
    order = shown.sort_values("kind", key=lambda kinds: kinds.ne(PLAN), kind="stable")
    for height in (_LOWER, _HIGHER):
        left = order[levels[order.index].isna()]
        free = house.apart(left["at"].clip(0.13, 0.87), left["block"] * 2, (_NEAR, 0.5))
        levels[left.index[free]] = left["block"][free] + height
    return levels


def _heads(measures: list[str]) -> pd.DataFrame:
    labels = [metric(key).label for key in measures]
    return pd.DataFrame({"line": np.arange(len(measures)) + _HEAD, "at": 0.0, "text": labels})


def _ends(shown: pd.DataFrame, key: str, writing: Writing) -> list[dict[str, object]]:
    """The numbers at both ends of a strip, as places that are really there."""
    block = shown[shown["measure"] == key]
    line = block["block"].iloc[0] + _TICKS
    least, most = block.loc[block["at"].idxmin()], block.loc[block["at"].idxmax()]
    ends = [{"line": line, "at": float(least["at"]), "text": least["number"]}]
    if most["number"] != least["number"]:
        ends.append({"line": line, "at": float(most["at"]), "text": most["number"]})
    return ends


def _layers(
    shown: pd.DataFrame, heads: pd.DataFrame, ends: pd.DataFrame, blocks: int
) -> list[house.Layer]:
    down = {"domain": [blocks, 0], "nice": False, "zero": False}
    y, higher = (alt.Y(f"{field}:Q", axis=None, scale=down) for field in ("line", "level"))
    across = strips.across("at", room=0.02)
    there = [
        look for look in zip(_KINDS, _HUES, _SHAPES, strict=True) if look[0] in set(shown["kind"])
    ]
    kinds, hues, shapes = (list(part) for part in zip(*there, strict=True))
    legend = {"title": None, "orient": "top", "columns": 2, "symbolOpacity": 1, "symbolSize": 90}
    told = {"title": None, "legend": {**legend, "labelLimit": 160}}
    colour = alt.Color("kind:N", scale={"domain": kinds, "range": hues}, **told)
    shape = alt.Shape("kind:N", scale={"domain": kinds, "range": shapes}, **told)
    tracks = pd.DataFrame({"line": np.arange(blocks) + _STRIP, "from": 0.0, "to": 1.0})
    named = shown.loc[shown["level"].notna(), ["who", "at", "level"]]
    align = {"expr": "datum.at < 0.15 ? 'left' : datum.at > 0.85 ? 'right' : 'center'"}
    small = {"align": align, "fontSize": 11, "color": house.quiet()}
    head = {"align": "left", "fontSize": 13, "fontWeight": "bold", "limit": 320}
    text = alt.Text("text:N")
    start, to = strips.across("from", room=0.02), alt.X2("to")
    tip = [
        alt.Tooltip("name:N", title="Campaign"),
        alt.Tooltip("number:N", title="Number"),
        alt.Tooltip("source:N", title="Source"),
    ]
    track = {"strokeWidth": 1, "opacity": 0.5, "color": house.quiet()}
    dot = {"filled": True, "opacity": 1, "size": 110, "stroke": house.paper(), "strokeWidth": 1}
    low = strips.across("low", room=0.02)
    return [
        house.layer("rule", track, tracks, y=y, x=start, x2=to),
        house.layer("rule", {"strokeWidth": 2.5}, y=y, x=low, x2=alt.X2("high"), color=colour),
        house.layer("point", dot, y=y, x=across, color=colour, shape=shape, tooltip=tip),
        *house.words({"align": align}, named, y=higher, x=across, text=alt.Text("who:N")),
        house.layer("text", small, ends, y=y, x=across, text=text),
        house.layer("text", {**head, "color": house.ink()}, heads, y=y, x=across, text=text),
    ]
