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
_NUMBERS: Final = ["low", "value", "high"]
_BLOCK: Final = 88  # px a measure
_LEGEND: Final = 64  # px
_LANE: Final = 0.05  # ranges lie under each other, that much of a block apart
_HEAD, _HIGHER, _LOWER, _STRIP, _TICKS = 0.12, 0.36, 0.54, 0.70, 0.86  # within a block, from above
_NEAR: Final = 0.34  # names nearer than this share of the width collide
_LETTERS: Final = 24  # of a name
_LOOKS: Final = (
    (PLAN, house.VERMILLION, "diamond"),
    (STORY, house.BLUE, "circle"),
    (COUNTER, house.BLUE, "cross"),
)


def scale(compared: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """One strip a measure, from its smallest to its largest number (by logarithm over decades).

    Campaigns are dots or ranges, counter-examples crosses, the plan a diamond. Names stand where
    there is room, the plan's always. Unknown numbers are counted in the text, never drawn.
    """
    text = alt_text(compared, writing)
    known = compared[_known(compared)].reset_index(drop=True)
    if known.empty:
        return house.picture(house.note(_NOTHING), known, writing, text, title, 120)
    shown = _drawn(known, writing)
    heads = _heads(known["measure"].unique().tolist())
    layers = _layers(shown, heads, _ends(known, writing))
    return house.picture(layers, shown, writing, text, title, _BLOCK * len(heads) + _LEGEND)


def alt_text(compared: pd.DataFrame, writing: Writing) -> str:
    """Each measure with its span, the plan's number in it, and how many are unknown."""
    if compared.empty:
        return _NOTHING
    sentences = []
    is_known = _known(compared)
    for key in compared["measure"].unique():
        words = metric(str(key))
        of_measure = compared["measure"] == key
        block, known = compared[of_measure], compared[of_measure & is_known]
        values = known[_NUMBERS]
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


def finding(compared: pd.DataFrame, writing: Writing) -> str:
    """How many campaigns are here, and what the fewest of them tell."""
    told = compared[compared["source_id"].notna()].assign(known=_known)
    if told.empty:
        return _NOTHING
    counts = told.groupby("measure", sort=False)["known"].agg(["sum", "size"])
    rarest, words = counts["sum"].idxmin(), metric(str(counts["sum"].idxmin()))
    known, campaigns = (writing.number(count) for count in counts.loc[rarest])
    verb = "tells" if known == 1 else "tell"
    return f"Of {campaigns} published campaigns, {known} {verb} {words.label.lower()}"


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
    numbers = compared[_NUMBERS].notna().any(axis=1)
    return compared["known"].fillna(False).astype("bool") & numbers


def _drawn(known: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    placed = strips.on_unit(known)
    place = {key: number for number, key in enumerate(known["measure"].unique())}
    block = known["measure"].map(place).astype("float64")
    flags = known["counter_example"].fillna(False).astype("bool")
    kind = np.select([known["source_id"].isna(), flags], [PLAN, COUNTER], STORY)
    ranged = placed[["low_at", "high_at"]].notna().all(axis=1)
    lane = (ranged.groupby(block).cumsum() - 1).clip(0, 3) * _LANE
    shown = pd.DataFrame(
        {
            "who": _brands(known["who"].astype("str")),
            "name": known["who"],
            "block": block,
            "line": block + _STRIP + lane.where(ranged, 0.0),
            "at": placed["value_at"].fillna(placed[["low_at", "high_at"]].mean(axis=1)),
            "dot": placed["value_at"].fillna(
                placed["low_at"].fillna(placed["high_at"]).where(~ranged)
            ),
            "low": placed["low_at"].where(ranged),
            "high": placed["high_at"].where(ranged),
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


def _brands(who: pd.Series) -> pd.Series:
    """Whose campaign it is, without what stands in brackets: a whole campaign has no room."""
    bare = who.str.partition(": ")[0].str.replace(r"\s*\([^)]*\)", "", regex=True)
    return house.short(bare.where(bare.ne(""), who), _LETTERS)


def _levels(shown: pd.DataFrame) -> pd.Series:
    """The height of each name: near the strip, else one row higher, else null (no room)."""
    levels = pd.Series(np.nan, index=shown.index)
    order = shown.sort_values("kind", key=lambda kinds: kinds.ne(PLAN), kind="stable")
    for height in (_LOWER, _HIGHER):
        left = order[levels[order.index].isna()]
        free = house.apart(left["at"].clip(0.17, 0.83), left["block"] * 2, (_NEAR, 0.5))
        levels[left.index[free]] = left["block"][free] + height
    return levels


def _heads(measures: list[str]) -> pd.DataFrame:
    labels = [metric(key).label for key in measures]
    return pd.DataFrame({"line": np.arange(len(measures)) + _HEAD, "at": 0.0, "text": labels})


def _ends(known: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    """The numbers at both ends of each strip."""
    rows = []
    for block, key in enumerate(known["measure"].unique()):
        numbers = known.loc[known["measure"] == key, _NUMBERS].to_numpy("float64", na_value=np.nan)
        least, most, _ = strips.ends(numbers)
        for at, number in ((0.0, least), (1.0, most)):
            text = writing.value(number, metric(str(key)).unit)
            rows.append({"line": block + _TICKS, "at": at, "text": text})
    return pd.DataFrame(rows)


def _layers(shown: pd.DataFrame, heads: pd.DataFrame, ends: pd.DataFrame) -> list[house.Layer]:
    blocks = len(heads)
    down = {"domain": [blocks, 0], "nice": False, "zero": False}
    y, higher = (alt.Y(f"{field}:Q", axis=None, scale=down) for field in ("line", "level"))
    across = strips.across("at", room=0.02)
    colour, shape = house.told_apart("kind", shown["kind"], _LOOKS)
    tracks = pd.DataFrame({"line": np.arange(blocks) + _STRIP, "from": 0.0, "to": 1.0})
    named = shown.loc[shown["level"].notna(), ["who", "at", "level"]]
    align = {"expr": "datum.at < 0.2 ? 'left' : datum.at > 0.8 ? 'right' : 'center'"}
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
        house.layer(
            "rule", {"strokeWidth": 3}, y=y, x=low, x2=alt.X2("high"), color=colour, tooltip=tip
        ),
        house.layer(
            "point",
            dot,
            y=y,
            x=strips.across("dot", room=0.02),
            color=colour,
            shape=shape,
            tooltip=tip,
        ),
        *house.words({"align": align}, named, y=higher, x=across, text=alt.Text("who:N")),
        house.layer("text", small, ends, y=y, x=across, text=text),
        house.layer("text", {**head, "color": house.ink()}, heads, y=y, x=across, text=text),
    ]
