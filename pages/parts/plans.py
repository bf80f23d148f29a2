"""Keeping a plan under a name, and the plans that were kept."""

from dataclasses import asdict, replace
from typing import Any

import streamlit as st

from core import budget
from core.budget.question import Question
from core.locale import Writing
from pages.parts import cached, outcomes
from pages.parts.words import plain

_LINE, _NAME = "plan_keep_line", "plan_keep_name"
_KEPT, _SAID = "plan_kept", "plan_kept_said"  # to be listed, and to be told of


def keep(asked: Question, answer: cached.Answer, writing: Writing) -> None:
    """A line behind a click to keep the plan on screen under a name; kept, it closes."""
    state = st.session_state
    if state.pop(_SAID, False):
        st.toast("The plan is kept as it is now.", icon=":material/check:")
    if state.pop(_KEPT, False):  # the list of kept plans is no part of what follows the total
        state[_SAID] = True
        st.rerun()
    line = st.popover("Keep this plan", icon=":material/save:", key=_LINE, on_change="rerun")
    if not line.open:
        return
    with (
        line,
        st.form("plan_keep", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            "Keep this plan as",
            placeholder="Spring, first idea",
            width=280,
            help="It is frozen as a forecast of today; say later what came of it.",
            key=_NAME,
        )
        told = (asked, answer, writing)
        st.form_submit_button("Keep", icon=":material/save:", on_click=_keep, args=told)


def _keep(asked: Question, answer: cached.Answer, writing: Writing) -> None:
    state = st.session_state
    name = state[_NAME].strip()
    if not name:
        return
    plan, estimate = answer.plan, answer.outcome.estimate
    cached.the_store().plan_save(
        name,
        budget=asked.total,
        goal=asked.goal,
        currency=writing.currency,
        lines=plan.chosen,
        cost=plan.cost,
        value=plan.value,
        value_low=estimate.low,
        value_high=estimate.high,
        bound=plan.bound,
        settings=asdict(asked),
    )
    state[_LINE], state[_NAME], state[_KEPT] = False, "", True


def kept(writing: Writing) -> None:
    """The plans kept so far, newest first."""
    store = cached.the_store()
    plans = store.plans()
    if plans.empty:
        return
    st.subheader("Plans kept", anchor=False)
    for plan in plans.itertuples():
        with st.container(border=True, key=f"plan_{plan.id}"):
            row = st.container(horizontal=True, vertical_alignment="center")
            row.markdown(
                f"**{plain(plan.name)}** · {writing.money(plan.cost, plan.currency)} of"
                f" {writing.money(plan.budget, plan.currency)} ·"
                f" {plain(_brought(plan, writing))} ·"
                f" {writing.day(plan.made_at)}",
                width="stretch",
            )
            opened = st.expander("What came of it", key=f"plan_came_{plan.id}", on_change="rerun")
            if opened.open:
                with opened:
                    outcomes.settle(plan.id, plan.goal, plan.currency, writing)
            with row.popover("Remove", type="tertiary", key=f"plan_leave_{plan.id}"):
                st.caption(
                    "The forecast goes, and what was typed beside it; Undo brings neither back."
                )
                st.button(
                    "Remove for good",
                    key=f"plan_remove_{plan.id}",
                    on_click=store.plan_remove,
                    args=(plan.id,),
                )


def _brought(kept: Any, writing: Writing) -> str:
    """What a kept plan should bring, in its own currency."""
    ends = (kept.value, kept.value_low, kept.value_high)
    return budget.brings(*ends, kept.goal, replace(writing, currency=kept.currency))
