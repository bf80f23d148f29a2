"""One chart on screen: its finding as title, its words for the blind, its table one click away."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from core.charts import house
from pages.parts.words import plain


def draw(chart: Any, *, title: str, table: Callable[[], pd.DataFrame], key: str) -> None:
    """The chart `chart` with its `title` and the numbers behind it; its description is spoken."""
    _heading(title)
    st.altair_chart(chart, key=key, width="stretch")
    numbers(table, key)


def pick(chart: Any, *, title: str, table: Callable[[], pd.DataFrame], key: str) -> str | None:
    """Like `draw`; returns the creator whose mark was clicked, or None."""
    if not house.is_clickable(chart):  # nobody is drawn
        draw(chart, title=title, table=table, key=key)
        return None
    _heading(title)
    event = st.altair_chart(
        chart, key=key, width="stretch", on_select="rerun", selection_mode="pick"
    )
    numbers(table, key)
    marks = event.selection.get("pick")
    return str(marks[0]["creator"]) if marks else None


def _heading(title: str) -> None:
    if title:
        st.markdown(f"**{plain(title)}**")


def numbers(table: Callable[[], pd.DataFrame], key: str) -> None:
    """The table behind a chart, computed only when it is opened."""
    opened = st.expander("The numbers behind this chart", key=f"{key}_table", on_change="rerun")
    if opened.open:
        with opened:
            st.dataframe(
                table(), hide_index=True, key=f"{key}_grid", alt="Numbers behind the chart"
            )
