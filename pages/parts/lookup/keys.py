"""Keys and tokens: from this window, from secrets.toml, or from the environment; never stored."""

import os
from typing import Final

import streamlit as st

from core.lookups import Refused, Secrets, words
from core.lookups.harvest import label
from core.lookups.secrets import name
from core.lookups.terms import every
from pages.parts.cached import lookups as asking
from pages.parts.lookup.times import moment
from pages.parts.words import plain

_TYPED: Final = "lookup_keys"
_WHERE: Final = {
    "youtube": "In Google Cloud, create a project, switch on “YouTube Data API v3” and make an API"
    " key. It is free.",
    "instagram": "In Meta's developer pages, make an app and a token for your own professional"
    " account, linked to a page, with instagram_basic, instagram_manage_insights and"
    " pages_read_engagement.",
    "x": "In X's developer console, buy credit and copy the bearer token of your app. X charges for"
    " each account and post it answers with.",
}


def known() -> Secrets:
    """The keys at hand, those typed in this window first."""
    typed = st.session_state.get(_TYPED, {})
    file = dict(st.secrets) if st.secrets.load_if_toml_exists() else {}
    around = {key.lower(): value for key, value in os.environ.items()}
    return Secrets.found(typed, file, around)


def draw() -> None:
    """One card a network: whether it is connected, its limits, a key to paste, a test."""
    st.markdown(
        "Bluesky and Mastodon need nothing. For the others, paste a key of your own. It stays in"
        " this window only: it is not saved. To keep it, put it into the file"
        " `.streamlit/secrets.toml` beside the program, or into an environment variable."
    )
    secrets = known()
    for platform, terms in every().items():
        with st.container(border=True, key=f"network_{platform}"):
            row = st.container(horizontal=True, vertical_alignment="center")
            row.markdown(f"**{plain(terms.label)}**")
            _badge(platform, secrets, row)
            st.caption(plain(terms.remark))
            if terms.secret:
                _paste(platform)
                _test(platform, secrets)


def _badge(platform: str, secrets: Secrets, row: st.delta_generator.DeltaGenerator) -> None:
    if not every()[platform].secret:
        row.badge("no key needed", color="green", icon=":material/check:")
    elif secrets.has(platform):
        row.badge("key at hand", color="green", icon=":material/key:")
    else:
        row.badge("no key yet", color="gray")


def _paste(platform: str) -> None:
    key = f"key_{platform}"
    st.text_input(
        "Key or token",
        type="password",
        key=key,
        autocomplete="off",
        placeholder=f"or {name(platform)} in secrets.toml",
        help=_WHERE[platform],
        on_change=_take,
        args=(platform, key),
    )


def _take(platform: str, key: str) -> None:
    """Keeps what was typed for this window, past the page it was typed on."""
    typed = dict(st.session_state.get(_TYPED, {}))
    said = (st.session_state.get(key) or "").strip()
    st.session_state[_TYPED] = {**typed, name(platform): said}


def _test(platform: str, secrets: Secrets) -> None:
    ready = secrets.has(platform)
    if st.button("Test it", key=f"test_{platform}", disabled=not ready, icon=":material/wifi:"):
        try:
            with st.spinner("Asking …"):
                said = asking.runner().test(platform, secrets)
        except Refused as refused:
            outcome = refused.outcome
            _, what, do = words(outcome.state, label(platform), moment(outcome.until))
            more = f" {outcome.detail}." if outcome.detail else ""
            st.error(plain(do), title=plain(what + more), icon=":material/key_off:")
        else:
            st.success(plain(f"It works. {said}".strip()), icon=":material/check:")
