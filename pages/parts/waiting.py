"""What stands on the screen while a large file is read: how far it is, and for how long already."""

from typing import Final, Protocol

import streamlit as st

from pages.parts.words import plain

_PATIENCE: Final = 0.3  # seconds before anything is said: most files are read by then
_BETWEEN: Final = 0.25


class Work(Protocol):
    """Something that takes long and says how far it is."""

    name: str
    share: float

    @property
    def seconds(self) -> float:
        """How long it has been at it."""

    def done(self, within: float) -> bool:
        """Whether it is done, now or in so many seconds."""


def until_done(work: Work) -> None:
    """Returns when the work is done; a bar fills up if that takes a while."""
    spot = st.empty()
    if work.done(_PATIENCE):
        return
    while True:
        spot.progress(min(work.share, 1.0), said(work))
        if work.done(_BETWEEN):
            break
    spot.empty()


def said(work: Work) -> str:
    """The step it is at and the seconds so far, in words."""
    if work.share >= 1:
        step = "putting it in order"
    else:
        step = f"{work.share:.0%} read" if work.share else "being read"
    return f"{plain(work.name)}: {step}, {work.seconds:.0f} s"
