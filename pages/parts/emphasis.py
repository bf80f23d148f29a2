"""How the main button of a page stands out, where its words stay readable."""

from typing import Literal

import streamlit as st


def main() -> Literal["primary", "secondary"]:
    """The type of a main button: filled on light themes only.

    Streamlit writes white on the filled one, and no blue is dark enough below white letters and
    bright enough for letters of its own on a dark page.
    """
    return "secondary" if st.context.theme.type == "dark" else "primary"
