"""The one runner of look-ups in this process, and what it is told."""

import os
from typing import Final

import pandas as pd
import streamlit as st

from core import lookups
from core.lookups import candidates
from pages.parts.cached.brought import followers, tables
from pages.parts.cached.place import here, the_store


def settings() -> lookups.Settings:
    """How calls are made; tests put another way to the network here."""
    return lookups.Settings()


@st.cache_resource(max_entries=4, show_spinner=False)
def _runner(url: str | None) -> lookups.Runner:
    return lookups.Runner(the_store().lookups, settings())


def runner() -> lookups.Runner:
    """Starts look-ups and tests keys, for the database in use."""
    return _runner(os.environ.get("MICROSCOPE_DATABASE_URL"))


@st.cache_resource(max_entries=4, show_spinner="Looking for names without numbers …")
def _waiting(url: str | None, version: str, tried: str) -> pd.DataFrame:
    brought = tables()
    return candidates.queue(
        followers(), brought["accounts"], brought["comments"], the_store().lookups.tried()
    )


def waiting() -> pd.DataFrame:
    """Names without numbers, whom to look up first on top."""
    return _waiting(*here(), the_store().lookups.tries()).copy(deep=False)


KEPT: Final = (_runner, _waiting)
