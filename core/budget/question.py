"""Everything a plan depends on besides the creators, as one frozen value that is a cache key."""

from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd

from core.budget.assumptions import ANY, OWN, Assumptions, Goal, OrderValue, Rate, with_middle
from core.budget.costs import NO_COSTS, Costs
from core.budget.limits import Limits
from core.budget.people import ASSUMED, Overlap
from core.prices import rate_cards
from core.prices.exchange import Exchange

Price = tuple[
    float | None, float | None, float | None
]  # low, typical, high of one row of the rate card

_TOTAL: Final = 1500
_LEAST_SHOWN: Final = 1_000
_ROUND: Final = (1, 2, 3, 5, 10)
EVERYONE: Final = "Everyone priced"
SHORTLIST: Final = "The shortlist"


@dataclass(frozen=True, slots=True)
class Question:
    """Everything a plan depends on besides the creators; frozen, so that it is a cache key."""

    total: float = _TOTAL
    goal: Goal = "engagements"
    wanted: float = 0.0
    who: str = EVERYONE
    never: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    gifted: tuple[str, ...] = ()  # who get the product and no fee
    as_listed: bool = True  # so do those of whom a list says it
    card: str = rate_cards.DEFAULT
    prices: tuple[Price, ...] | None = None  # the rate card's rows as edited
    prices_rate: float | None = 1.0  # what a US dollar bought of the currency of `prices`
    formats: tuple[str, ...] | None = None
    max_pieces: int = 2
    reach: tuple[float, float] | None = None  # own share of followers reached: low, high
    clicks: tuple[float, float] | None = None
    orders: tuple[float, float] | None = None  # own share of visits that end in an order
    order_value: tuple[float, float] | None = None  # in the workspace's currency: low, high
    costs: Costs = NO_COSTS
    gifts: tuple[float, float] | None = None  # share of gifted creators who post; None = no gifts
    overlap: Overlap = ASSUMED
    bounds: Limits = field(default_factory=Limits)  # but for must and never
    playbook: str = ""  # the campaign whose limits these are
    hashtags: tuple[str, ...] = ()
    own: Limits | None = None  # the limits that the playbook took the place of

    def assumptions(self, exchange: Exchange) -> Assumptions:
        """What the options rest on, in the currency of `exchange`."""
        told = Assumptions(
            max_pieces=self.max_pieces,
            formats=self.formats,
            exchange=exchange,
            costs=self.costs,
            gifts=Rate(ANY, *with_middle(*self.gifts), OWN) if self.gifts else None,
            gifted=self.gifted,
            as_listed=self.as_listed,
        )
        if self.order_value:
            told = replace(told, order_value=OrderValue(*with_middle(*self.order_value)))
        if self.orders:
            told = told.with_orders(*with_middle(*self.orders))
        if self.reach:
            told = told.with_reach(*with_middle(*self.reach))
        if self.clicks:
            told = told.with_clicks(*with_middle(*self.clicks))
        return told

    def limits(self) -> Limits:
        """Everything that a plan must respect; raises ImpossibleLimits."""
        return replace(self.bounds, must=self.must, never=self.never)

    def without_limits(self) -> "Question":
        """The same question where everybody may be in and nobody must."""
        return replace(self, bounds=Limits(), must=(), never=(), gifted=())

    def without_goal_value(self) -> "Question":
        """The same plan whatever is hoped for and said: neither changes who is in."""
        return replace(self, wanted=0.0, playbook="", hashtags=(), own=None)

    def without_money(self) -> "Question":
        """The same options whatever the total."""
        return replace(self.without_goal_value(), total=0.0)

    def for_reach(self) -> "Question":
        """The same question about people reached."""
        return replace(self.without_goal_value(), goal="people_reached")

    def rate_card(self, rate_per_usd: float | None) -> pd.DataFrame:
        """The chosen rate card with the edited prices in it; None = nobody has told the rate."""
        card = rate_cards.card(self.card, rate_per_usd=rate_per_usd)
        if self.prices is None or len(self.prices) != len(card):
            return card
        edited = pd.DataFrame(self.prices, columns=["low", "typical", "high"], dtype="float64")
        if self.prices_rate is not None:  # else they were typed in the currency as it is
            edited = edited * (rate_per_usd or np.nan) / self.prices_rate
        return card.assign(**{name: edited[name] for name in edited})


def most(total: float) -> float:
    """The round sum where the frontier ends: at least twice the total."""
    needed = 2 * max(total, _LEAST_SHOWN)
    size = 10.0 ** np.floor(np.log10(needed))
    return float(next(size * step for step in _ROUND if size * step >= needed))


def steps(most: float, points: int = 40) -> list[float]:
    """So many budgets of the frontier up to `most`."""
    return [most * step / points for step in range(1, points + 1)]


def around(total: float, columns: int = 12) -> tuple[float, ...]:
    """So many round budgets from nearly nothing to twice `total`, and `total` itself."""
    even = [most(total) * step / columns for step in range(1, columns + 1)]
    return tuple(sorted({*(each for each in even if each <= 2 * max(total, 1)), float(total)}))
