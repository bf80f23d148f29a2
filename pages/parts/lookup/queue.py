"""From a follower export: whom to look up first, by a rule that is shown."""

import streamlit as st

from core import lookups
from core.lookups import candidates
from core.lookups.terms import every
from core.tables import OWN_FOLLOWERS, platform_name
from pages.parts import cached, table
from pages.parts.cached import lookups as asking
from pages.parts.lookup import panel

_SHOWN = 500


def draw() -> None:
    """The names without numbers of one network, the most promising first, and the first so many."""
    waiting = asking.waiting()
    if waiting.empty:
        st.info(
            "Everybody who was brought in has numbers, or was looked up. Bring in a follower export"
            " to see whom to look up first.",
            title="Nobody waits here",
            icon=":material/check:",
        )
        return
    writing, counts = cached.writing(), waiting["platform"].value_counts()
    platform = st.segmented_control(
        "Network",
        counts.index.tolist(),
        default=counts.index[0],
        required=True,
        format_func=lambda one: f"{platform_name(one)}: {writing.number(counts[one])}",
        key="queue_network",
    )
    people = waiting[waiting["platform"] == platform]
    st.markdown(f"{writing.number(len(people))} names wait for numbers.")
    st.caption(f"The order: {candidates.RULE}")
    table.rows(
        people.head(_SHOWN).drop(columns="platform"),
        config={
            "handle": "Handle",
            "points": "Points",
            "lists": st.column_config.NumberColumn("In lists", format="%d"),
            "comments": st.column_config.NumberColumn("Comments", format="%d"),
            "searched": "Found by search",
            "business": "Sounds like a business",
            "followed_at": table.day("Followed"),
        },
        alt="Whom to look up first",
    )
    day = f"{cached.the_store().now():%Y-%m-%d}"
    units = cached.the_store().lookups.used(day).get(platform, (0, 0.0, 0.0))[1]
    left = candidates.left_today(platform, units)
    st.caption(
        f"{every()[platform].label} leaves room for about {writing.number(left)} more accounts"
        " today."
    )
    most = min(left, len(people))
    if most < 1:
        return
    many = st.number_input(
        "How many of them, from the top", 1, most, min(50, most), key="queue_many", width=260
    )
    first = people.head(int(many)).assign(found_via=OWN_FOLLOWERS)
    first.loc[first["lists"] == 0, "found_via"] = None
    panel.offer(lambda depth: lookups.of_handles(first, depth), "queue")
