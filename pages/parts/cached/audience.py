"""What was found about one follower list, and about several of them together."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from core import overlap
from core.charts import combinations
from core.scoring import followers, growth
from pages.parts.cached.brought import followers_of, tables
from pages.parts.cached.place import here
from pages.parts.cached.scores import bursts


@st.cache_data(max_entries=32, show_spinner=False)
def _posts_then(url: str | None, version: str, name: str) -> pd.DataFrame:
    people = followers_of(url, version)
    owners = people.loc[people["list"] == name, "handle"].dropna()
    owner = "" if owners.empty else str(owners.iloc[0])
    return growth.posts_then(bursts(name), tables()["posts"], owner)


def posts_then(name: str) -> pd.DataFrame:
    """What was posted around the bursts of the list called `name`, by its owner or naming it."""
    return _posts_then(*here(), name)


@st.cache_data(max_entries=32, show_spinner="Looking at followers …")
def _profiles(url: str | None, version: str, name: str) -> pd.DataFrame:
    people = followers_of(url, version)
    return followers.known(people[people["list"] == name], tables()["accounts"])


def profiles(name: str) -> pd.DataFrame:
    """The followers of the list called `name` whose profiles are here, with those profiles."""
    return _profiles(*here(), name)


@st.cache_resource(max_entries=4, show_spinner=False)
def _months(url: str | None, version: str) -> pd.DataFrame:
    people = followers_of(url, version)
    return growth.monthly(people.assign(handle=people["list"]))


def months() -> pd.DataFrame:
    """New followers by month of every list, `handle` its name; shared, not to be changed."""
    return _months(*here())


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """All lists at once; shared, not to be changed."""

    order: pd.DataFrame  # each list and how many people it adds, as of core.overlap.unique_reach
    best: pd.DataFrame  # the choices that were proven best, as of core.overlap.best_sets
    kinds: pd.DataFrame  # who follows which of the first few, as of core.overlap.combinations


@st.cache_resource(max_entries=4, show_spinner="Comparing lists …")
def _together(url: str | None, version: str) -> Together:
    people = followers_of(url, version)
    people = people.assign(handle=people["list"])
    order = overlap.unique_reach(people, people["handle"].value_counts().index)
    names = order["handle"]
    shown = names.head(combinations.MOST_LISTS)
    best = overlap.best_sets(people, names)
    return Together(order, best, overlap.combinations(people, shown))


def together() -> Together:
    """How far the follower lists that are here overlap."""
    return _together(*here())


KEPT: Final = (_posts_then, _profiles, _months, _together)
