"""Creators over the published benchmark of their size: all that the filters of the page decide."""

from collections.abc import Hashable
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core import figures, scoring
from core.charts import engagement as charts
from pages.parts import (
    cached,
    filters,
    frame,
    glossary,
    grid,
    heading,
    number,
    picture,
    shortlist,
)


@frame.part
def draw(above: DeltaGenerator, platform: str, benchmark_key: str) -> None:
    """The filters, the chart and the table of those on `platform`, with the finding `above`.

    A moved filter redraws this alone.
    """
    in_force, writing = cached.settings(), cached.writing()
    ground = cached.scored_by(replace(in_force, benchmark=benchmark_key))
    here = cached.on_platform(platform, ground)
    kept = filters.among(here, filters.draw(here, "engagement", (ground, platform)), ground)
    about = cached.among(kept, ground), platform
    with above:
        _finding(kept, ground, about)
    _chart(kept, here, ground, platform, about)
    glossary.words("engagement", "engagement_rate", "benchmark", "standing", "tier")
    st.caption(
        "Click a mark to open that creator. A creator whose rate is not known is not drawn; that is"
        " not a bad sign, only a missing number."
    )
    st.subheader("The same as a table", anchor=False)
    if benchmark_key != in_force.benchmark:
        st.caption(
            "The benchmark in force says nothing of this network; this page goes by another."
        )
    picked = grid.draw(kept, writing, "engagement_grid", about, in_force.top)
    shortlist.act_on(picked, cached.the_store().shortlist())


def _finding(kept: pd.DataFrame, ground: cached.Ground, about: Hashable) -> None:
    writing = cached.writing()
    finding = partial(scoring.engagement.finding, kept, ground.chosen, writing)
    numbers = partial(scoring.headlines.above, kept, ground.chosen, writing)
    heading.say(
        cached.once(("engagement", about), finding) if len(kept) else filters.NOBODY,
        cached.once(("engagement_above", about), numbers),
    )


def _chart(
    kept: pd.DataFrame,
    here: pd.DataFrame,
    ground: cached.Ground,
    platform: str,
    about: Hashable,
) -> None:
    """The creators `kept`, with room for all that are `here`: it holds still under the filters."""
    settings = ground.chosen
    benchmark = figures.benchmark(settings.benchmark, platform)
    if not settings.usual_definition:
        benchmark = benchmark.head(0)  # never two definitions in one chart
    scene = cached.once(
        ("engagement_scene", ground, platform),
        lambda: charts.scene(here, benchmark, settings.rate_name),
    )
    shown = picture.pick(
        lambda: charts.by_size(kept, benchmark, cached.writing(), scene=scene),
        title="",
        table=lambda: charts.table(kept),
        key="engagement_chart",
        about=about,
        means=charts.SHOWN,
        sources=benchmark["source_id"].unique(),
        called="Engagement rate against followers",
    )
    if shown:
        st.switch_page("pages/creator.py", query_params={"creator": shown})
    if len(benchmark):
        with st.popover("Where the benchmark comes from", type="tertiary", icon=":material/info:"):
            for counted in benchmark["definition"].unique():
                st.markdown(f"It counts: {counted}.")
            number.sources(tuple(benchmark["source_id"].unique()))
    elif not settings.usual_definition:
        st.caption(
            "Published rates divide likes and comments by followers, so none is drawn beside this"
            " way of counting."
        )
