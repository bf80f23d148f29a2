"""How far the look-ups are: a bar, a stop, one line a handle, and how to go on."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from core.lookups import State, reports, settled
from pages.parts import cached, emphasis, table
from pages.parts.cached import lookups as asking
from pages.parts.lookup import keys, panel
from pages.parts.lookup.times import moment
from pages.parts.words import plain

_SHOWN: Final = 3
_WHILE_RUNNING: Final = 30


def draw() -> None:
    """The newest look-ups; while one is running, this part of the page looks again by itself."""
    runs = cached.the_store().lookups.runs()
    st.subheader("Look-ups", anchor=False)
    now = cached.the_store().now()
    broken = runs[(runs["state"] == "open") & (runs["held_until"] <= now)]
    if any(asking.runner().salvage(run_id) for run_id in broken["id"]):
        st.toast("A look-up broke off. What it had found until then is in now.")
        st.rerun()
    running = bool((runs["held_until"] > now).any())
    st.session_state["lookup_running"] = running
    st.fragment(_runs, run_every=1.0 if running else None)()


def _runs() -> None:
    store, now = cached.the_store(), cached.the_store().now()
    runs = store.lookups.runs().head(_SHOWN)
    running = bool((runs["held_until"] > now).any())
    if st.session_state.get("lookup_running") and not running:
        st.rerun()  # what came in changes the rest of the page
    for run in runs.itertuples():
        with st.container(border=True, key=f"run_{run.id}"):
            _run(run, bool(run.held_until is not pd.NaT and run.held_until > now))


def _run(run: Any, running: bool) -> None:
    store = cached.the_store()
    rows = store.lookups.rows(run.id)
    over = rows["state"].map(settled).astype(bool)
    told = reports.summary(rows, run.kind, running)
    st.progress(over.sum() / max(len(rows), 1), text=plain(told))
    held = rows.loc[rows["state"] == State.LIMITED, "until"].max()
    if running and held is not pd.NaT and held > store.now():
        st.info(f"A network asks for a pause. It goes on by itself at {moment(held)}.")
    with st.container(horizontal=True):
        if running:
            st.button(
                "Stopping …" if run.stop_asked else "Stop",
                key=f"stop_{run.id}",
                icon=":material/stop_circle:",
                disabled=bool(run.stop_asked),
                on_click=store.lookups.stop,
                args=(run.id,),
                help="What is found so far stays.",
            )
        elif run.state == "open":
            if st.button(
                "Go on", key=f"go_on_{run.id}", type=emphasis.main(), icon=":material/play_arrow:"
            ):
                panel.go_on(run.id, keys.known())
            _forget(run)
        else:
            _forget(run)
    steps = [] if running else reports.steps(rows, moment)
    if steps:
        st.markdown("\n".join(f"- {plain(step)}" for step in steps))
    _table(rows, running)


def _forget(run: Any) -> None:
    st.button(
        "Hide",
        key=f"hide_{run.id}",
        icon=":material/close:",
        on_click=cached.the_store().lookups.put_away,
        args=(run.id,),
        help="Takes this list away; what was found stays.",
    )


def _table(rows: pd.DataFrame, running: bool) -> None:
    lines = reports.lines(rows, moment, newest=_WHILE_RUNNING if running else None)
    table.rows(
        lines,
        config={
            "network": "Network",
            "handle": "Handle",
            "state": "State",
            "next": st.column_config.TextColumn("What it means, and what next", width="large"),
        },
        alt="How far each handle is",
    )
