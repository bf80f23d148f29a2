"""The store of this process, and what every key begins with."""

import os

import streamlit as st

from core import store
from core.locale import Writing
from core.prices import Exchange


@st.cache_resource
def _store(url: str | None) -> store.Store:
    return store.open(url)


def the_store() -> store.Store:
    """The one store of this process for the database that the environment names."""
    return _store(url=os.environ.get("MICROSCOPE_DATABASE_URL"))


def here() -> tuple[str | None, str]:
    """The database and the version of what was brought into it: the head of every key."""
    return os.environ.get("MICROSCOPE_DATABASE_URL"), the_store().version()


def writing() -> Writing:
    """How the workspace writes numbers, money and dates."""
    workspace = the_store().workspace()
    return Writing(workspace.locale, workspace.currency)


def exchange() -> Exchange:
    """The workspace's currency, and the rates that somebody typed."""
    workspace = the_store().workspace()
    return Exchange(workspace.currency, tuple(sorted(workspace.rates.items())))
