"""The only caches: keys are content hashes and frozen values, never frames.

A cached frame is shared by all sessions, so each caller gets its own shallow copy.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from core import budget, readers, scoring, store
from core.budget import question
from core.budget.question import Question
from core.locale import Writing
from core.scoring import fit
from core.tables import OWN_ACCOUNT, OWN_FOLLOWERS, follower_lists


@st.cache_resource
def _store(url: str | None) -> store.Store:
    return store.open(url)


def the_store() -> store.Store:
    """The one store of this process for the database that the environment names."""
    return _store(os.environ.get("MICROSCOPE_DATABASE_URL"))


def _here() -> tuple[str | None, str]:
    """The database and the version of what was brought into it: the head of every key."""
    return os.environ.get("MICROSCOPE_DATABASE_URL"), the_store().version()


def forget_everything() -> None:
    """Erases the database and whatever of it is still in memory."""
    the_store().erase_everything()
    st.session_state.pop("plan_question", None)
    st.cache_data.clear()
    kept = (_uploads, _tables, _followers, _creators, _reading, _market, _plan, _answer, _frontier)
    for cache in (*kept, _once):
        cache.clear()


def writing() -> Writing:
    """How the workspace writes numbers, money and dates."""
    workspace = the_store().workspace()
    return Writing(workspace.locale, workspace.currency)


@st.cache_resource(max_entries=16, show_spinner=False)
def _scales(tier_scheme: str, benchmark: str) -> scoring.Settings:
    return scoring.Settings(tier_scheme=tier_scheme, benchmark=benchmark)


def _settings(workspace: store.Workspace) -> scoring.Settings:
    return _scales(workspace.tier_scheme, workspace.benchmark)


def settings() -> scoring.Settings:
    """The workspace's tiers and benchmark as scoring settings."""
    return _settings(the_store().workspace())


@st.cache_resource(max_entries=4, show_spinner=False)
def _uploads(url: str | None, version: str) -> pd.DataFrame:
    return the_store().uploads()


def _brand(workspace: store.Workspace, uploads: pd.DataFrame) -> scoring.Brand:
    """The brand in its own words, and its own accounts: the owners of its exports."""
    own = uploads["found_via"].isin([OWN_FOLLOWERS, OWN_ACCOUNT])
    owners = uploads.loc[own, "owner"].dropna()
    return scoring.Brand(
        workspace.brand,
        workspace.values,
        workspace.topics,
        workspace.deal_breakers,
        tuple(sorted(owners.str.lower().unique())),
    )


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
            shared = _tables(*_here())
    return {name: frame.copy(deep=False) for name, frame in shared.items()}


@st.cache_resource(max_entries=8, show_spinner="Scoring …")
def _creators(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand
) -> pd.DataFrame:
    return scoring.score(tables(), whose, chosen)


@st.cache_resource(max_entries=4, show_spinner=False)
def _followers(url: str | None, version: str) -> pd.DataFrame:
    uploads = _uploads(url, version)
    return follower_lists(
        tables()["follows"], dict(zip(uploads["id"], uploads["owner"], strict=True))
    )


def followers() -> pd.DataFrame:
    """One row a follower of a list, `list` its name; whom the owners follow is not among them."""
    return _followers(*_here()).copy(deep=False)


def creators(chosen: scoring.Settings | None = None) -> pd.DataFrame:
    """One scored row a creator, best first."""
    here, workspace = _here(), the_store().workspace()
    whose = _brand(workspace, _uploads(*here))
    return _creators(*here, chosen or _settings(workspace), whose).copy(deep=False)


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
    uploads = _uploads(*_here())
    found = uploads.loc[uploads["sha256"] == digest, "id"]
    return None if found.empty else str(found.iloc[0])


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A plan with everything a page shows around it; shared, not to be changed."""

    plan: budget.Plan
    outcome: budget.Outcome
    unpriced: pd.DataFrame


Key = tuple[str | None, str, scoring.Settings, scoring.Brand, str, float, tuple[str, ...] | None]


def _key(asked: Question) -> Key:
    workspace = the_store().workspace()
    who = tuple(the_store().shortlist()) if asked.who == question.SHORTLIST else None
    here = _here()
    whose = _brand(workspace, _uploads(*here))
    return *here, _settings(workspace), whose, workspace.currency, workspace.rate_per_usd, who


@st.cache_resource(max_entries=8, show_spinner=False)
def _market(key: Key, asked: Question) -> tuple[budget.Market, pd.DataFrame]:
    _, _, chosen, _, currency, rate, who = key
    people = creators(chosen)
    if who is not None:
        people = people[people["creator"].isin(who)]
    told = asked.assumptions(currency, rate)
    card = asked.rate_card(rate)
    offered = budget.options(people, card, asked.goal, told)
    unpriced = budget.unpriced(people, card, asked.goal, told)
    return budget.Market.of(offered, asked.limits()), unpriced


@st.cache_resource(max_entries=64, show_spinner=False)
def _plan(key: Key, asked: Question) -> budget.Plan:
    market, _ = _market(key, asked.without_money())
    return budget.best_plan_on(market, asked.total)


@st.cache_resource(max_entries=64, show_spinner=False)
def _answer(key: Key, asked: Question) -> Answer:
    best = _plan(key, asked)
    _, unpriced = _market(key, asked.without_money())
    return Answer(best, budget.outcome(best.chosen), unpriced)


def answer(asked: Question) -> Answer:
    """The best plan for `asked`; raises ImpossibleLimits."""
    return _answer(_key(asked), asked.without_goal_value())


@st.cache_resource(max_entries=16, show_spinner=False)
def _frontier(key: Key, asked: Question, most: float) -> pd.DataFrame:
    market, _ = _market(key, asked)
    return budget.frontier_on(market, question.steps(most))


def frontier(asked: Question) -> pd.DataFrame:
    """The best value for round budgets, led through the plans for the total and for 100 more.

    The round budgets stay while the total moves among them, so only the two plans are worked out.
    """
    key = _key(asked)
    line = _frontier(key, asked.without_money(), question.most(asked.total))
    exact = [_plan(key, each) for each in asked.now_and_next()]
    return budget.with_plans(line, exact)


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


def stamp(asked: Question) -> Hashable:
    """A frozen value that is another one whenever an answer to `asked` could be."""
    return _key(asked), asked


@st.cache_data(max_entries=256, show_spinner="Reading captions …")
def _beside_values(
    url: str | None, version: str, creator: str, brief: str, breakers: str, _texts: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    near = fit.closest(_texts, brief)
    broken = fit.breaks(_texts["caption"], breakers)
    return near, broken.assign(caption=_texts["caption"].loc[broken["text"]].to_numpy())


def beside_values(
    creator: str, texts: pd.DataFrame, brief: str, breakers: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The texts of `creator` nearest to `brief`, and those that say a deal-breaker."""
    return _beside_values(*_here(), creator, brief, breakers, texts)


@st.cache_data(max_entries=32, show_spinner="Looking for bursts …")
def _bursts(url: str | None, version: str, name: str) -> pd.DataFrame:
    people = _followers(url, version)
    return scoring.growth.bursts(people[people["list"] == name])


def bursts(name: str) -> pd.DataFrame:
    """The growth bursts of the follower list called `name`."""
    return _bursts(*_here(), name)
