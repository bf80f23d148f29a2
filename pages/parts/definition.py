"""How engagement is counted: one switch, kept in the workspace, and every page follows it."""

import streamlit as st

from core.scoring import DEFINITIONS
from pages.parts import cached

_BY, _SAVES = "definition_by", "definition_saves"


def draw() -> None:
    """What reactions are divided by, and whether saves and shares are reactions."""
    workspace = cached.the_store().workspace()
    st.session_state[_BY] = workspace.definition  # the workspace page may have moved it
    st.session_state[_SAVES] = workspace.saves
    st.selectbox(
        "Reactions divided by",
        list(DEFINITIONS),
        format_func=DEFINITIONS.__getitem__,
        key=_BY,
        on_change=_moved,
        width=180,
        help="Every page counts this way.",
    )
    st.toggle("Saves and shares too", key=_SAVES, on_change=_moved)


def note() -> None:
    """A line that says so where engagement is not counted the usual way."""
    settings = cached.settings()
    if not settings.usual_definition:
        st.caption(f"{settings.rate_name}, as chosen on the engagement page.")


def _moved() -> None:
    state = st.session_state
    cached.the_store().change_workspace(definition=state[_BY], saves=state[_SAVES])
