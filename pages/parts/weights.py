"""What counts in the score: a ready-made mixture, or a slider for each question."""

from dataclasses import replace
from typing import Final

import streamlit as st

from core.metrics import metric
from core.scoring import DIMENSIONS, PRESETS, Settings, presets
from core.scoring.settings import MOST_WEIGHT, TOPS
from pages.parts import cached


_PURPOSES: Final = " ".join(f"{one.label}: {one.purpose}." for one in PRESETS) + (
    f" {presets.OWN}: as the sliders stand."
)


def draw() -> None:
    """The presets and the sliders; a move is kept in the workspace and the ranking follows."""
    weights = cached.settings().weights
    called = presets.called(weights)
    for name, weight in weights:  # another tab or a preset may have moved them
        st.session_state[_key(name)] = round(weight)
    st.session_state["weights_preset"] = called
    with st.expander(f"What counts: {called.lower()}", key="weights", icon=":material/tune:"):
        st.segmented_control(
            "For",
            [*(one.label for one in PRESETS), presets.OWN],
            key="weights_preset",
            on_change=_preset,
            required=True,
            help=_PURPOSES,
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


def top() -> Settings:
    """A choice of how many the top holds; the settings in force with it."""
    settings = cached.settings()
    chosen = st.segmented_control(
        "The top holds",
        TOPS,
        default=settings.top,
        key="creators_top",
        bind="query-params",
        required=True,
        help=metric("chance_top").sentence,
    )
    return replace(settings, top=chosen or settings.top)


def _key(name: str) -> str:
    return f"weight_{name}"


def _preset() -> None:
    label = st.session_state["weights_preset"]
    for one in PRESETS:  # own weights are those that the sliders already have
        if one.label == label:
            cached.the_store().change_workspace(weights=dict(one.weights))


def _moved() -> None:
    moved = {name: st.session_state[_key(name)] for name in DIMENSIONS}
    cached.the_store().change_workspace(weights=moved)
