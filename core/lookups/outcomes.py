"""What became of one handle, in words: what is the case, and what to do next."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How far a handle is."""

    WAITING = "waiting"
    FOUND = "found"
    NOT_FOUND = "not_found"
    GONE = "gone"
    PRIVATE = "private"
    NOT_PROFESSIONAL = "not_professional"
    NO_NAME = "no_name"
    NO_WAY = "no_way"
    NOT_PUBLIC = "not_public"
    REFUSED = "refused"
    LIMITED = "limited"
    EXPIRED = "expired"
    NO_TOKEN = "no_token"  # noqa: S105
    UNREACHABLE = "unreachable"
    BROKEN = "broken"


# Nothing more is to be asked about these; all others are asked again when the run goes on.
SETTLED: Final = frozenset(
    {
        State.FOUND,
        State.NOT_FOUND,
        State.GONE,
        State.PRIVATE,
        State.NOT_PROFESSIONAL,
        State.NO_NAME,
        State.NO_WAY,
        State.NOT_PUBLIC,
        State.REFUSED,
    }
)

# state → what it is in a row of the table, what is the case, what to do next.
_WORDS: Final = {
    State.WAITING: ("waiting", "Not asked yet.", "Press “Go on” to ask."),
    State.FOUND: ("found", "Profile and numbers are in.", "Nothing to do."),
    State.NOT_FOUND: (
        "not found",
        "{label} knows no account of this name.",
        "Check the spelling, or paste the profile's link.",
    ),
    State.GONE: (
        "not available",
        "{label} says that this account is closed or suspended for now.",
        "Ask the creator for their current account.",
    ),
    State.PRIVATE: (
        "private",
        "The account is private: {label} shows its counts at most, no posts.",
        "Ask the creator for a screenshot of their numbers.",
    ),
    State.NOT_PROFESSIONAL: (
        "not found, or not a professional account",
        "Instagram gives the same answer for a name that does not exist and for a personal"
        " account.",
        "Open the profile: if it is there, it is a personal account; ask the creator for their"
        " numbers.",
    ),
    State.NO_NAME: (
        "not a name of this network",
        "No account on {label} can have this name.",
        "Check the spelling, or choose the network it belongs to.",
    ),
    State.NO_WAY: (
        "cannot be looked up",
        "{detail}.",
        "Type the numbers you know, or bring in a vendor's list.",
    ),
    State.NOT_PUBLIC: (
        "address not allowed",
        "This server's address is not on the public internet, so nothing was sent to it.",
        "Check the part of the name behind the second @.",
    ),
    State.REFUSED: (
        "asks for a sign-in",
        "{label} answers this only to people who are signed in.",
        "Type the numbers you know, or ask another network or server.",
    ),
    State.LIMITED: (
        "rate-limited until {until}",
        "{label} allows no more calls until {until}.",
        "While it is still asking it goes on by itself; else press “Go on” after {until}.",
    ),
    State.EXPIRED: (
        "token expired",
        "{label} does not accept this key or token: it is wrong, or it has expired.",
        "Paste a new one on the workspace page under Networks, then press “Go on”.",
    ),
    State.NO_TOKEN: (
        "no token",
        "{label} answers only with a key or token of your own.",
        "Paste one on the workspace page under Networks, then press “Go on”.",
    ),
    State.UNREACHABLE: (
        "no answer",
        "{label} could not be reached, although it was tried several times.",
        "Check the connection to the internet, then press “Go on”.",
    ),
    State.BROKEN: (
        "answer not understood",
        "{label} answered in a way this program does not understand.",
        "Press “Go on” to ask again; if it stays, a newer version of the program may help.",
    ),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A state with the time it lasts until, and what else there is to say about it."""

    state: State
    until: datetime | None = None
    detail: str | None = None


class Refused(Exception):
    """A call that brought nothing, and why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.state.value)
        self.outcome = outcome


def words(state: str, label: str, until: str = "", detail: str = "") -> tuple[str, str, str]:
    """`short`, `what` and `do` of a state on the network `label`; `until` as the reader writes it.

    short goes into a row of a table, the others are whole sentences.
    """
    told = {"label": label, "until": until or "later", "detail": detail or "It cannot be asked for"}
    short, what, do = (text.format(**told) for text in _WORDS[State(state)])
    return short, what, do
