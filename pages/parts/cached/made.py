"""Whatever else is made once, such as a chart."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

import streamlit as st

Made = TypeVar("Made")


@st.cache_resource(max_entries=64, show_spinner=False)
def _once(about: Hashable, _make: Callable[[], Any]) -> Any:
    return _make()


def once(about: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` made the first time for `about`: a name and frozen values that decide it all.

    Shared by all sessions, not to be changed.
    """
    made: Made = _once(about, make)
    return made


KEPT: Final = (_once,)
