"""What was understood of one file, before anything enters: sentence, rows kept out, what next."""

import streamlit as st

from core import readers, tables
from core.errors import AlreadyHere, UnreadableFile
from core.exports import comma
from core.readers import headers
from pages.parts import cached
from pages.parts.words import plain

_SHOWN_ROWS = 50


def refusal(error: UnreadableFile) -> None:
    """Why a file could not be used and what would work instead."""
    st.error(plain(error.do), title=plain(error.what), icon=":material/block:")


def card(name: str, content: bytes) -> bool:
    """One dropped file with its preview and its button; True once it is in the store."""
    mapping = st.session_state.get(f"mapping_{name}") or {}
    digest, reading = cached.reading(name, content, mapping)
    here = cached.upload_of(digest)
    with st.container(border=True, key=f"file_{digest[:12]}"):
        st.markdown(f"**{plain(name)}**")
        if isinstance(reading, UnreadableFile):
            refusal(reading)
            return False
        understood(reading)
        if here is not None:
            st.success("This file is in. You can take it out again below.", icon=":material/check:")
            return True
        if len(reading.columns):
            columns(name, reading, digest)
        told, found_via, owner = origin(reading, digest)
        if st.button("Add this file", key=f"add_{digest[:12]}", type="primary"):
            keep(told, name, digest, len(content), found_via, owner)
            st.rerun()
    return False


def understood(reading: readers.Reading) -> None:
    """The one sentence, the notes, and every row or cell that was kept out."""
    st.markdown(plain(reading.sentence))
    for note in reading.notes:
        st.caption(f":material/lightbulb: {plain(note)}")
    if reading.problems.empty:
        return
    kept_out = reading.rows_kept_out
    cells = len(reading.problems) - kept_out
    parts = [f"{kept_out} of {reading.rows} rows kept out"] if kept_out else []
    parts += [f"{cells} cells left empty"] if cells > 0 else []
    with st.expander(f"Not understood: {', '.join(parts)}", icon=":material/rule:"):
        st.dataframe(reading.problems.head(_SHOWN_ROWS), hide_index=True, alt="Rows kept out")
        st.download_button(
            "Download all of them",
            data=lambda: comma.csv(reading.problems),
            file_name="not_understood.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"problems_{id(reading)}",
        )


def columns(name: str, reading: readers.Reading, digest: str) -> None:
    """Which column was taken for what, with example values; a wrong guess is corrected here."""
    with st.expander("Which column is what", icon=":material/table_chart:"):
        meanings = ["", *headers.MEANINGS]
        edited = st.data_editor(
            reading.columns,
            hide_index=True,
            disabled=[column for column in reading.columns if column != "meaning"],
            column_config={"meaning": st.column_config.SelectboxColumn(options=meanings)},
            key=f"columns_{digest[:12]}",
            alt="Columns of the file and what they were taken for",
        )
        if st.button("Read it again like this", key=f"reread_{digest[:12]}"):
            chosen = edited.fillna({"meaning": ""})
            st.session_state[f"mapping_{name}"] = dict(
                zip(chosen["column"], chosen["meaning"], strict=True)
            )
            st.rerun()


def origin(reading: readers.Reading, digest: str) -> tuple[readers.Reading, str | None, str | None]:
    """What the file itself does not say: the network, where these people come from, whose list."""
    owner, platform = None, None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        found_via = st.selectbox(
            "Where do these people come from?",
            tables.FOUND_VIA,
            index=0 if len(reading.tables["follows"]) else None,
            placeholder="Not said",
            key=f"via_{digest[:12]}",
            width=280,
        )
        if any(frame["platform"].isna().any() for frame in reading.tables.values()):
            platform = st.selectbox(
                "Which network are they on?",
                tables.PLATFORMS,
                index=None,
                placeholder="Not said",
                key=f"platform_{digest[:12]}",
                width=280,
                help="Without it they cannot be set beside the figures of their network.",
            )
        if reading.tables["follows"]["handle"].isna().any():
            owner = st.text_input(
                "Whose followers are these?",
                placeholder="handle of the account",
                key=f"owner_{digest[:12]}",
                width=280,
            )
    told = reading.on_platform(platform) if platform else reading
    return told, found_via, (owner or "").strip().removeprefix("@") or None


def keep(
    reading: readers.Reading,
    name: str,
    digest: str,
    size: int,
    found_via: str | None,
    owner: str | None = None,
) -> None:
    """Puts the reading into the store and says so; a file that is here already is named."""
    try:
        cached.the_store().keep(
            reading, name=name, content_sha256=digest, size=size, found_via=found_via, owner=owner
        )
    except AlreadyHere as error:
        st.toast(plain(f"{error.what} {error.do}"), icon=":material/info:")
        return
    st.toast(f"{plain(name)} is in.", icon=":material/check:")
