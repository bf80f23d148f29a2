"""What clients said of creators: a reply that comes in, and the decisions so far."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from core.errors import StoreError
from core.readers.replies import Reply
from pages.parts import cached, emphasis, shortlist, table
from pages.parts.words import plain

_ANSWERS: Final[Mapping[str, str]] = {
    "approve": "Approved",
    "decline": "Declined",
    "": "Not decided",
}
_COLUMNS: Final[Mapping[str, str]] = {
    "creator": "Creator",
    "answer": "Answer",
    "comment": "Comment",
    "by": "By",
    "answered_at": "When",
    "title": "Client file",
}


def bring_in(reply: Reply, key: str) -> None:
    """A reply as it came, and the button that keeps it."""
    rows = [(each.creator, _ANSWERS[each.answer], each.comment) for each in reply.decisions]
    told = pd.DataFrame(rows, columns=["Creator", "Answer", "Comment"])
    table.rows(told, key=f"reply_{key}", alt="What the client answered")
    if st.button("Keep these answers", key=f"keep_{key}", type=emphasis.main()):
        try:
            cached.the_store().clients.keep(reply)
        except StoreError as error:
            st.error(plain(error.do), title=plain(error.what), icon=":material/block:")
        else:
            st.success("The answers are kept; they stand beside the shortlist.")
            st.page_link("pages/creators.py", label="To the creators", icon=":material/groups:")


def draw(shortlisted: list[str]) -> None:
    """The last word on each creator; nothing where no client has answered yet."""
    said = cached.the_store().clients.decisions()
    if said.empty:
        return
    st.subheader("What the client said", anchor=False)
    shown = said.assign(answer=said["answer"].map(_ANSWERS)).rename(columns=_COLUMNS)
    table.rows(
        shown[list(_COLUMNS.values())],
        key="decisions_grid",
        alt="The client's answers, creator by creator",
    )
    approved = said.loc[said["answer"] == "approve", "creator"].tolist()
    declined = said.loc[said["answer"] == "decline", "creator"].tolist()
    missing = [creator for creator in approved if creator not in shortlisted]
    refused = [creator for creator in declined if creator in shortlisted]
    with st.container(horizontal=True):
        if missing:
            st.button(
                f"Put {len(missing)} approved on the shortlist",
                key="decisions_add",
                icon=":material/bookmark_add:",
                on_click=shortlist.add,
                args=(missing,),
            )
        if refused:
            st.button(
                f"Take {len(refused)} declined off the shortlist",
                key="decisions_remove",
                icon=":material/bookmark_remove:",
                on_click=shortlist.remove,
                args=(refused,),
            )
