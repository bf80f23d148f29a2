"""What a plan must respect besides the money."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from core.errors import ImpossibleLimits
from core.tables import PLATFORMS, platform_name

_AGAIN: Final = "Give a number from 0 upwards, or leave the limit empty."


@dataclass(frozen=True, slots=True)
class Quota:
    """Least and most for one platform or one size: creators (counted) and spending (money)."""

    name: str
    min_creators: int | None = None
    max_creators: int | None = None
    min_spend: float | None = None
    max_spend: float | None = None

    def __post_init__(self) -> None:
        for least, most in (
            (self.min_creators, self.max_creators),
            (self.min_spend, self.max_spend),
        ):
            _check_span(least, most, f"for {self.name}")


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything a plan must respect; what is left out limits nothing. Frozen: a cache key.

    Creators are counted by person where the options name one (column `person`). `max_pieces` and
    `max_spend` hold for each of them. `smaller_share` (0 to 1) of the spending must go to creators
    whose tier is among `smaller_tiers`. `gift_only` leaves the options without a fee.
    """

    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    max_creators: int | None = None
    min_creators: int | None = None
    max_pieces: int | None = None
    max_spend: float | None = None
    platforms: tuple[Quota, ...] = ()
    tiers: tuple[Quota, ...] = ()
    smaller_share: float | None = None
    smaller_tiers: tuple[str, ...] = ()
    gift_only: bool = False
    format: str | None = None
    min_score: float | None = None

    def __post_init__(self) -> None:
        both = sorted(set(self.must) & set(self.never))
        if both:
            raise ImpossibleLimits(
                f"{names(called(both))} must be in the plan and must stay out of it.",
                "Take one of the two limits away.",
            )
        _check_span(self.min_creators, self.max_creators, "in a plan")
        for value in (self.max_pieces, self.max_spend):
            _check_span(None, value, "for each creator")
        for quotas in (self.platforms, self.tiers):
            _check_once([quota.name for quota in quotas])
        if self.smaller_share is not None and not 0 <= self.smaller_share <= 1:
            raise ImpossibleLimits(
                f"A share of {self.smaller_share:.0%} of the spending is none.",
                "Give a share from 0 to 100 percent.",
            )
        if self.min_score is not None and not np.isfinite(self.min_score):
            raise ImpossibleLimits("The least score is no number.", "Give a score, or none.")

    def told(self) -> Iterator[str]:
        """The names of the limits that are set."""
        for each in fields(self):
            if getattr(self, each.name) != each.default:
                yield each.name


def names(creators: list[str], shown: int = 3) -> str:
    """`a, b and 4 more`."""
    more = len(creators) - shown
    listed = ", ".join(creators[:shown])
    return f"{listed} and {more} more" if more > 0 else listed


def called(creators: Sequence[str]) -> list[str]:
    """`@ada` for each key `instagram/ada`; with the network where two have the same handle."""
    told = [key.partition("/") for key in creators]
    twice = Counter(handle.lower() for network, _, handle in told if network in PLATFORMS)
    return [
        key
        if network not in PLATFORMS
        else f"@{handle} on {platform_name(network)}"
        if twice[handle.lower()] > 1
        else f"@{handle}"
        for key, (network, _, handle) in zip(creators, told, strict=True)
    ]


def _check_span(least: float | None, most: float | None, where: str) -> None:
    """Raise ImpossibleLimits for what is negative, no number, or crosses."""
    for value, words in ((least, "least"), (most, "most")):
        if value is not None and not value >= 0:
            raise ImpossibleLimits(f"At {words} {value:,} {where} cannot be planned with.", _AGAIN)
    if least is not None and most is not None and least > most:
        raise ImpossibleLimits(
            f"At least {least:,} and at most {most:,} {where} cannot hold together.",
            "Lower the first or raise the second.",
        )


def _check_once(given: list[str]) -> None:
    twice = sorted({name for name in given if given.count(name) > 1})
    if twice:
        raise ImpossibleLimits(
            f"{names(twice)} has two sets of limits.", "Give each platform and size one set."
        )
