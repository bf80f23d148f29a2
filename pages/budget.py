"""Budget: the best plan for a sum, what it should bring, and how sure that is."""

import streamlit as st

from pages.parts import frame

frame.enter()

from pages.parts import cached, heading, money, outcomes, plan, plans, rates, what_if

writing = cached.writing()
scored = cached.creators()
heading.draw("Budget")
if scored.empty:
    heading.ask_for_creators()

finding = st.container()
controls, results = st.columns([1, 2], gap="large")
with controls:
    total = st.container()
    asked = money.controls(writing, scored, cached.exchange().per_usd)
with results:
    rates.draw()
    what_if.draw(asked, plan.turn(), what_if.Places(finding, total))
outcomes.ledger_of(asked.goal, writing)
plans.kept(writing)
