"""Published campaigns as cards: what was done, what came of it, how good the evidence is."""

from collections.abc import Mapping
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from core import stories
from core.locale import UNKNOWN, Writing, is_known
from pages.parts import number
from pages.parts.words import plain

_GRADE_COLOURS: Final[Mapping[str, Literal["green", "blue", "gray"]]] = {
    "A": "green",
    "B": "blue",
    "C": "gray",
    "D": "gray",
}


def nearest(similar: pd.DataFrame) -> None:
    """The campaigns most like the plan, and why."""
    for story in similar.itertuples():
        st.markdown(f"- **{plain(story.brand)}, {plain(story.campaign)}**: {plain(story.why)}")


def campaigns(every: pd.DataFrame, writing: Writing) -> None:
    """One card a campaign; filter by grade."""
    grades = st.pills(
        "Evidence",
        list(stories.GRADES),
        selection_mode="multi",
        default=list(stories.GRADES),
        format_func=lambda grade: f"{grade}: {stories.GRADES[grade]}",
        key="stories_grades",
    )
    with st.grid(min_column_width=320):
        for story in every[every["evidence_grade"].isin(grades)].itertuples():
            with st.container(border=True, height="stretch"):
                _card(story, writing)


def _card(story: Any, writing: Writing) -> None:
    cell = story._asdict()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(f"Evidence {cell['evidence_grade']}", color=_GRADE_COLOURS[cell["evidence_grade"]])
        if cell["counter_example"]:
            st.badge("Counter-example", color="orange")
    st.markdown(f"**{plain(cell['brand'])}** · {plain(cell['campaign'])}")
    st.markdown(plain(cell["playbook"]))
    facts = {
        "Creators": writing.span(cell["creators_low"], cell["creators_high"], "count"),
        "Size": _text(cell["tier"]),
        "Pay": _text(cell["compensation"]),
        "Engagement rate": writing.share(cell["engagement_rate"]),
        "Spend": writing.money(cell["spend"], "USD"),
        "Outcome": _text(cell["outcome"]),
        "Year": _text(cell["year"]),
    }
    known = [f"{label}: {plain(text)}" for label, text in facts.items() if text != UNKNOWN]
    missing = [label.lower() for label, text in facts.items() if text == UNKNOWN]
    st.markdown("  \n".join(known))
    if missing:
        st.caption(f"Not published: {', '.join(missing)}.")
    with st.popover("Source", type="tertiary", icon=":material/info:"):
        if is_known(cell["note"]):
            st.markdown(plain(cell["note"]))
        number.sources((cell["source_id"],))


def _text(value: object) -> str:
    return str(value) if is_known(value) else UNKNOWN
