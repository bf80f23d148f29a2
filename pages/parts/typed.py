"""Typed or pasted handles, and the numbers that somebody knows about them."""

import hashlib
from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from core import readers, tables
from pages.parts import emphasis, preview

_NUMBERS: Final = {
    "followers": "Followers",
    "avg_likes": "Likes per post",
    "avg_comments": "Comments per post",
    "price": "Price",
}


def draw() -> None:
    """The text box, the grid of what was understood in it, and the button that adds it."""
    text = st.text_area(
        "Handles or profile links",
        placeholder="@lena.pours, https://www.tiktok.com/@harbour_cups\nyoutube.com/@steepandstill",
        key="typed_text",
        persist_state="session",
        help="Any mix: one a line or separated by commas.",
    )
    if not (text or "").strip():
        return
    try:
        reading = readers.typed(text)
    except readers.UnreadableFile as error:
        preview.refusal(error)
        return
    preview.understood(reading, "typed")
    accounts = reading.tables["accounts"]
    st.caption("Type what you know; leave empty what you do not know.")
    grid: pd.DataFrame = st.data_editor(
        accounts[["platform", "handle", *_NUMBERS]],
        hide_index=True,
        disabled=["handle"],
        column_config={
            "platform": st.column_config.SelectboxColumn(
                "Platform", options=list(tables.PLATFORMS)
            ),
            "handle": st.column_config.TextColumn("Handle"),
            **{
                column: st.column_config.NumberColumn(label, min_value=0)
                for column, label in _NUMBERS.items()
            },
        },
        key=f"typed_grid_{hashlib.sha256(text.encode()).hexdigest()[:12]}",
        alt="Handles and what is known about them",
    )
    if grid["platform"].isna().any():
        st.caption(
            ":material/lightbulb: A handle without a platform cannot be compared with accounts of"
            " its size: pick the platform in the grid."
        )
    if st.button("Add these", key="typed_add", type=emphasis.main()):
        filled = tables.conform(accounts.assign(**{name: grid[name] for name in grid}), "accounts")
        typed = replace(reading, tables={**reading.tables, "accounts": filled})
        content = grid.to_csv(index=False).encode()
        digest = hashlib.sha256(content).hexdigest()
        preview.keep(preview.Pending(typed, "typed handles", digest, len(content), "typed"))
        st.rerun()
