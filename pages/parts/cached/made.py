"""Whatever else is made once, such as a chart."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

import streamlit as st

Made = TypeVar("Made")


@st.cache_resource(max_entries=128, show_spinner=False)
def _once(about: str, _make: Callable[[], Any]) -> Any:
    return _make()


def once(about: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` made the first time for `about`: a name and frozen values that decide it all.

    Shared by all sessions, not to be changed. The key is how `about` prints, which for frozen
    values says all of it: Streamlit's own hashing of them takes as long as a small chart.
    """
    made: Made = _once(about=repr(about), _make=make)  # unnamed, each is looked up in the signature
    return made


KEPT: Final = (_once,)
