"""Which column of a file is what: proposed with examples, corrected in a grid by a person."""

import hashlib
from typing import Any, Final

import pandas as pd
import streamlit as st

from core import readers
from core.readers import meanings
from core.readers.reading import listing
from pages.parts.words import plain

_OUT: Final = "out"  # an empty choice would be drawn as an empty cell
_NAMED: Final = 4  # columns that are not used, before the others are only counted
_NOT_USED: Final = (
    "Columns that were not used: {}. If one of them matters, say what it is under “Which column "
    "is what”."
)
_EXAMPLES: Final = ("example_1", "example_2", "example_3")


def chosen(digest: str) -> dict[str, str] | None:
    """What was chosen in this visit for the columns of the file; None where nothing was."""
    said: dict[str, str] | None = st.session_state.get(_place(digest))
    return said


def forget(digest: str) -> None:
    """Lets go of what was chosen in this visit."""
    st.session_state.pop(_place(digest), None)


def ask(unknown: readers.UnknownColumns, digest: str, key: str) -> None:
    """Why a table names nobody yet, and its grid, open."""
    st.warning(plain(unknown.do), title=plain(unknown.what), icon=":material/help:")
    st.markdown("**If it is a list of people, say which column is what:**")
    _grid(unknown.columns, digest, key)


def correct(reading: readers.Reading, digest: str, key: str) -> None:
    """Which columns of a table were not used, and its grid, folded: a wrong guess is corrected
    here.
    """
    if reading.unused and chosen(digest) is None:
        names = plain(listing(reading.unused, most=_NAMED))
        st.caption(f":material/lightbulb: {_NOT_USED.format(names)}")
    with st.expander("Which column is what", icon=":material/table_chart:"):
        _grid(reading.columns, digest, key)


def ask_marks(reading: readers.Reading, digest: str, key: str) -> None:
    """Asks what 1.234 means in each column where nothing in the file decides."""
    for at, name in enumerate(reading.unsure):
        with st.container(border=True, key=f"marks_{at}_{key}"):
            st.markdown(f"**What does 1.234 mean in “{plain(name)}”?** Nothing in the file says.")
            st.caption("It is read as one thousand two hundred thirty-four.")
            if st.button("It is less than two: they are decimals", key=f"decimals_{at}_{key}"):
                columns = reading.columns.set_index("column")["meaning"].fillna(_OUT)
                said = {str(column): str(meaning) for column, meaning in columns.items()}
                _choose(digest, {**said, name: said[name] + meanings.DECIMAL})
                st.rerun()


def _grid(columns: pd.DataFrame, digest: str, key: str) -> None:
    shown = columns.assign(meaning=columns["meaning"].replace(meanings.NOTHING, None).fillna(_OUT))
    edited = st.data_editor(
        shown,
        hide_index=True,
        disabled=["column", *_EXAMPLES],
        column_config=_config(columns),
        key=f"columns_{key}_{_stamp(shown)}",
        placeholder="",
        alt="Columns of the file and what they were taken for",
    )
    with st.container(horizontal=True):
        # No callback: a click that also ends the edit of a cell would be given the cells before it.
        if st.button("Read it like this", key=f"reread_{key}"):
            _choose(digest, dict(zip(edited["column"], edited["meaning"], strict=True)))
            st.rerun()
        back(digest, key)


def back(digest: str, key: str) -> None:
    """The way back to the proposal, where something else was chosen."""
    if chosen(digest) is not None:
        st.button(
            "Back to the proposal",
            key=f"propose_{key}",
            type="tertiary",
            icon=":material/undo:",
            on_click=forget,
            args=(digest,),
        )


def _config(columns: pd.DataFrame) -> dict[str, Any]:
    column = st.column_config
    return {
        "column": column.TextColumn("In your file", width="small"),
        "meaning": column.SelectboxColumn(
            "What it is",
            options=[meaning or _OUT for meaning in meanings.offered(columns)],
            format_func=lambda meaning: meanings.words(None if meaning == _OUT else meaning),
            required=True,
            width="medium",
        ),
        **{
            name: column.TextColumn("Example" if at == 0 else "Another", width="small")
            for at, name in enumerate(_EXAMPLES)
        },
    }


def _choose(digest: str, said: dict[str, str]) -> None:
    named = {name: "" if meaning == _OUT else meaning for name, meaning in said.items()}
    st.session_state[_place(digest)] = named


def _place(digest: str) -> str:
    return f"mapping_{digest}"


def _stamp(columns: pd.DataFrame) -> str:
    """Another one for another proposal, so that edits of one grid never pass to the next."""
    words = columns[["column", "meaning"]].to_csv()
    return hashlib.sha256(words.encode()).hexdigest()[:12]
