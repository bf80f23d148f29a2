"""The question in force: what was asked on the budget page.

Other pages read the same question from the session, so the plan is the same everywhere.
"""

import streamlit as st

from core.budget.question import Question


def question() -> Question:
    """The question in force in this session."""
    asked: Question = st.session_state.get("plan_question", Question())
    return asked


def ask(asked: Question) -> None:
    """Makes `asked` the question in force in this session."""
    st.session_state["plan_question"] = asked
