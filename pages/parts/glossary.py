"""What words of the trade mean, opened beside where they are used."""

import streamlit as st

from core import glossary
from pages.parts.words import plain


def words(*keys: str) -> None:
    """The words called `keys`, one click away."""
    said = [f"**{plain(each.term)}.** {plain(each.says)}" for each in map(glossary.word, keys)]
    with st.popover("What these words mean", type="tertiary", icon=":material/dictionary:"):
        st.markdown("\n\n".join(said))
