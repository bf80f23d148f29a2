"""Which column of a file is what: proposed with examples, corrected in a grid by a person."""

import hashlib
from typing import Any, Final

import pandas as pd
import streamlit as st

from core.readers import meanings

_EXAMPLES: Final = ("example_1", "example_2", "example_3")


def chosen(digest: str) -> dict[str, str] | None:
    """What was chosen in this visit for the columns of the file; None where nothing was."""
    said: dict[str, str] | None = st.session_state.get(_place(digest))
    return said


def forget(digest: str) -> None:
    """Lets go of what was chosen in this visit."""
    st.session_state.pop(_place(digest), None)


def ask(columns: pd.DataFrame | None, digest: str, key: str) -> None:
    """The grid of a table in which nobody is named yet, open; without columns only the way back."""
    if columns is None or columns.empty:
        _back(digest, key)
        return
    st.markdown("**If it is a list of people, say which column is what:**")
    _grid(columns, digest, key)


def correct(columns: pd.DataFrame, digest: str, key: str) -> None:
    """The grid of a table that was understood, folded: a wrong guess is corrected here."""
    with st.expander("Which column is what", icon=":material/table_chart:"):
        _grid(columns, digest, key)


def _grid(columns: pd.DataFrame, digest: str, key: str) -> None:
    shown = columns.assign(meaning=columns["meaning"].fillna(meanings.NOTHING))
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
        st.button(
            "Read it like this",
            key=f"reread_{key}",
            on_click=_choose,
            args=(digest, dict(zip(edited["column"], edited["meaning"], strict=True))),
        )
        _back(digest, key)


def _back(digest: str, key: str) -> None:
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
            options=meanings.offered(columns),
            format_func=meanings.words,
            required=True,
            width="medium",
        ),
        **{
            name: column.TextColumn("Example" if at == 0 else "Another", width="small")
            for at, name in enumerate(_EXAMPLES)
        },
    }


def _choose(digest: str, said: dict[str, str]) -> None:
    st.session_state[_place(digest)] = said


def _place(digest: str) -> str:
    return f"mapping_{digest}"


def _stamp(columns: pd.DataFrame) -> str:
    """Another one for another proposal, so that edits of one grid never pass to the next."""
    words = columns[["column", "meaning"]].to_csv()
    return hashlib.sha256(words.encode()).hexdigest()[:12]
