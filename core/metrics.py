"""Every number the app can show, defined once: label, unit, sentence, formula in words, direction.

The words are rows of metrics.csv. Pages never word a number themselves: they take the words from
here and the figures from a room.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, cast

from core.errors import UnknownName

NEXT_POSTS: Final = 10  # posts that a forecast looks ahead

Unit = Literal["share", "money", "count", "compact", "score", "day", "ratio"]
Direction = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True)
class Metric:
    """One kind of number: what it says in plain words and how it is worked out."""

    key: str
    label: str
    unit: Unit
    sentence: str
    formula: str
    better: Direction = "neither"
    other_definitions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 80 % range and the number of observations behind it; None = unknown."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0

    def __post_init__(self) -> None:
        known = [x for x in (self.low, self.value, self.high) if x is not None]
        if known != sorted(known):
            raise ValueError(f"the range must hold the value: {self.low} {self.value} {self.high}")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that went into a number, as text, with its date and where it came from."""

    label: str
    text: str
    as_of: datetime | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number ready to be shown: how sure, worked out from what, by which published source."""

    metric: Metric
    estimate: Estimate
    working: str = ""  # the formula with the actual numbers in it
    inputs: tuple[Input, ...] = ()
    source_ids: tuple[str, ...] = ()
    note: str = ""
    others: tuple[tuple[str, str], ...] = field(default=())  # other definition → its value
    currency: str = ""  # of money that is not in the reader's own
    unit: Unit | None = None  # where it is another one than the metric's
    said: str = ""  # what stands under the value where the range's own words would not be true


def _words() -> tuple[Metric, ...]:
    path = Path(__file__).with_name("metrics.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_metric(row) for row in csv.DictReader(file))


def _metric(row: Mapping[str, str]) -> Metric:
    others = row["other_definitions"]
    return Metric(
        row["key"],
        row["label"],
        cast(Unit, row["unit"]),
        row["sentence"],
        row["formula"],
        cast(Direction, row["better"]),
        tuple(others.split(" | ")) if others else (),
    )


METRICS: Final[Mapping[str, Metric]] = {metric.key: metric for metric in _words()}


def metric(key: str) -> Metric:
    """The metric called `key`; raises UnknownName."""
    if key not in METRICS:
        raise UnknownName.among("number", key, METRICS)
    return METRICS[key]
