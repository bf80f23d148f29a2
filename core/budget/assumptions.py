"""What has to be assumed between a follower and a click, each with its source or "your own"."""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, Literal, Self, get_args

import numpy as np
import pandas as pd

from core import figures
from core.budget.costs import NO_COSTS, Costs
from core.errors import MicroscopeError
from core.prices.exchange import IN_DOLLARS, Exchange

Goal = Literal["engagements", "people_reached", "clicks", "orders", "revenue"]

GOALS: Final[tuple[Goal, ...]] = get_args(Goal)
OWN: Final = "your own"
ANY: Final = figures.ANY_PLATFORM
LEVEL: Final = 0.8  # every range shown holds 8 in 10

GIFTED_WHO_POST: Final = (0.1, 0.6)  # an assumption of ours to start from; nobody publishes it

_PER_CENT: Final = 100.0
_Z: Final = {0.5: 0.6745, 0.8: 1.2816, 0.9: 1.6449}  # half-width of these shares of a normal curve


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its range for one platform and one span of followers (null = open).

    `inside` is the share of cases that low to high holds: 0.8, or 0.5 for printed quarters.
    """

    platform: str
    low: float
    typical: float
    high: float
    source_id: str
    followers_min: float | None = None
    followers_max: float | None = None
    inside: float = LEVEL

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.typical <= self.high:
            raise MicroscopeError(
                f"A rate of {self.typical:.2%} with a range of {self.low:.2%} to {self.high:.2%} "
                "cannot be used.",
                "Give a range from 0 % upwards that holds the typical value.",
            )

    @property
    def spread(self) -> float:
        """Standard deviation of the logarithm; from a low end of 0 the high one alone tells it."""
        if self.typical <= 0 or self.high <= self.low:
            return 0.0
        if self.low <= 0:
            return float(np.log(self.high / self.typical) / _Z[self.inside])
        return float(np.log(self.high / self.low) / (2 * _Z[self.inside]))


def with_middle(low: float, high: float) -> tuple[float, float, float]:
    """Low, typical, high: the geometric middle as for printed ranges, half of high from 0."""
    return low, float(np.sqrt(low * high)) if low > 0 else high / 2, high


def _published(measure: str) -> tuple[Rate, ...]:
    """The chosen published rates of `measure`, their shares as fractions."""
    sets = figures.read("funnel_rate_sets")
    rows = sets[sets["measure"] == measure].merge(
        figures.read("funnel_rates"),
        left_on=["metric", "printed_surface", "source_id"],
        right_on=["metric", "platform_or_surface", "source_id"],
    )
    low, high = rows["low"] / _PER_CENT, rows["high"] / _PER_CENT
    typical = (rows["typical"] / _PER_CENT).fillna(np.sqrt(low * high))
    spans = rows[["followers_min", "followers_max"]].astype(object).where(lambda x: x.notna(), None)
    return tuple(
        Rate(*row)
        for row in zip(
            rows["platform"],
            low,
            typical,
            high,
            rows["source_id"],
            spans["followers_min"],
            spans["followers_max"],
            rows["inside"],
            strict=True,
        )
    )


@cache
def published_reach() -> tuple[Rate, ...]:
    """Share of the followers that see one post: Instagram (a range) and X (by size) only."""
    return _published("reach_rate")


@cache
def published_clicks() -> tuple[Rate, ...]:
    """Share of those who see a post and follow its link: Instagram and X; no others known."""
    return _published("click_rate")


@cache
def published_orders() -> tuple[Rate, ...]:
    """Share of visits that end in an order: a rule of thumb by network, by size for the others."""
    return _published("order_rate")


@dataclass(frozen=True, slots=True)
class OrderValue:
    """What one order is worth, with its range (80 %), in `currency`; by its source."""

    low: float
    typical: float
    high: float
    source_id: str = OWN
    currency: str = ""  # empty = the workspace's

    def __post_init__(self) -> None:
        if not (0 < self.low <= self.typical <= self.high and np.isfinite(self.high)):
            raise MicroscopeError(
                f"An order cannot be worth {self.low:g} to {self.high:g}.",
                "Give amounts above 0, the low one first.",
            )

    @property
    def spread(self) -> float:
        """Standard deviation of the logarithm."""
        return float(np.log(self.high / self.low) / (2 * _Z[LEVEL]))


@cache
def published_order_value() -> OrderValue:
    """The printed range of the value of an order in shops that work with creators, US dollars."""
    rows = figures.read("funnel_rates")
    row = rows[rows["metric"] == "average_order_value"].iloc[0]
    low, high = float(row["low"]), float(row["high"])
    return OrderValue(*with_middle(low, high), str(row["source_id"]), "USD")


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Everything a plan rests on besides the creators; `formats` None = all on the rate card.

    `gifts` is the share of creators who post about a product that they were given; None = nobody
    is given one without a fee, but for the creators `gifted`, who get nothing else; and, `as_listed`,
    for those of whom a list says so (column `gift_only`).
    """

    reach_rates: tuple[Rate, ...] = field(default_factory=published_reach)
    click_rates: tuple[Rate, ...] = field(default_factory=published_clicks)
    order_rates: tuple[Rate, ...] = field(default_factory=published_orders)
    order_value: OrderValue = field(default_factory=published_order_value)
    gifts: Rate | None = None
    gifted: tuple[str, ...] = ()
    as_listed: bool = True
    costs: Costs = NO_COSTS
    max_pieces: int = 2
    formats: tuple[str, ...] | None = None
    exchange: Exchange = IN_DOLLARS

    def __post_init__(self) -> None:
        if self.max_pieces < 1:
            raise MicroscopeError(
                "With fewer than one piece of work a creator there is nothing to plan.",
                "Allow at least one piece a creator.",
            )

    def with_reach(self, low: float, typical: float, high: float, platform: str = ANY) -> Self:
        """With your own share of followers reached, for one platform or for all."""
        own = Rate(platform, low, typical, high, OWN)
        return replace(self, reach_rates=_instead(self.reach_rates, own))

    def with_clicks(self, low: float, typical: float, high: float, platform: str = ANY) -> Self:
        """With your own share of viewers who click, for one platform or for all."""
        own = Rate(platform, low, typical, high, OWN)
        return replace(self, click_rates=_instead(self.click_rates, own))

    def with_orders(self, low: float, typical: float, high: float, platform: str = ANY) -> Self:
        """With your own share of visits that end in an order, for one platform or for all."""
        own = Rate(platform, low, typical, high, OWN)
        return replace(self, order_rates=_instead(self.order_rates, own))

    def in_currency(self) -> OrderValue | None:
        """The value of an order in the workspace's currency; None without a rate to it."""
        value, rate = self.order_value, self.exchange.per_usd
        if value.currency in ("", self.exchange.currency):
            return value
        if rate is None:
            return None
        return OrderValue(
            value.low * rate, value.typical * rate, value.high * rate, value.source_id
        )


def _instead(rates: tuple[Rate, ...], own: Rate) -> tuple[Rate, ...]:
    if own.platform == ANY:
        return (own,)
    return (own, *(rate for rate in rates if rate.platform != own.platform))


def applied(rates: tuple[Rate, ...], creators: pd.DataFrame) -> pd.DataFrame:
    """Each creator's rate (by platform, followers): typical, spread, source_id; or null."""
    frame = pd.DataFrame(
        {"typical": np.nan, "spread": np.nan, "source_id": pd.Series(None, dtype="str")},
        index=creators.index,
    )
    followers = creators["followers"]
    for rate in rates:  # a handful, whatever the number of creators
        least = -np.inf if rate.followers_min is None else rate.followers_min
        most = np.inf if rate.followers_max is None else rate.followers_max
        here = (followers >= least) & (followers < most) & frame["typical"].isna()
        if rate.platform != ANY:
            here &= creators["platform"] == rate.platform
        frame.loc[here, "typical"] = rate.typical
        frame.loc[here, "spread"] = rate.spread
        frame.loc[here, "source_id"] = rate.source_id
    return frame
