"""What a client is shown, as plain data: every file that leaves and the present mode draw from it.

A dossier knows nothing of files and screens. Money is in the currency of `writing`; where `fees` is
false there is no price in it at all. Pictures come in from outside, since charts are another room.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import pandas as pd

from core import figures
from core.errors import MicroscopeError
from core.locale import Writing
from core.metrics import Input, Number

VERSION: Final = "0.1.0"
COLOUR: Final = "#0B6399"  # the app's own hue, where a brand has set none
SAMPLE: Final = "Sample data: an invented tea shop, no real creators."

HIDDEN: Final = "hidden/"  # begins the keys of creators who go without their names
_HEADLINE: Final = ("different_people", "goal_chance", "plan_cost", "creators_count", "posts_count")
_HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Brand:
    """Whose file it is: name, hue as `#rrggbb`, logo as PNG bytes (empty = none)."""

    name: str = ""
    colour: str = COLOUR
    logo: bytes = b""

    def __post_init__(self) -> None:
        if not _HEX.fullmatch(self.colour):
            raise MicroscopeError(
                f"“{self.colour[:40]}” is no colour that can be used.",
                "Give six digits after a #, such as #0B6399.",
            )


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A chart as a Vega-Lite `spec` with its rows inside, its finding, its words, its table."""

    title: str
    spec: Mapping[str, Any]
    alt: str
    table: pd.DataFrame


@dataclass(frozen=True, slots=True, eq=False)
class Creator:
    """One creator of the plan: who it is, what is bought, why, and what is known of the audience.

    `numbers` are those of core.scoring.numbers; `brings` is the goal of the plan, `fee` the price
    of `work` (null without fees); `unknown` names what nobody knows yet.
    """

    key: str  # platform/handle in lower case
    handle: str
    name: str
    platform: str  # as people write it
    url: str
    work: str  # "2 Instagram posts"
    why: tuple[str, ...]
    audience: tuple[str, ...]
    unknown: tuple[str, ...]
    numbers: Mapping[str, Number]
    brings: Number
    fee: Number | None = None

    @property
    def called(self) -> str:
        """`@handle`, or what stands for it where names are left out."""
        return self.handle if self.key.startswith(HIDDEN) else f"@{self.handle}"


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """One plan as a client is shown it, in the order in which it is told.

    `lines` has a row a line of the plan: creator, handle, platform, option, format, count,
    followers, value, value_low, value_high and, with fees, price, price_low, price_high,
    price_source. `overlap` has handle, followers, added, total of the creators whose follower lists
    are here. `pictures` by name: lines, odds, overlap, frontier, as far as there is something to
    draw.
    """

    title: str
    brand: Brand
    writing: Writing
    goal: str  # "Engagements"
    wanted: float  # how much of it is hoped for; 0 = nothing in particular
    aim: str  # what is hoped for, in a sentence
    finding: str  # the plan in a sentence
    numbers: Mapping[str, Number]  # of the plan, by metric key
    creators: tuple[Creator, ...]
    lines: pd.DataFrame
    overlap: pd.DataFrame
    outcomes: tuple[float, ...]  # fifty equally likely totals of the goal, lowest first
    measures: tuple[str, ...]  # what will be measured, and how
    files: tuple[Input, ...]  # what all rests on, with dates
    made_at: datetime
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    version: str = VERSION
    sample: bool = False
    fees: bool = True

    def __post_init__(self) -> None:
        if not self.creators:
            raise MicroscopeError(
                "There is nobody in this plan, so there is nothing to show a client.",
                "Raise the total or loosen the limits on the budget page.",
            )

    @property
    def number(self) -> str:
        """What tells this file from others of other plans; a reply carries it back."""
        said = [self.title, self.brand.name, self.goal, self.writing.currency, str(self.sample)]
        said += [f"{each.key} {each.work}" for each in self.creators]
        return hashlib.sha256("\x00".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:24]

    @property
    def as_of(self) -> datetime:
        """The newest date of what it rests on; when it was made where no file has a date."""
        return max((f.as_of for f in self.files if f.as_of is not None), default=self.made_at)

    @property
    def sources(self) -> tuple[figures.Source, ...]:
        """The published sources of all its numbers, each once, in order of appearance."""
        ids = dict.fromkeys(one for number in self.every_number() for one in number.source_ids)
        return tuple(figures.source(one) for one in ids)

    @property
    def headline(self) -> tuple[Number, ...]:
        """The few known numbers that say most: the goal first."""
        goal = [key for key, one in self.numbers.items() if one.metric.label == self.goal]
        keys = dict.fromkeys([*goal, *_HEADLINE])
        found = (self.numbers[key] for key in keys if key in self.numbers)
        return tuple(one for one in found if one.estimate.value is not None)

    def every_number(self) -> Iterator[Number]:
        """The numbers of the plan, then those of each creator."""
        yield from self.numbers.values()
        for creator in self.creators:
            yield from creator.numbers.values()
            yield creator.brings
            if creator.fee is not None:
                yield creator.fee
