"""The top of every page: the sample ribbon, the title, the finding as one sentence."""

from collections.abc import Iterable

import streamlit as st

from core.metrics import Number
from pages.parts import cached, number, sample
from pages.parts.words import plain


def draw(title: str, finding: str | None = None, numbers: Iterable[Number] = ()) -> None:
    """The page's title and, below it, one sentence a client could read aloud.

    `numbers` are those that the sentence states; their passports open below it.
    """
    if cached.the_store().has_sample():
        ribbon()
    st.title(plain(title), anchor=False)
    if finding:
        say(finding, numbers)


def say(finding: str, numbers: Iterable[Number] = ()) -> None:
    """The finding alone, for a page whose controls redraw it without the title."""
    st.markdown(f"## {plain(finding)}", anchors=False)
    number.passports(numbers, cached.writing())


def ribbon() -> None:
    """Says that the sample shop is on show, and lets it leave with one click."""
    with st.container(horizontal=True, vertical_alignment="center", key="ribbon"):
        st.badge("Sample data", icon=":material/science:", color="orange")
        mixed = not cached.the_store().uploads()["sample"].all()
        st.markdown(
            "An invented tea shop, ranked together with your own creators."
            if mixed
            else "An invented tea shop, not your own creators."
        )
        st.button(
            "Clear the sample",
            key="ribbon_clear",
            on_click=sample.leave,
            icon=":material/close:",
            help="Its files, its brand and what was decided while it is here leave with it.",
        )


def ask_for_creators() -> None:
    """What to do while there is nobody to rank; the page is drawn anew once somebody is."""
    _wait_for_creators()
    if len(cached.the_store().uploads()):
        st.info(
            "A follower export holds names and dates, but no counts to rank by. Look up the most"
            " promising names, bring in a list with numbers (a vendor's, an agency's, your own), or"
            " type the handles you care about with what you know of them.",
            title="What is here has no numbers yet",
            icon=":material/upload_file:",
        )
        with st.container(horizontal=True):
            st.page_link(
                "pages/bring_in.py",
                label="See whom to look up first",
                icon=":material/person_search:",
                query_params={"bring_in_how": "Whom to look up first"},
            )
            st.page_link("pages/bring_in.py", label="Bring in numbers", icon=":material/upload:")
        st.stop()
    st.info(
        "Nothing has been brought in yet. Bring in a list of creators, a follower export or a few"
        " handles — or look around with the sample shop.",
        title="No creators yet",
        icon=":material/upload_file:",
    )
    with st.container(horizontal=True):
        st.page_link("pages/bring_in.py", label="Bring in a file", icon=":material/upload:")
        st.button("Try the sample shop", key="empty_sample", on_click=sample.arrive)
    st.stop()


@st.fragment(run_every=2.0)
def _wait_for_creators() -> None:
    """Nothing on screen: another tab may be bringing creators in."""
    if not cached.creators().empty:
        st.rerun()
