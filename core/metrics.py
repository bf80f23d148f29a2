"""Every number the app can show, defined once: label, unit, sentence, formula in words, direction.

Pages never word a number themselves: they take the words from here and the figures from a room.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from core.errors import UnknownName

Unit = Literal["share", "money", "count", "compact", "score", "day"]
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


_ALL: Final = (
    Metric(
        "followers",
        "Followers",
        "compact",
        "How many accounts follow this creator.",
        "as given by the newest source",
    ),
    Metric(
        "engagement_rate",
        "Engagement rate",
        "share",
        "How many of the followers react to a typical post.",
        "(likes + comments) per post ÷ followers",
        "higher",
        (
            "by views: (likes + comments) ÷ views",
            "by reach: (likes + comments) ÷ people reached",
            "with saves and shares counted too",
        ),
    ),
    Metric(
        "engagement_rate_claimed",
        "Claimed engagement rate",
        "share",
        "The engagement rate that the list itself states; its formula is the list's own.",
        "as printed in the file",
    ),
    Metric(
        "benchmark",
        "Benchmark at this size",
        "share",
        "The engagement rate to expect at this size, read off the published tiers.",
        "on a curve through the middles of the published tiers",
    ),
    Metric(
        "standing",
        "Standing for its size",
        "share",
        "The share of accounts of this size that engage less, going by the chosen benchmark.",
        "where (engagement rate ÷ benchmark) falls on the measured spread between creators",
        "higher",
    ),
    Metric(
        "score",
        "Score",
        "score",
        "0 to 100: how strongly the evidence so far speaks for working with this creator.",
        "weighted mean of the parts that are known; unknown parts widen the range",
        "higher",
    ),
    Metric(
        "coverage",
        "Evidence",
        "share",
        "How much of what the score looks at is known for this creator.",
        "weight of the known evidence ÷ weight of all evidence",
        "higher",
    ),
    Metric(
        "chance_top",
        "Chance of the top ten",
        "share",
        "How often this creator is among the best ten when the ranges are drawn again and again.",
        "share of 2,000 draws in which the creator's score is among the ten highest",
        "higher",
    ),
    Metric(
        "price",
        "Price",
        "money",
        "What one piece of work is likely to cost.",
        "the asked price; else the published rate card of the creator's size",
        "lower",
    ),
    Metric(
        "plan_cost",
        "Plan costs",
        "money",
        "What the chosen pieces of work cost together.",
        "sum of the prices of the chosen lines",
        "lower",
    ),
    Metric(
        "engagements",
        "Engagements",
        "count",
        "Likes and comments that the work should bring.",
        "followers × engagement rate × posts",
        "higher",
    ),
    Metric(
        "people_reached",
        "People reached",
        "count",
        "How many times the work is seen, people who see it twice counted twice.",
        "followers × share of followers that see a post × posts",
        "higher",
    ),
    Metric(
        "clicks",
        "Clicks",
        "count",
        "Visits to the link that the work should bring.",
        "people reached × click rate",
        "higher",
    ),
    Metric(
        "goal_chance",
        "Chance to reach the goal",
        "share",
        "How often the plan reaches the goal when its ranges are drawn again and again.",
        "share of draws in which the total is at least the goal",
        "higher",
    ),
    Metric(
        "next_100",
        "What 100 more would add",
        "count",
        "How much more the best plan would bring with 100 more to spend.",
        "best plan at budget + 100 minus best plan at budget",
        "higher",
    ),
    Metric(
        "gap",
        "Could be better by",
        "share",
        "No plan within the budget can be better than this one by more than this share: proven.",
        "(bound − value) ÷ bound",
        "lower",
    ),
    Metric(
        "creators_count",
        "Creators",
        "count",
        "How many creators take part.",
        "number of different creators",
    ),
    Metric(
        "posts_count",
        "Pieces of work",
        "count",
        "How many posts, videos or stories are made.",
        "sum over the lines",
    ),
    Metric(
        "pay_per_creator",
        "Pay per creator",
        "money",
        "What one creator gets on average.",
        "cost ÷ creators",
    ),
    Metric(
        "new_followers",
        "New followers",
        "count",
        "People who began to follow in this month and still do.",
        "number of follow dates in the month; people who left are not in the file",
    ),
    Metric(
        "alive_followers",
        "Followers that look alive",
        "share",
        "The share of followers whose profiles look to a careful reader as if someone is there.",
        "1 − followers worth asking about",
        "higher",
    ),
    Metric(
        "quiet_followers",
        "Followers worth asking about",
        "share",
        "The share of followers whose profiles look empty or automatic. A reason to ask, "
        "not a verdict.",
        "share that explains best how often picture, posts, digits in the name, followers and "
        "following occur here, held against followers that two people judged",
        "lower",
    ),
    Metric(
        "burst_extra",
        "More than usual",
        "count",
        "New followers of a few days above what is usual for this account and those weekdays.",
        "follow dates of those days − what the weeks around them make likely",
    ),
    Metric(
        "unique_reach",
        "Different people",
        "count",
        "How many different people follow at least one of these accounts.",
        "size of the union of the follower lists",
        "higher",
    ),
    Metric(
        "conversation",
        "Genuine conversation",
        "share",
        "The share of accounts of this size under whose posts more stock phrases stand.",
        "where (usual share of stock phrases − this one) falls on the measured spread",
        "higher",
    ),
    Metric(
        "fit",
        "Fits our values",
        "share",
        "The share of creators of a mixed crowd whose posts are further from the brief.",
        "where the mean similarity of captions and bio falls on the measured spread",
        "higher",
    ),
    Metric(
        "offensive",
        "Worth reading yourself",
        "share",
        "How strongly the words of a post suggest reading it before signing; not a verdict.",
        "listed words, weighed by the tone of the whole text",
        "lower",
    ),
)

METRICS: Final[Mapping[str, Metric]] = {metric.key: metric for metric in _ALL}


def metric(key: str) -> Metric:
    """The metric called `key`; raises UnknownName."""
    if key not in METRICS:
        raise UnknownName.among("number", key, METRICS)
    return METRICS[key]
