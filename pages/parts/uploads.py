"""What has been brought in, and how to take it out again."""

import streamlit as st

from core.readers import kept
from pages.parts import cached, number
from pages.parts.words import plain


def draw() -> None:
    """One line an upload, newest first, each with its own way out."""
    store = cached.the_store()
    uploads = store.uploads()
    if uploads.empty:
        return
    writing = cached.writing()
    st.subheader("Brought in so far", anchor=False)
    for upload in uploads.itertuples():
        via = f" · found via {upload.found_via}" if isinstance(upload.found_via, str) else ""
        said = f"{plain(upload.sentence)} Brought in {writing.day(upload.added_at)}{via}."
        row = st.container(
            border=True, horizontal=True, vertical_alignment="center", key=f"upload_{upload.id}"
        )
        row.markdown(f"**{plain(upload.name)}**\n\n:small[:gray[{said}]]", width="stretch")
        row.button(
            "Take out",
            key=f"remove_{upload.id}",
            icon=":material/undo:",
            on_click=store.remove,
            args=(upload.id,),
            help="Removes this file and everything that came from it.",
        )
    number.passports(kept.numbers(uploads, writing), writing, "How these files were counted")
    st.page_link("pages/creators.py", label="See the creators", icon=":material/arrow_forward:")
