"""Engagement by size: yours over the published benchmark."""

from dataclasses import replace
from functools import partial

import streamlit as st

from pages.parts import frame

frame.enter()

from core import figures, scoring
from core.charts import engagement as charts
from core.tables import platform_name
from pages.parts import benchmark as benchmarks
from pages.parts import (
    cached,
    definition,
    filters,
    glossary,
    grid,
    heading,
    number,
    picture,
    shortlist,
)

workspace_settings = cached.settings()
writing = cached.writing()
if cached.creators().empty:
    heading.draw("Engagement")
    heading.ask_for_creators()

top = st.container()
controls = st.container(horizontal=True, vertical_alignment="bottom")
platforms = cached.platforms(cached.scored_by())
with controls:
    platform = st.selectbox(
        "Platform",
        platforms,
        format_func=platform_name,
        key="engagement_platform",
        bind="query-params",
        width=180,
    )
    benchmark_key = benchmarks.choose(platform)
    definition.draw()
settings = replace(workspace_settings, benchmark=benchmark_key)
ground = cached.scored_by(settings)
here = cached.on_platform(platform, ground)
asked = filters.draw(here, "engagement", (ground, platform))
kept = filters.among(here, asked, (ground, platform))
about = cached.among(kept, ground), platform
benchmark = figures.benchmark(benchmark_key, platform)
if not settings.usual_definition:
    benchmark = benchmark.head(0)  # never two definitions in one chart

with top:
    finding = partial(scoring.engagement.finding, kept, settings, writing)
    said = cached.once(("engagement", about), finding) if len(kept) else filters.NOBODY
    above = partial(scoring.headlines.above, kept, settings, writing)
    heading.draw("Engagement", said, cached.once(("engagement_above", about), above))
    benchmarks.say()
shown = picture.pick(
    lambda: charts.by_size(kept, benchmark, writing, rates=settings.rate_name),
    title="",
    table=lambda: charts.table(kept),
    key="engagement_chart",
    about=about,
    means=charts.SHOWN,
    sources=benchmark["source_id"].unique(),
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
        "Published rates divide likes and comments by followers, so none is drawn beside this way"
        " of counting."
    )
glossary.words("engagement", "engagement_rate", "benchmark", "standing", "tier")
st.caption(
    "Click a mark to open that creator. A creator whose rate is not known is not drawn; that is"
    " not a bad sign, only a missing number."
)
st.subheader("The same as a table", anchor=False)
if benchmark_key != workspace_settings.benchmark:
    st.caption("The benchmark in force says nothing of this network; this page goes by another.")
picked = grid.draw(kept, writing, "engagement_grid", about, settings.top)
shortlist.act_on(picked, cached.the_store().shortlist())
