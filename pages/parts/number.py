"""One number on screen: what it says, its range, its date, and its passport one click away."""

from datetime import datetime

import streamlit as st

from core import figures
from core.locale import Writing
from core.metrics import Metric, Number
from pages.parts.words import plain


def draw(number: Number, writing: Writing, key: str) -> None:
    """A card with the value, its 80 % range and a passport that opens on a click."""
    metric, estimate = number.metric, number.estimate
    with st.container(border=True, gap="xsmall", key=f"number_{key}"):
        shown = (
            writing.money(estimate.value, number.currency)
            if number.currency
            else writing.value(estimate.value, metric.unit)
        )
        st.metric(metric.label, shown)
        st.caption(range_words(number, writing))
        with st.popover("How we know", type="tertiary", icon=":material/info:"):
            passport(number, writing)


def row(numbers: dict[str, Number], keys: list[str], writing: Writing, key: str) -> None:
    """Several numbers side by side, one below the other on a phone."""
    with st.grid(min_column_width=170):
        for name in keys:
            if name in numbers:
                draw(numbers[name], writing, f"{key}_{name}")


def range_words(number: Number, writing: Writing) -> str:
    """`8 in 10: 2.1%–3.4% · 14 posts`, or what is missing."""
    estimate, unit = number.estimate, number.metric.unit
    if estimate.value is None:
        return "not known yet"
    words = []
    if estimate.low is not None and estimate.high is not None and estimate.low < estimate.high:
        words.append(f"8 in 10: {writing.span(estimate.low, estimate.high, unit)}")
    if estimate.n:
        words.append(f"based on {writing.number(estimate.n)}")
    newest = as_of(number)
    if newest:
        words.append(f"as of {writing.day(newest)}")
    return " · ".join(words) or "a plain count or sum: no range"


def as_of(number: Number) -> datetime | None:
    """The newest date among what went into the number."""
    dates = [item.as_of for item in number.inputs if item.as_of is not None]
    return max(dates, default=None)


def passport(number: Number, writing: Writing) -> None:
    """Sentence, formula with the actual numbers, inputs with dates, other definitions, sources."""
    metric = number.metric
    st.markdown(f"**{metric.label}.** {metric.sentence}")
    st.markdown(f"Worked out as: {metric.formula}.")
    if number.working:
        st.code(number.working, language=None, wrap_lines=True)
    for item in number.inputs:
        when = f", {writing.day(item.as_of)}" if item.as_of else ""
        origin = f" ({item.origin}{when})" if item.origin or when else ""
        st.markdown(f"- {plain(item.label)}: **{plain(item.text)}**{plain(origin)}")
    for label, value in number.others:
        st.markdown(f"- Another definition, {plain(label)}: {plain(value)}")
    if not number.others:
        for label in metric.other_definitions:
            st.markdown(f"- Others count it {label}")
    if number.note:
        st.markdown(f"Mind: {plain(number.note)}")
    sources(number.source_ids)


def sources(source_ids: tuple[str, ...]) -> None:
    """Each published source as one line with its link."""
    for source_id in source_ids:
        source = figures.source(source_id)
        link = f" [{plain(source.url)}]({source.url})" if source.url else ""
        st.caption(f"Source: {plain(source.citation)}.{link} {plain(source.note)}")


def legend(metrics: list[Metric], label: str = "What these columns mean") -> None:
    """What numbers shown side by side mean, behind one click."""
    with st.popover(label, type="tertiary", icon=":material/info:"):
        for metric in metrics:
            st.markdown(f"**{metric.label}.** {metric.sentence} *{metric.formula}.*")
