"""The only caches: keys are content hashes and frozen values, never frames.

A cached frame is shared by all sessions, so each caller gets its own shallow copy.
"""

import streamlit as st

from pages.parts.cached import (
    audience,
    brought,
    dossiers,
    files,
    forecasts,
    made,
    plans,
    records,
    scores,
)
from pages.parts.cached.audience import posts_then, profiles
from pages.parts.cached.brought import file_names, followers, tables, upload_of
from pages.parts.cached.dossiers import dossier, file_of
from pages.parts.cached.files import digest, reading
from pages.parts.cached.forecasts import came, lesson, own_stories, settled
from pages.parts.cached.made import once
from pages.parts.cached.place import exchange, here, the_store, writing
from pages.parts.cached.plans import (
    Answer,
    answer,
    answer_on_line,
    different_people,
    frontier,
    members,
    search,
    stamp,
    unrated,
)
from pages.parts.cached.records import rows_of, vetted
from pages.parts.cached.scores import (
    Ground,
    among,
    beside_values,
    bursts,
    comments_of,
    creators,
    on_platform,
    others_of,
    platforms,
    profiles_of,
    scored,
    scored_by,
    settings,
    voices_of,
    worth_checking,
)

__all__ = [
    "Answer",
    "Ground",
    "among",
    "answer",
    "answer_on_line",
    "beside_values",
    "bursts",
    "came",
    "comments_of",
    "creators",
    "different_people",
    "digest",
    "dossier",
    "exchange",
    "file_names",
    "file_of",
    "followers",
    "forget_everything",
    "frontier",
    "here",
    "lesson",
    "members",
    "on_platform",
    "once",
    "others_of",
    "own_stories",
    "platforms",
    "posts_then",
    "profiles",
    "profiles_of",
    "reading",
    "rows_of",
    "scored",
    "scored_by",
    "search",
    "settings",
    "settled",
    "stamp",
    "tables",
    "the_store",
    "unrated",
    "upload_of",
    "vetted",
    "voices_of",
    "worth_checking",
    "writing",
]


def forget_everything() -> None:
    """Erases the database and whatever of it is still in memory."""
    from pages.parts.cached import lookups  # heavy: only when somebody asks

    the_store().erase_everything()
    typed = [name for name in map(str, st.session_state) if name.startswith("mapping_")]
    for name in ("plan_history", "plan_guest", "plan_search", "lookup_keys", *typed):
        st.session_state.pop(name, None)
    rooms = (audience, brought, dossiers, files, forecasts, lookups, made, plans, records, scores)
    for room in rooms:
        for cache in room.KEPT:
            cache.clear()
