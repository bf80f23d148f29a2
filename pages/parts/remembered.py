"""What is remembered about files, and how to make Microscope forget it."""

import streamlit as st

from core.readers import meanings
from core.store import Mapping
from core.tables import platform_name
from pages.parts import cached
from pages.parts.words import plain

_SHOWN = 6  # headings in a line


def draw() -> None:
    """One line a kind of file, newest first: its headings, what was said of them, a way out."""
    store = cached.the_store()
    every = store.mappings.every()
    if not every:
        return
    writing = cached.writing()
    st.subheader("How your files are read", anchor=False)
    st.caption("Remembered from files that you added, for the next ones with the same headings.")
    for said in every:
        with st.container(border=True, key=f"mapping_{said.fingerprint[:12]}"):
            row = st.container(horizontal=True, vertical_alignment="center")
            row.markdown(f"**{plain(_headings(said))}**", width="stretch")
            row.button(
                "Forget",
                key=f"unlearn_{said.fingerprint[:12]}",
                icon=":material/undo:",
                on_click=store.mappings.forget,
                args=(said.fingerprint,),
                help="The next file of this kind is read as if it were the first.",
            )
            st.caption(plain(f"{_said(said)} Set on {writing.day(said.set_at)}."))


def _headings(said: Mapping) -> str:
    if not said.headings:
        return "Exports without columns"
    more = len(said.headings) - _SHOWN
    shown = ", ".join(said.headings[:_SHOWN])
    return f"{shown} and {more} more" if more > 0 else shown


def _said(said: Mapping) -> str:
    """`“Wer”: Handle (@name). Network: Instagram.`"""
    columns = [
        f"“{name}”: {meanings.words(meaning)}" for name, meaning in said.meanings.items() if meaning
    ]
    labels = {
        "whose": "Whose list",
        "owner": "Account",
        "found_via": "Found via",
        "network": "Network",
        "currency": "Currency",
    }
    answers = [
        f"{labels[name]}: {platform_name(answer)}"
        for name, answer in said.answers.items()
        if name in labels
    ]
    return " ".join(f"{'; '.join(part)}." for part in (columns, answers) if part)
