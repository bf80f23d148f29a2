"""Budget: the best plan for a sum, what it should bring, and how sure that is."""

import streamlit as st

from pages.parts import frame

frame.enter()

from core import budget
from core.charts import budget as charts
from core.errors import NoPlan
from core.exports import comma
from core.metrics import METRICS
from pages.parts import cached, heading, money, number, picture, plans, search
from pages.parts.words import plain

writing = cached.writing()
workspace = cached.the_store().workspace()
scored = cached.creators()
if scored.empty:
    heading.draw("Budget")
    heading.ask_for_creators()

top = st.container()
controls, results = st.columns([1, 2], gap="large")
with controls:
    asked = money.controls(writing, scored, workspace.rate_per_usd)
goal = METRICS[asked.goal].label
try:
    answer = cached.answer(asked)
except NoPlan as error:
    with top:
        heading.draw("Budget")
    with results:
        st.warning(plain(error.do), title=plain(error.what))
    st.stop()

plan, outcome = answer.plan, answer.outcome
with top:
    heading.draw("Budget", budget.finding(plan, outcome, asked.goal, asked.wanted, writing))
with results:
    search.follow(asked, answer, writing)
    for caution in budget.cautions(plan.chosen, workspace.currency, workspace.rate_per_usd):
        st.caption(f":material/priority_high: {plain(caution)}")
    frontier = cached.frontier(asked)
    numbers = budget.numbers(plan, outcome, asked.goal, asked.wanted, writing, frontier=frontier)
    first = [asked.goal, "plan_cost", "goal_chance" if asked.wanted else "next_100", "gap"]
    number.row(numbers, first, writing, "budget")
    more = st.expander("More numbers", key="budget_more", on_change="rerun")
    if more.open:
        with more:
            number.row(numbers, [key for key in numbers if key not in first], writing, "budget")
    told = (cached.stamp(asked), writing)
    picture.draw(
        lambda: charts.frontier(frontier, plan.cost, plan.value, goal, writing, budget=asked.total),
        title=f"What each budget could bring at best, in {goal.lower()}",
        table=lambda: charts.frontier_table(frontier, goal),
        key="budget_frontier",
        about=told,
    )
    if len(plan.chosen):
        picture.draw(
            lambda: charts.lines(plan.chosen, goal, writing),
            title="Who gets how much, and what it should bring",
            table=lambda: charts.lines_table(plan.chosen, goal),
            key="budget_lines",
            about=told,
        )
        picture.draw(
            lambda: charts.odds(outcome.draws, asked.wanted or None, goal, writing),
            title="Fifty equally likely results: count the dots to read a chance",
            table=lambda: charts.odds_table(outcome.draws, asked.wanted or None, goal),
            key="budget_odds",
            about=told,
        )
        plans.keep(asked, answer, writing)
    if len(answer.unpriced):
        words = f"Could not be priced or valued: {len(answer.unpriced)}"
        with st.expander(words, icon=":material/help:"):
            st.dataframe(answer.unpriced, hide_index=True, alt="Creators left out, with the reason")
    st.download_button(
        "Download the plan (CSV)",
        data=lambda: comma.csv(plan.chosen),
        file_name="plan.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
plans.kept(writing)
