"""Present mode: one step of the story on screen, arrow keys from step to step, one live slider.

Which step is shown stands in the address, so app.py can leave the navigation out and a reload
stays where it was.
"""

from typing import Final

import streamlit as st

from core.budget import instead
from core.budget.question import Question
from core.charts.large import large
from core.exports import steps
from core.exports.steps import Step
from core.locale import Writing
from core.metrics import Number
from pages.parts import cached, emphasis, number, picture, wall
from pages.parts.words import plain

STEP: Final = "present"
_NAMES: Final = "names"
_HIDDEN: Final = "hidden"


def door() -> bool:
    """The one click that begins it; whether names may be shown, there and in every file."""
    with st.container(horizontal=True, vertical_alignment="center"):
        names = not st.toggle(
            "Leave out names",
            key="client_hide",
            persist_state="session",
            help="“Creator 1” instead of handles, on the wall and in every file.",
        )
        st.button(
            "Present",
            key="client_present",
            icon=":material/slideshow:",
            type=emphasis.main(),
            on_click=_begin,
            args=(names,),
            help="Full screen, without controls and fees; arrow keys lead on, Escape ends it.",
        )
    return names


def is_on() -> bool:
    """Whether a step is asked for in the address."""
    return STEP in st.query_params


def draw(asked: Question, writing: Writing) -> None:
    """The step that the address names, or the first one."""
    names = st.query_params.get(_NAMES) != _HIDDEN
    dossier = cached.dossier(asked, fees=False, names=names)
    story = steps.steps(dossier)
    wanted = st.query_params[STEP]
    at = steps.KEYS.index(wanted) if wanted in steps.KEYS else 0
    _show(story[at], f"{at + 1} of {len(story)}")
    _slider(asked, writing)
    _ways(at)
    _evidence(story[at], dossier.headline[:1], asked, writing)
    st.caption("  \n".join(plain(line) for line in story[at].foot(writing)))


def _begin(names: bool) -> None:
    st.query_params.from_dict({STEP: steps.KEYS[0], **({} if names else {_NAMES: _HIDDEN})})


def _go(at: int) -> None:
    st.query_params[STEP] = steps.KEYS[at]


def _leave() -> None:
    st.query_params.clear()


def _show(step: Step, place: str) -> None:
    if step.sample:
        st.badge("Sample data", icon=":material/science:", color="orange")
    lines = [(point.lead, point.text) for point in step.points]
    wall.say(step.finding, lines, name=f"{place} · {step.name}", key=f"present_{step.key}")
    if step.picture is not None:
        picture.ready(large(step.picture.spec), f"present_{step.key}_chart")


def _evidence(step: Step, result: tuple[Number, ...], asked: Question, writing: Writing) -> None:
    """The table behind the chart and the passport of each number, that of the slider's result
    among them, one click away.
    """
    if step.picture is not None:
        table, means = step.picture.table, (asked.goal, "goal_chance", "unique_reach")
        picture.numbers(lambda: table, f"present_{step.key}", means)
    slid = [each for each in result if each not in step.numbers]
    number.passports([*step.numbers, *slid], writing)


@st.fragment
def _slider(asked: Question, writing: Writing) -> None:
    """What the best plan would bring for another budget: read off, so it answers at once."""
    frontier = cached.frontier(cached.answer(asked))
    stops = instead.stops(frontier)
    if len(stops) < 2:
        return
    now = instead.nearest(frontier, asked.total)
    budget = st.select_slider(
        "And with another budget?",
        options=stops,
        value=now,
        format_func=writing.money,
        key="present_budget",
    )
    said = instead.sentence(frontier, budget, now, asked.goal, writing)
    wall.say("", [(said, "")], key="present_answer")


def _ways(at: int) -> None:
    """Back, on and out; the arrow keys and Escape do the same."""
    last = len(steps.KEYS) - 1
    with st.container(horizontal=True):
        for label, key, to, off in (
            ("Back", "Left", at - 1, at == 0),
            ("Next", "Right", at + 1, at == last),
        ):
            st.button(
                label,
                key=f"present_{label.lower()}",
                type="tertiary",
                shortcut=key,
                disabled=off,
                on_click=_go,
                args=(to,),
            )
        st.button("End", key="present_end", type="tertiary", shortcut="Escape", on_click=_leave)
