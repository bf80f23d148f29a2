"""Which creators to look at: platform, size, where they were found, a piece of the name."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from core.scoring import sources
from core.tables import platform_name
from pages.parts import cached, frame

NOBODY = "Nobody passes these filters"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was picked; nothing lets all pass."""

    platforms: tuple[str, ...]
    tiers: tuple[str, ...]
    ways: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Offered:
    """What can be asked of the creators on a page."""

    platforms: tuple[str, ...]
    tiers: tuple[str, ...]
    ways: tuple[str, ...]


def draw(creators: pd.DataFrame, prefix: str, about: Hashable, redraws: str | None = None) -> Asked:
    """The controls, which live in the URL, for `creators`; `about` frozen values decide them.

    A move redraws the part of the page whose key is `redraws`, which then takes what is `asked`.
    """
    moved = partial(frame.redraw, redraws) if redraws else None
    offered = cached.once(("filters", about), lambda: _offered(creators))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _choose("platform", "Platform", offered.platforms, prefix, moved)
        _choose("tier", "Size", offered.tiers, prefix, moved)
        _choose("via", "Found via", offered.ways, prefix, moved)
        st.text_input(
            "Name contains",
            key=f"{prefix}_text",
            bind="query-params",
            width=180,
            icon=":material/search:",
            on_change=moved,
        )
    return asked(prefix)


def asked(prefix: str) -> Asked:
    """What the controls say at this moment; those that are not drawn let all pass."""
    state = st.session_state
    several = (state.get(f"{prefix}_{name}") for name in ("platform", "tier", "via"))
    # A page may ask for one platform under the same name: that is a word and no list.
    platforms, tiers, ways = (tuple(one) if isinstance(one, list) else () for one in several)
    return Asked(platforms, tiers, ways, state.get(f"{prefix}_text", ""))


def among(creators: pd.DataFrame, asked: Asked, about: Hashable) -> pd.DataFrame:
    """The rows of `creators` that pass; `about` are frozen values that decide all of them."""
    kept = pd.Series(True, index=creators.index)
    if asked.platforms:
        kept &= creators["platform"].isin(asked.platforms)
    if asked.tiers:
        kept &= creators["tier"].isin(asked.tiers)
    if asked.ways:
        kept &= _found(creators["found_via"], asked.ways)
    if asked.text:
        wanted = asked.text.strip().removeprefix("@")
        names = cached.once(("names", about), lambda: _names(creators))
        kept &= names.str.contains(wanted, case=False, regex=False)
    return creators if kept.all() else creators[kept]


def _offered(creators: pd.DataFrame) -> _Offered:
    sizes = set(creators["tier"].dropna().unique())
    return _Offered(
        tuple(sorted(creators["platform"].dropna().unique())),
        tuple(size for size in creators["tier"].cat.categories if size in sizes),
        tuple(sources.ways(creators)),
    )


def _names(creators: pd.DataFrame) -> pd.Series:
    """The text that a name is looked for in."""
    return creators["handle"] + " " + creators["name"].fillna("")


def _choose(
    name: str, label: str, options: tuple[str, ...], prefix: str, moved: Callable[[], None] | None
) -> None:
    """A choice of several; nothing lets all pass, and a single option is not asked for."""
    if len(options) < 2:
        return
    st.multiselect(
        label,
        options,
        key=f"{prefix}_{name}",
        bind="query-params",
        format_func=platform_name if name == "platform" else str,
        placeholder="All",
        width=220,
        select_all=False,
        on_change=moved,
    )


def _found(found_via: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    several = found_via.dropna().unique()
    wanted = [told for told in several if not set(chosen).isdisjoint(told.split(", "))]
    return found_via.isin(wanted)
