"""What was found about one follower list."""

from typing import Final

import pandas as pd
import streamlit as st

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


KEPT: Final = (_posts_then, _profiles)
