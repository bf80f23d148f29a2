"""The ranking in its four views, with the finding above it: all that the weights decide."""

from collections.abc import Hashable
from dataclasses import replace
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core import scoring
from core.charts import creators as charts
from core.charts import sources as source_charts
from core.exports import creator_table
from core.scoring import Settings
from pages.parts import (
    cached,
    checks,
    decisions,
    filters,
    frame,
    glossary,
    grid,
    heading,
    picture,
    shortlist,
    voices,
    weights,
)


FILTERS: Final = "creators"  # what the names of its controls begin with


@partial(frame.part, key=weights.RANKING)
def draw(above: DeltaGenerator, top: int, only: bool) -> None:
    """The creators that were asked for, the finding `above`; `only` those on the shortlist.

    A moved weight or filter redraws this alone: frame and controls took a quarter of the time.
    """
    settings = replace(cached.settings(), top=top)
    ground = cached.scored_by(settings)
    kept = filters.among(cached.scored(ground), filters.asked(FILTERS), ground)
    if only:
        kept = kept[kept["creator"].isin(cached.the_store().shortlist())]
    about = cached.among(kept, ground)
    with above:
        _finding(kept, settings, about)
    table, chart, topic, ways = st.tabs(
        ["Ranking", "Ranges", "Topic voice", "Where they came from"],
        key="creators_view",
        bind="query-params",
        on_change="rerun",
    )
    if table.open:
        with table:
            _table(kept, ground, about)
    if chart.open:
        with chart:
            _ranges(kept, about)
    if topic.open:
        with topic:
            voices.draw(kept, cached.writing())
    if ways.open:
        with ways:
            _ways(kept, about)
    _download(kept)


def _finding(kept: pd.DataFrame, settings: Settings, about: Hashable) -> None:
    writing = cached.writing()
    finding = partial(scoring.finding, kept, writing)
    leading = partial(scoring.headlines.leading, kept, settings, writing)
    heading.say(
        cached.once(("creators", about), finding) if len(kept) else filters.NOBODY,
        cached.once(("creators_leading", about), leading),
    )


def _table(kept: pd.DataFrame, ground: cached.Ground, about: Hashable) -> None:
    settings, writing = ground.chosen, cached.writing()
    shortlisted = cached.the_store().shortlist()
    top = partial(scoring.top, kept, settings, writing)
    if said := cached.once(("creators_top", about), top):
        st.caption(f"{said}.")
    picked = grid.draw(kept, writing, "creators_grid", about, settings.top)
    shortlist.act_on(picked, shortlisted)
    decisions.draw(shortlisted)
    if 2 <= len(picked) <= charts.MOST_COMPARED:
        pair = kept[kept["creator"].isin(picked)]
        picture.draw(
            charts.compare(pair, writing),
            title=scoring.finding(pair, writing),
            table=lambda: charts.compare_table(pair, writing),
            key="creators_compare",
            means=charts.COMPARED,
        )
    checks.draw(kept, ground, settings, about)


def _ranges(kept: pd.DataFrame, about: Hashable) -> None:
    best = kept.head(20)
    shown = picture.pick(
        lambda: charts.ranges(best, cached.writing()),
        table=lambda: charts.ranges_table(best),
        key="creators_ranges",
        about=about,
        means=("rank", "score", "range", "coverage", "chance_top"),
    )
    glossary.words("range", "coverage", "shortlist")
    if shown:
        st.switch_page("pages/creator.py", query_params={"creator": shown})


def _ways(kept: pd.DataFrame, about: Hashable) -> None:
    writing = cached.writing()
    found = scoring.sources.by_source(kept)
    picture.draw(
        lambda: source_charts.ways(found, writing),
        title=scoring.sources.finding(found, writing),
        table=lambda: source_charts.ways_table(found),
        key="creators_ways",
        about=about,
        means=("creators_count", "score", "quarter"),
    )


def _download(kept: pd.DataFrame) -> None:
    st.download_button(
        "Download this list (CSV)",
        data=lambda: creator_table.csv(
            kept, cached.settings().benchmark, cached.the_store().has_sample()
        ),
        file_name="creators.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
