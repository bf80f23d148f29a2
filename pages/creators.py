"""Creators: who is worth a look, how sure that is, side by side, and the shortlist."""

import streamlit as st

from pages.parts import frame

frame.enter()

from pages.parts import cached, filters, heading, ranking, weights

heading.draw("Creators")
if cached.creators().empty:
    heading.ask_for_creators()
finding = st.container()

weights.draw()
bar, below = st.container(), st.container(horizontal=True, vertical_alignment="bottom")
with below:
    settings = weights.top()
    with st.container(
        horizontal=True, vertical_alignment="center", height=40, border=False, width="content"
    ):  # as high as the pills, so that all stand in one line
        weights.say(settings)
        only = st.toggle("Shortlist only", key="creators_short", bind="query-params")
ground = cached.scored_by(settings)
with bar:
    filters.draw(cached.scored(ground), ranking.FILTERS, ground, redraws=weights.RANKING)
ranking.draw(finding, settings.top, only)
