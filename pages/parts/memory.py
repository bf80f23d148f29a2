"""What was said about one file is used by itself for the next with the same headings, and says so.

A file is read bare first: its headings tell whether anything is remembered for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import streamlit as st

from core import readers
from pages.parts import cached, mapping, origin
from pages.parts.words import plain

Read = readers.Reading | readers.UnreadableFile


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is remembered for files of one shape, with what was said for the file at hand."""

    fingerprint: str | None = None
    headings: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    since: datetime | None = None  # None: nothing is remembered, or nothing of it was used

    def say(self, digest: str, key: str) -> None:
        """One sentence on what was taken from before, and a way to forget it."""
        if self.since is None or self.fingerprint is None:
            return
        with st.container(horizontal=True, vertical_alignment="center", key=f"known_{key}"):
            when = cached.writing().day(self.since)
            what = "Columns read as you set them" if self.meanings else "Answered as you answered"
            also = ", and the questions below answered" if self.meanings and self.answers else ""
            st.markdown(f":material/history: {plain(f'{what} on {when}{also}.')}")
            st.button(
                "Forget this",
                key=f"forget_{key}",
                type="tertiary",
                on_click=_forget,
                args=(self.fingerprint, digest, key),
                help="The file is read as if it were the first of its kind.",
            )

    def and_now(self, answers: Mapping[str, str]) -> "Known":
        """With the answers to the questions of this file; one that was taken back is gone."""
        both = {**self.answers, **answers}
        return replace(self, answers={name: said for name, said in both.items() if said})

    def keep(self) -> None:
        """Remembers it for the next file with the same headings."""
        if self.fingerprint is not None:
            cached.the_store().mappings.remember(
                self.fingerprint,
                headings=list(self.headings),
                meanings=self.meanings,
                answers=self.answers,
            )


def read(reading_of: Callable[[Mapping[str, str]], Read], digest: str) -> tuple[Read, Known]:
    """The file as it is read with what was chosen for it, else with what is remembered.

    `reading_of` reads it with a mapping of its columns; what is remembered never makes a file
    that can be read unreadable.
    """
    bare = reading_of({})
    known = _known(bare)
    chosen = mapping.chosen(digest)
    if chosen is not None:
        return reading_of(chosen), replace(known, meanings=chosen, since=None)
    if not known.meanings:
        return bare, known
    remembered = reading_of(known.meanings)
    if isinstance(remembered, readers.UnreadableFile):
        return bare, replace(known, meanings={}, since=None)
    return remembered, known


def _known(bare: Read) -> Known:
    if isinstance(bare, readers.UnreadableFile) and not isinstance(bare, readers.UnknownColumns):
        return Known()
    kind = bare.format if isinstance(bare, readers.Reading) else ""
    fingerprint = readers.shapes.fingerprint(bare.columns, kind)
    if fingerprint is None:
        return Known()
    row = cached.the_store().mappings.known(fingerprint)
    headings = tuple(bare.columns["column"].dropna())
    if row is None:
        return Known(fingerprint, headings)
    return Known(fingerprint, headings, row.meanings, row.answers, row.set_at)


def _forget(fingerprint: str, digest: str, key: str) -> None:
    cached.the_store().mappings.forget(fingerprint)
    mapping.forget(digest)
    origin.forget(key)
