"""What counts in the score: a ready-made mixture, or a slider for each question."""

import streamlit as st

from core.metrics import metric
from core.scoring import DIMENSIONS, PRESETS, presets
from core.scoring.settings import MOST_WEIGHT
from pages.parts import cached


def draw() -> None:
    """The presets and the sliders; a move is kept in the workspace and the ranking follows."""
    weights = cached.settings().weights
    called = presets.called(weights)
    for name, weight in weights:  # another tab or a preset may have moved them
        st.session_state[_key(name)] = round(weight)
    st.session_state["weights_preset"] = called if called != presets.OWN else None
    with st.expander(f"What counts: {called.lower()}", key="weights", icon=":material/tune:"):
        st.segmented_control(
            "For",
            [one.label for one in PRESETS],
            key="weights_preset",
            on_change=_preset,
            help=" ".join(f"{one.label}: {one.purpose}." for one in PRESETS),
        )
        with st.grid(min_column_width=170):
            for name in DIMENSIONS:
                st.slider(
                    metric(name).label,
                    0,
                    MOST_WEIGHT,
                    key=_key(name),
                    on_change=_moved,
                    help=f"{metric(name).sentence} 0 = does not count.",
                )


def _key(name: str) -> str:
    return f"weight_{name}"


def _preset() -> None:
    chosen = next((p for p in PRESETS if p.label == st.session_state["weights_preset"]), PRESETS[0])
    cached.the_store().change_workspace(weights=dict(chosen.weights))


def _moved() -> None:
    moved = {name: st.session_state[_key(name)] for name in DIMENSIONS}
    cached.the_store().change_workspace(weights=moved)
