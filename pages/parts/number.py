"""One number on screen: what it says, its range, its date, and its passport one click away."""

from collections.abc import Iterable
from datetime import datetime

import streamlit as st

from core import figures
from core.locale import Writing
from core.metrics import Input, Metric, Number, metric
from pages.parts import tiles
from pages.parts.words import plain


def row(numbers: dict[str, Number], keys: Iterable[str], writing: Writing, key: str) -> None:
    """Several numbers side by side with their 80 % ranges; their passports open on one click."""
    told = [numbers[name] for name in keys if name in numbers]
    if told:
        said = [(one.metric.label, shown(one, writing), range_words(one, writing)) for one in told]
        tiles.draw(said, f"numbers_{key}")
        passports(told, writing)


def shown(number: Number, writing: Writing) -> str:
    """The value alone, in the reader's way and its own currency."""
    if number.currency:
        return writing.money(number.estimate.value, number.currency)
    return writing.value(number.estimate.value, number.unit or number.metric.unit)


def range_words(number: Number, writing: Writing) -> str:
    """`8 in 10: 2.1%–3.4% · 14 posts`, or what is missing."""
    estimate, unit = number.estimate, number.unit or number.metric.unit
    if number.said:
        return number.said
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
    return " · ".join(words) or "counted, so without a range"


def as_of(number: Number) -> datetime | None:
    """The newest date among what went into the number."""
    dates = [item.as_of for item in number.inputs if item.as_of is not None]
    return max(dates, default=None)


def passport(number: Number, writing: Writing) -> None:
    """Sentence, formula with the actual numbers, inputs with dates, other definitions, sources."""
    st.markdown("\n\n".join(_passport(number, writing)))


def _passport(number: Number, writing: Writing) -> list[str]:
    """The passport's paragraphs; each element on a page costs a millisecond, a paragraph none."""
    metric = number.metric
    said = [f"**{metric.label}.** {metric.sentence}", f"Worked out as: {metric.formula}."]
    said.append(f"{plain(shown(number, writing))} · {plain(range_words(number, writing))}")
    if number.working:
        said.append(f"`{number.working}`")
    facts = [_input(item, writing) for item in number.inputs]
    facts += [f"- Another definition, {plain(of)}: {plain(value)}" for of, value in number.others]
    if not number.others:
        facts += [f"- Others count it {label}" for label in metric.other_definitions]
    said.append("\n".join(facts))
    if number.note:
        said.append(f"Mind: {plain(number.note)}")
    said += [f":small[:gray[{source_line(source_id)}]]" for source_id in number.source_ids]
    return [paragraph for paragraph in said if paragraph]


def _input(item: Input, writing: Writing) -> str:
    when = writing.day(item.as_of) if item.as_of else ""
    since = ", ".join(filter(None, (item.origin, when)))
    origin = f" ({since})" if since else ""
    return f"- {plain(item.label)}: **{plain(item.text)}**{plain(origin)}"


def sources(source_ids: tuple[str, ...]) -> None:
    """Each published source as one line with its link."""
    if source_ids:
        st.caption("\n\n".join(source_line(source_id) for source_id in source_ids))


def source_line(source_id: str) -> str:
    """One published source in Markdown, with its link."""
    source = figures.source(source_id)
    link = f" [{plain(source.url)}]({source.url})" if source.url else ""
    return f"Source: {plain(source.citation)}.{link} {plain(source.note)}"


def passports(numbers: Iterable[Number], writing: Writing, label: str = "How we know") -> None:
    """The passports of the numbers that a sentence states, behind one click."""
    told = [paragraph for number in numbers for paragraph in _passport(number, writing)]
    if told:
        with st.popover(label, type="tertiary", icon=":material/info:"):
            st.markdown("\n\n".join(told))


def legend(keys: Iterable[str], label: str = "What these columns mean") -> None:
    """What numbers shown side by side mean, behind one click; by the keys of their metrics."""
    with st.popover(label, type="tertiary", icon=":material/info:"):
        st.markdown(meaning(keys))


def meaning(keys: Iterable[str], source_ids: Iterable[str] = ()) -> str:
    """Sentence, formula and other definitions of each kind of number, and the sources of all."""
    said = [_meaning(metric(key)) for key in keys]
    return "\n\n".join([*said, *(f":small[:gray[{source_line(each)}]]" for each in source_ids)])


def _meaning(metric: Metric) -> str:
    others = "".join(f" Others count it {other}." for other in metric.other_definitions)
    return f"**{metric.label}.** {metric.sentence} Worked out as: {metric.formula}.{others}"
