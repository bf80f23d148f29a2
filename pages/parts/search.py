"""How close the plan on screen is to the best possible, while the search for a better one runs."""

from collections.abc import Iterator

import streamlit as st

from core.locale import Writing
from pages.parts import cached, frame
from pages.parts.cached.searches import Search

PART = "budget_plan"  # what is drawn anew with a better plan
IN_VIEW = "plan_search"  # the search that this session follows
_CLOCKS = (1.0, 1.001)  # seconds between two looks, the one or the other


def follow(answer: cached.Answer, writing: Writing) -> None:
    """Says how close the plan is, and draws it again when there is a better one.

    Takes the same place whether it says anything or not. Where a look at the search is due while
    the page is drawn, Streamlit leaves the last elements of the longer page standing.

    Another question has another clock: the browser lets one of the same interval run on, so that a
    look would be due, and the search begin, amid the drawing of what was asked.
    """
    search, state = cached.search(answer), st.session_state
    before = state.get(IN_VIEW)
    if before is not search:
        if before is not None:
            before.leave()
        state["plan_clock"] = 1 - state.get("plan_clock", 0)
    state[IN_VIEW] = search
    with st.container():
        if answer.searching and not answer.is_proven:
            gap = writing.share(answer.plan.gap, 1)
            st.caption(
                f":material/hourglass_top: Within {gap} of the best possible; still looking."
            )
        if answer.searching:
            looks = st.fragment(_look, run_every=_CLOCKS[state["plan_clock"]])
            looks(search, answer.better, iter([True]))


def _look(search: Search, better: int, drawing: Iterator[bool]) -> None:
    """Nothing on screen; a look at the search, the first one while the page is drawn."""
    found = search.look()
    if not next(drawing, False) and (found.better != better or search.is_over):
        frame.redraw(PART)
