"""Campaigns as cards: what was done, what came of it, how good the evidence is, what is unknown."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from core import stories
from core.locale import UNKNOWN, Writing, is_known
from core.stories import grades, playbooks, relations, sizes
from core.stories.own import OWN_SOURCE
from pages.parts import frame, number, playbook
from pages.parts.words import plain

_SHOWN: Final = 8  # cards before "Show all"; each costs a millisecond or two
_SUMS: Final = (1_000, 5_000, 25_000, 100_000, 500_000)  # US dollars
_COLOURS: Final[Mapping[str, Literal["green", "blue", "gray"]]] = {
    "A": "green",
    "B": "blue",
    "C": "gray",
    "D": "gray",
}


def nearest(similar: pd.DataFrame) -> None:
    """The campaigns most like the plan, and why."""
    lines = [
        f"- **{plain(story.brand)}, {plain(story.campaign)}**: {plain(story.why)}"
        for story in similar.itertuples()
    ]
    if lines:
        st.markdown("\n".join(lines))


@frame.part
def campaigns(
    every: pd.DataFrame, facts: stories.PlanFacts | None, brand: str, writing: Writing
) -> None:
    """One card a campaign, best evidence first; the filters redraw the cards alone."""
    filters, most = _filters(), _most(writing)
    found = playbooks.chosen(every, *filters, most=most)
    found = found.sort_values("evidence_grade", kind="stable")
    unsaid = int(playbooks.costs(found).isna().sum())
    if most is not None and unsaid:
        st.caption(f"{unsaid} of these {len(found)} did not publish what they cost; they stay in.")
    whole = len(found) <= _SHOWN or st.session_state.get("stories_all", False)
    with st.grid(min_column_width=320):
        for _, story in (found if whole else found.head(_SHOWN)).iterrows():
            with st.container(border=True, height="stretch"):
                st.markdown("\n\n".join(_told(story, writing)))
                if st.button(
                    "Run this playbook",
                    key=f"run_{story['campaign_id']}",
                    icon=":material/play_arrow:",
                    disabled=facts is None,
                    help=None if facts else "Bring in creators and make a plan first.",
                ):
                    playbook.run(playbooks.terms(story, brand))
                    st.switch_page("pages/budget.py")
    if found.empty:
        st.caption("No campaign passes these filters.")
    elif len(found) > _SHOWN:
        st.toggle(f"Show all {len(found)}", key="stories_all")


def _filters() -> list[Sequence[str]]:
    """Playbook, size, platform, budget, evidence; nothing picked lets all pass."""
    unsaid = {playbooks.UNSAID: "Not published"}
    asked: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("Playbook", playbooks.PLAYBOOKS),
        ("Size", {**{size: size.capitalize() for size in sizes.SIZES}, **unsaid}),
        ("Platform", {**{name: name for name in playbooks.NETWORKS}, **unsaid}),
        ("Budget", playbooks.FEES),
    )
    with st.container(horizontal=True):
        picked = [
            st.multiselect(
                label,
                list(options),
                format_func=options.__getitem__,
                key=f"stories_{label.lower()}",
                placeholder="All",
                width=220,
                select_all=False,
            )
            for label, options in asked
        ]
    grades_picked = st.pills(
        "Evidence",
        list(stories.GRADES),
        selection_mode="multi",
        format_func=lambda grade: f"{grade}: {stories.GRADES[grade]}",
        key="stories_grades",
    )
    return [*map(list, picked), list(grades_picked)]


def _most(writing: Writing) -> float | None:
    """The most that a campaign may have cost in all, None for any sum."""
    picked = st.select_slider(
        "Cost in all, at most",
        [*_SUMS, None],
        None,
        format_func=lambda most: "any sum" if most is None else writing.money(most, "USD"),
        key="stories_cost",
        width=460,
    )
    return None if picked is None else float(picked)


def badge(grade: str) -> str:
    """The grade as a badge."""
    return f":{_COLOURS[grade]}-badge[Evidence {grade}]"


def _told(story: Any, writing: Writing) -> list[str]:
    """The paragraphs of a card; one element, since many cards are drawn at once."""
    badges = badge(story["evidence_grade"])
    if story["counter_example"]:
        badges += " :orange-badge[Counter-example]"
    facts = {
        "Creators": writing.span(story["creators_low"], story["creators_high"], "count"),
        "Size": _text(story["tier"]),
        "Platform": _text(story["platform"]),
        "Pay": _text(story["compensation"]),
        "Pieces": _text(story["posts_count"]),
        "Engagement rate": writing.share(story["engagement_rate"]),
        "Spend": writing.money(story["spend"], "USD"),
        "Outcome": _text(story["outcome"]),
        "Year": _text(story["year"]),
    }
    known = [f"{label}: {plain(text)}" for label, text in facts.items() if text != UNKNOWN]
    missing = [label.lower() for label, text in facts.items() if text == UNKNOWN]
    said = [badges, f"**{plain(story['brand'])}** · {plain(story['campaign'])}"]
    said += [plain(story["playbook"]), "  \n".join(known)]
    if missing:
        said.append(f":small[:gray[Not published: {', '.join(missing)}.]]")
    return [*said, *_evidence(story)]


def _evidence(story: Any) -> list[str]:
    """Who told it and paid for it, what speaks against it, and the source."""
    if story["source_id"] == OWN_SOURCE:
        return [":small[:gray[Source: your own plan as it was kept, and what came of it.]]"]
    return proof(story["campaign_id"], story["source_id"], _text(story["note"]))


def proof(
    item: str, source_id: str, note: str = UNKNOWN, against: Sequence[str] | None = None
) -> list[str]:
    """Grade with its reason, whom it describes, who paid, contradictions, source."""
    evidence = grades.of(item)
    grade, why = grades.reasoned(evidence)
    paid = evidence.paid_by or "not stated"
    line = (
        f"Evidence {grade}, because {why}. It describes {evidence.describes}. Paid for by: {paid}."
    )
    notes = [f":small[{plain(note)}]"] if note != UNKNOWN else []
    source = f":small[:gray[{number.source_line(source_id)}]]"
    others = relations.sentences(item) if against is None else against
    beside = [f":material/compare_arrows: {plain(told)}" for told in others]
    return [f":small[{plain(line)}]", *notes, *beside, source]


def _text(value: object) -> str:
    return str(value) if is_known(value) else UNKNOWN
