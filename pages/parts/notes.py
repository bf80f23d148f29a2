"""What people wrote about a creator."""

import streamlit as st

from pages.parts import cached
from pages.parts.words import plain


def draw(creator: str) -> None:
    """The notes about `creator`, newest first, and a line to write another."""
    st.subheader("Notes", anchor=False)
    store = cached.the_store()
    writing = cached.writing()
    for note in store.notes(creator).itertuples():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{writing.day(note.added_at)}: {plain(note.text)}", width="stretch")
            st.button(
                "Remove",
                key=f"note_{note.id}",
                type="tertiary",
                on_click=store.note_remove,
                args=(note.id,),
            )
    with st.form("note_form", clear_on_submit=True, border=False):
        text = st.text_area("Write a note", placeholder="Called on Monday; likes the green tea.")
        if st.form_submit_button("Keep the note") and text.strip():
            store.note_add(creator, text.strip())
            st.rerun()
