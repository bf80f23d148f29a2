"""Creators' engagement over the published benchmark of their size."""

from collections.abc import Collection
from typing import Final

import numpy as np
import pandas as pd

from core.charts import house, size
from core.locale import Writing

ABOVE: Final = "clearly above benchmark"
CLOSE: Final = "close to it"
BELOW: Final = "clearly below benchmark"
NO_BENCHMARK: Final = "no benchmark"
_LOOKS: Final = (
    (ABOVE, house.GREEN, "triangle-up"),
    (CLOSE, house.BLUE, "circle"),
    (BELOW, house.VERMILLION, "triangle-down"),
    (NO_BENCHMARK, house.GREY, "diamond"),
)
SHOWN: Final = (
    "followers",
    "engagement_rate",
    "range",
    "posts_counted",
    "benchmark",
    "benchmark_printed",
)
_NAMED: Final = 3
_LEADING: Final = 30
_COLUMNS: Final = (
    "creator",
    "handle",
    "name",
    "platform",
    "followers",
    "engagement_rate",
    "engagement_rate_low",
    "engagement_rate_high",
    "engagement_rate_n",
    "benchmark_printed",
    "rank",
    "as_of",
)
_NOBODY: Final = "Followers and engagement are known for nobody here yet."


def by_size(
    creators: pd.DataFrame,
    benchmark: pd.DataFrame,
    writing: Writing,
    picked: Collection[str] = (),
    title: str = "",
    scene: size.Scene | None = None,
) -> house.Picture:
    """Followers across, engagement up (both logarithmic): the benchmark as steps, creators on it.

    Up to 300 creators are drawn one by one with their 80 % ranges; of more, the crowd becomes a
    density and only the picked and the highest ranked are marks. Unknown ones are not drawn.
    They stand in `scene`, the one around themselves if none is given.
    """
    creators = creators[[name for name in _COLUMNS if name in creators]]
    known = _known(creators, picked)
    scene = scene or size.Scene.around(known, benchmark)
    crowded = len(known) > house.MOST_MARKS
    marked = known[known["leading"]] if crowded else known
    marked = marked.assign(
        who=house.called(creators.loc[marked.index]),
        rate_shown=scene.inside(marked["rate"]),
        low_shown=scene.inside(marked["low"]),
        high_shown=scene.inside(marked["high"]),
    )
    steps = size.steps(benchmark, scene, writing)
    layers = [
        *([size.crowd(known, scene)] if crowded else []),
        *(size.published(steps, scene, crowded) if len(steps) else []),
        *(size.people(marked, steps, scene, _LOOKS, picked) if len(marked) else []),
    ] or house.note(_NOBODY)
    text = alt_text(creators, benchmark, writing)
    data = marked.drop(columns=["named", "leading"])
    return house.picture(layers, data, writing, text, title, height=420)


def scene(
    creators: pd.DataFrame, benchmark: pd.DataFrame, rates: str = "Engagement rate"
) -> size.Scene:
    """The edges that hold all of `creators`: within them, some of them are drawn to one scale.

    `rates` says how the rates are counted.
    """
    return size.Scene.around(_known(creators, ()), benchmark, rates)


def place(creators: pd.DataFrame) -> pd.Series:
    """Where each creator stands: above or below only when the whole 80 % range is.

    Held against the printed step, which is the line in the picture, and not against the curve.
    """
    rate, benchmark, low, high = (
        creators[name].to_numpy("float64", na_value=np.nan)
        for name in (
            "engagement_rate",
            "benchmark_printed",
            "engagement_rate_low",
            "engagement_rate_high",
        )
    )
    above = np.where(np.isnan(low), rate, low) > benchmark
    below = np.where(np.isnan(high), rate, high) < benchmark
    unknown = np.isnan(benchmark) | np.isnan(rate)
    chosen = np.select([unknown, above, below], [NO_BENCHMARK, ABOVE, BELOW], CLOSE)
    return pd.Series(chosen, index=creators.index, dtype="str")


def alt_text(creators: pd.DataFrame, benchmark: pd.DataFrame, writing: Writing) -> str:
    """What the chart shows, in sentences: how many stand where, the middle, who is missing."""
    drawn = _drawable(creators)
    known = int(drawn.sum())
    people = house.counted(known, "creator", "creators", writing)
    parts = [f"Engagement rate against followers of {people}."]
    if known:
        places = place(creators)[drawn].value_counts()
        there = [f"{writing.number(places[key])} {key}" for key, _, _ in _LOOKS if key in places]
        middle = writing.share(creators["engagement_rate"][drawn].median())
        parts.append(f"{house.listing(there)}; half of them reach {middle} or more.")
    if len(benchmark):
        ends = writing.span(benchmark["typical"].iloc[0], benchmark["typical"].iloc[-1], "share")
        parts.append(f"Published benchmark from smallest to largest accounts: {ends}.")
    missing = len(creators) - known
    if missing:
        whom = house.counted(missing, "creator is", "creators are", writing)
        parts.append(f"{whom} not drawn: followers or engagement unknown.")
    return " ".join(parts)


def table(creators: pd.DataFrame) -> pd.DataFrame:
    """The numbers behind the chart with their column names for people; unknown rows included."""
    columns = {
        "handle": "Creator",
        "platform": "Platform",
        "followers": "Followers",
        "engagement_rate": "Engagement rate",
        "engagement_rate_low": "Range from",
        "engagement_rate_high": "Range to",
        "engagement_rate_n": "Posts counted",
        "benchmark": "Benchmark at this size",
        "benchmark_printed": "Printed for its tier",
        "as_of": "As of",
    }
    shown = creators[list(columns)].rename(columns=columns)
    standing = place(creators).where(creators["engagement_rate"].notna())
    return shown.assign(**{"Against the benchmark": standing})


def _drawable(creators: pd.DataFrame) -> pd.Series:
    return (creators["followers"] > 0) & creators["engagement_rate"].notna()


def _known(creators: pd.DataFrame, picked: Collection[str]) -> pd.DataFrame:
    known = creators[_drawable(creators)]
    chosen = known["creator"].isin(list(picked))
    order = known["rank"].rank(method="first")
    return pd.DataFrame(
        {
            "creator": known["creator"],
            "platform": known["platform"],
            "followers": known["followers"],
            "rate": known["engagement_rate"],
            "low": known["engagement_rate_low"],
            "high": known["engagement_rate_high"],
            "n": known["engagement_rate_n"],
            "as_of": known["as_of"],
            "place": place(known),
            "named": chosen | (order <= _NAMED),
            "leading": chosen | (order <= _LEADING),
        }
    )
