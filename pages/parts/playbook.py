"""A campaign's way of working, taken over into a what-if and shown on the budget page."""

from typing import Any

import streamlit as st

from core.budget import links, playbooks
from core.budget.question import Question
from core.errors import StoreError
from core.stories.playbooks import Terms
from pages.parts import cached, plan
from pages.parts.words import plain


def run(terms: Terms) -> None:
    """Opens the budget with the playbook filled in; kept as a named what-if where there is room."""
    workspace = cached.the_store().workspace()
    rate = cached.exchange().per_usd
    pay = None if terms.pay is None or rate is None else terms.pay * rate
    asked = playbooks.following(
        plan.question(),
        name=terms.name,
        scheme=workspace.tier_scheme,
        followers=terms.followers,
        mix=terms.mix,
        creators=terms.creators,
        pay=pay,
        gifts_only=terms.gifts_only,
        hashtags=terms.hashtags,
    )
    plan.open_(asked)
    try:
        cached.the_store().what_ifs.keep(terms.name, links.changed(asked))
    except StoreError as error:
        st.toast(plain(f"{error.what} {error.do}"), icon=":material/info:")


def controls(asked: Question, turn: int) -> dict[str, Any]:
    """The playbook in force with its hashtags, and the way out of it; nothing without one."""
    if not asked.playbook:
        return {}
    money = cached.writing().money
    with st.container(border=True, gap="xsmall", key="playbook"):
        st.markdown(
            f":material/menu_book: **{plain(asked.playbook)}**  \n"
            f":small[{plain(playbooks.filled(asked, money))} Change any of it under Limits.]"
        )
        written = st.text_input(
            "Hashtags for the briefing",
            " ".join(asked.hashtags),
            key=f"playbook_hashtags_{turn}",
            persist_state="session",
            help="Theirs with your brand in the place of their name.",
        )
        dropped = playbooks.dropped(asked, money)
        if dropped:
            st.caption(
                plain(f"In their place, your own limits are off: {'; '.join(dropped)}."),
            )
            st.button(
                "Back to my limits",
                key="playbook_back",
                icon=":material/undo:",
                on_click=plan.open_,
                args=(playbooks.left(asked),),
            )
        left = st.button("Leave the playbook, keep its limits", key="playbook_leave")
    if left:
        return {"playbook": "", "hashtags": (), "own": None}
    tags = dict.fromkeys(
        "#" + word.lstrip("#") for word in (written or "").replace(",", " ").split()
    )
    return {"hashtags": tuple(tag for tag in tags if tag != "#")}
