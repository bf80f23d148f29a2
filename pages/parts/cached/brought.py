"""What was brought in: the uploads, their tidy tables, the follower lists."""

import contextlib
from typing import Final

import pandas as pd
import streamlit as st

from core.tables import follower_lists
from pages.parts.cached.place import here, the_store


@st.cache_resource(max_entries=4, show_spinner=False)
def uploads(url: str | None, version: str) -> pd.DataFrame:
    """One line an upload, newest first; shared, not to be changed."""
    return the_store().uploads()


def upload_of(digest: str) -> str | None:
    """The id of the upload whose file has this SHA-256, or None."""
    every = uploads(*here())
    found = every.loc[every["sha256"] == digest, "id"]
    return None if found.empty else str(found.iloc[0])


def file_names() -> dict[str, str]:
    """The name of each file that was brought in, by the id of its upload."""
    every = uploads(*here())
    return dict(zip(every["id"], every["name"], strict=True))


@st.cache_resource(max_entries=4, show_spinner=False)
def _tables(url: str | None, version: str) -> dict[str, pd.DataFrame]:
    found, every = the_store().snapshot()
    if found != version:
        raise _Moved
    return every


class _Moved(Exception):
    """Somebody brought a file in or took one out between two looks; nothing is cached then."""


def tables() -> dict[str, pd.DataFrame]:
    """The tidy tables of everything that was brought in."""
    shared = None
    while shared is None:
        with contextlib.suppress(_Moved):
            shared = _tables(*here())
    return {name: frame.copy(deep=False) for name, frame in shared.items()}


@st.cache_resource(max_entries=4, show_spinner=False)
def followers_of(url: str | None, version: str) -> pd.DataFrame:
    """The same as `followers`; shared, not to be changed."""
    every = uploads(url, version)
    return follower_lists(tables()["follows"], dict(zip(every["id"], every["owner"], strict=True)))


def followers() -> pd.DataFrame:
    """One row a follower of a list, `list` its name; whom the owners follow is not among them."""
    return followers_of(*here()).copy(deep=False)


KEPT: Final = (uploads, _tables, followers_of)
