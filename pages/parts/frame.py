"""Why a page may be opened by its address alone: it makes sure that app.py has run around it.

Streamlit treats a folder named `pages` as pages of the old kind until app.py has called
`st.navigation` once in the process. The first visit after a start that goes straight to
`/budget` therefore runs `budget.py` alone: no frame, no navigation, no sign-in gate.
"""

import runpy
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import streamlit as st
from streamlit.errors import StreamlitAPIException

from core.errors import MicroscopeError
from pages.parts.words import plain

Arguments = ParamSpec("Arguments")

_APP = Path(__file__).parents[2] / "app.py"
_MARK = "framed"


def enter() -> None:
    """Go on inside the frame; without one, run app.py, which runs this page again, and stop."""
    if _MARK not in st.session_state:
        runpy.run_path(str(_APP))
        st.stop()


def draw() -> None:
    """Mark the session as framed; app.py calls this once the visitor may come in."""
    st.session_state[_MARK] = True


@contextmanager
def plainly() -> Iterator[None]:
    """Says our own errors in their sentences; whatever was drawn before stays."""
    try:
        yield
    except MicroscopeError as error:
        st.error(plain(error.do), title=plain(error.what))


def part(draw: Callable[Arguments, None], key: str | None = None) -> Callable[Arguments, None]:
    """A part of a page that its own controls redraw alone: the rest costs nothing then.

    Streamlit's fragment, run again without app.py around it, so errors are said here as well.
    With a `key`, controls outside of it can have it redrawn alone, too: see `redraw`.
    """

    @wraps(draw)
    def said(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        with plainly():
            draw(*args, **kwargs)

    return st.fragment(said, key=key)


def redraw(key: str) -> None:
    """For what a control calls: the part with this `key` alone is drawn anew, if it is there."""
    with suppress(StreamlitAPIException):  # nobody has seen it yet: all of the page
        st.rerun(key)
