"""Creators by score, best first, and a few of them side by side."""

from typing import Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import house, rows, strips
from core.locale import Writing
from core.metrics import metric

MEASURES: Final = ("score", "engagement_rate", "standing", "followers", "price", "coverage")
# Compared where somebody's is known.
PARTS: Final = ("conversation", "audience", "fit", "reputation", "value")
COMPARED: Final = (*MEASURES, *PARTS, "range")
MOST_COMPARED: Final = 4

_NOBODY: Final = "No creator has a score yet."


def ranges(
    creators: pd.DataFrame, writing: Writing, top: int = 20, title: str = ""
) -> house.Picture:
    """The `top` creators in order of rank, each a dot on its 80 % range; "=" before tied ranks."""
    shown = _ranked(creators).head(top)
    text = ranges_alt_text(creators, writing, top)
    if shown.empty:
        return house.picture(house.note(_NOBODY), shown, writing, text, title, 120)
    lines = pd.DataFrame(
        {
            "creator": shown["creator"],
            "line": _places(shown),
            "score": shown["score"],
            "low": shown["score_low"],
            "high": shown["score_high"],
            "end": rows.farthest(shown, "score", "score_high"),
            "number": shown["score"].round().astype("int64").astype("str"),
            "coverage": shown["coverage"],
            "chance_top": shown["chance_top"],
        }
    )
    look = {"values": [0, 25, 50, 75, 100]}
    domain = [0.0, 118.0]  # room for the numbers
    score = metric("score").label
    tooltip = [
        alt.Tooltip("line:N", title="Creator"),
        alt.Tooltip("score:Q", title=score, format=".0f"),
        alt.Tooltip("low:Q", title="Range from", format=".0f"),
        alt.Tooltip("high:Q", title="Range to", format=".0f"),
        alt.Tooltip("coverage:Q", title=metric("coverage").label, format=".0%"),
        alt.Tooltip("chance_top:Q", title=metric("chance_top").label, format=".0%"),
    ]
    layers = [
        rows.ranges(rows.axis("low", score, domain, **look), "high"),
        house.clickable(rows.dots(rows.axis("score", score, domain, **look), tooltip)),
        *rows.numbers(rows.axis("end", score, domain, **look), "number"),
    ]
    return house.picture(layers, lines, writing, text, title, rows.height(len(lines)))


def ranges_alt_text(creators: pd.DataFrame, writing: Writing, top: int = 20) -> str:
    """Who leads with which range, and how many have no score."""
    ranked = _ranked(creators)
    if ranked.empty:
        return _NOBODY
    first = ranked.iloc[0]
    shown = house.counted(min(len(ranked), top), "creator", "creators", writing)
    span = writing.span(first["score_low"], first["score_high"], "score")
    parts = [
        f"{shown} of {writing.number(len(ranked))} by score.",
        f"{house.called(ranked.head(1)).iloc[0]} leads with {writing.number(first['score'])}"
        f" (range {span}).",
    ]
    missing = len(creators) - len(ranked)
    if missing:
        parts.append(f"{house.counted(missing, 'creator has', 'creators have', writing)} no score.")
    return " ".join(parts)


def ranges_table(creators: pd.DataFrame) -> pd.DataFrame:
    """The numbers behind the ranking, all creators, best first, unknown last."""
    columns = {
        "rank": "Rank",
        "handle": "Creator",
        "platform": "Platform",
        "score": "Score",
        "score_low": "Range from",
        "score_high": "Range to",
        "coverage": metric("coverage").label,
        "chance_top": metric("chance_top").label,
    }
    ordered = creators.sort_values("rank", na_position="last", kind="stable")
    return ordered[list(columns)].rename(columns=columns)


def compare(creators: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """Up to four creators side by side: one block a measure, one line a creator, own scales.

    Unknown is written out as a word on its line.
    """
    few = _compared(creators, writing.currency)
    return strips.blocks(few, writing, _told(few, writing), title)


def compare_alt_text(creators: pd.DataFrame, writing: Writing) -> str:
    """Each measure in one sentence, every creator's value in it."""
    return _told(_compared(creators, writing.currency), writing)


def _told(few: pd.DataFrame, writing: Writing) -> str:
    sentences = []
    for key, block in few.groupby("measure", sort=False, observed=True):
        unit = metric(str(key)).unit
        values = [
            f"{who} {writing.value(value, unit)}"
            for who, value in zip(block["who"], block["value"], strict=True)
        ]
        sentences.append(f"{metric(str(key)).label}: {', '.join(values)}.")
    return " ".join(sentences) or "Nobody is chosen for comparison yet."


def compare_table(creators: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    """One row a measure and creator: value and range."""
    few = _compared(creators, writing.currency)
    labels = few["measure"].map({key: metric(key).label for key in few["measure"].unique()})
    labels = labels.astype("str")
    shown = few.assign(measure=labels)[["measure", "who", "value", "low", "high"]]
    shown.columns = pd.Index(["Measure", "Creator", "Value", "Range from", "Range to"])
    return shown


def _compared(creators: pd.DataFrame, currency: str) -> pd.DataFrame:
    """Long form: measure, creator, who, low, value, high; one value is its own range."""
    few = creators.head(MOST_COMPARED)
    stated = few.get("currency", pd.Series(None, index=few.index, dtype="str"))
    same = stated.isna() | (stated == currency)
    few = few.assign(price=few["price"].where(same))  # amounts in two currencies do not compare
    who = rows.unique(house.called(few), few["platform"])
    known = [key for key in PARTS if key in few and few[key].notna().any()]
    measures = [*MEASURES[:3], *known, *MEASURES[3:]]

    def stacked(ending: str) -> list[float]:
        columns = [few.get(f"{key}{ending}", few[key]).where(few[key].notna()) for key in measures]
        return [value for column in columns for value in column.tolist()]

    return pd.DataFrame(
        {
            "measure": np.repeat(np.array(measures), len(few)),
            "creator": few["creator"].tolist() * len(measures),
            "who": who.tolist() * len(measures),
            "low": stacked("_low"),
            "value": stacked(""),
            "high": stacked("_high"),
        }
    ).astype({"measure": "str", "low": "float64", "value": "float64", "high": "float64"})


def _ranked(creators: pd.DataFrame) -> pd.DataFrame:
    known = creators[creators["score"].notna() & creators["rank"].notna()]
    return known.sort_values("rank", kind="stable")


def _places(shown: pd.DataFrame) -> pd.Series:
    """`1 lena`, `=2 mika`, `=2 tom`: ties keep one number."""
    ranks = shown["rank"].astype("int64").astype("str")
    tied = shown["rank"].duplicated(keep=False)
    who = rows.unique(house.called(shown), shown["platform"])
    return ranks.where(~tied, "=" + ranks) + "  " + who
