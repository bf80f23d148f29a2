"""How close the plan on screen is to the best possible, while the search for a better one runs."""

import streamlit as st

from core.budget.question import Question
from core.locale import Writing
from pages.parts import cached

IN_VIEW = "plan_search"  # the search that this session follows


def follow(asked: Question, answer: cached.Answer, writing: Writing) -> None:
    """Says how close the plan is, and draws the page again when there is a better one.

    Takes the same two places whether it says anything or not. Where a look at the search is due
    while the page is drawn, Streamlit leaves the last elements of the longer page standing.
    """
    search = cached.search(asked)
    before = st.session_state.get(IN_VIEW)
    if before is not None and before is not search:
        before.leave()
    st.session_state[IN_VIEW] = search
    if answer.searching and not answer.is_proven:
        gap = writing.share(answer.plan.gap, 1)
        st.caption(f":material/hourglass_top: Within {gap} of the best possible; still looking.")
    else:
        st.empty()
    with st.container():
        if answer.searching:
            _wait(asked, answer.better)


@st.fragment(run_every=1.0)
def _wait(asked: Question, better: int) -> None:
    """Nothing on screen; a look at the search."""
    search = cached.search(asked)
    if search.look().better != better or search.is_over:
        st.rerun()
