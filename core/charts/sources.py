"""The ways creators were found, by how their creators score."""

import altair as alt
import pandas as pd

from core.charts import house, rows
from core.locale import Writing
from core.metrics import metric

_NOBODY = "Nobody with a score was found in a way that is named."


def ways(sources: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """One line a way of finding: the middle score on the range that holds the middle half."""
    text = ways_alt_text(sources, writing)
    if sources.empty:
        return house.picture(house.note(_NOBODY), sources, writing, text, title, 120)
    counts = [house.counted(count, "creator", "creators", writing) for count in sources["creators"]]
    shown = sources.assign(
        creator=sources["found_via"],  # what the outline of a mark under the pointer goes by
        line=sources["found_via"] + "\n" + pd.Series(counts, index=sources.index),
        number=sources["middle"].round().astype("int64").astype("str"),
    )
    score, domain = metric("score").label, [0.0, 108.0]
    look = {"values": [0, 25, 50, 75, 100]}
    tooltip = [
        alt.Tooltip("found_via:N", title="Found via"),
        alt.Tooltip("middle:Q", title="Middle score", format=".0f"),
        alt.Tooltip("creators:Q", title="Creators"),
    ]
    layers = [
        rows.ranges(rows.axis("low", score, domain, **look), "high"),
        house.clickable(rows.dots(rows.axis("middle", score, domain, **look), tooltip)),
        *rows.numbers(rows.axis("high", score, domain, **look), "number"),
    ]
    return house.picture(layers, shown, writing, text, title, rows.height(len(shown), two=True))


def ways_alt_text(sources: pd.DataFrame, writing: Writing) -> str:
    """Each way with its middle score and how many creators that rests on."""
    if sources.empty:
        return _NOBODY
    said = [
        f"{row.found_via} {writing.number(row.middle)}"
        f" ({house.counted(row.creators, 'creator', 'creators', writing)})"
        for row in sources.itertuples()
    ]
    return f"Middle score by way of finding: {', '.join(said)}."


def ways_table(sources: pd.DataFrame) -> pd.DataFrame:
    """The numbers behind the chart."""
    names = {
        "found_via": "Found via",
        "creators": "Creators",
        "low": "A quarter score below",
        "middle": "Middle score",
        "high": "A quarter score above",
    }
    return sources[list(names)].round(1).rename(columns=names)
