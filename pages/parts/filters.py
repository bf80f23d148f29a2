"""Which creators to look at: platform, size, where they were found, a piece of the name."""

from collections.abc import Hashable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.scoring import sources
from core.tables import platform_name
from pages.parts import cached

NOBODY = "Nobody passes these filters"


@dataclass(frozen=True, slots=True)
class _Offered:
    """What can be asked of the creators on a page, and the text that a name is looked for in."""

    platforms: tuple[str, ...]
    tiers: tuple[str, ...]
    ways: tuple[str, ...]
    names: pd.Series


def draw(creators: pd.DataFrame, prefix: str, about: Hashable) -> pd.DataFrame:
    """The rows of `creators` that pass the controls; the controls live in the URL.

    `about` are frozen values that decide all of `creators`.
    """
    offered = cached.once(("filters", about), lambda: _offered(creators))
    kept = pd.Series(True, index=creators.index)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if platforms := _choose("platform", "Platform", offered.platforms, prefix):
            kept &= creators["platform"].isin(platforms)
        if tiers := _choose("tier", "Size", offered.tiers, prefix):
            kept &= creators["tier"].isin(tiers)
        if ways := _choose("via", "Found via", offered.ways, prefix):
            kept &= _found(creators["found_via"], ways)
        text = st.text_input(
            "Name contains",
            key=f"{prefix}_text",
            bind="query-params",
            width=180,
            icon=":material/search:",
        )
    if text:
        wanted = text.strip().removeprefix("@")
        kept &= offered.names.str.contains(wanted, case=False, regex=False)
    return creators if kept.all() else creators[kept]


def _offered(creators: pd.DataFrame) -> _Offered:
    sizes = set(creators["tier"].dropna().unique())
    return _Offered(
        tuple(sorted(creators["platform"].dropna().unique())),
        tuple(size for size in creators["tier"].cat.categories if size in sizes),
        tuple(sources.ways(creators)),
        creators["handle"] + " " + creators["name"].fillna(""),
    )


def _choose(name: str, label: str, options: tuple[str, ...], prefix: str) -> list[str]:
    """What was picked; nothing lets all pass, and a single option is not asked for."""
    if len(options) < 2:
        return []
    return st.multiselect(
        label,
        options,
        key=f"{prefix}_{name}",
        bind="query-params",
        format_func=platform_name if name == "platform" else str,
        placeholder="All",
        width=220,
        select_all=False,
    )


def _found(found_via: pd.Series, chosen: list[str]) -> pd.Series:
    several = found_via.dropna().unique()
    wanted = [told for told in several if not set(chosen).isdisjoint(told.split(", "))]
    return found_via.isin(wanted)
