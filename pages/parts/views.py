"""The views of a plan: who gets what, other budgets, the odds, the money, what-ifs, a test."""

from collections.abc import Hashable
from typing import Final

import streamlit as st

from core.budget import spending
from core.budget.question import Question
from core.charts import budget as charts
from core.charts import presence
from core.charts import spending as money_charts
from core.locale import Writing
from core.metrics import METRICS
from pages.parts import branches, cached, picture, places, trials

VIEWS: Final = ("Plan", "Other budgets", "Odds", "Who is in", "Money", "What-ifs", "Test")


def draw(asked: Question, answer: cached.Answer, writing: Writing, told: Hashable) -> None:
    """One of VIEWS, to be chosen; only that one is worked out.

    No tabs: Streamlit draws each of them again with every redraw, which took a fifth of it.
    """
    st.session_state.setdefault("budget_view", VIEWS[0])
    view = st.segmented_control(
        "View", VIEWS, required=True, key="budget_view", label_visibility="collapsed", wrap=True
    )
    with st.container():  # what comes below keeps its place, whatever is in the view
        _view(view or VIEWS[0], asked, answer, writing, told)


def _view(
    view: str, asked: Question, answer: cached.Answer, writing: Writing, told: Hashable
) -> None:
    if view == "Plan":
        _plan(asked, answer, writing, told)
    elif view == "Other budgets":
        _frontier(asked, answer, writing, told)
    elif view == "Odds":
        _odds(asked, answer, writing, told)
    elif view == "Who is in":
        _who(asked, answer, writing, told)
    elif view == "Money":
        _money(answer, writing, told)
    elif view == "What-ifs":
        branches.draw(asked, answer, writing)
    else:
        people = answer.plan.chosen["creator"].nunique()
        orders = answer.plan.chosen["orders"].sum() / people if people else None
        trials.draw(people, orders, writing)


def _plan(asked: Question, answer: cached.Answer, writing: Writing, told: Hashable) -> None:
    chosen, goal = answer.plan.chosen, METRICS[asked.goal].label
    picture.draw(
        lambda: charts.lines(chosen, goal, writing),
        table=lambda: charts.lines_table(chosen, goal),
        key="budget_lines",
        means=("posts_count", "price", "range", asked.goal),
        about=told,
    )
    if len(chosen):
        places.draw(asked, chosen, goal)


def _frontier(asked: Question, answer: cached.Answer, writing: Writing, told: Hashable) -> None:
    plan, goal = answer.plan, METRICS[asked.goal].label
    frontier = cached.frontier(answer)
    cost, value = (plan.cost, plan.value) if len(plan.chosen) else (None, None)
    place = (cost, value, goal, writing, asked.total)
    picture.draw(
        lambda: charts.frontier(frontier, *place),
        table=lambda: charts.frontier_table(frontier, goal),
        key="budget_frontier",
        means=("budget", "plan_cost", asked.goal, "range", "bound"),
        about=told,
    )


def _who(asked: Question, answer: cached.Answer, writing: Writing, told: Hashable) -> None:
    members = cached.members(answer)
    picture.draw(
        lambda: presence.strip(members, asked.total, writing),
        table=lambda: presence.table(members, writing),
        key="budget_members",
        means=("budget", "price"),
        about=told,
    )


def _money(answer: cached.Answer, writing: Writing, told: Hashable) -> None:
    spent = spending.spent(answer.plan)
    picture.draw(
        lambda: money_charts.waterfall(spent, writing),
        table=lambda: money_charts.table(spent),
        key="budget_money",
        means=("amount", "plan_cost"),
        about=told,
    )


def _odds(asked: Question, answer: cached.Answer, writing: Writing, told: Hashable) -> None:
    goal, draws = METRICS[asked.goal].label, answer.outcome.draws
    picture.draw(
        lambda: charts.odds(draws, asked.wanted or None, goal, writing),
        table=lambda: charts.odds_table(draws, asked.wanted or None, goal),
        key="budget_odds",
        means=(asked.goal, "goal_chance"),
        about=told,
    )
