"""Stories: published campaigns, benchmarks and surveys, graded by evidence, beside your plan."""

from functools import partial

import streamlit as st

from pages.parts import frame

frame.enter()

from core import stories
from core.charts import stories as charts
from core.errors import NoPlan
from pages.parts import cached, cards, glossary, heading, number, picture, plan, published
from pages.parts.words import plain

writing = cached.writing()
scored = cached.creators()
facts = None
top = st.container()
if len(scored):
    try:
        answer = cached.answer(plan.question())
        if len(answer.plan.chosen):
            facts = cached.once(
                ("facts", cached.stamp(answer)),
                lambda: stories.facts(
                    answer.plan.chosen, cached.creators(), cached.exchange().per_usd
                ),
            )
    except NoPlan as error:
        st.warning(plain(error.do), title=plain(error.what))
own = cached.own_stories()
about = (facts, writing, stories.own.stamp(own))
every = cached.once(("stories", about), partial(stories.own.among, own))
compared = cached.once(("compared", about), partial(stories.compare, facts, every))
with top:
    stated = cached.once(("stated", about), partial(stories.stated, facts, writing))
    heading.draw("Stories", stories.finding(facts, writing), stated)
if facts is None:
    st.page_link(
        "pages/budget.py", label="Make a plan to set beside them", icon=":material/payments:"
    )
picture.draw(
    lambda: charts.scale(compared, writing),
    title=cached.once(("finding", about), partial(charts.finding, compared, writing)),
    table=lambda: charts.table(compared),
    key="stories_scale",
    about=about,
    means=(*stories.MEASURES, "range"),
)
st.caption("What a campaign did not publish is unknown, not zero: it has no mark on that line.")
if facts is not None:
    st.subheader("Nearest to your plan", anchor=False)
    like = cached.once(
        ("nearest", about), partial(stories.similar, facts, writing=writing, stories=every)
    )
    cards.nearest(like)
    number.passports(stories.likeness(like, writing), writing)
with st.container(horizontal=True):
    with st.popover("How evidence is graded", type="tertiary", icon=":material/grading:"):
        st.markdown(published.rule())
    glossary.words(
        "playbook",
        "gifting",
        "ambassador",
        "hashtag",
        "code",
        "commission",
        "repost",
        "tier",
        "counter_example",
        "emv",
        "peer_reviewed",
    )
views = st.tabs(
    ["Campaigns", "Benchmarks", "Prices", "Trust"], key="stories_view", on_change="rerun"
)
if views[0].open:
    with views[0]:
        cards.campaigns(every, facts, cached.the_store().workspace().brand, writing)
if views[1].open:
    with views[1]:
        published.benchmarks(writing)
if views[2].open:
    with views[2]:
        published.prices(writing)
if views[3].open:
    with views[3]:
        published.trust(writing)
