"""What a test can tell apart: creators with about so many sales each, and how many more it takes.

Orders are counts (Poisson). Two creators with the same money behind them are told apart when the
logarithm of the ratio of their orders is large against √(1 ÷ orders + 1 ÷ orders), the usual
comparison of two counts: 5 % false alarms, found 8 times in 10.
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from core.errors import MicroscopeError
from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric

_CURVE: Final = NormalDist()
_FALSE: Final = 0.05  # how often creators who sell alike may be told apart by chance
_HOPELESS: Final = 20  # nobody sells that many times as much as another
_FOUND: Final = _CURVE.inv_cdf(0.8)


@dataclass(frozen=True, slots=True)
class Trial:
    """`creators` with about `orders` orders each; `pairs` compares each with each, fairly."""

    creators: int
    orders: float

    def __post_init__(self) -> None:
        if self.creators < 2:
            raise MicroscopeError(
                "One creator alone cannot be compared with anybody.",
                "Plan the test with two creators or more.",
            )
        if not (self.orders > 0 and np.isfinite(self.orders)):
            raise MicroscopeError(
                f"A test with {self.orders:g} orders each shows nothing.",
                "Give the orders that you expect from one creator: more than 0.",
            )

    @property
    def pairs(self) -> int:
        """How many comparisons there are."""
        return self.creators * (self.creators - 1) // 2

    @property
    def needed(self) -> float:
        """Standard errors between two creators that count as a difference, for one comparison.

        The alarm is shared out over all comparisons (Bonferroni).
        """
        return _alarm(self.pairs) + _FOUND

    def ratio(self) -> float:
        """The smallest ratio of two creators' orders that is found 8 times in 10."""
        return _ratio(self.orders, self.needed)

    def orders_for(self, ratio: float) -> float:
        """The orders of the weaker of two creators that tell this ratio apart; raises below 1."""
        if not ratio > 1:
            raise MicroscopeError(
                f"A ratio of {ratio:g} is no difference.",
                "Give how many times as much the better one should sell: more than 1.",
            )
        return float((self.needed / np.log(ratio)) ** 2 * (1 + 1 / ratio))


def _alarm(pairs: int) -> float:
    """The two-sided 5 % point of a normal curve, shared out over `pairs`."""
    return _CURVE.inv_cdf(1 - _FALSE / (2 * pairs))


def _ratio(orders: float, needed: float) -> float:
    """The ratio r with ln(r) = needed × √(1 ÷ orders + 1 ÷ (orders × r))."""
    ratio = 2.0
    for _ in range(60):  # each step is a small part of the one before
        ratio = float(np.exp(needed * np.sqrt((1 + 1 / ratio) / orders)))
    return ratio


def finding(trial: Trial, wanted: float, writing: Writing) -> str:
    """What this test tells apart, and what it takes for a ratio of `wanted`."""
    sentence = f"With about {_orders(trial.orders, writing)} each, "
    if trial.ratio() > _HOPELESS:
        sentence += "no difference would be seen"
    else:
        sentence += f"only a creator who sells {_times(trial.ratio(), writing)} as much as"
        sentence += " another is told apart"
    needed = np.ceil(trial.orders_for(wanted))
    wish = _times(wanted, writing)
    if needed <= trial.orders:
        return f"{sentence}; that is enough for {wish} as much"
    more = writing.number(needed - trial.orders)
    return f"{sentence}; for {wish} as much it takes {more} more each"


def _orders(count: float, writing: Writing) -> str:
    told = writing.number(count, 0 if count >= 10 or count == round(count) else 1)
    return f"{told} order{'' if count == 1 else 's'}"


def _times(ratio: float, writing: Writing) -> str:
    return f"{writing.number(ratio, 1 if ratio < 10 else 0)} times"


def each(orders: float, creators: int, writing: Writing) -> Number:
    """The orders that a plan should bring from each of its creators."""
    whole, one = writing.number(orders * creators, 1), writing.number(orders, 1)
    working = f"{whole} ÷ {writing.number(creators)} creators = {one}"
    return Number(metric("orders_each"), Estimate(orders), working)


def numbers(trial: Trial, wanted: float, writing: Writing) -> dict[str, Number]:
    """trial_ratio and trial_orders by key, with their passports."""
    inputs = (
        Input("Creators", writing.number(trial.creators)),
        Input("Orders each", writing.number(trial.orders)),
        Input("Comparisons", writing.number(trial.pairs)),
    )
    note = "Counted are orders alone; a code that others share makes a creator look better."
    ratio, orders = trial.ratio(), trial.orders_for(wanted)
    z, seen = writing.number(trial.needed, 2), ratio <= _HOPELESS
    return {
        "trial_ratio": Number(
            metric("trial_ratio"),
            Estimate(ratio if seen else None),
            f"ln(ratio) = {z} × √(1 ÷ orders + 1 ÷ (ratio × orders)), ratio = "
            f"{writing.number(ratio, 2)}",
            inputs,
            note=note,
            said="times as much, seen 8 times in 10" if seen else "none would be seen",
        ),
        "trial_orders": Number(
            metric("trial_orders"),
            Estimate(orders),
            f"({z} ÷ ln({writing.number(wanted, 2)}))² × (1 + 1 ÷ {writing.number(wanted, 2)}) = "
            f"{writing.number(orders)}",
            inputs,
            note=note,
            said=f"to see {_times(wanted, writing)} as much",
        ),
    }
