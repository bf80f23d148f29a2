"""Why a page may be opened by its address alone: it makes sure that app.py has run around it.

Streamlit treats a folder named `pages` as pages of the old kind until app.py has called
`st.navigation` once in the process. The first visit after a start that goes straight to
`/budget` therefore runs `budget.py` alone: no frame, no navigation, no sign-in gate.
"""

import runpy
from pathlib import Path

import streamlit as st

_APP = Path(__file__).parents[2] / "app.py"
_MARK = "framed"


def enter() -> None:
    """Go on inside the frame; without one, run app.py, which runs this page again, and stop."""
    if _MARK not in st.session_state:
        runpy.run_path(str(_APP))
        st.stop()


def draw() -> None:
    """Mark the session as framed; app.py calls this once the visitor may come in."""
    st.session_state[_MARK] = True
