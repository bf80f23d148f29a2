"""Who speaks most of a topic: the ranking, the sentence above it, and the posts themselves."""

import pandas as pd
import streamlit as st

from core.locale import Writing
from core.scoring import sources, voices
from pages.parts import cached, table
from pages.parts.words import plain

_POSTS = 50


def draw(creators: pd.DataFrame, writing: Writing) -> None:
    """The topic ranking among `creators`, or those found in one way, for a topic typed here."""
    topics = cached.the_store().workspace().topics
    first = topics.replace(";", ",").replace("\n", ",").split(",")[0].strip()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        topic = st.text_input(
            "Topic",
            first,
            key="voices_topic",
            bind="query-params",
            placeholder="loose leaf tea",
            width=320,
        )
        creators = _among(creators)
    if not topic.strip():
        st.caption("Type what people should be talking about.")
        return
    ranking, posts = cached.voices_of(topic)
    ranking = ranking[ranking["creator"].isin(creators["creator"])]
    st.markdown(f"**{plain(voices.finding(ranking, topic, writing))}**")
    if ranking.empty:
        return
    table.draw(
        voices.readable(ranking),
        means=("voice", "topic_posts", "topic_lift"),
        alt="Creators by how much they say about the topic",
        key="voices_ranking",
    )
    mine = posts[posts["creator"].isin(ranking["creator"])]
    with st.expander(f"The posts about it: {writing.number(len(mine))}"):
        table.rows(
            voices.readable_posts(mine.head(_POSTS)),
            alt="Posts about the topic, the newest first",
            key="voices_posts",
            config={"Link": st.column_config.LinkColumn()},
        )
        if len(mine) > _POSTS:
            st.caption(f"The newest {_POSTS}.")


def _among(creators: pd.DataFrame) -> pd.DataFrame:
    """Those of `creators` whose way of being found is chosen; all of them at first."""
    ways = sources.ways(creators)
    if not ways:
        return creators
    way = st.selectbox(
        "Among",
        ways,
        index=None,
        key="voices_way",
        bind="query-params",
        placeholder="everybody here",
        format_func=lambda way: f"found via {way}",
        width=280,
    )
    return sources.found_by(creators, way) if way else creators
