"""Rates of exchange: what cannot be read without one, and the place to type it."""

import streamlit as st

from core.prices import needed
from pages.parts import cached
from pages.parts.words import plain


def draw() -> None:
    """Which amounts are not used for want of a rate, and the place to type it; or nothing."""
    exchange, unrated = cached.exchange(), cached.unrated()
    missing = needed(unrated, exchange)
    if not missing:
        return
    told = [each.words(exchange.currency) for each in unrated]
    if exchange.per_usd is None:
        told.append(
            f"Published rate cards are in US dollars and cannot be used without a rate to"
            f" {exchange.currency}."
        )
    st.warning(
        plain(" ".join(told) + " Type the rate and they are used at once."),
        title="Amounts in a currency without a rate",
        icon=":material/currency_exchange:",
    )
    with st.container(horizontal=True, key="rates"):
        for code in missing:
            _rate(code, None)


def kept() -> None:
    """The rates typed so far, to be changed or emptied."""
    for code, rate in cached.exchange().rates:
        _rate(code, rate)


def _rate(code: str, rate: float | None) -> None:
    st.session_state.setdefault(f"rate_{code}", rate)  # as a default it could not be emptied
    st.number_input(
        f"{code} that one US dollar buys",
        min_value=0.0001,
        value=None,
        format="%.4f",
        key=f"rate_{code}",
        placeholder="not told",
        help="Microscope fetches nothing, so the rate is yours to type. It holds for every plan, so"
        " Undo leaves it; change it under Workspace, Scales.",
        on_change=_keep,
        args=(code,),
        width=260,
    )


def _keep(code: str) -> None:
    store = cached.the_store()
    rates = {**store.workspace().rates, code: st.session_state[f"rate_{code}"]}
    store.change_workspace(rates={name: rate for name, rate in rates.items() if rate})
    st.toast(
        "The rate holds for every plan, so Undo leaves it: change it under Workspace, Scales.",
        icon=":material/currency_exchange:",
    )
