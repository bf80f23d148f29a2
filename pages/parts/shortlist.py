"""Putting creators on the shortlist, taking them off, and opening one."""

import streamlit as st

from pages.parts import cached, frame


def act_on(picked: list[str], shortlisted: list[str]) -> None:
    """What can be done with the picked rows of a table."""
    if not picked:
        st.caption(
            "Tick rows to put creators on the shortlist, to compare two to four, or open one."
        )
        return
    with st.container(horizontal=True):
        fresh = [creator for creator in picked if creator not in shortlisted]
        known = [creator for creator in picked if creator in shortlisted]
        if fresh:
            st.button(
                f"Put {len(fresh)} on the shortlist",
                key="short_add",
                icon=":material/bookmark_add:",
                on_click=add,
                args=(fresh,),
            )
        if known:
            st.button(
                f"Take {len(known)} off the shortlist",
                key="short_remove",
                icon=":material/bookmark_remove:",
                on_click=remove,
                args=(known,),
            )
        if len(picked) == 1:
            st.page_link(
                "pages/creator.py",
                label="Open this creator",
                icon=":material/person:",
                query_params={"creator": picked[0]},
            )


@frame.part
def switch(creator: str) -> None:
    """Puts the creator on the shortlist or takes it off; nothing else on a page follows from it."""
    listed = creator in cached.the_store().shortlist()
    st.button(
        "Take off the shortlist" if listed else "Put on the shortlist",
        key="creator_short",
        icon=":material/bookmark:",
        on_click=remove if listed else add,
        args=([creator],),
    )


def add(creators: list[str]) -> None:
    """Puts every one of `creators` on the shortlist."""
    for creator in creators:
        cached.the_store().shortlist_add(creator)


def remove(creators: list[str]) -> None:
    """Takes every one of `creators` off the shortlist."""
    for creator in creators:
        cached.the_store().shortlist_remove(creator)
