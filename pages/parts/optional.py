"""Fields that may be left empty and emptied again.

What a widget is given as its default comes back when it is emptied, so a start goes into the
session instead.
"""

from collections.abc import Sequence

import streamlit as st


def number(
    label: str,
    start: float | None,
    key: str,
    placeholder: str,
    step: int = 1,
    least: int = 0,
    about: str | None = None,
) -> int | None:
    """A whole number from `least`, or nothing."""
    st.session_state.setdefault(key, None if start is None else max(int(start), least))
    given = st.number_input(
        label,
        min_value=least,
        value=None,
        step=step,
        key=key,
        persist_state="session",
        placeholder=placeholder,
        help=about,
    )
    return None if given is None else int(given)


def choice(
    label: str, options: Sequence[str], start: str | None, key: str, placeholder: str
) -> str | None:
    """One of `options`, or nothing."""
    st.session_state.setdefault(key, start if start in options else None)
    return st.selectbox(
        label,
        options,
        index=None,
        key=key,
        persist_state="session",
        placeholder=placeholder,
    )
