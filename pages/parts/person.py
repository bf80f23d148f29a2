"""The other accounts of one person: joined, proposed with a reason, refused, found by hand."""

from typing import Final

import pandas as pd
import streamlit as st

from core import scoring
from core.locale import Writing
from core.tables import platform_name
from pages.parts import cached
from pages.parts.words import plain

_SHOWN: Final = 5  # suggestions at once
_MATCHES: Final = 8


def draw(creator: str, scored: pd.DataFrame, writing: Writing) -> None:
    """What is known and proposed about other accounts of the person behind `creator`."""
    people = cached.the_store().people
    others = [key for key in scoring.persons.accounts(creator, people.joined()) if key != creator]
    proposed = cached.others_of(creator)
    refused = _refused(creator)
    if others or len(proposed):
        st.subheader("The same person elsewhere", anchor=False)
    for other in others:
        _joined(other, scored, writing)
    for row in proposed.head(_SHOWN).itertuples():
        _proposed(creator, row)
    more = len(proposed) - _SHOWN
    if more > 0:
        st.caption(f"{more} more look alike; they are shown once these are answered.")
    label = "Join another account of this person"
    group = st.expander(label, icon=":material/link:", key="person_hand", on_change="rerun")
    if group.open:
        with group:
            _by_hand(creator, [creator, *others], scored)
            for other in refused:
                _taken_back(creator, other)


def words(key: str) -> str:
    """`TikTok @ana` for `tiktok/ana`."""
    platform, _, handle = key.partition("/")
    return f"{platform_name(platform)} @{handle}"


def _refused(creator: str) -> list[str]:
    pairs = cached.the_store().people.refused()
    return [key for pair in pairs if creator in pair for key in pair if key != creator]


def _joined(other: str, scored: pd.DataFrame, writing: Writing) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"joined_{other}"):
        found = scored[scored["creator"] == other]
        if found.empty:
            st.markdown(f"{plain(words(other))}: not brought in at present")
        else:
            followers = writing.compact(found["followers"].iloc[0])
            # A link from a page to itself leaves the address as it was; the next click goes back.
            st.button(
                plain(f"{words(other)}, {followers} followers"),
                key=f"other_{other}",
                icon=":material/person:",
                on_click=st.query_params.update,
                args=({"creator": other},),
            )
        st.button(
            "Separate",
            key=f"separate_{other}",
            type="tertiary",
            icon=":material/link_off:",
            on_click=cached.the_store().people.separate,
            args=(other,),
            help="This account is somebody else's after all.",
        )


def _proposed(creator: str, row: pd.Series) -> None:
    platform, _, handle = row.creator.partition("/")
    sure = scoring.persons.certainty(row.strength)
    people = cached.the_store().people
    with st.container(horizontal=True, vertical_alignment="center", key=f"alike_{row.creator}"):
        said = plain(f"Also on {platform_name(platform)} as @{handle}? ")
        why = plain(f"{row.reasons}: {sure}")
        st.markdown(f"{said} :small[{why}]", width="content")
        st.button(
            "Join",
            key=f"join_{row.creator}",
            icon=":material/link:",
            on_click=people.join,
            args=(row.beside, row.creator),
        )
        st.button(
            "Not the same person",
            key=f"refuse_{row.creator}",
            type="tertiary",
            on_click=people.refuse,
            args=(creator, row.creator),
        )


def _by_hand(creator: str, own: list[str], scored: pd.DataFrame) -> None:
    """A search by handle, and a button for each account found."""
    text = st.text_input(
        "Their handle elsewhere",
        key="person_text",
        placeholder="@name, as far as it has been brought in",
        width=320,
    )
    wanted = (text or "").strip().removeprefix("@").casefold()
    if not wanted:
        return
    found = scored[scored["handle"].str.casefold().str.contains(wanted, regex=False)]
    found = found[~found["creator"].isin(own)].head(_MATCHES)
    if found.empty:
        st.caption("No other account with such a handle has been brought in.")
    for other in found["creator"]:
        st.button(
            f"Join {plain(words(other))}",
            key=f"hand_{other}",
            icon=":material/link:",
            on_click=cached.the_store().people.join,
            args=(creator, other),
        )


def _taken_back(creator: str, other: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(f"{words(other)}: not the same person, as you said."), width="content")
        st.button(
            "Undo",
            key=f"undo_{other}",
            type="tertiary",
            icon=":material/undo:",
            on_click=cached.the_store().people.undo,
            args=(creator, other),
        )
