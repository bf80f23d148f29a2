"""What was worked out about the creators and their audiences."""

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, NamedTuple

import pandas as pd
import streamlit as st

from core import scoring, store
from core.scoring import checks
from core.budget.ledger import Learnt
from core.budget.question import Question
from core.locale import UNKNOWN
from core.prices import Exchange, Rates
from core.scoring import fit, voices
from core.tables import OWN_ACCOUNT, OWN_FOLLOWERS
from pages.parts.cached.brought import followers_of, tables, uploads
from pages.parts.cached.place import here, the_store, writing

# Frozen values as keys: printing one takes microseconds, Streamlit's own hashing a millisecond.
PRINTED: Final[dict[str | type[Any], Callable[[Any], Any]]] = dict.fromkeys(
    (scoring.Settings, scoring.Brand, Question, Learnt, Exchange), repr
)


@lru_cache(64)  # asked for six times a redraw, and Streamlit's own cache looks at each word of it
def _scales(
    tier_scheme: str,
    benchmark: str,
    definition: str,
    saves: bool,
    currency: str,
    rates: Rates,
    weights: tuple[tuple[str, float], ...],
) -> scoring.Settings:
    return scoring.Settings(
        tier_scheme=tier_scheme,
        benchmark=benchmark,
        definition=definition,
        saves=saves,
        currency=currency,
        rates=rates,
        weights=weights,
    )


def settings_of(workspace: store.Workspace) -> scoring.Settings:
    """Tiers, benchmark, definition, weights and money of `workspace` as scoring settings."""
    return _scales(
        workspace.tier_scheme,
        workspace.benchmark,
        workspace.definition,
        workspace.saves,
        workspace.currency,
        tuple(sorted(workspace.rates.items())),
        scoring.weights_of(workspace.weights),
    )


def settings() -> scoring.Settings:
    """The workspace's choices as scoring settings."""
    return settings_of(the_store().workspace())


@st.cache_resource(max_entries=4, show_spinner=False)
def _owners(url: str | None, version: str) -> tuple[str, ...]:
    every = uploads(url, version)
    own = every["found_via"].isin([OWN_FOLLOWERS, OWN_ACCOUNT])
    return tuple(sorted(every.loc[own, "owner"].dropna().str.lower().unique()))


def brand(workspace: store.Workspace) -> scoring.Brand:
    """The brand in its own words, and its own accounts: the owners of its exports."""
    return scoring.Brand(
        workspace.brand,
        workspace.values,
        workspace.topics,
        workspace.deal_breakers,
        _owners(*here()),
        workspace.blocked,
        the_store().vetting.every_passed(),
    )


@st.cache_resource(max_entries=8, show_spinner="Scoring …", hash_funcs=PRINTED)
def _judged(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand
) -> pd.DataFrame:
    return scoring.judge(tables(), whose, chosen)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=PRINTED)
def _creators(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand
) -> pd.DataFrame:
    # Whoever lets a prompt pass waits for one creator to be read again, and not for all.
    judged = _judged(url, version, chosen.of_judging(), replace(whose, passed=()))
    return scoring.weigh(scoring.let_pass(judged, tables()["posts"], whose, chosen.level), chosen)


Pairs = tuple[tuple[str, str], ...]


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=PRINTED)
def _people(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand, pairs: Pairs
) -> pd.DataFrame:
    every = scoring.persons.joined(_creators(url, version, chosen, whose), pairs)
    return every.copy()  # side by side in memory: each look at it then costs a tenth


class Ground(NamedTuple):
    """All that decides what `creators` gives; named, so that no signature is read at each look."""

    url: str | None
    version: str
    chosen: scoring.Settings
    whose: scoring.Brand
    pairs: Pairs


def scored_by(chosen: scoring.Settings | None = None) -> Ground:
    """All that decides what `creators` gives: a frozen value, another one whenever that is."""
    workspace = the_store().workspace()
    settings = chosen or settings_of(workspace)
    return Ground(*here(), settings, brand(workspace), the_store().people.joined())


def creators(chosen: scoring.Settings | None = None) -> pd.DataFrame:
    """One scored row a creator, best first, with `person`: whose accounts were joined by hand."""
    return scored(scored_by(chosen))


def scored(ground: Ground) -> pd.DataFrame:
    """What `creators` gave on that ground, also if somebody has moved it since."""
    return _people(**ground._asdict()).copy(deep=False)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=PRINTED)
def _on_platform(
    url: str | None,
    version: str,
    chosen: scoring.Settings,
    whose: scoring.Brand,
    pairs: Pairs,
    platform: str,
) -> pd.DataFrame:
    every = _people(url=url, version=version, chosen=chosen, whose=whose, pairs=pairs)
    return every[every["platform"].fillna(UNKNOWN) == platform]


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=PRINTED)
def _platforms(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand
) -> tuple[str, ...]:
    every = _creators(url, version, chosen, whose)["platform"].fillna(UNKNOWN)
    return tuple(every.value_counts().index)


def platforms(ground: Ground) -> tuple[str, ...]:
    """The platforms of the rows of `scored`, the one of most first; UNKNOWN is one of them."""
    return _platforms(*ground[:4])


def on_platform(platform: str, ground: Ground) -> pd.DataFrame:
    """The rows of `scored` on `platform`; UNKNOWN has those of whom no platform is known."""
    return _on_platform(**ground._asdict(), platform=platform).copy(deep=False)


def among(some: pd.DataFrame, ground: Ground) -> Hashable:
    """All that decides what can be said of `some` rows of `scored`, as a frozen value."""
    rows = hashlib.sha256(some.index.to_numpy().tobytes()).hexdigest()
    return ground, rows, writing()


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=PRINTED)
def _checks(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand
) -> pd.DataFrame:
    return checks.worth_most(_creators(url, version, chosen, whose), chosen)


def worth_checking(ground: Ground) -> pd.DataFrame:
    """The look-ups that may change the top of the whole ranking on that ground, likeliest first."""
    return _checks(*ground[:4]).copy(deep=False)


@st.cache_resource(
    max_entries=4, show_spinner="Looking for accounts of the same people …", hash_funcs=PRINTED
)
def _suggestions(
    url: str | None, version: str, chosen: scoring.Settings, whose: scoring.Brand
) -> pd.DataFrame:
    return scoring.persons.suggestions(_creators(url, version, chosen, whose))


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=PRINTED)
def _others_of(
    url: str | None,
    version: str,
    chosen: scoring.Settings,
    whose: scoring.Brand,
    pairs: Pairs,
    refused: Pairs,
    creator: str,
) -> pd.DataFrame:
    suggested = _suggestions(url, version, chosen, whose)
    person = scoring.persons.accounts(creator, pairs)
    return scoring.persons.still_open(suggested, person, refused)


def others_of(creator: str) -> pd.DataFrame:
    """Accounts that may be the same person's as `creator`, best first, undecided ones only."""
    refused = the_store().people.refused()
    return _others_of(*scored_by(), refused, creator).copy(deep=False)


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
    return _beside_values(*here(), creator, brief, breakers, texts)


@st.cache_data(max_entries=64, show_spinner=False)
def _comments_of(url: str | None, version: str, creator: str) -> pd.DataFrame:
    return scoring.evidence.comments(tables(), creator)


def comments_of(creator: str) -> pd.DataFrame:
    """The comments under the posts of `creator`, as they were read."""
    return _comments_of(*here(), creator)


@st.cache_data(max_entries=64, show_spinner=False)
def _profiles_of(url: str | None, version: str, creator: str) -> pd.DataFrame:
    return scoring.evidence.profiles(tables(), creator)


def profiles_of(creator: str) -> pd.DataFrame:
    """The followers of `creator` whose profiles were brought in."""
    return _profiles_of(*here(), creator)


@st.cache_data(max_entries=32, show_spinner="Looking for bursts …")
def _bursts(url: str | None, version: str, name: str) -> pd.DataFrame:
    people = followers_of(url, version)
    return scoring.growth.bursts(people[people["list"] == name])


def bursts(name: str) -> pd.DataFrame:
    """The growth bursts of the follower list called `name`."""
    return _bursts(*here(), name)


@st.cache_data(max_entries=32, show_spinner="Reading captions …")
def _voices(
    url: str | None, version: str, topic: str, today: pd.Timestamp
) -> tuple[pd.DataFrame, pd.DataFrame]:
    return voices.of_topic(tables()["posts"], topic, today)


def voices_of(topic: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who says most about `topic`, strongest first, and the posts about it."""
    today = pd.Timestamp.now("UTC").normalize()  # a moment would be a new key each time
    return _voices(*here(), topic, today)


KEPT: Final = (
    _owners,
    _judged,
    _creators,
    _people,
    _checks,
    _suggestions,
    _others_of,
    _on_platform,
    _platforms,
    _beside_values,
    _comments_of,
    _profiles_of,
    _bursts,
    _voices,
)
