"""How close the plan on screen is to the best possible, while the search for a better one runs."""

import streamlit as st

from core.budget.question import Question
from core.locale import Writing
from pages.parts import cached


def follow(asked: Question, answer: cached.Answer, writing: Writing) -> None:
    """Says how close the plan is, and draws the page again when there is a better one."""
    if not answer.searching:
        return
    gap = writing.share(answer.plan.gap, 1)
    st.caption(
        f":material/hourglass_top: Within {gap} of the best possible; still looking.",
    )
    _wait(asked, answer.better)


@st.fragment(run_every=1.0)
def _wait(asked: Question, better: int) -> None:
    """Nothing on screen; a look at the search."""
    search = cached.search(asked)
    if search.look()[0] != better or search.is_over:
        st.rerun()
