"""Up to three what-ifs with names, side by side, with a sentence of difference for each."""

from typing import Any

import streamlit as st

from core import budget
from core.budget import branches, links
from core.budget.question import Question
from core.errors import MicroscopeError, StoreError
from core.locale import Writing
from pages.parts import cached, number, plan, glossary
from pages.parts.words import plain

NOW = "Now"


def draw(asked: Question, answer: cached.Answer, writing: Writing) -> None:
    """Keep what is on screen under a name; open or remove the kept ones; what differs."""
    glossary.words("what_if", "frontier")
    _keep(asked)
    kept = cached.the_store().what_ifs.named()
    if not kept:
        st.caption(
            f"Keep up to {branches.MOST} what-ifs under names, change the controls, and see here"
            " what that moves."
        )
        return
    here = budget.Branch(NOW, answer.plan, answer.outcome)
    for name, settings in kept.items():
        with st.container(border=True, key=f"branch_{name}"):
            _one(name, settings, here, asked, writing)


def _keep(asked: Question) -> None:
    with (
        st.form("branch_keep", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.text_input("Keep this what-if as", placeholder="A", width=220)
        if st.form_submit_button("Keep", icon=":material/add:"):
            try:
                cached.the_store().what_ifs.keep(name, links.changed(asked))
            except StoreError as error:
                st.warning(plain(error.do), title=plain(error.what))


def _one(
    name: str, settings: dict[str, Any], here: budget.Branch, asked: Question, writing: Writing
) -> None:
    """One kept what-if: its numbers, and what the one on screen does otherwise."""
    row = st.container(horizontal=True, vertical_alignment="center")
    row.markdown(f"**{plain(name)}**", width="stretch")
    try:
        question = links.restored(settings)
        row.button("Open", key=f"branch_open_{name}", on_click=plan.open_, args=(question,))
        answer = cached.answer(question)
    except MicroscopeError as error:
        st.caption(plain(f"{error.what} {error.do}"))
        return
    finally:
        remove = cached.the_store().what_ifs.remove
        row.button("Remove", key=f"branch_remove_{name}", on_click=remove, args=(name,))
    there = budget.Branch(name, answer.plan, answer.outcome)
    numbers = budget.numbers(
        there.plan, there.outcome, question.goal, question.wanted, writing, frontier=None
    )
    shown = [question.goal, "plan_cost", "creators_count"]
    number.row(numbers, shown, writing, f"branch_{name}")
    if question.goal == asked.goal:
        said = budget.difference(there, here, asked.goal, asked.wanted or None, writing)
        st.markdown(plain(said + "."))
    else:
        st.caption("It has another goal, so the two cannot be compared in one number.")
