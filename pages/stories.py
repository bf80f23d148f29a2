"""Stories: published campaigns, graded by their evidence, beside your plan."""

from functools import partial

import streamlit as st

from pages.parts import frame

frame.enter()

from core import stories
from core.charts import stories as charts
from core.errors import NoPlan
from pages.parts import cached, cards, heading, picture, plan
from pages.parts.words import plain

writing = cached.writing()
scored = cached.creators()
facts = None
top = st.container()
if len(scored):
    try:
        chosen = cached.answer(plan.question()).plan.chosen
        facts = (
            stories.facts(chosen, scored, cached.the_store().workspace().rate_per_usd)
            if len(chosen)
            else None
        )
    except NoPlan as error:
        st.warning(plain(error.do), title=plain(error.what))
compared = cached.once(("stories", facts), lambda: stories.compare(facts))
with top:
    heading.draw("Stories", stories.finding(facts, writing))
if facts is None:
    st.page_link(
        "pages/budget.py", label="Make a plan to set beside them", icon=":material/payments:"
    )
picture.draw(
    lambda: charts.scale(compared, writing),
    title=charts.finding(compared, writing),
    table=lambda: charts.table(compared),
    key="stories_scale",
    about=(facts, writing),
)
st.caption("What a campaign did not publish is unknown, not zero: it has no mark on that line.")
if facts is not None:
    st.subheader("Nearest to your plan", anchor=False)
    like = cached.once(
        ("nearest", facts, writing), partial(stories.similar, facts, writing=writing)
    )
    cards.nearest(like)
st.subheader("All campaigns", anchor=False)
cards.campaigns(stories.campaigns(), writing)
