"""Meta Business Suite's charts (a measure a day) and its audience, section by section."""

import re
from dataclasses import replace
from typing import Final

from core import tables as tidy
from core.readers import damage, headers, measures, numbers, sections
from core.readers.cells import Sheet
from core.readers.files import File
from core.readers.parts import Part
from core.readers.sections import Section

_CHART: Final = ("meta_business_suite_chart", "Meta Business Suite, numbers a day")
_AUDIENCE: Final = ("meta_business_suite_audience", "Meta Business Suite, audience")
_FACEBOOK: Final = (
    "“{}” does not say whose it is; Instagram's is in the file too, so it is taken as Facebook's."
)
_COPY: Final = re.compile(r"\s*\(\d+\)$")
_OF_ACCOUNT: Final = re.compile(r"\b(?:page|profile|account|and profile)\b")
_GUESSED_TITLE: Final = "The chart in it has no title, so its measure is named after the file: {}."
_MEANINGLESS: Final = frozenset({"primary", "value", "total", "wert", "valor", "valeur", "primär"})


def read(file: File, sheet: Sheet) -> list[Part]:
    """Every section of a sheet; an empty list where the sheet is none of Meta's."""
    if not sections.are_here(sheet.head):
        return []
    every = list(sections.apart(sheet.body(-1)))
    parts = [_part(section, file) for section in every]
    return _told_apart(every, parts)


def _told_apart(every: list[Section], parts: list[Part]) -> list[Part]:
    """The parts, an unnamed chart given to Facebook where Instagram has the same one: Meta writes
    Facebook's first and does not always say so.
    """
    measures_of = [set(part.tables["daily"]["measure"]) if part.tables else set() for part in parts]
    instagram = {
        name
        for section, names in zip(every, measures_of, strict=True)
        if section.platform == "instagram"
        for name in names
    }
    made = []
    for section, part, names in zip(every, parts, measures_of, strict=True):
        if section.platform is None and names & instagram:
            daily = part.tables["daily"].assign(platform="facebook")
            note = _FACEBOOK.format(section.title or " and ".join(sorted(names)))
            part = replace(part, tables={"daily": daily}, notes=[*part.notes, note])
        made.append(part)
    return made


def _part(section: Section, file: File) -> Part:
    if section.holds == "chart":
        return _chart(section, file)
    if section.holds == "total":
        return _total(section)
    return _shares(section, file)


def _chart(section: Section, file: File) -> Part:
    title, notes = section.title, []
    if not title and _chart_name(file):
        title = _chart_name(file)
        notes.append(_GUESSED_TITLE.format(f"“{title}”"))
    names = [
        _measure(title, heading, several=len(section.headings) > 2) for heading in section.headings
    ]
    headings = [
        heading or (title if (section.rows[at] != "").any() else "")
        for at, heading in enumerate(section.headings)
    ]
    made = measures.measured(section.rows, headings, 0, file.name, names)
    return Part(
        *_CHART,
        rows=len(section.rows),
        tables={"daily": tidy.conform(made.daily.assign(platform=section.platform), "daily")},
        problems=made.problems,
        notes=[*notes, *made.notes],
    )


def _measure(title: str, heading: str, *, several: bool) -> str:
    """`follows` out of “Instagram follows”; with the column's name where there are several."""
    plain = headers.normal(heading)
    own = _without_network(title) or _without_network(heading)
    if not several or plain in _MEANINGLESS or not plain or not title:
        return measures.measure_name(own or "value")
    inside = _without_network(heading)
    return measures.measure_name(own if inside == own else f"{own} {inside}")


def _without_network(words: str) -> str:
    plain = headers.normal(words)
    for name in ("facebook", "instagram"):
        plain = plain.replace(name, " ")
    return " ".join(_OF_ACCOUNT.sub(" ", plain).split())


def _chart_name(file: File) -> str:
    stem = _COPY.sub("", file.base.rsplit(".", 1)[0])
    known = ("follows", "reach", "views", "visits", "interactions", "link clicks", "viewers")
    return stem if stem in known else ""


def _total(section: Section) -> Part:
    number = numbers.parse(section.rows[0]).iloc[0]
    return Part(
        *_AUDIENCE,
        rows=1,
        tables={},
        notes=[f"{section.title or 'A total'}: {number:,.0f} when the file was made."],
        audience=["number of followers"],
    )


def _shares(section: Section, file: File) -> Part:
    """A table of shares: counted, its broken cells named, nothing kept."""
    named = [heading or section.title for heading in section.headings]
    bad = damage.dates_among(section.rows, named, file.name)
    return Part(
        *_AUDIENCE,
        rows=len(section.rows),
        tables={},
        problems=bad,
        audience=[section.title or "shares"],
    )
