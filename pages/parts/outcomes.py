"""What came of a kept plan: read from files or typed, beside what was forecast."""

from dataclasses import replace

import streamlit as st

from core.budget import ledger, limits, settled
from core.locale import Writing
from core.metrics import METRICS
from pages.parts import cached, number
from pages.parts.words import plain


def learnt(goal: str, writing: Writing) -> None:
    """Says so where earlier outcomes move this forecast."""
    if said := ledger.corrected(cached.lesson(goal), goal, writing):
        st.caption(f":material/school: {plain(said)}")


def ledger_of(goal: str, writing: Writing) -> None:
    """How the forecasts of this goal held so far, and what the next one has learnt."""
    lines = cached.settled(goal)
    if lines.empty or not lines["inside"].notna().any():
        return
    st.subheader("How earlier forecasts held", anchor=False)
    st.markdown(plain(ledger.finding(lines, writing) + "."))
    number.row(ledger.numbers(lines, writing), ["ranges_held", "forecast_bias"], writing, "ledger")


def settle(plan_id: int, goal: str, currency: str, writing: Writing) -> None:
    """A grid of what each creator brought; typed cells go before files."""
    plan = cached.the_store().plan(plan_id)
    came = cached.came(plan_id)
    found = ledger.settle(plan.chosen, came, goal)
    into = replace(cached.exchange(), currency=currency)
    unread = settled.unread(cached.tables(), came["creator"].tolist(), plan.made_at, exchange=into)
    if unread:
        st.warning(
            f"There is no rate from {' and '.join(unread)} to {currency}: type the rate under"
            f" Workspace, Scales, or the fees and sales in {currency} below.",
            title="Some amounts in the files cannot be added up",
        )
    labels = {name: METRICS[name].label for name in _shown(goal)}
    wide = found.merge(came, on="creator", how="left").set_index("creator")
    whole = dict.fromkeys(["expected", "low", "high"], 0)  # a forecast has no decimals
    called = dict(zip(wide.index, limits.called(wide.index.tolist()), strict=True))
    shown = wide[[*whole, *labels, "inside"]].rename(index=called).rename_axis("Creator")
    edited = st.data_editor(
        shown.round(whole),
        disabled=["Creator", "expected", "low", "high", "inside"],
        column_config={
            "expected": st.column_config.NumberColumn("Forecast", format="localized"),
            "low": st.column_config.NumberColumn("From", format="localized"),
            "high": st.column_config.NumberColumn("To", format="localized"),
            "inside": st.column_config.CheckboxColumn("Inside the range"),
            **{
                name: st.column_config.NumberColumn(label, min_value=0.0)
                for name, label in labels.items()
            },
        },
        key=f"settle_{plan_id}",
        placeholder="unknown",
        alt="What each creator brought beside the forecast; editable",
    )
    number.legend(("forecast", "range", goal, "orders", "revenue", "fee"))
    st.caption(
        "Filled in from files brought in since the plan was kept (deals, posts marked as paid);"
        " what you type goes before them."
    )
    if st.button("Keep what came", key=f"settle_keep_{plan_id}", icon=":material/save:"):
        changes = ledger.edited(wide[list(labels)], edited[list(labels)].set_axis(wide.index))
        for creator, measure, value in changes:
            cached.the_store().campaigns.settle(plan_id, creator, measure, value)
        st.rerun()


def _shown(goal: str) -> list[str]:
    """The goal first, then the money paid."""
    return list(dict.fromkeys([goal, "orders", "revenue", "fee"]))
