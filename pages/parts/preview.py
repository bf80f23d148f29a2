"""What was understood of one file, before anything enters: sentence, rows kept out, what next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core import readers
from core.errors import AlreadyHere, UnreadableFile
from core.exports import comma, marked
from core.readers.reading import count, in_words
from pages.parts import cached, decisions, emphasis, mapping, memory, origin, table
from pages.parts.words import plain

_SHOWN_ROWS = 50


def refusal(error: UnreadableFile) -> None:
    """Why a file could not be used and what would work instead."""
    st.error(plain(error.do), title=plain(error.what), icon=":material/block:")


@dataclass(frozen=True, slots=True, eq=False)
class Pending:
    """A file that was understood and waits for the click that brings it in."""

    reading: readers.Reading
    name: str
    digest: str
    size: int
    found_via: str | None
    owner: str | None = None
    said: memory.Known | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Card:
    """One dropped file, read, and the box it has on the page."""

    file: UploadedFile
    digest: str
    box: DeltaGenerator
    read: memory.Read
    known: memory.Known


def cards(files: Sequence[UploadedFile]) -> list[Pending]:
    """The dropped files one below the other; those that wait to be brought in, each once."""
    first: dict[str, UploadedFile] = {}
    opened = []
    for file in files:
        digest = cached.digest(file.file_id, file.getvalue())
        twin = first.setdefault(digest, file)
        if twin is file:
            opened.append(_opened(file, digest))
        else:
            _twin(file, twin.name)
    read = {
        one.digest: (one.file.name, one.read)
        for one in opened
        if isinstance(one.read, readers.Reading)
    }
    store = cached.the_store()
    here = store.ids() if any(one.waiting for _, one in read.values()) else None
    before = store.waiting() if any(len(one.ids) for _, one in read.values()) else None
    told = dict(zip(read, readers.together(list(read.values()), here, before), strict=True))
    waiting = [card(one, told.get(one.digest, one.read)) for one in opened]
    return [pending for pending in waiting if pending is not None]


def _opened(file: UploadedFile, digest: str) -> _Card:
    """A box with the file's name, and how far the reading is while it lasts."""
    box = st.container(border=True, key=f"file_{file.file_id}")
    with box:
        st.markdown(f"**{plain(file.name)}**")
        reading_of = partial(cached.reading, file.name, digest, file.getvalue())
        return _Card(file, digest, box, *memory.read(reading_of, digest))


def _twin(file: UploadedFile, other: str) -> None:
    with st.container(border=True, key=f"file_{file.file_id}"):
        st.markdown(f"**{plain(file.name)}**")
        st.caption(f":material/content_copy: The same, byte for byte, as “{plain(other)}” above.")


def card(one: _Card, reading: memory.Read) -> Pending | None:
    """One dropped file with its preview and its button; None when there is nothing to bring in."""
    file, digest, known = one.file, one.digest, one.known
    key = file.file_id
    with one.box:
        if isinstance(reading, UnreadableFile):
            if isinstance(reading, readers.UnknownColumns) and len(reading.columns):
                mapping.ask(reading, digest, key)
            else:
                refusal(reading)
                mapping.back(digest, key)
            return None
        understood(reading, key)
        if reading.reply is not None:
            decisions.bring_in(reading.reply, key)
            return None
        if len(reading.problems) and (len(reading.columns) or reading.of_campaign):
            give_back(file, reading)
        if cached.upload_of(digest) is not None:
            st.success("This file is in. You can take it out again below.", icon=":material/check:")
            return None
        known.say(digest, key)
        if len(reading.columns):
            mapping.ask_marks(reading, digest, key)
            mapping.correct(reading, digest, key)
        told = origin.ask(reading, key, known.answers)
        said = known.and_now(told.answers)
        pending = Pending(
            told.reading, file.name, digest, file.size, told.found_via, told.owner, said
        )
        if st.button("Add this file", key=f"add_{key}", type=emphasis.main()):
            keep(pending)
            st.rerun()
    return pending


def understood(reading: readers.Reading, key: str) -> None:
    """The one sentence, the notes, and every row or cell that was kept out."""
    st.markdown(plain(reading.sentence))
    for note in reading.notes:
        st.caption(f":material/lightbulb: {plain(note)}")
    if reading.problems.empty:
        return
    kept_out = reading.rows_kept_out
    cells = len(reading.problems) - kept_out
    parts = [f"{kept_out} of {count(reading.rows, 'row')}"] if kept_out else []
    parts += [count(cells, "cell")] if cells > 0 else []
    with st.expander(f"Left out: {', '.join(parts)}", icon=":material/rule:"):
        table.draw(
            in_words(reading.problems.head(_SHOWN_ROWS)),
            means=("source_row", "rows_read"),
            alt="Rows kept out",
        )
        st.download_button(
            "Download all of them",
            data=lambda: comma.csv(reading.problems),
            file_name="left_out.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"problems_{key}",
        )


def give_back(file: UploadedFile, reading: readers.Reading) -> None:
    """The person's own table with a column more that says what is wrong in each row."""
    st.download_button(
        "Download my file with the problem rows marked",
        data=lambda: marked.marked(file.name, file.getvalue(), reading),
        file_name=marked.named(file.name, file.getvalue()),
        on_click="ignore",
        key=f"marked_{file.file_id}",
        icon=":material/edit_note:",
    )


def add_all(pending: Sequence[Pending]) -> None:
    """One button for all that wait, and how many of them are still without a network."""
    silent = sum(one.reading.lacks_network for one in pending)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(f"Add all {len(pending)} files", type=emphasis.main()):
            keep(*pending)
            st.rerun()
        if silent:
            verb = "is" if silent == 1 else "are"
            st.caption(
                f":material/lightbulb: {count(silent, 'list')} {verb} still without a network:"
                " added like this, the creators in it cannot be set beside others of their network."
            )


def keep(*pending: Pending) -> None:
    """Brings the files in and says so; a file that is here already is named."""
    for one in pending:
        try:
            cached.the_store().keep(
                one.reading,
                name=one.name,
                content_sha256=one.digest,
                size=one.size,
                found_via=one.found_via,
                owner=one.owner,
            )
        except AlreadyHere as error:
            st.toast(plain(f"{error.what} {error.do}"), icon=":material/info:")
        else:
            st.toast(f"{plain(one.name)} is in.", icon=":material/check:")
            if one.said:
                one.said.keep()
