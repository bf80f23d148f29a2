"""Posts of a creator that are worth a human look, and how to let one pass."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from core.scoring import prompts, reputation
from pages.parts import cached, number
from pages.parts.words import plain

_SHOWN: Final = 10
_LETTERS: Final = 280
_LEVELS: Final = {level: level.capitalize() for level in reversed(reputation.LEVELS)}
_SOURCES: Final = ("GARM_DV360", "FTC_LEX", "FTC_MONEY")


def draw(creator: str, found: pd.DataFrame) -> None:
    """Every prompt with the words that raised it, highest level first; those let pass below."""
    st.subheader("Posts worth reading yourself", anchor=False)
    passed = cached.the_store().vetting.passed(creator)
    if found.empty:
        st.caption("No post that was read gives a reason to look closer.")
    else:
        _levels(creator, found)
    if len(passed):
        _let_pass(passed)
    with st.popover("How we look", type="tertiary", icon=":material/info:"):
        st.markdown(
            "Our word lists in nine languages mark posts, sorted into twelve published categories"
            " and four levels of risk. The levels are our own reading of single words, not a"
            " certificate: the body that published the categories has closed. Advertising counts as"
            " clear where #ad, #sponsored or the like stands in the first three lines."
            f" The newest {prompts.NEWEST} captions are read. Only medium and above counts towards"
            " the clean name."
        )
        number.sources(_SOURCES)


def _levels(creator: str, found: pd.DataFrame) -> None:
    here = [level for level in _LEVELS if (found["level"] == level).any()]
    chosen = here
    if len(here) > 1:
        counted = [level for level in here if level in prompts.COUNTED]
        chosen = st.pills(
            "Level",
            here,
            selection_mode="multi",
            default=counted or here,
            format_func=_LEVELS.__getitem__,
            key="prompts_levels",
        )
    shown = found[found["level"].isin(chosen)]
    for prompt in shown.head(_SHOWN).itertuples():
        _card(creator, prompt)
    if len(shown) > _SHOWN:
        st.caption(f"The first {_SHOWN} of {len(shown)}; the others follow as you go through them.")


def _card(creator: str, prompt: Any) -> None:
    writing = cached.writing()
    with st.container(border=True, gap="xsmall"):
        when = writing.day(prompt.posted_at) if pd.notna(prompt.posted_at) else "no date"
        st.markdown(
            f"**{plain(prompt.category)}** · {_LEVELS[prompt.level]} · {plain(when)}"
            f" · found: {plain(prompt.evidence)}"
        )
        st.markdown(plain(_short(prompt.caption)))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            if isinstance(prompt.url, str) and prompt.url.startswith("https://"):
                st.link_button("Open the post", prompt.url, icon=":material/open_in_new:")
            with st.popover("Let it pass", icon=":material/check:"):
                _form(creator, prompt)


def _form(creator: str, prompt: Any) -> None:
    with st.form(f"pass_{prompt.post}_{prompt.kind}", border=False):
        reason = st.text_input("Why is it fine?", placeholder="Quotes a film title")
        by = st.text_input("Your name", placeholder="optional")
        if st.form_submit_button("Let it pass"):
            if reason.strip():
                cached.the_store().vetting.let_pass(
                    creator, prompt.post, prompt.kind, reason, by=by
                )
                st.rerun()
            st.caption("A few words of reason are needed; they stay in the record.")


def _let_pass(passed: pd.DataFrame) -> None:
    store, writing = cached.the_store(), cached.writing()
    with st.expander(f"Let pass: {len(passed)}"):
        for row in passed.itertuples():
            who = f", {row.by}" if row.by else ""
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(
                    f"{plain(writing.day(row.passed_at))}{plain(who)}: {plain(row.reason)}",
                    width="stretch",
                )
                st.button(
                    "Look again",
                    key=f"passed_{row.id}",
                    type="tertiary",
                    on_click=store.vetting.look_again,
                    args=(row.id,),
                )


def _short(caption: str) -> str:
    words = " ".join(caption[: 4 * _LETTERS].split())
    return words if len(words) <= _LETTERS else words[:_LETTERS] + " …"
