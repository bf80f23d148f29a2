"""The only caches: keys are content hashes and frozen values, never frames.

A cached frame is shared by all sessions, so each caller gets its own shallow copy.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core import budget, readers, scoring, store
from core.locale import Writing
from core.tables import OWN_FOLLOWERS, follower_lists
from pages.parts import plan
from pages.parts.plan import Question


@st.cache_resource
def _store(url: str | None) -> store.Store:
    return store.open(url)


def the_store() -> store.Store:
    """The one store of this process for the database that the environment names."""
    return _store(os.environ.get("MICROSCOPE_DATABASE_URL"))


def writing() -> Writing:
    """How the workspace writes numbers, money and dates."""
    workspace = the_store().workspace()
    return Writing(workspace.locale, workspace.currency)


def settings() -> scoring.Settings:
    """The workspace's tiers and benchmark as scoring settings."""
    workspace = the_store().workspace()
    return scoring.Settings(tier_scheme=workspace.tier_scheme, benchmark=workspace.benchmark)


def brand() -> scoring.Brand:
    """The brand in its own words, and its own accounts: the owners of its follower exports."""
    workspace = the_store().workspace()
    uploads = the_store().uploads()
    owners = uploads.loc[uploads["found_via"] == OWN_FOLLOWERS, "owner"].dropna()
    return scoring.Brand(
        workspace.brand,
        workspace.values,
        workspace.topics,
        workspace.deal_breakers,
        tuple(sorted(owners.str.lower().unique())),
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _tables(url: str | None, version: str) -> dict[str, pd.DataFrame]:
    return the_store().tables()


def tables() -> dict[str, pd.DataFrame]:
    """The tidy tables of everything that was brought in."""
    shared = _tables(os.environ.get("MICROSCOPE_DATABASE_URL"), the_store().version())
    return {name: frame.copy(deep=False) for name, frame in shared.items()}


@st.cache_resource(max_entries=8, show_spinner="Scoring …")
def _creators(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand
) -> pd.DataFrame:
    return scoring.score(tables(), whose, chosen)


def followers() -> pd.DataFrame:
    """One row a follower of a list, `list` its name; whom the owners follow is not among them."""
    uploads = the_store().uploads()
    return follower_lists(
        tables()["follows"], dict(zip(uploads["id"], uploads["owner"], strict=True))
    )


def creators(chosen: scoring.Settings | None = None) -> pd.DataFrame:
    """One scored row a creator, best first."""
    url = os.environ.get("MICROSCOPE_DATABASE_URL")
    version = the_store().version()
    return _creators(url, version, chosen or settings(), brand()).copy(deep=False)


@st.cache_resource(max_entries=16, ttl=3600, show_spinner="Reading …")
def _reading(
    name: str, digest: str, mapping: tuple[tuple[str, str], ...], _content: bytes
) -> readers.Reading | readers.UnreadableFile:
    try:
        return readers.read(name, _content, mapping=dict(mapping) or None)
    except readers.UnreadableFile as error:
        return error


@st.cache_data(max_entries=256, ttl=3600, show_spinner=False)
def digest(file_id: str, _content: bytes) -> str:
    """The SHA-256 of an uploaded file, worked out once an upload."""
    return hashlib.sha256(_content).hexdigest()


def reading(
    name: str, digest: str, content: bytes, mapping: Mapping[str, str]
) -> readers.Reading | readers.UnreadableFile:
    """What was understood of `content`, whose SHA-256 is `digest`, or why nothing was."""
    return _reading(name, digest, tuple(sorted(mapping.items())), content)


def upload_of(digest: str) -> str | None:
    """The id of the upload whose file has this SHA-256, or None."""
    uploads = the_store().uploads()
    found = uploads.loc[uploads["sha256"] == digest, "id"]
    return None if found.empty else str(found.iloc[0])


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A plan with everything a page shows around it; shared, not to be changed."""

    plan: budget.Plan
    outcome: budget.Outcome
    options: pd.DataFrame
    unpriced: pd.DataFrame


Key = tuple[str | None, str, scoring.Settings, str, float, tuple[str, ...] | None]


def _key(asked: Question) -> Key:
    workspace = the_store().workspace()
    who = tuple(the_store().shortlist()) if asked.who == plan.SHORTLIST else None
    url = os.environ.get("MICROSCOPE_DATABASE_URL")
    version = the_store().version()
    return url, version, settings(), workspace.currency, workspace.rate_per_usd, who


@st.cache_resource(max_entries=8, show_spinner=False)
def _options(key: Key, asked: Question) -> tuple[pd.DataFrame, pd.DataFrame]:
    _, _, chosen, currency, rate, who = key
    people = creators(chosen)
    if who is not None:
        people = people[people["creator"].isin(who)]
    told = asked.assumptions(currency, rate)
    card = asked.rate_card(rate)
    offered = budget.options(people, card, asked.goal, told)
    return offered, budget.unpriced(people, card, asked.goal, told)


@st.cache_resource(max_entries=64, show_spinner=False)
def _answer(key: Key, asked: Question) -> Answer:
    offered, unpriced = _options(key, asked.without_money())
    best = budget.best_plan(offered, asked.total, asked.limits())
    return Answer(best, budget.outcome(best.chosen), offered, unpriced)


def answer(asked: Question) -> Answer:
    """The best plan for `asked`; raises ImpossibleLimits."""
    return _answer(_key(asked), asked.without_goal_value())


@st.cache_resource(max_entries=16, show_spinner=False)
def _frontier(key: Key, asked: Question, total: float) -> pd.DataFrame:
    offered, _ = _options(key, asked.without_money())
    return budget.frontier(offered, plan.steps(total), asked.limits())


def frontier(asked: Question) -> pd.DataFrame:
    """The best value for budgets around the total of `asked`."""
    return _frontier(_key(asked), asked.without_money(), asked.total).copy(deep=False)
