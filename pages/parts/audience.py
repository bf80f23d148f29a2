"""One follower list on screen: its bursts with what was posted then, and how alive it looks."""

from collections.abc import Hashable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core import overlap, scoring
from core.charts import combinations
from core.charts import people as charts
from core.exports import comma
from core.scoring import audience, followers
from pages.parts import cached, number, picture, glossary
from pages.parts.words import plain

_SEED = 20261125
_SHOWN = 5
_LETTERS = 160


def bursts(owner: str) -> None:
    """Each burst as a question, with the posts of those days; who is missing from such a list."""
    found, posts = cached.bursts(owner), cached.posts_then(owner)
    writing = cached.writing()
    for row, sentence in enumerate(scoring.growth.told(found, writing)):
        st.markdown(f":material/trending_up: {plain(sentence)}")
        then = posts[posts["burst"] == row]
        for post in then.head(_SHOWN).itertuples():
            st.markdown(f"- {_post(post)}")
        if then.empty:
            st.caption("No post of those days has been brought in.")
        elif len(then) > _SHOWN:
            st.caption(f"and {len(then) - _SHOWN} more posts")
    if found.empty:
        st.caption("No burst stands out from what is usual for this list.")
    number.passports(scoring.headlines.bursts(found, writing), writing)
    glossary.words("burst")
    st.caption(scoring.growth.SURVIVORS)


def _post(post: Any) -> str:
    caption = " ".join(str(post.caption)[: 4 * _LETTERS].split()) if pd.notna(post.caption) else ""
    words = caption if len(caption) <= _LETTERS else caption[:_LETTERS] + " …"
    day = cached.writing().day(post.posted_at)
    return f"{plain(day)}, {plain('@' + str(post.handle))}: {plain(words or 'no caption')}"


def together(people: pd.DataFrame, order: pd.DataFrame, brought: Hashable) -> None:
    """How good the order of the lists is, and who follows which of them at once.

    `brought` is a frozen value that decides what `people` are.
    """
    writing = cached.writing()
    best = cached.once(("best_sets", brought), partial(overlap.best_sets, people, order["handle"]))
    st.caption(plain(overlap.proof(order, best, writing)))
    shown = order["handle"].head(combinations.MOST_LISTS)
    found = cached.once(("combinations", brought), partial(overlap.combinations, people, shown))
    if not found["place"].duplicated().any():
        st.caption("Nobody follows two of these lists.")
        return
    picture.draw(
        lambda: combinations.combinations(found, writing),
        table=lambda: combinations.table(found),
        key="audiences_together",
        about=(brought, writing),
        means=("exact_people",),
    )
    if len(order) > len(shown):
        st.caption(f"The {len(shown)} lists that add most are compared.")


def alive(owner: str, people: pd.DataFrame, about: Hashable) -> None:
    """The share worth asking about as fifty dots, its passport, and whom to look at next.

    `about` are frozen values that decide what `people` are and how that is written.
    """
    writing, seen = cached.writing(), cached.profiles(owner)
    shown = cached.once(("alive", about), partial(followers.number, seen, len(people), writing))
    st.subheader(followers.finding(shown, writing), anchor=False)
    if shown.estimate.value is not None:
        picture.draw(
            lambda: charts.fifty(shown.estimate, writing),
            title="",
            table=lambda: charts.table(shown.estimate),
            key="audiences_fifty",
            about=about,
            means=("of_fifty", "quiet_followers"),
            sources=followers.SOURCES,
        )
        number.row({"quiet": shown}, ["quiet"], writing, "audiences")
        st.caption(audience.NOT_A_VERDICT)
    more = cached.once(("more_to_halve", about), partial(audience.more_to_halve, seen))
    st.markdown(f"**{audience.advice(more, writing, len(seen))}.**")
    if more:
        st.download_button(
            "Download the names to look at",
            data=lambda: comma.csv(
                followers.draw(people, cached.tables()["accounts"], more, _SEED)
            ),
            file_name="followers_to_look_at.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
            help="Drawn by chance. Look each one up, fill in the columns, bring the file in.",
        )
    st.caption(followers.caution(seen))
