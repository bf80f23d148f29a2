"""Engagement by size: yours over the published benchmark."""

import streamlit as st

from pages.parts import frame

frame.enter()

from core.tables import platform_name
from pages.parts import benchmark, cached, definition, heading, standing

heading.draw("Engagement")
if cached.creators().empty:
    heading.ask_for_creators()
finding = st.container()
benchmark.say()
with st.container(horizontal=True, vertical_alignment="bottom"):
    platform = st.selectbox(
        "Platform",
        cached.platforms(cached.scored_by()),
        format_func=platform_name,
        key="engagement_platform",
        bind="query-params",
        width=180,
    )
    benchmark_key = benchmark.choose(platform)
    definition.draw()
standing.draw(finding, platform, benchmark_key)
