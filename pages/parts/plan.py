"""The plan in force: what was asked on the budget page, and the answer to it.

Other pages read the same question from the session, so the plan is the same everywhere.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from core import budget
from core.budget import rates

Price = tuple[float | None, float, float | None]  # low, typical, high of one row of the rate card

_TOTAL: Final = 1500
_LEAST_SHOWN: Final = 1_000
_POINTS: Final = 40  # of the frontier
_ROUND: Final = (1, 2, 3, 5, 10)
EVERYONE: Final = "Everyone priced"
SHORTLIST: Final = "The shortlist"


@dataclass(frozen=True, slots=True)
class Question:
    """Everything a plan depends on besides the creators; frozen, so that it is a cache key."""

    total: float = _TOTAL
    goal: budget.Goal = "engagements"
    wanted: float = 0.0
    who: str = EVERYONE
    never: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    card: str = rates.DEFAULT
    prices: tuple[Price, ...] | None = None  # the rate card's rows as edited
    prices_rate: float = 1.0  # units of the currency of `prices` that a US dollar bought
    formats: tuple[str, ...] | None = None
    max_pieces: int = 2
    reach: tuple[float, float] | None = None  # own share of followers reached: low, high
    clicks: tuple[float, float] | None = None

    def assumptions(self, currency: str, rate_per_usd: float) -> budget.Assumptions:
        """What the options rest on, in the workspace's currency."""
        told = budget.Assumptions(
            max_pieces=self.max_pieces,
            formats=self.formats,
            currency=currency,
            rate_per_usd=rate_per_usd,
        )
        if self.reach:
            told = told.with_reach(self.reach[0], sum(self.reach) / 2, self.reach[1])
        if self.clicks:
            told = told.with_clicks(self.clicks[0], sum(self.clicks) / 2, self.clicks[1])
        return told

    def limits(self) -> budget.Limits:
        """Who must be in and who must stay out."""
        return budget.Limits(must=self.must, never=self.never)

    def without_goal_value(self) -> "Question":
        """The same plan whatever is hoped for: the goal's value changes only the odds."""
        return replace(self, wanted=0.0)

    def without_money(self) -> "Question":
        """The same options whatever the total."""
        return replace(self, wanted=0.0, total=0.0)

    def now_and_next(self) -> tuple["Question", "Question"]:
        """The same question for the total, and for one step of money more."""
        asked = self.without_goal_value()
        return asked, replace(asked, total=self.total + budget.summary.STEP)

    def rate_card(self, rate_per_usd: float) -> pd.DataFrame:
        """The chosen rate card with the edited prices in it."""
        card = rates.card(self.card, rate_per_usd=rate_per_usd)
        if self.prices is None or len(self.prices) != len(card):
            return card
        edited = pd.DataFrame(self.prices, columns=["low", "typical", "high"], dtype="float64")
        edited = edited * (rate_per_usd / self.prices_rate)
        return card.assign(**{name: edited[name] for name in edited})


def most(total: float) -> float:
    """The round sum where the frontier ends: at least twice the total."""
    needed = 2 * max(total, _LEAST_SHOWN)
    size = 10.0 ** np.floor(np.log10(needed))
    return float(next(size * step for step in _ROUND if size * step >= needed))


def steps(most: float) -> list[float]:
    """The budgets of the frontier up to `most`."""
    return [most * step / _POINTS for step in range(1, _POINTS + 1)]


def question() -> Question:
    """The question in force in this session."""
    asked: Question = st.session_state.get("plan_question", Question())
    return asked


def ask(asked: Question) -> None:
    """Makes `asked` the question in force in this session."""
    st.session_state["plan_question"] = asked
