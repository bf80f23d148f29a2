"""The plan's lines to tick: who must be in, who stays out, who gets the product and no fee."""

from collections.abc import Callable, Iterable

import pandas as pd
import streamlit as st

from core.budget import places
from core.budget.limits import called, names
from core.budget.question import Question
from pages.parts import plan, table
from pages.parts.words import plain

_MOVED = "places_moved"
_NOBODY = "places_nobody"


def draw(asked: Question, chosen: pd.DataFrame, goal_label: str) -> None:
    """The lines of `chosen`, with what is decided about each creator and the ways to decide.

    Folded, nothing is drawn: the chart above says the same of each line, and the table to tick took
    a fifth of each redraw.
    """
    opened = st.expander(
        "Decide about single creators",
        key="budget_places",
        on_change="rerun",
        icon=":material/checklist:",
    )
    if opened.open:
        with opened:
            _lines(places.lines(asked, chosen, goal_label), asked.goal, plan.turn())
    if asked.never:
        with st.container(horizontal=True, vertical_alignment="center", key="places_out"):
            out = names(called(asked.never))
            st.caption(plain(f"Kept out: {out}."))
            back = places.free(asked, asked.never)
            st.button("Let them back in", key="places_back", on_click=plan.open_, args=(back,))


@st.fragment
def _lines(lines: pd.DataFrame, goal: str, turn: int) -> None:
    """Ticking a row draws only this again; deciding draws the page."""
    rows = table.ticked(
        lines.drop(columns="creator"),
        means=("price", goal),
        key=f"budget_lines_{turn}",
        alt="The plan line by line; tick rows to decide about creators",
    )
    picked = lines["creator"].iloc[rows].unique().tolist()
    with st.container(horizontal=True, key="places"):
        # Never disabled: the keyboard's place would be lost with every decision.
        for label, way in places.WAYS.items():
            st.button(
                label,
                key=f"places_{label}",
                on_click=_decide,
                args=(way, picked),
            )
    st.caption(
        "Tick rows, then decide; Undo takes it back, and the link holds it. By keyboard: arrow keys"
        " to a row, Shift and Space to tick it."
    )
    if st.session_state.pop(_NOBODY, False):
        st.toast("Tick a row first.", icon=":material/check_box:")
    if st.session_state.pop(_MOVED, False):
        st.rerun()


def _decide(way: Callable[[Question, Iterable[str]], Question], picked: list[str]) -> None:
    if picked:
        plan.open_(way(plan.question(), picked))
    st.session_state[_MOVED if picked else _NOBODY] = True
