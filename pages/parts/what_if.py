"""What of the budget page follows the total: drawn again alone with each try of another sum."""

from functools import partial
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core import budget
from core.budget.question import Question
from core.errors import NoPlan
from core.exports import plan_table
from core.locale import Writing
from core.metrics import Number
from pages.parts import cached, frame, heading, limits, money, number, outcomes, plan, plans
from pages.parts import search, table, views
from pages.parts.words import plain


class Places(NamedTuple):
    """Where else on the page it draws: below the title and above the controls."""

    finding: DeltaGenerator
    total: DeltaGenerator


@partial(frame.part, key=search.PART)
def draw(asked: Question, turn: int, places: Places) -> None:
    """The plan for `asked` at the total that is typed; `turn` is the one of the other controls.

    What moves the other controls too (undo, a link, who is kept out) takes another turn and has
    the whole page drawn.
    """
    if plan.turn() != turn:
        st.rerun()
    writing = cached.writing()
    with places.total:
        asked = money.total(asked, writing)
    try:
        answer, frontier = cached.answer_on_line(asked)
    except NoPlan as error:
        places.finding.empty()  # a part can only write where it wrote when the page was drawn
        limits.collided(error, asked)
        return
    found = partial(
        budget.numbers, answer.plan, answer.outcome, asked.goal, asked.wanted, writing, frontier
    )
    told = (cached.stamp(answer), asked.wanted, writing)
    numbers = cached.once(("numbers", told), found)
    with places.finding:
        _finding(asked, answer, numbers, writing)
    search.follow(answer, writing)
    cautions = budget.cautions(answer.plan.chosen)
    words = "\n\n".join(f":material/priority_high: {plain(each)}" for each in cautions)
    st.caption(words) if words else st.empty()  # either way what follows keeps its place
    outcomes.learnt(asked.goal, writing)
    _numbers(asked, answer, numbers, writing)
    views.draw(asked, answer, writing, told)
    _rest(asked, answer, writing)


def _finding(
    asked: Question, answer: cached.Answer, numbers: dict[str, Number], writing: Writing
) -> None:
    said = budget.finding(answer.plan, answer.outcome, asked.goal, asked.wanted, writing)
    stated = ("plan_cost", "creators_count", asked.goal, "goal_chance")
    heading.say(said, [numbers[key] for key in stated])


def _numbers(
    asked: Question, answer: cached.Answer, numbers: dict[str, Number], writing: Writing
) -> None:
    """Four numbers, the others folded."""
    first = [asked.goal, "plan_cost", "goal_chance" if asked.wanted else "next_100", "gap"]
    if asked.goal == "people_reached":
        numbers = numbers | {"different_people": cached.different_people(answer)}
        first[0] = "different_people"
    number.row(numbers, first, writing, "budget")
    more = st.expander("More numbers", key="budget_more", on_change="rerun")
    if more.open:
        with more:
            rest = {"different_people": cached.different_people(answer)} | numbers
            number.row(rest, [key for key in rest if key not in first], writing, "budget_rest")


def _rest(asked: Question, answer: cached.Answer, writing: Writing) -> None:
    """Who was left out and why; ways to keep the plan."""
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
    if answer.plan.chosen.empty:
        st.empty()
        return
    with st.container(horizontal=True):
        plans.keep(asked, answer, writing)
        st.download_button(
            "Download the plan (CSV)",
            data=lambda: plan_table.csv(cached.dossier(asked)),
            file_name="plan.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
