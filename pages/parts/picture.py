"""One chart on screen: its finding as title, its words for the blind, its table one click away."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import pandas as pd
import streamlit as st

from core.charts import house, still
from pages.parts import cached, number
from pages.parts import table as tables
from pages.parts.words import plain

Chart = house.Picture | Callable[[], house.Picture]


def draw(
    chart: Chart,
    *,
    title: str | None = None,
    table: Callable[[], pd.DataFrame],
    key: str,
    about: Hashable = None,
    means: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> None:
    """The chart with its `title` (None: its own description) and the numbers behind it.

    `means` are the keys of the metrics that it shows, `sources` the ids of published figures in it:
    what they mean and where they come from stands below the numbers.

    Building a chart takes 5 to 50 ms. `about`, frozen values that decide all of it, has that done
    once: then `chart` is a function and is called only for what nobody has looked at before.
    """
    spec, said = _finished(chart, key, about)
    _heading(said if title is None else title)
    st.vega_lite_chart(spec=spec, key=key, width="stretch")
    numbers(table, key, means, sources)


def pick(
    chart: Chart,
    *,
    title: str | None = None,
    table: Callable[[], pd.DataFrame],
    key: str,
    about: Hashable = None,
    means: Iterable[str] = (),
    sources: Iterable[str] = (),
    called: str = "",
) -> str | None:
    """Like `draw`; returns the creator whose mark was clicked, or None.

    A chart that is `called` something stays on screen while filters change its rows.
    """
    spec, said = _finished(chart, key, about, called)
    _heading(said if title is None else title)
    if not any("params" in layer for layer in spec["layer"]):  # nobody is drawn
        st.vega_lite_chart(spec=spec, key=key, width="stretch")
        numbers(table, key, means, sources)
        return None
    event: Any = st.vega_lite_chart(
        spec=spec, key=key, width="stretch", on_select="rerun", selection_mode="pick"
    )
    numbers(table, key, means, sources)
    marks = event.selection.get("pick")
    return str(marks[0]["creator"]) if marks else None


def ready(spec: dict[str, Any], key: str) -> None:
    """A finished chart alone, for a page that says its title and its numbers in its own place."""
    st.vega_lite_chart(spec=spec, key=key, width="stretch")


def _finished(
    chart: Chart, key: str, about: Hashable, called: str = ""
) -> tuple[dict[str, Any], str]:
    """The chart as plain data, which goes out as it is, and what it shows in words.

    Altair needs 4 to 10 ms for that each time.
    """

    def finish() -> tuple[dict[str, Any], str]:
        made = chart if isinstance(chart, house.Picture) else chart()
        spec, rows = made.plain(), {house.ROWS: made.data}
        if called:
            spec, rows = still.parted(made, called)
        return {**spec, "datasets": rows}, str(made.description)

    return finish() if about is None else cached.once((key, about), finish)


def _heading(title: str) -> None:
    if title:
        st.markdown(f"**{plain(title)}**")


def numbers(
    table: Callable[[], pd.DataFrame],
    key: str,
    means: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> None:
    """The table behind a chart and what is in it, computed only when it is opened."""
    opened = st.expander("The numbers behind this chart", key=f"{key}_table", on_change="rerun")
    if opened.open:
        with opened:
            tables.rows(table(), key=f"{key}_grid", alt="Numbers behind the chart")
            st.markdown(number.meaning(means, sources))
