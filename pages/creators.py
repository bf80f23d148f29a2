"""Creators: who is worth a look, how sure that is, side by side, and the shortlist."""

from functools import partial

import streamlit as st

from pages.parts import frame

frame.enter()

from core import scoring
from core.charts import creators as charts
from core.charts import sources as source_charts
from core.exports import creator_table
from pages.parts import (
    cached,
    checks,
    decisions,
    filters,
    glossary,
    grid,
    heading,
    picture,
    shortlist,
    voices,
    weights,
)

writing = cached.writing()
top = st.container()
if cached.creators().empty:
    heading.draw("Creators")
    heading.ask_for_creators()

weights.draw()
bar, below = st.container(), st.container(horizontal=True, vertical_alignment="bottom")
with below:
    settings = weights.top()
    only = st.toggle("Shortlist only", key="creators_short", bind="query-params")
ground = cached.scored_by(settings)
with bar:
    kept = filters.draw(cached.scored(ground), "creators", ground)
shortlisted = cached.the_store().shortlist()
if only:
    kept = kept[kept["creator"].isin(shortlisted)]

about = cached.among(kept, ground)
with top:
    leading = partial(scoring.headlines.leading, kept, settings, writing)
    heading.draw(
        "Creators",
        scoring.finding(kept, writing) if len(kept) else filters.NOBODY,
        cached.once(("creators_leading", about), leading),
    )

table, chart, topic, ways = st.tabs(
    ["Ranking", "Ranges", "Topic voice", "Where they came from"],
    key="creators_view",
    bind="query-params",
    on_change="rerun",
)
if table.open:
    with table:
        if said := scoring.top(kept, settings, writing):
            st.caption(f"{said}.")
        picked = grid.draw(kept, writing, "creators_grid", about, settings.top)
        shortlist.act_on(picked, shortlisted)
        decisions.draw(shortlisted)
        if 2 <= len(picked) <= 4:
            pair = kept[kept["creator"].isin(picked)]
            picture.draw(
                charts.compare(pair, writing),
                title=scoring.finding(pair, writing),
                table=lambda: charts.compare_table(pair, writing),
                key="creators_compare",
                means=charts.COMPARED,
            )
        checks.draw(kept, ground, settings, about)
if chart.open:
    with chart:
        top = kept.head(20)
        shown = picture.pick(
            lambda: charts.ranges(top, writing),
            table=lambda: charts.ranges_table(top),
            key="creators_ranges",
            about=about,
            means=("rank", "score", "range", "coverage", "chance_top"),
        )
        glossary.words("range", "coverage", "shortlist")
        if shown:
            st.switch_page("pages/creator.py", query_params={"creator": shown})

if topic.open:
    with topic:
        voices.draw(kept, writing)
if ways.open:
    with ways:
        found = scoring.sources.by_source(kept)
        picture.draw(
            lambda: source_charts.ways(found, writing),
            title=scoring.sources.finding(found, writing),
            table=lambda: source_charts.ways_table(found),
            key="creators_ways",
            about=about,
            means=("creators_count", "score", "quarter"),
        )

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
