"""Which creators to look at: platform, size, where they were found, a piece of the name."""

import pandas as pd
import streamlit as st

from core.scoring import sources
from core.tables import platform_name

NOBODY = "Nobody passes these filters"


def draw(creators: pd.DataFrame, prefix: str) -> pd.DataFrame:
    """The rows of `creators` that pass the controls; the controls live in the URL."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kept = _choose(creators, "platform", "Platform", prefix)
        kept &= _choose(creators, "tier", "Size", prefix)
        kept &= _via(creators, prefix)
        text = st.text_input(
            "Name contains",
            key=f"{prefix}_text",
            bind="query-params",
            width=180,
            icon=":material/search:",
        )
    if text:
        names = creators["handle"] + " " + creators["name"].fillna("")
        kept &= names.str.contains(text.strip().removeprefix("@"), case=False, regex=False)
    return creators if kept.all() else creators[kept]


def _choose(creators: pd.DataFrame, column: str, label: str, prefix: str) -> pd.Series:
    present = set(creators[column].dropna().unique())
    order = creators[column].cat.categories if column == "tier" else sorted(present)
    options = [value for value in order if value in present]
    everything = pd.Series(True, index=creators.index)
    if len(options) < 2:
        return everything
    chosen = st.multiselect(
        label,
        options,
        key=f"{prefix}_{column}",
        bind="query-params",
        format_func=platform_name,
        placeholder="All",
        width=220,
        select_all=False,
    )
    return creators[column].isin(chosen) if chosen else everything


def _via(creators: pd.DataFrame, prefix: str) -> pd.Series:
    ways = sources.ways(creators)
    everything = pd.Series(True, index=creators.index)
    if len(ways) < 2:
        return everything
    chosen = st.multiselect(
        "Found via",
        ways,
        key=f"{prefix}_via",
        bind="query-params",
        placeholder="All",
        width=220,
        select_all=False,
    )
    if not chosen:
        return everything
    several = creators["found_via"].dropna().unique()
    wanted = [told for told in several if not set(chosen).isdisjoint(told.split(", "))]
    return creators["found_via"].isin(wanted)
