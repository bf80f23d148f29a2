"""What to check next: the look-ups that would most probably change the top of the ranking."""

import pandas as pd
import streamlit as st

from core.scoring import checks, headlines
from pages.parts import cached, number
from pages.parts.words import plain


def draw(ranked: pd.DataFrame) -> None:
    """A short list of look-ups for the whole ranking, each with its reason."""
    settings, writing = cached.settings(), cached.writing()
    found = checks.worth_most(ranked, settings)
    if found.empty:
        return
    st.markdown("**What to check next**")
    for _, check in found.iterrows():
        st.markdown(f"- {plain(checks.told(check, settings, writing))}")
    number.passports(headlines.checks(found, writing), writing)
    st.caption("Look-ups that would most probably change who is at the top, by the ranges above.")
