"""Budget: the best plan for a sum, what it should bring, and how sure that is."""

from functools import partial

import streamlit as st

from pages.parts import frame

frame.enter()

from core import budget
from core.errors import NoPlan
from core.exports import plan_table
from pages.parts import cached, heading, limits, money, number, outcomes, plans, rates, search
from pages.parts import table, views
from pages.parts.views import VIEWS
from pages.parts.words import plain

writing = cached.writing()
scored = cached.creators()
if scored.empty:
    heading.draw("Budget")
    heading.ask_for_creators()

top = st.container()
controls, results = st.columns([1, 2], gap="large")
with controls:
    asked = money.controls(writing, scored, cached.exchange().per_usd)
with results:
    rates.draw()
try:
    answer, frontier = cached.answer_on_line(asked)
except NoPlan as error:
    with top:
        heading.draw("Budget")
    with results:
        limits.collided(error, asked)
    plans.kept(writing)
    st.stop()

plan, outcome = answer.plan, answer.outcome
told = (cached.stamp(answer), asked.wanted, writing)
found = partial(budget.numbers, plan, outcome, asked.goal, asked.wanted, writing, frontier)
numbers = cached.once(("numbers", told), found)
with top:
    said = budget.finding(plan, outcome, asked.goal, asked.wanted, writing)
    stated = ("plan_cost", "creators_count", asked.goal, "goal_chance")
    heading.draw("Budget", said, [numbers[key] for key in stated])
with results:
    search.follow(asked, answer, writing)
    for caution in budget.cautions(plan.chosen):
        st.caption(f":material/priority_high: {plain(caution)}")
    outcomes.learnt(asked.goal, writing)
    first = [asked.goal, "plan_cost", "goal_chance" if asked.wanted else "next_100", "gap"]
    if asked.goal == "people_reached":
        numbers = numbers | {"different_people": cached.different_people(answer)}
        first[0] = "different_people"
    number.row(numbers, first, writing, "budget")
    more = st.expander("More numbers", key="budget_more", on_change="rerun")
    if more.open:
        with more:
            rest = {"different_people": cached.different_people(answer)} | numbers
            number.row(rest, [key for key in rest if key not in first], writing, "budget")
    shown = st.tabs(VIEWS, key="budget_view", on_change="rerun")
    for view, tab in zip(VIEWS, shown, strict=True):
        if tab.open:
            with tab:
                views.draw(view, asked, answer, writing, told)
    if len(answer.unpriced):
        words = f"Left out, because price or result is unknown: {len(answer.unpriced)}"
        left_out = st.expander(
            words, key="budget_unpriced", icon=":material/help:", on_change="rerun"
        )
        if left_out.open:
            with left_out:
                table.draw(
                    answer.unpriced,
                    means=("unpriced",),
                    alt="Creators left out, with the reason",
                )
    if len(plan.chosen):
        st.download_button(
            "Download the plan (CSV)",
            data=lambda: plan_table.csv(cached.dossier(asked)),
            file_name="plan.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
outcomes.ledger_of(asked.goal, writing)
plans.kept(writing)
