"""Typed or pasted handles, and the numbers that somebody knows about them."""

import hashlib
from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from core import lookups, readers, tables
from pages.parts import emphasis, preview
from pages.parts.lookup import panel

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
    accounts = _placed(reading).tables["accounts"]
    st.caption("Type what you know; leave empty what you do not know.")
    grid: pd.DataFrame = st.data_editor(
        accounts[["platform", "handle", *_NUMBERS]],
        hide_index=True,
        disabled=["handle"],
        column_config={
            "platform": st.column_config.SelectboxColumn(
                "Platform",
                options=list(tables.PLATFORMS),
                format_func=lambda key: tables.platform_name(str(key)),
            ),
            "handle": st.column_config.TextColumn("Handle"),
            **{
                column: st.column_config.NumberColumn(label, min_value=0)
                for column, label in _NUMBERS.items()
            },
        },
        key=f"typed_grid_{_stamp(text, accounts)}",
        placeholder="",
        alt="Handles and what is known about them",
    )
    if grid["platform"].isna().any():
        st.caption(
            ":material/lightbulb: A handle without a platform cannot be compared with accounts of"
            " its size: pick the platform in the grid."
        )
    how = "Adds the names with the numbers you typed."
    if st.button("Add these", key="typed_add", help=how, type=emphasis.main()):
        filled = tables.conform(accounts.assign(**{name: grid[name] for name in grid}), "accounts")
        typed = replace(reading, tables={**reading.tables, "accounts": filled})
        content = grid.to_csv(index=False).encode()
        digest = hashlib.sha256(content).hexdigest()
        preview.keep(preview.Pending(typed, "typed handles", digest, len(content), "typed"))
        st.rerun()
    named = grid[["platform", "handle"]].assign(found_via="typed")
    panel.offer(lambda depth: lookups.of_handles(named, depth), "typed", first=False)


def _placed(reading: readers.Reading) -> readers.Reading:
    """The same, the accounts that say no network on the one that is chosen for them all."""
    silent = int(reading.tables["accounts"]["platform"].isna().sum())
    if not silent:
        return reading
    platform = st.selectbox(
        f"{silent} {'name says' if silent == 1 else 'names say'} no network. Most of them are on",
        list(tables.PLATFORMS),
        index=None,
        format_func=tables.platform_name,
        placeholder="choose, or set each one below",
        key="typed_network",
        width=360,
    )
    return reading if platform is None else reading.on_platform(platform)


def _stamp(text: str, accounts: pd.DataFrame) -> str:
    """Another grid, without what was set in the last one, whenever its rows are others."""
    said = text + " ".join(accounts["platform"].fillna("?"))
    return hashlib.sha256(said.encode()).hexdigest()[:12]
