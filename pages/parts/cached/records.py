"""What was brought in about one creator, and what was found in it for the vetting record."""

from typing import Final

import pandas as pd
import streamlit as st

from core import scoring
from core.locale import Writing
from core.scoring import prompts, vetting
from core.tables import of_creator
from pages.parts.cached.brought import tables
from pages.parts.cached.place import here, the_store, writing
from pages.parts.cached.scores import PRINTED, brand


@st.cache_resource(max_entries=64, show_spinner=False)
def _rows_of(url: str | None, version: str, creator: str) -> dict[str, pd.DataFrame]:
    return {name: of_creator(frame, creator) for name, frame in tables().items()}


def rows_of(creator: str) -> dict[str, pd.DataFrame]:
    """The rows of every tidy table about `creator`."""
    shared = _rows_of(*here(), creator)
    return {name: frame.copy(deep=False) for name, frame in shared.items()}


@st.cache_data(max_entries=64, show_spinner="Reading captions …", hash_funcs=PRINTED)
def _vetted(
    url: str | None, version: str, creator: str, whose: scoring.Brand, written: Writing
) -> tuple[tuple[vetting.Finding, ...], pd.DataFrame]:
    mine = rows_of(creator)
    found = prompts.of_posts(mine["posts"], whose.blocked, whose.passed)
    return vetting.findings(mine, whose, written), found


def vetted(creator: str) -> tuple[tuple[vetting.Finding, ...], pd.DataFrame]:
    """What the evidence suggests about `creator`, and its posts worth a human look."""
    return _vetted(*here(), creator, brand(the_store().workspace()), writing())


KEPT: Final = (_rows_of, _vetted)
