"""What a file does not say of itself: whose people, found how, on which network, seen when."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from core import readers, tables
from core.locale import currencies

_MINE = "My own account"
_THEIRS = "A creator's"
_WIDTH = 280

QUESTIONS = ("whose", "owner", "found_via", "network", "currency")  # asked alike for files alike


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What was said of one file: the reading with it, and each answer ("" where none was given)."""

    reading: readers.Reading
    found_via: str | None
    owner: str | None
    answers: dict[str, str]


def ask(reading: readers.Reading, key: str, known: Mapping[str, str]) -> Told:
    """Asks what the file does not say; what is `known` from files like it stands there already."""
    asked = _Asked(key, known, {})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if reading.of_own_account or (reading.lacks_author and not len(reading.tables["follows"])):
            reading, found_via, owner = _own_numbers(reading, asked)
        elif len(reading.tables["follows"]):
            found_via, owner = _list_of_followers(reading, asked)
        else:
            owner = None
            reading, found_via = _found_via(reading, asked)
        reading = _network(reading, asked)
        reading = _currency(reading, asked)
        reading = _day(reading, key)
    return Told(reading, found_via, owner, asked.answers)


def forget(key: str) -> None:
    """Lets go of the answers given for one file in this visit."""
    for question in QUESTIONS:
        st.session_state.pop(f"{question}_{key}", None)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """The questions on one card: where answers known before come from, where new ones go."""

    key: str
    known: Mapping[str, str]
    answers: dict[str, str]

    def choice(
        self, question: str, label: str, options: list[str], about: str | None, start: str | None
    ) -> str | None:
        """One of `options`, or None as long as nobody has said; only what differs from `start` is
        an answer.
        """
        before = self.known.get(question, start)
        # As a default it could not be emptied.
        st.session_state.setdefault(f"{question}_{self.key}", before if before in options else None)
        chosen = st.selectbox(
            label,
            options,
            index=None,
            format_func=tables.platform_name,
            placeholder="Not said",
            key=f"{question}_{self.key}",
            width=_WIDTH,
            help=about,
        )
        self.answers[question] = chosen if chosen and chosen != start else ""
        return chosen

    def whose(self, label: str) -> str:
        """Whether the account is the brand's own or a creator's."""
        whose = st.segmented_control(
            label,
            [_MINE, _THEIRS],
            default=_THEIRS if self.known.get("whose") == _THEIRS else _MINE,
            required=True,
            key=f"whose_{self.key}",
            help="Your own account is nobody to be hired: it is left out of the ranking.",
        )
        self.answers["whose"] = _THEIRS if whose == _THEIRS else ""
        return str(whose)

    def owner(self, whose: str) -> str | None:
        """The handle of the account; one's own is the same in the next file."""
        owner = st.text_input(
            "Handle of that account",
            value=self.known.get("owner", "") if whose == _MINE else "",
            placeholder="Not said",
            key=f"owner_{self.key}",
            width=_WIDTH,
        )
        said = (owner or "").strip().removeprefix("@")
        self.answers["owner"] = said if whose == _MINE else ""
        return said or None


def _list_of_followers(reading: readers.Reading, asked: _Asked) -> tuple[str | None, str | None]:
    """Whether the list is the brand's own, and the handle where the file does not give it."""
    whose = asked.whose("Whose list is it?")
    follows = reading.tables["follows"]
    silent = follows["handle"].isna().any() or follows["follower"].isna().any()
    owner = asked.owner(whose) if silent else None
    return (tables.OWN_FOLLOWERS if whose == _MINE else None), owner


def _own_numbers(
    reading: readers.Reading, asked: _Asked
) -> tuple[readers.Reading, str | None, str | None]:
    """Whether these analytics are the brand's own; the handle is that of most of its posts, as
    some are made together with others, and asked for where they name none.
    """
    whose = asked.whose("Whose numbers are these?")
    if reading.lacks_author and (author := asked.owner(whose)):
        reading = reading.of_author(author)
    handles = reading.tables["posts"]["handle"].mode()
    owner = str(handles.iloc[0]) if len(handles) else None
    return reading, (tables.OWN_ACCOUNT if whose == _MINE else None), owner


def _found_via(reading: readers.Reading, asked: _Asked) -> tuple[readers.Reading, str | None]:
    """Where its people come from, unless every row says so; the file's own hint is proposed."""
    said = reading.tables["accounts"]["found_via"]
    if len(said) and (said.notna() & (said != (reading.hint or ""))).all():
        return reading, None
    ways = [way for way in tables.FOUND_VIA if way not in ("typed", tables.OWN_ACCOUNT)]
    way = asked.choice("found_via", "Where do these people come from?", ways, None, reading.hint)
    return reading.found_through(way), way


def _network(reading: readers.Reading, asked: _Asked) -> readers.Reading:
    if not reading.lacks_network:
        return reading
    about = "Without it they cannot be set beside the figures of their network."
    platforms = list(tables.PLATFORMS)
    platform = asked.choice("network", "Which network are they on?", platforms, about, None)
    return reading.on_platform(platform) if platform else reading


def _currency(reading: readers.Reading, asked: _Asked) -> readers.Reading:
    accounts = reading.tables["accounts"]
    if not (accounts["price"].notna() & accounts["currency"].isna()).any():
        return reading
    about = "Left empty, they are read in the workspace's currency."
    codes = sorted(currencies())
    currency = asked.choice("currency", "Which currency are its prices in?", codes, about, None)
    return reading.priced_in(currency) if currency else reading


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
