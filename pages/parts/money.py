"""The controls of a budget: the total, the goal, who may be in, prices and assumptions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core import budget
from core.budget import Goal, links
from core.budget.limits import called, names
from core.budget.question import EVERYONE, SHORTLIST, Question
from core.locale import Writing
from core.metrics import METRICS
from pages.parts import assumed, limits, optional, plan, playbook, pricing
from pages.parts.words import plain


_SLIDER: Final = 5_000  # the slider reaches at least this far
_GOALS: Final[Mapping[Goal, str]] = {"people_reached": "People reached"}
_HOPED: Final[Mapping[Goal, str]] = {
    "engagements": "How many engagements you hope for",
    "people_reached": "How often it should be seen",
    "clicks": "How many clicks you hope for",
    "orders": "How many orders you hope for",
    "revenue": "Sales you hope for, in {currency}",
}


def total(asked: Question, writing: Writing) -> Question:
    """Draws the total, and the way back above it; returns `asked` with it, from now on in force."""
    back = st.container(horizontal=True, vertical_alignment="center")
    answer = replace(asked, total=float(_total(writing, int(asked.total))))
    plan.ask(answer)
    with back:  # last, because it speaks of the question as it is now
        _back(answer)
    return answer


def controls(writing: Writing, creators: pd.DataFrame, rate_per_usd: float | None) -> Question:
    """Draws all controls but the total; returns what they ask. What is folded stays as it was."""
    asked = plan.question()
    turn = plan.turn()
    goal = _goal(asked)
    told: dict[str, Any] = {
        "goal": goal,
        "wanted": _wanted(asked, goal, writing, turn),
        "who": _who(asked),
        "as_listed": _as_listed(asked, creators, turn),
        "must": _there(asked.must, creators),
        "never": _there(asked.never, creators),
        "gifted": _there(asked.gifted, creators),
    }
    told |= playbook.controls(asked, turn)
    if group := _opened("Who must be in, who must stay out", ":material/tune:", "budget_people"):
        with group:
            told["must"], told["never"], told["gifted"] = _people(creators, asked, turn)
    if group := _opened("Limits", ":material/rule:", "budget_limits"):
        with group:
            made = asked.rate_card(rate_per_usd)["format"].unique()
            told["bounds"] = limits.controls(asked.bounds, creators, sorted(made), writing, turn)
    if group := _opened("Prices", ":material/payments:", "budget_pay"):
        with group:
            found = pricing.controls(asked, rate_per_usd, writing, turn)
            told |= dict(zip(("card", "prices", "prices_rate", "formats"), found, strict=True))
    if group := _opened("Product, agency, gifts", ":material/redeem:", "budget_costs"):
        with group:
            told |= assumed.costs(asked, writing, turn)
    if group := _opened("Assumptions", ":material/function:", "budget_told"):
        with group:
            told |= assumed.rates(asked, writing, turn)
    return replace(asked, **told)


def _back(asked: Question) -> None:
    """Undo, redo, and a link to this what-if."""
    st.button(
        "Undo",
        key="budget_undo",
        icon=":material/undo:",
        disabled=not plan.can_undo(),
        on_click=plan.undo,
    )
    st.button(
        "Redo",
        key="budget_redo",
        icon=":material/redo:",
        disabled=not plan.can_redo(),
        on_click=plan.redo,
    )
    link = st.popover("Link", icon=":material/link:", key="budget_link", on_change="rerun")
    if link.open:  # folded, it would be packed anew with each total that is tried
        with link:
            st.caption(
                "Opens this what-if for everybody who has the same creators in their Microscope."
                " You need not save: it goes on where you left it."
            )
            address = (st.context.url or "").split("?")[0]
            st.code(f"{address}?{plan.LINK}={links.pack(asked)}", language=None, wrap_lines=True)


def _goal(asked: Question) -> Goal:
    _goal_of_address()
    st.session_state.setdefault("budget_goal", asked.goal)
    goal = st.segmented_control(
        "Goal",
        budget.GOALS,
        required=True,
        format_func=_called,
        wrap=True,
        key="budget_goal",
        bind="query-params",
    )
    return goal or asked.goal


def _goal_of_address() -> None:
    """Obeys a goal that a person wrote into the address; the control itself knows its labels."""
    told = st.query_params.get("budget_goal")
    if told is None or told in map(_called, budget.GOALS):
        return
    del st.query_params["budget_goal"]
    meant = told.strip().lower().replace(" ", "_")
    named = {_called(name).lower().replace(" ", "_"): name for name in budget.GOALS}
    goal = named.get(meant, meant)
    if goal in budget.GOALS:
        st.session_state["budget_goal"] = goal
        return
    st.warning(
        f"Choose one of these: {', '.join(map(_called, budget.GOALS))}.",
        title=plain(f"The address asks for “{told}”, which is no goal"),
    )


def _called(goal: Goal) -> str:
    return _GOALS.get(goal, METRICS[goal].label)


def _wanted(asked: Question, goal: Goal, writing: Writing, turn: int) -> float:
    start = int(asked.wanted) if goal == asked.goal else 0
    wanted = optional.number(
        _HOPED[goal].format(currency=writing.currency),
        start or None,
        f"budget_wanted_{goal}_{turn}",
        "no goal",
        1 if goal == "orders" else 100,
        about="The chance to reach it is worked out. Empty: no goal.",
    )
    return float(wanted or 0)


def _who(asked: Question) -> str:
    st.session_state.setdefault("budget_who", asked.who)
    who = st.segmented_control(
        "Choose among",
        [EVERYONE, SHORTLIST],
        required=True,
        key="budget_who",
        bind="query-params",
    )
    return who or asked.who


def _as_listed(asked: Question, creators: pd.DataFrame, turn: int) -> bool:
    """Whether those of whom a list says it get the product and no fee; nothing where none does."""
    listed = budget.said_by_lists(creators)
    if not listed:
        return asked.as_listed
    who = names(called(listed))
    taken = st.toggle(
        "Gifts only, as your list says",
        value=asked.as_listed,
        key=f"budget_listed_{turn}",
        persist_state="session",
    )
    st.caption(plain(f"The list gives the product and no fee to {who}."))
    return taken


def _total(writing: Writing, start: int) -> int:
    """The total as a number to type and as a slider to try; each follows the other.

    A total that is typed has a slider of its own. What the browser says of one slider while the
    answer is on its way is where it stood before, and would take the total back to that.
    """
    state = st.session_state
    if state.get("budget_total") is None:  # not asked yet, or emptied by hand
        state["budget_total"] = start
    total = st.number_input(
        f"Total, in {writing.currency}",
        min_value=0,
        value=None,  # a total that is the box's usual one leaves the address, and 0 would be
        step=100,
        key="budget_total",
        bind="query-params",
    )
    total = start if total is None else int(total)
    most = max(_SLIDER, 2 * int(plan.question().total), total)
    if total != state.get("budget_slid"):
        state["budget_slid"] = state["budget_typed"] = total
    slider = _slider()
    state[slider] = total
    st.slider(
        "What if it were",
        0,
        most,
        step=max(most // 100, 1),
        key=slider,
        on_change=_slid,
        args=(slider,),
        label_visibility="collapsed",
    )
    return total


def _slider() -> str:
    """The key of the slider that belongs to the total typed last."""
    return f"budget_slide_{st.session_state['budget_typed']}"


def _slid(slider: str) -> None:
    """The total follows its slider, but not to 0, with which there is nothing to try."""
    state = st.session_state
    if slider == _slider():
        state["budget_total"] = state["budget_slid"] = state[slider] or state["budget_total"]


def _opened(label: str, icon: str, key: str) -> DeltaGenerator | None:
    """A folding group of controls, or None while it is folded: then it costs nothing."""
    group = st.expander(label, icon=icon, key=key, on_change="rerun")
    return group if group.open else None


def _there(chosen: tuple[str, ...], creators: pd.DataFrame) -> tuple[str, ...]:
    """Those of the chosen who have not been taken out since."""
    return tuple(each for each in chosen if (creators["creator"] == each).any())


def _people(
    creators: pd.DataFrame, asked: Question, turn: int
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Who must be in, who must stay out, and who gets the product and no fee."""
    handles = dict(zip(creators["creator"], called(creators["creator"].tolist()), strict=True))

    def pick(label: str, chosen: tuple[str, ...], key: str) -> tuple[str, ...]:
        picked = st.multiselect(
            label,
            list(handles),
            default=[creator for creator in chosen if creator in handles],
            format_func=handles.__getitem__,
            key=f"{key}_{turn}",
            persist_state="session",
            placeholder="Nobody in particular",
            filter_mode="contains",
            select_all=False,  # it is the first entry: Enter after a few letters took everybody
        )
        return tuple(picked)

    must = pick("Must be in", asked.must, "budget_must")
    never = pick("Must stay out", asked.never, "budget_never")
    return must, never, pick("Gets the product only", asked.gifted, "budget_gifted")
