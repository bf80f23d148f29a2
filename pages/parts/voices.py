"""Who speaks most of a topic: the ranking, the sentence above it, and the posts themselves."""

import streamlit as st

from core.locale import Writing
from core.scoring import voices
from pages.parts import cached, table
from pages.parts.words import plain

_POSTS = 50


def draw(creators: list[str], writing: Writing) -> None:
    """The topic ranking among `creators` (keys), for a topic that is typed here."""
    topics = cached.the_store().workspace().topics
    first = topics.replace(";", ",").replace("\n", ",").split(",")[0].strip()
    topic = st.text_input(
        "Topic",
        first,
        key="voices_topic",
        bind="query-params",
        placeholder="loose leaf tea",
        width=320,
    )
    if not topic.strip():
        st.caption("Type what people should be talking about.")
        return
    ranking, posts = cached.voices_of(topic)
    ranking = ranking[ranking["creator"].isin(creators)]
    st.markdown(f"**{plain(voices.finding(ranking, topic, writing))}**")
    if ranking.empty:
        return
    table.draw(
        voices.readable(ranking),
        means=("voice", "topic_posts", "topic_lift"),
        alt="Creators by how much they say about the topic",
        key="voices_ranking",
        config={"Latest": st.column_config.DateColumn()},
    )
    mine = posts[posts["creator"].isin(ranking["creator"])]
    with st.expander(f"The posts about it: {writing.number(len(mine))}"):
        table.rows(
            voices.readable_posts(mine.head(_POSTS)),
            alt="Posts about the topic, the newest first",
            key="voices_posts",
            config={"Posted": st.column_config.DateColumn(), "Link": st.column_config.LinkColumn()},
        )
        if len(mine) > _POSTS:
            st.caption(f"The newest {_POSTS}.")
