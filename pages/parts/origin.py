"""What a file does not say of itself: whose people, found how, on which network, seen when."""

import datetime

import streamlit as st

from core import readers, tables
from core.locale import currencies

_MINE = "My own account"
_WIDTH = 280


def ask(reading: readers.Reading, key: str) -> tuple[readers.Reading, str | None, str | None]:
    """The reading with what could be said about it, how its people were found, whose list it is."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if reading.of_own_account:
            found_via, owner = _own_numbers(reading, key)
        elif len(reading.tables["follows"]):
            found_via, owner = _list_of_followers(reading, key)
        else:
            found_via, owner = _found_via(key), None
        reading = _network(reading, key)
        reading = _currency(reading, key)
        reading = _day(reading, key)
    return reading, found_via, owner


def _list_of_followers(reading: readers.Reading, key: str) -> tuple[str | None, str | None]:
    """Whether the list is the brand's own, and the handle where the file does not give it."""
    whose = st.segmented_control(
        "Whose list is it?",
        [_MINE, "A creator's"],
        default=_MINE,
        required=True,
        key=f"whose_{key}",
        help="Your own account is nobody to be hired: it is left out of the ranking.",
    )
    owner = None
    follows = reading.tables["follows"]
    if follows["handle"].isna().any() or follows["follower"].isna().any():
        owner = st.text_input(
            "Handle of that account",
            placeholder="Not said",
            key=f"owner_{key}",
            width=_WIDTH,
        )
    found_via = tables.OWN_FOLLOWERS if whose == _MINE else None
    return found_via, (owner or "").strip().removeprefix("@") or None


def _own_numbers(reading: readers.Reading, key: str) -> tuple[str | None, str | None]:
    """Whether these analytics are the brand's own; the handle is in them when there are posts."""
    whose = st.segmented_control(
        "Whose numbers are these?",
        [_MINE, "A creator's"],
        default=_MINE,
        required=True,
        key=f"whose_{key}",
        help="Your own account is nobody to be hired: it is left out of the ranking.",
    )
    handles = reading.tables["posts"]["handle"].dropna().unique()
    owner = str(handles[0]) if len(handles) == 1 else None
    return (tables.OWN_ACCOUNT if whose == _MINE else None), owner


def _found_via(key: str) -> str | None:
    ways = [way for way in tables.FOUND_VIA if way != "typed"]
    return _choice("Where do these people come from?", ways, f"via_{key}")


def _network(reading: readers.Reading, key: str) -> readers.Reading:
    if not any(frame["platform"].isna().any() for frame in reading.tables.values()):
        return reading
    platform = _choice(
        "Which network are they on?",
        list(tables.PLATFORMS),
        f"platform_{key}",
        "Without it they cannot be set beside the figures of their network.",
    )
    return reading.on_platform(platform) if platform else reading


def _currency(reading: readers.Reading, key: str) -> readers.Reading:
    accounts = reading.tables["accounts"]
    if not (accounts["price"].notna() & accounts["currency"].isna()).any():
        return reading
    currency = _choice(
        "Which currency are its prices in?",
        sorted(currencies()),
        f"currency_{key}",
        "Left empty, they are read in the workspace's currency.",
    )
    return reading.priced_in(currency) if currency else reading


def _choice(label: str, options: list[str], key: str, about: str | None = None) -> str | None:
    """One of `options`, or None as long as nobody has said."""
    return st.selectbox(
        label,
        options,
        index=None,
        format_func=tables.platform_name,
        placeholder="Not said",
        key=key,
        width=_WIDTH,
        help=about,
    )


def _day(reading: readers.Reading, key: str) -> readers.Reading:
    """When the numbers were taken; without an answer they count as of the day they come in."""
    accounts = reading.tables["accounts"]
    if not accounts["seen_at"].isna().any():
        return reading
    day = st.date_input(
        "When was this list made?",
        value=None,
        max_value=datetime.date.today(),
        key=f"day_{key}",
        width=_WIDTH,
        help="Left empty, its numbers count as of today. Of two lists the newer one is used.",
    )
    return reading.seen_on(day) if isinstance(day, datetime.date) else reading
