"""The start page's three doors and its list of next steps; light until somebody walks in."""

import streamlit as st

from pages.parts import emphasis, warm


def three() -> None:
    """Sample shop, upload, handles: one click each."""
    with st.grid(min_column_width=260):
        with st.container(border=True, height="stretch"):
            st.markdown("**Try with a sample shop**")
            st.markdown("An invented tea shop with a small budget fills every page.")
            if st.button("Open the sample shop", key="home_sample", type=emphasis.main()):
                st.session_state["sample_wanted"] = True
            # A rerun may cut this one short; the wish then outlives it.
            if st.session_state.get("sample_wanted"):
                with st.spinner("Reading the sample shop's files …"):
                    _bring_sample()
                del st.session_state["sample_wanted"]
                st.switch_page("pages/creators.py")
        with st.container(border=True, height="stretch"):
            st.markdown("**Upload a list**")
            st.markdown("A follower export, a vendor's list, an agency roster: drop it in.")
            st.page_link("pages/bring_in.py", label="Bring in files", icon=":material/upload:")
        with st.container(border=True, height="stretch"):
            st.markdown("**Type some handles**")
            st.markdown("Paste names or profile links; look their numbers up or type them.")
            st.page_link(
                "pages/bring_in.py",
                label="Paste handles",
                icon=":material/alternate_email:",
                query_params={"bring_in_how": "Handles"},
            )


def _bring_sample() -> None:
    from pages.parts import sample  # heavy: only when somebody asks

    sample.arrive()


@st.fragment(run_every=0.5)
def wait_for_next_steps() -> None:
    """Nothing yet; draws the page again once the heavy modules are there.

    The browser looks back when it has drawn the first view: only then does loading begin, which
    would take the processor from it.
    """
    if warm.ready():
        st.rerun()
    if st.session_state.get("home_is_out"):
        warm.begin()
    st.session_state["home_is_out"] = True


def next_steps() -> None:
    """The ribbon, and what is there and what is the next thing to do."""
    from pages.parts import cached, heading

    store = cached.the_store()
    if store.has_sample():
        heading.ribbon()
    uploads = store.uploads()
    if uploads.empty:
        return
    writing = cached.writing()
    shortlisted = store.shortlist()
    st.subheader("What to do next", anchor=False)
    rows = writing.number(uploads["rows"].sum())
    if cached.creators().empty:
        st.markdown(f"{rows} rows are in, but no counts to rank by.")
        _step("bring_in", "See whom to look up first", bring_in_how="Whom to look up first")
        _step("bring_in", "Bring in a list with numbers")
        _step("audiences", "See when followers began to follow")
        return
    _step("creators", "See the ranking")
    _step("engagement", "See who engages above the benchmark")
    if shortlisted:
        _step("budget", f"Plan with your shortlist of {len(shortlisted)}")
    else:
        _step("budget", "Type a budget, see the best plan")
    _step("stories", "Compare with published campaigns")


def _step(page: str, words: str, **query: str) -> None:
    st.page_link(
        f"pages/{page}.py", label=words, icon=":material/arrow_forward:", query_params=query
    )
