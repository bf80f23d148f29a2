"""Audiences: when people began to follow, and how far follower lists overlap."""

from functools import partial

import streamlit as st

from pages.parts import frame

frame.enter()

from core import overlap, scoring
from core.charts import audiences as charts
from pages.parts import audience, cached, heading, number, picture

writing, brought = cached.writing(), cached.here()
followers = cached.followers()
if followers.empty:
    heading.draw("Audiences", "No follower list has been brought in yet.")
    st.markdown(
        "A follower export of Instagram or TikTok shows when people began to follow; two or more"
        " lists show how many people they share."
    )
    st.page_link("pages/bring_in.py", label="Bring in a follower export", icon=":material/upload:")
    st.stop()

followers = followers.assign(handle=followers["list"])
lists = cached.once(("lists", brought), lambda: followers["handle"].value_counts().index.tolist())
months = cached.once(("months", brought), partial(scoring.growth.monthly, followers))
top = st.container()
owner = st.selectbox(
    "Whose followers", lists, key="audiences_owner", bind="query-params", width=280
)
own = months[months["handle"] == owner]
with top:
    heading.draw(
        "Audiences",
        scoring.growth.finding(own, writing),
        scoring.headlines.busiest(own, writing),
    )
if len(own):
    picture.draw(
        lambda: charts.monthly(own, writing, bursts=cached.bursts(owner)),
        table=lambda: charts.monthly_table(own),
        key="audiences_months",
        about=(brought, owner, writing),
        means=("new_followers",),
    )
    audience.bursts(owner)
    number.legend(
        ("new_followers", "burst_extra", "unique_reach"),
        "What these numbers mean",
    )
else:
    st.info("This list has no dates, so growth cannot be drawn from it.")
audience.alive(owner, followers[followers["list"] == owner], (brought, owner, writing))
if len(lists) > 1:
    reach = partial(overlap.unique_reach, followers, lists)
    order = cached.once(("unique_reach", brought), reach)
    picture.draw(
        lambda: charts.unique_reach(order, writing),
        table=lambda: charts.unique_reach_table(order),
        key="audiences_reach",
        about=(brought, writing),
        means=("added_people", "unique_reach"),
    )
    audience.together(followers, order, brought)
