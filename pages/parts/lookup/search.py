"""People by hashtag or word, and the followers of an account, where a network shows them."""

import streamlit as st

from core import lookups
from core.lookups.networks import FOLLOWABLE, SEARCHABLE
from core.tables import platform_name
from pages.parts.lookup import panel

_WIDTH = 320


def draw() -> None:
    """Both questions, one below the other."""
    st.markdown("**By hashtag or word**")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        platform = st.segmented_control(
            "Network",
            [*SEARCHABLE, "instagram", "tiktok", "x"],
            default="bluesky",
            required=True,
            format_func=platform_name,
            key="search_network",
        )
        words = st.text_input(
            "Hashtag or word", placeholder="#slowtea", key="search_words", width=_WIDTH
        )
        server = ""
        if platform == "mastodon":
            server = st.text_input(
                "Server", placeholder="mastodon.social", key="search_server", width=_WIDTH
            )
    if words and words.strip() and (platform != "mastodon" or (server or "").strip()):
        panel.offer(
            lambda depth: lookups.of_search(platform, words.strip(), depth, server or ""),
            "search",
            posts=False,
        )
    st.markdown("**Who follows an account**")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        where = st.segmented_control(
            "Network of the account",
            list(FOLLOWABLE),
            default="bluesky",
            required=True,
            format_func=platform_name,
            key="followers_network",
            help="Only Bluesky and Mastodon show who follows whom.",
        )
        whose = st.text_input(
            "Account", placeholder="name.bsky.social", key="followers_of", width=_WIDTH
        )
    if whose and whose.strip():
        panel.offer(
            lambda depth: lookups.of_followers(where, whose.strip().removeprefix("@"), depth),
            "followers",
            posts=False,
        )
