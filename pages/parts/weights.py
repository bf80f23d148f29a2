"""What counts in the score: a ready-made mixture, or a slider for each question."""

from dataclasses import replace
from typing import Final

import streamlit as st

from core.metrics import metric
from core.scoring import DIMENSIONS, PRESETS, Settings, presets
from core.scoring.settings import MOST_WEIGHT, TOPS
from pages.parts import cached, frame
from pages.parts.words import plain

RANKING: Final = "ranking"  # the part of the page that follows a moved weight
_PURPOSES: Final = " ".join(f"{one.label}: {one.purpose}." for one in PRESETS) + (
    f" {presets.OWN}: as the sliders stand."
)


def draw() -> None:
    """The presets and the sliders; a move is kept in the workspace and the ranking follows.

    Folded, none of them is drawn: eight controls that nobody sees took a fifth of each redraw. The
    fold keeps its name whatever counts, since under another it would fold at each move.
    """
    opened = st.expander("What counts", key="weights", icon=":material/tune:", on_change="rerun")
    if opened.open:
        with opened:
            _controls()


@frame.part
def _controls() -> None:
    """The presets and sliders; a part, so that a move leaves the rest of the page as it stands."""
    weights = cached.settings().weights
    for name, weight in weights:  # another tab or a preset may have moved them
        st.session_state[_key(name)] = round(weight)
    st.session_state["weights_preset"] = presets.called(weights)
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
    settings, planned = cached.settings(), _planned()
    chosen = st.segmented_control(
        "The top holds",
        sorted({*TOPS, *planned}),
        default=settings.top,
        format_func=lambda many: f"{many}, as planned" if many in planned else f"{many}",
        key="creators_top",
        bind="query-params",
        required=True,
        help=" ".join((metric("chance_top").sentence, *planned.values())),
    )
    return replace(settings, top=chosen or settings.top)


def say(settings: Settings) -> None:
    """What counts, in the words of the presets."""
    st.caption(f"What counts: {presets.called(settings.weights).lower()}", width="content")


def _planned() -> dict[int, str]:
    """How many creators the plan that was kept last has, with a sentence of where that is from.

    The plan's name stands in the sentence: in the label, a long one pushed the rest off phones.
    """
    name, many = cached.the_store().plan_newest() or ("", 0)
    return {many: f"{many} is as many as in the plan “{plain(name)}”."} if many else {}


def _key(name: str) -> str:
    return f"weight_{name}"


def _preset() -> None:
    label = st.session_state["weights_preset"]
    for one in PRESETS:  # own weights are those that the sliders already have
        if one.label == label:
            cached.the_store().change_workspace(weights=dict(one.weights))
    st.rerun()


def _moved() -> None:
    """Keeps the weights; where no other words follow from them, the ranking alone is redrawn."""
    before = presets.called(cached.settings().weights)
    moved = {name: st.session_state[_key(name)] for name in DIMENSIONS}
    cached.the_store().change_workspace(weights=moved)
    if presets.called(cached.settings().weights) == before:
        frame.redraw(RANKING)
    st.rerun()
