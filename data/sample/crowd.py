"""The shop's own followers on two platforms: who they are and when they began to follow."""

from bisect import bisect
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate

import words
from dice import Dice

OPENED = datetime(2019, 3, 12, tzinfo=UTC)
TIKTOK_OPENED = datetime(2022, 5, 3, tzinfo=UTC)
EXPORTED = datetime(2026, 11, 20, tzinfo=UTC)
BURST = (datetime(2026, 6, 12, tzinfo=UTC), datetime(2026, 6, 13, tzinfo=UTC))
BURST_SIZES = (209, 95)
_WEEKDAYS = (0.80, 0.75, 0.85, 0.95, 1.15, 1.55, 1.30)  # the weekend market brings people in
_MONTHS = (1.1, 1.0, 0.9, 0.85, 0.85, 0.8, 0.75, 0.8, 0.95, 1.05, 1.35, 1.5)  # tea is for winter

Follow = tuple[str, datetime]


def handles(dice: Dice, count: int, taken: Sequence[str] = ()) -> list[str]:
    """`count` different invented handles, none of them in `taken`."""
    found = dict.fromkeys(taken)
    while len(found) < len(taken) + count:
        first, noun = dice.pick(words.FIRST).lower(), dice.pick(words.NOUNS)
        year = dice.whole(1, 99)
        shape = dice.pick(
            ("{f}.{n}", "{f}_{n}", "{n}.{f}", "{f}{n}{y:02}", "the{n}{y}", "{f}.{n}.{y}")
        )
        found[shape.format(f=first, n=noun, y=year) + words.MARK] = None
    return list(found)[len(taken) :]


def crowd(dice: Dice, people: Sequence[str], opened: datetime) -> list[Follow]:
    """`people` with the time each began to follow, along a growing, weekly and yearly curve."""
    days = [opened + timedelta(days=i) for i in range((EXPORTED - opened).days - 1)]
    weights = [
        (0.25 + 1.9 * (i / len(days)) ** 1.6)
        * _WEEKDAYS[day.weekday()]
        * _MONTHS[day.month - 1]
        * dice.factor(0.5)
        for i, day in enumerate(days)
    ]
    sums = list(accumulate(weights))
    return [
        (person, _sometime(dice, days[bisect(sums, dice.number(0, sums[-1]))])) for person in people
    ]


def burst(dice: Dice) -> list[Follow]:
    """The few hundred that came within two days in June."""
    people = handles(Dice("burst handles"), sum(BURST_SIZES))
    days = [day for day, size in zip(BURST, BURST_SIZES, strict=True) for _ in range(size)]
    return [(person, _sometime(dice, day)) for person, day in zip(people, days, strict=True)]


def newest_first(follows: Sequence[Follow]) -> list[Follow]:
    """`follows` in the order in which the platforms write them."""
    return sorted(follows, key=lambda follow: (follow[1], follow[0]), reverse=True)


def _sometime(dice: Dice, day: datetime) -> datetime:
    return day + timedelta(seconds=dice.whole(6 * 3600, 23 * 3600))
