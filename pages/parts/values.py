"""A creator's own words beside the brand's: the closest posts, and words that are deal-breakers."""

import pandas as pd
import streamlit as st

from core.store import Workspace
from pages.parts import cached
from pages.parts.words import plain


def draw(creator: str, texts: pd.DataFrame, workspace: Workspace) -> None:
    """The three texts nearest to the brand's values and topics; texts to read yourself."""
    st.subheader("Beside your values", anchor=False)
    brief = f"{workspace.values}. {workspace.topics}".strip(". ")
    if not (brief or workspace.deal_breakers.strip()):
        st.caption(
            "Say on the workspace page what your brand stands for, and it is looked up here."
        )
        st.page_link("pages/workspace.py", label="To the workspace", icon=":material/tune:")
        return
    if texts.empty:
        st.caption("No bio and no captions have been brought in for this creator: unknown.")
        return
    near, broken = cached.beside_values(creator, texts, brief, workspace.deal_breakers)
    for text in near.itertuples():
        st.markdown(f"- {plain(_short(text.caption))}")
    if len(near):
        st.caption("The posts nearest to what your brand stands for; judge for yourself.")
    for found, caption in zip(broken["found"], broken["caption"], strict=True):
        st.markdown(f":material/priority_high: **{plain(found)}**: {plain(_short(caption))}")
    if len(broken):
        st.caption("These mention one of your deal-breakers: worth reading yourself.")
    elif workspace.deal_breakers.strip():
        st.caption(f"Texts read: {len(texts)}; none mentions a deal-breaker.")


def _short(caption: str, letters: int = 200) -> str:
    words = " ".join(caption.split())
    return words if len(words) <= letters else words[:letters] + " …"
