"""One table on screen: its rows in the reader's formats, and what its columns mean, one click away.

Every table of the app is drawn here or by `grid`, so that no column of numbers goes unexplained.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from core.metrics import METRICS
from pages.parts import number

_FORMATS: Final[Mapping[str, str]] = {
    "share": "percent",
    "money": "localized",
    "count": "localized",
    "compact": "localized",
    "score": "%.0f",
    "ratio": "%.2f",
}
_ENDS: Final = (" from", " to")


def draw(
    shown: pd.DataFrame,
    *,
    means: Iterable[str],
    alt: str,
    key: str | None = None,
    config: Mapping[str, Any] | None = None,
    sources: Iterable[str] = (),
) -> None:
    """The rows, and behind one click what the columns called `means` (metric keys) say."""
    rows(shown, alt=alt, key=key, config=config)
    _explain(means, sources)


def rows(
    shown: pd.DataFrame,
    *,
    alt: str,
    key: str | None = None,
    config: Mapping[str, Any] | None = None,
) -> None:
    """The rows alone, for places that say themselves what they mean."""
    st.dataframe(
        shown,
        hide_index=True,
        column_config={**_formats(shown), **(config or {})},
        placeholder="unknown",
        key=key,
        alt=alt,
    )


def ticked(shown: pd.DataFrame, *, means: Iterable[str], alt: str, key: str) -> list[int]:
    """Rows to tick; the places of those that are, and what the columns say one click away."""
    event = st.dataframe(
        shown,
        hide_index=True,
        column_config=_formats(shown),
        placeholder="unknown",
        key=key,
        alt=alt,
        on_select="rerun",
        selection_mode="multi-row",
    )
    _explain(means)
    return list(event.selection.rows)


def _explain(means: Iterable[str], sources: Iterable[str] = ()) -> None:
    told = number.meaning(means, sources)
    if told:
        with st.popover("What these columns mean", type="tertiary", icon=":material/info:"):
            st.markdown(told)


def _formats(shown: pd.DataFrame) -> dict[str, Any]:
    """Columns that are called as a metric, or as the ends of its range, are written by its unit."""
    units = {metric.label: metric.unit for metric in METRICS.values()}
    found = {name: units.get(_without_end(str(name))) for name in shown.select_dtypes("number")}
    return {
        name: st.column_config.NumberColumn(format=_FORMATS[unit])
        for name, unit in found.items()
        if unit and unit in _FORMATS
    }


def _without_end(label: str) -> str:
    for end in _ENDS:
        label = label.removesuffix(end)
    return label
