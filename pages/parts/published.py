"""Benchmarks and survey figures as cards, what contradicts what, and the rule of the grades."""

import streamlit as st

from core.locale import Writing
from core.stories import benchmarks as sets
from core.stories import grades, pricing, relations
from core.stories import trust as surveys
from pages.parts import benchmark, cards, number
from pages.parts.words import plain


def benchmarks(writing: Writing) -> None:
    """The set in force and what another one moved; contradictions; one card a published table."""
    now = benchmark.choose()
    benchmark.say()
    lines = [f"- {plain(relations.told(row))}" for _, row in relations.contradictions().iterrows()]
    with st.popover("Where figures contradict each other", icon=":material/compare_arrows:"):
        st.markdown("\n".join(lines))
    with st.grid(min_column_width=320):
        for card in sets.cards():
            with st.container(border=True, height="stretch"):
                st.markdown("\n\n".join(_told(card, now, writing)))


def _told(card: sets.Card, now: str, writing: Writing) -> list[str]:
    badges = cards.badge(card.grade)
    if card.benchmark == now:
        badges += " :violet-badge[In force]"
    measured = f"Measured: engagement by size, {card.networks()}; divided by: {card.basis()}."
    unknown = card.unknown()
    said = [badges, f"**{plain(card.title())}**", plain(measured), plain(card.tiers(writing))]
    said.append(f":small[{plain(card.remark)}]")
    if unknown:
        said.append(f":small[:gray[Not stated: {', '.join(unknown)}.]]")
    return [*said, *cards.proof(card.source_id, card.source_id)]


def prices(writing: Writing) -> None:
    """One card a published rate card; which one is in force is chosen with the budget."""
    with st.grid(min_column_width=320):
        for card in pricing.cards():
            with st.container(border=True, height="stretch"):
                said = [cards.badge(card.grade), f"**{plain(card.label)}**"]
                said += [plain(line) for line in card.prices(writing)]
                said.append(f":small[{plain(card.remark)}]")
                if card.unknown():
                    left_out = ", ".join(card.unknown())
                    said.append(f":small[:gray[Not stated: {left_out}.]]")
                st.markdown("\n\n".join([*said, *cards.proof(card.source_id, card.source_id)]))


def trust(writing: Writing) -> None:
    """The survey figures, and before all of them whom they describe."""
    st.warning(plain(surveys.CAVEAT), title="Whom these figures describe")
    number.sources(surveys.CAVEAT_SOURCES)
    with st.grid(min_column_width=260):
        for figure in surveys.every():
            with st.container(border=True, height="stretch"):
                evidence = figure.evidence
                notes = [f":small[{plain(figure.note)}]"] if figure.note else []
                st.markdown(
                    "\n\n".join(
                        [
                            cards.badge(grades.grade(evidence)),
                            f"**{plain(figure.told(writing))}**  \n{plain(figure.statistic)}",
                            *notes,
                            *cards.proof(figure.item, figure.source_id, against=figure.against()),
                        ]
                    )
                )


def rule() -> str:
    """The grades and the rule that gives them."""
    lines = [f"- **{grade}**: {words}" for grade, words in grades.GRADES.items()]
    return "\n\n".join([grades.RULE, "\n".join(lines)])
