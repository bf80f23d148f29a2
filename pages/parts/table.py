"""One table on screen: its rows in the reader's formats, and what its columns mean, one click away.

Every table of the app is drawn here or by `grid`, so that no column of numbers goes unexplained.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from core import figures
from core.locale import rounded
from core.metrics import METRICS
from pages.parts import cached, number

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
        _as_read(shown),
        hide_index=True,
        column_config={**_formats(shown), **(config or {})},
        placeholder="unknown",
        key=key,
        alt=alt,
    )


def ticked(shown: pd.DataFrame, *, means: Iterable[str], alt: str, key: str) -> list[int]:
    """Rows to tick; the places of those that are, and what the columns say one click away."""
    event = st.dataframe(
        _as_read(shown),
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


def day(label: str | None = None) -> Any:
    """A column of days as the reader writes them."""
    return st.column_config.DateColumn(label, format=cached.writing().calendar())


def _explain(means: Iterable[str], sources: Iterable[str] = ()) -> None:
    told = number.meaning(means, sources)
    if told:
        with st.popover("What these columns mean", type="tertiary", icon=":material/info:"):
            st.markdown(told)


def _formats(shown: pd.DataFrame) -> dict[str, Any]:
    """Columns that are called as a metric, or as the ends of its range, are written by its unit;
    moments as days.
    """
    days = {name: day() for name in shown.select_dtypes(["datetime", "datetimetz"])}
    found = {name: _unit(name) for name in shown.select_dtypes("number")}
    ends = {name: "count" for name in shown.select_dtypes("float") if _large(shown[name])}
    return days | {
        name: st.column_config.NumberColumn(_head(name, unit), format=_FORMATS[unit])
        for name in found
        if (unit := found[name] or ends.get(name, "")) in _FORMATS
    }


def _head(name: Any, unit: str) -> str | None:
    """What stands above a column: of money, in which currency; None: its name."""
    return f"{name}, in {cached.writing().currency}" if unit == "money" else None


def _as_read(shown: pd.DataFrame) -> pd.DataFrame:
    """`shown` without the digits that say nothing, networks and sources by their names."""
    floats = set(shown.select_dtypes("float"))
    cells = {
        name: rounded(shown[name], _unit(name)) if name in floats else shown[name] for name in shown
    }
    return figures.in_words(pd.DataFrame(cells, index=shown.index))


def _large(values: pd.Series) -> bool:
    """Whether a column holds sums that want their groups: a year is none."""
    return str(values.name) != "Year" and bool((values.abs() >= 1000).any())


def _unit(name: Any) -> str:
    """The unit of the metric that a column is called by, whole or as an end of its range."""
    units = {metric.label: metric.unit for metric in METRICS.values()}
    return units.get(_without_end(str(name)), "")


def _without_end(label: str) -> str:
    for end in _ENDS:
        label = label.removesuffix(end)
    return label
