"""Bring in: files and handles go in; what was understood, what was not; undo."""

import streamlit as st

from pages.parts import frame

frame.enter()

from pages.parts import cached, heading, preview, uploads

heading.draw(
    "Bring in", "Files and handles go in here; nothing leaves this computer without your click."
)


@frame.part
def take_in() -> None:
    """What comes in; a fragment, so that what is in already is not drawn anew with each step."""
    how = st.segmented_control(
        "What do you have?",
        ["Files", "Handles", "Whom to look up first", "Search"],
        default="Files",
        required=True,
        key="bring_in_how",
        bind="query-params",
    )
    if how == "Files":
        dropped = st.file_uploader(
            "Drop one or many files: CSV, TSV, Excel, JSON, HTML, TXT or ZIP",
            accept_multiple_files=True,
            key="bring_in_files",
            help="Follower exports of Instagram, TikTok or X (also as ZIP), and any list of"
            " creators as CSV, TSV or a workbook (Excel, OpenDocument). The name does not"
            " matter: the content decides.",
        )
        pending = preview.cards(dropped)
        if len(pending) > 1:
            preview.add_all(pending)
    elif how == "Handles":
        from pages.parts import typed

        typed.draw()
    elif how == "Search":
        from pages.parts.lookup import search

        search.draw()
    else:
        from pages.parts.lookup import queue

        queue.draw()


take_in()
# What asks the networks is heavy: it is loaded when somebody looks something up.
if cached.the_store().lookups.any():
    from pages.parts.lookup import progress

    progress.draw()
uploads.draw()
