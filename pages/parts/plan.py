"""The question in force: what was asked on the budget page, with its way back and its link.

Other pages read the same question, so the plan is the same everywhere. It is kept in the database
by itself and goes on where it was left. Controls carry `turn()` in their keys: after undo, redo or
a link they are new ones that show the question in force.
"""

import streamlit as st

from core.budget import links
from core.budget.history import History
from core.budget.question import Question
from core.errors import MicroscopeError
from pages.parts import cached

LINK = "what_if"
_FOR_ALL = ("total", "goal", "who")  # controls whose keys stand in the address


def question() -> Question:
    """The question in force in this session."""
    return _history().now


def ask(asked: Question) -> None:
    """Makes `asked` the question in force, one step further on."""
    _keep(_history().then(asked))


def undo() -> None:
    """One step back."""
    _show(_history().undone())


def redo() -> None:
    """One step forward again."""
    _show(_history().redone())


def open_(asked: Question) -> None:
    """Shows another what-if; the way back leads to the one before."""
    _show(_history().then(asked))


def can_undo() -> bool:
    """Whether there is a step back."""
    return bool(_history().past)


def can_redo() -> bool:
    """Whether there is a step forward."""
    return bool(_history().future)


def turn() -> int:
    """Another number whenever the controls have to show something else than they did."""
    return int(st.session_state.get("plan_turn", 0))


def _history() -> History:
    state = st.session_state
    guest = cached.the_store().has_sample()
    if state.get("plan_guest") is not guest:  # the sample shop came or left
        state["plan_guest"] = guest
        state["plan_history"] = History(_left())
        state["plan_turn"] = turn() + 1
    link = st.query_params.pop(LINK, None)
    if link is not None:
        try:
            open_(links.unpack(link))
        except MicroscopeError as error:
            st.warning(error.do, title=error.what)
    history: History = state["plan_history"]
    return history


def _left() -> Question:
    """The question as it was left last time; the usual one where it is not known any more."""
    kept = cached.the_store().what_ifs.in_progress()
    try:
        return links.restored(kept or {})
    except MicroscopeError:
        return Question()


def _show(history: History) -> None:
    state = st.session_state
    state["plan_turn"] = turn() + 1
    for name in _FOR_ALL:
        value = getattr(history.now, name)
        state[f"budget_{name}"] = int(value) if name == "total" else value
    _keep(history)


def _keep(history: History) -> None:
    if history.now != st.session_state["plan_history"].now:
        cached.the_store().what_ifs.progress(links.changed(history.now))
    st.session_state["plan_history"] = history
