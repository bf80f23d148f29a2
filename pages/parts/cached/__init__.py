"""The only caches: keys are content hashes and frozen values, never frames.

A cached frame is shared by all sessions, so each caller gets its own shallow copy.
"""

import streamlit as st

from pages.parts.cached import brought, files, lookups, made, plans, scores
from pages.parts.cached.brought import followers, tables, upload_of
from pages.parts.cached.files import digest, reading
from pages.parts.cached.lookups import runner, waiting
from pages.parts.cached.made import once
from pages.parts.cached.place import the_store, writing
from pages.parts.cached.plans import Answer, answer, frontier, stamp
from pages.parts.cached.scores import beside_values, bursts, creators, settings

__all__ = [
    "Answer",
    "answer",
    "beside_values",
    "bursts",
    "creators",
    "digest",
    "followers",
    "forget_everything",
    "frontier",
    "once",
    "reading",
    "runner",
    "settings",
    "stamp",
    "tables",
    "the_store",
    "upload_of",
    "waiting",
    "writing",
]


def forget_everything() -> None:
    """Erases the database and whatever of it is still in memory."""
    the_store().erase_everything()
    st.session_state.pop("plan_question", None)
    for room in (brought, files, lookups, made, plans, scores):
        for cache in room.KEPT:
            cache.clear()
