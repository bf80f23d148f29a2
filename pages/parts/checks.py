"""What to check next: the look-ups that would most probably change the top of the ranking."""

import streamlit as st

from core.scoring import checks, headlines
from pages.parts import cached, number
from pages.parts.words import plain


def draw() -> None:
    """A short list of look-ups for the whole ranking, each with its reason."""
    settings, writing = cached.settings(), cached.writing()
    found = cached.worth_checking()
    if found.empty:
        return
    told = (checks.told(check, settings, writing) for _, check in found.iterrows())
    st.markdown("\n".join(["**What to check next**\n", *(f"- {plain(each)}" for each in told)]))
    number.passports(headlines.checks(found, writing), writing)
    st.caption("Look-ups that would most probably change who is at the top, by the ranges above.")
