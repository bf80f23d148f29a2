"""The files that leave: one button each, and each file is made only when it is asked for."""

import streamlit as st

from core.exports import comma
from core.exports.dossier import Dossier


def draw(dossier: Dossier) -> None:
    """A button for every kind of file."""
    st.download_button(
        "Table (CSV)",
        data=lambda: comma.csv(dossier.lines),
        file_name="plan.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
