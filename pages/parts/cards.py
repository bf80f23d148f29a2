"""Published campaigns as cards: what was done, what came of it, how good the evidence is."""

from collections.abc import Mapping
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from core import stories
from core.locale import UNKNOWN, Writing, is_known
from pages.parts import frame, number
from pages.parts.words import plain

_GRADE_COLOURS: Final[Mapping[str, Literal["green", "blue", "gray"]]] = {
    "A": "green",
    "B": "blue",
    "C": "gray",
    "D": "gray",
}


def nearest(similar: pd.DataFrame) -> None:
    """The campaigns most like the plan, and why."""
    lines = [
        f"- **{plain(story.brand)}, {plain(story.campaign)}**: {plain(story.why)}"
        for story in similar.itertuples()
    ]
    if lines:
        st.markdown("\n".join(lines))


@frame.part
def campaigns(every: pd.DataFrame, writing: Writing) -> None:
    """One card a campaign; filter by grade, which redraws the cards alone."""
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
    st.markdown("\n\n".join(_told(cell, writing)))
    with st.popover("Source", type="tertiary", icon=":material/info:"):
        note = [plain(cell["note"])] if is_known(cell["note"]) else []
        line = f":small[:gray[{number.source_line(cell['source_id'])}]]"
        st.markdown("\n\n".join([*note, line]))


def _told(cell: dict[str, Any], writing: Writing) -> list[str]:
    """The paragraphs of a card; one element, since two dozen cards are drawn at once."""
    grade = cell["evidence_grade"]
    badges = f":{_GRADE_COLOURS[grade]}-badge[Evidence {grade}]"
    if cell["counter_example"]:
        badges += " :orange-badge[Counter-example]"
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
    said = [badges, f"**{plain(cell['brand'])}** · {plain(cell['campaign'])}"]
    said += [plain(cell["playbook"]), "  \n".join(known)]
    if missing:
        said.append(f":small[:gray[Not published: {', '.join(missing)}.]]")
    return said


def _text(value: object) -> str:
    return str(value) if is_known(value) else UNKNOWN
