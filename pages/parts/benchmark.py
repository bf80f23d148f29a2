"""The benchmark set in force: chosen on any page, moved on all of them, with what that changed."""

from dataclasses import replace
from typing import Final

import streamlit as st

from core import figures
from core.scoring import changes
from pages.parts import cached, number
from pages.parts.words import plain

_MOVED: Final = "benchmark_moved"


def choose(platform: str | None = None) -> str:
    """A list of the sets that say something about `platform`; the choice holds on every page.

    Returns the one to go by here: the first of them where the one in force does not cover it.
    """
    sets = {
        one.key: one.label
        for one in figures.benchmark_sets()
        if platform is None or one.covers(platform)
    }
    now, keys = cached.settings().benchmark, list(sets)
    key = f"benchmark_{platform}_{now}"
    return st.selectbox(
        "Published benchmark",
        keys,
        index=keys.index(now) if now in keys else 0,
        format_func=sets.__getitem__,
        key=key,
        on_change=lambda: move(st.session_state[key]),
        width=320,
        help="Another one moves every page at once.",
    )


def move(benchmark: str) -> None:
    """Makes `benchmark` the one in force everywhere, and keeps what that changed to be said."""
    store, writing = cached.the_store(), cached.writing()
    settings = cached.settings()
    if benchmark == settings.benchmark:
        return
    before = cached.creators(settings)
    store.change_workspace(benchmark=benchmark)
    if before.empty:
        return
    after = cached.creators(replace(settings, benchmark=benchmark))
    label = next(one.label for one in figures.benchmark_sets() if one.key == benchmark)
    said = changes.told(before, after, label, writing), changes.numbers(before, after, writing)
    st.session_state[_MOVED] = said


def say() -> None:
    """What the last choice changed, until it is put away."""
    if _MOVED not in st.session_state:
        return
    sentence, numbers = st.session_state[_MOVED]
    with st.container(border=True, key="benchmark_said"):
        st.markdown(f":material/sync_alt: {plain(sentence)}")
        with st.container(horizontal=True):
            number.passports(numbers, cached.writing())
            st.button("Put away", key="benchmark_put_away", type="tertiary", on_click=_put_away)


def _put_away() -> None:
    st.session_state.pop(_MOVED, None)
