"""The questions of the score on a creator's page: sentence, passport, and the rows behind each."""

from collections.abc import Hashable

import pandas as pd
import streamlit as st

from core import scoring
from core.charts import answers as charts
from core.locale import Writing
from core.metrics import Number
from pages.parts import cached, number, picture, table
from pages.parts.words import plain

_ROWS = 50


def draw(creator: pd.Series, numbers: dict[str, Number], writing: Writing, about: Hashable) -> None:
    """One picture of all questions, then each with its reason, its passport and its evidence.

    `about` are frozen values that decide all of `creator` and how it is written.
    """
    st.subheader("Question by question", anchor=False)
    picture.draw(
        lambda: charts.answers(creator, scoring.DIMENSIONS, writing),
        title="",
        table=lambda: charts.table(creator, scoring.DIMENSIONS, writing),
        key="creator_answers",
        means=("range", *scoring.DIMENSIONS),
        about=about,
    )
    for name in scoring.DIMENSIONS:
        one = numbers[name]
        with st.container(border=True, gap="xsmall", key=f"answer_{name}"):
            reason = plain(scoring.reasons.reason(creator, name, writing))
            st.markdown(f"**{one.metric.label}.** {reason}")
            with st.container(horizontal=True):
                with st.popover("How we know", type="tertiary", icon=":material/info:"):
                    number.passport(one, writing)
                _evidence(name, creator)


def _evidence(name: str, creator: pd.Series) -> None:
    """The comments or follower profiles behind an answer; posts and prices stand further below."""
    if name == "conversation":
        _table(cached.comments_of(creator["creator"]), "The comments", "creator_comments")
    if name == "audience":
        _table(cached.profiles_of(creator["creator"]), "The profiles", "creator_profiles")


def _table(rows: pd.DataFrame, label: str, key: str) -> None:
    if rows.empty:
        return
    with st.popover(f"{label} ({len(rows)})", type="tertiary", icon=":material/list:", key=key):
        table.rows(rows.head(_ROWS), alt=label)
        if len(rows) > _ROWS:
            st.caption(f"The first {_ROWS}.")
