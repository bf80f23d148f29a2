"""What a look-up would take, shown before anything is sent; and the click that sends it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

import pandas as pd
import streamlit as st

from core.lookups import Depth, Errand, errands, previews
from pages.parts import cached, emphasis, number, table
from pages.parts.cached import lookups as asking
from pages.parts.lookup import keys
from pages.parts.words import plain

_NUMBERS: Final = ("lookup_calls", "lookup_minutes", "lookup_cost")


def offer(
    make: Callable[[Depth], Errand], key: str, *, posts: bool = True, first: bool = True
) -> None:
    """The depth to choose, what it takes, and the button, which is the main one where it is `first`
    to be thought of.
    """
    st.markdown("**Look their numbers up**" if posts else "**What it takes**")
    errand = make(_depth(key) if posts else _people(key))
    if errand.kind == "handles":
        errand = _once_a_day(errand, key)
    errand = _within_today(errand, key)
    secrets = keys.known()
    asked = previews.networks(errand, secrets)
    _impossible(errand, alone=asked.empty)
    if asked.empty:
        return
    ready = asked["ready"]
    if ready.any() and _go(errand, asked[ready], key, first):
        begin(errand, secrets)
    if not ready.all():
        _locked(asked[~ready], alone=not ready.any(), named=errand.kind == "handles")


def _go(errand: Errand, asked: pd.DataFrame, key: str, first: bool) -> bool:
    """What the networks that are ready take, and the click that asks them."""
    number.row(previews.numbers(asked), _NUMBERS, cached.writing(), f"{key}_takes")
    _table(asked, named=errand.kind == "handles", alt="What the look-up takes on each network")
    st.caption(
        ":material/lock: Nothing is sent before your click. Look up sends these names to the"
        " networks above, and nothing else."
    )
    label = _label(errand, int(asked["accounts"].sum()))
    return st.button(label, key=f"{key}_go", type=emphasis.main() if first else "secondary")


def _locked(asked: pd.DataFrame, *, alone: bool, named: bool) -> None:
    """The networks that wait for a key: what they would take, and where the key goes."""
    if alone:
        st.info(
            "The button for it comes when one of these networks has its key. Nothing is sent before"
            " your click.",
            title="Nothing can be looked up yet",
            icon=":material/key:",
        )
    else:
        st.markdown("**Not asked, and not counted above, until there is a key**")
    _table(asked, named=named, alt="What the networks without a key would take")
    st.page_link(
        "pages/workspace.py",
        label="Connect a network",
        icon=":material/key:",
        query_params={"workspace_tab": "Networks"},
    )


def _once_a_day(errand: Errand, key: str) -> Errand:
    """The errand, less whom today's look-ups brought in already, unless that is wanted."""
    store = cached.the_store()
    since = store.now() - timedelta(days=1)
    rest = errands.without_recent(errand, store.lookups.tried(), since)
    already = len(errand.rows) - len(rest.rows)
    if not already:
        return errand
    left_out = st.toggle(
        f"Leave out {already} looked up in the last 24 hours",
        True,
        key=f"{key}_once",
        help="Their numbers are here. Asking again takes calls, and on X money.",
    )
    return rest if left_out else errand


def _within_today(errand: Errand, key: str) -> Errand:
    """The errand, less what goes beyond the networks' allowances of today, unless wanted."""
    store = cached.the_store()
    used = store.lookups.used(f"{store.now():%Y-%m-%d}")
    rest = errands.within_today(errand, {platform: use[1] for platform, use in used.items()})
    over = len(errand.open_rows) - len(rest.open_rows)
    if not over:
        return errand
    many = cached.writing().number(over)
    kept = st.toggle(
        f"Keep to what the networks allow today: {many} would be left for another day"
        if errand.kind == "handles"
        else "Keep to what the network allows today: this could take more than is left",
        True,
        key=f"{key}_today",
        help="Beyond the day's allowance a network answers no more until its next day; the look-up"
        " then waits, and goes on where it was when you press Go on.",
    )
    return rest if kept else errand


def _impossible(errand: Errand, *, alone: bool) -> None:
    """What cannot be asked for, and why; a sentence where nothing else was wanted."""
    rows = previews.impossible(errand)
    if len(rows) == 1 and alone:
        st.info(plain(rows["next"].iloc[0]), title=plain(rows["why"].iloc[0]))
    elif len(rows):
        with st.expander(
            f"{len(rows)} cannot be looked up", icon=":material/rule:", expanded=alone
        ):
            table.rows(rows, alt="Handles that cannot be looked up")


def begin(errand: Errand, secrets: keys.Secrets) -> None:
    """Keeps who is to be asked for, and starts."""
    run_id = cached.the_store().lookups.open(errand.kind, errand.rows, errand.asked)
    go_on(run_id, secrets)


def go_on(run_id: str, secrets: keys.Secrets) -> None:
    """Starts a run or takes it up again."""
    if asking.runner().start(run_id, secrets) is None:
        st.toast("A look-up is running already. Start this one when it is done.")
    st.rerun()


def _depth(key: str) -> Depth:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        posts = st.slider(
            "Posts of each account",
            12,
            30,
            30,
            key=f"{key}_posts",
            width=260,
            help="More posts make the numbers surer. On X, each one costs.",
        )
        commented = st.slider(
            "Read the comments below so many of them",
            0,
            5,
            0,
            key=f"{key}_comments",
            width=260,
            help="One call more for each post, on Bluesky, Mastodon and YouTube.",
        )
    return Depth(posts=posts, commented=commented)


def _people(key: str) -> Depth:
    people = st.select_slider(
        "At most so many people",
        [100, 250, 500, 1000, 2500, 5000, 10_000],
        1000,
        key=f"{key}_people",
        width=360,
    )
    return Depth(people=people)


def _table(asked: pd.DataFrame, *, named: bool, alt: str) -> None:
    """What each network takes; how many `named` accounts it is asked for, if they are."""
    table.rows(
        asked[[name for name in previews.COLUMNS if named or name != "accounts"]],
        config={
            "network": "Network",
            "accounts": st.column_config.NumberColumn("Accounts", format="localized"),
            "calls": st.column_config.NumberColumn("Calls at most", format="localized"),
            "dollars": st.column_config.NumberColumn("US dollars at most", format="%.2f"),
            "minutes": st.column_config.NumberColumn("Minutes", format="localized"),
            "remark": st.column_config.TextColumn("Good to know", width="large"),
        },
        alt=alt,
    )


def _label(errand: Errand, ready: int) -> str:
    if errand.kind == "followers":
        return "Look the followers up"
    if errand.kind == "search":
        return "Search"
    return (
        f"Look up {cached.writing().number(ready)} accounts" if ready != 1 else "Look up 1 account"
    )
