"""What a test with codes could tell apart: how many orders it takes to see a difference."""

import streamlit as st

from core.budget import trial
from core.budget.trial import Trial
from core.errors import MicroscopeError
from core.locale import Writing
from pages.parts import number
from pages.parts.words import plain


def draw(creators: int, orders: float | None, writing: Writing) -> None:
    """Three numbers to type; the answer in a sentence, with its passports."""
    st.markdown(
        "Would a test show who sells best? Give each creator a code of their own and count the"
        " orders that come with it."
    )
    if orders is not None and orders < 1:
        st.caption(
            f"This plan should bring about {writing.number(orders, 1)} orders from each creator:"
            " too few to compare by. Clicks on links of their own are more, and tell more."
        )
        number.passports((trial.each(orders, creators, writing),), writing)
    first, second, third = st.columns(3)
    with first:
        people = st.number_input(
            "Creators", 2, 500, max(creators, 2), key="trial_creators", persist_state="session"
        )
    with second:
        each = st.number_input(
            "Orders each, about",
            min_value=0.1,
            value=_start(orders),
            step=1.0,
            format="%g",
            key="trial_orders",
            persist_state="session",
        )
    with third:
        wanted = st.number_input(
            "Times as much to be told apart",
            1.05,
            20.0,
            1.5,
            0.1,
            key="trial_ratio",
            persist_state="session",
        )
    try:
        plan = Trial(int(people), float(each))
        st.markdown(plain(trial.finding(plan, float(wanted), writing) + "."))
        found = trial.numbers(plan, float(wanted), writing)
        number.row(found, list(found), writing, "trial")
    except MicroscopeError as error:
        st.warning(plain(error.do), title=plain(error.what))


def _start(orders: float | None) -> float:
    """What the plan should bring from each creator; some number where it brings none."""
    if not orders:
        return 20.0
    return max(round(orders, 1), 0.1) if orders < 10 else float(round(orders))
