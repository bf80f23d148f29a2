"""Budget plans, frontiers and what they rest on."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from core import budget, scoring
from core.budget import question
from core.budget.question import Question
from pages.parts.cached.place import here, the_store
from pages.parts.cached.scores import PRINTED, Pairs, brand, creators, settings_of


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A plan with everything a page shows around it; shared, not to be changed."""

    plan: budget.Plan
    outcome: budget.Outcome
    unpriced: pd.DataFrame


Key = tuple[
    str | None,
    str,
    scoring.Settings,
    scoring.Brand,
    str,
    float,
    tuple[str, ...] | None,
    Pairs,
]


def _key(asked: Question) -> Key:
    workspace = the_store().workspace()
    who = tuple(the_store().shortlist()) if asked.who == question.SHORTLIST else None
    money = workspace.currency, workspace.rate_per_usd
    joined = the_store().people.joined()
    return *here(), settings_of(workspace), brand(workspace), *money, who, joined


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=PRINTED)
def _market(key: Key, asked: Question) -> tuple[budget.Market, pd.DataFrame]:
    _, _, chosen, _, currency, rate, who, _ = key
    people = creators(chosen)
    if who is not None:
        people = people[people["creator"].isin(who)]
    told = asked.assumptions(currency, rate)
    card = asked.rate_card(rate)
    offered = budget.options(people, card, asked.goal, told)
    unpriced = budget.unpriced(people, card, asked.goal, told)
    return budget.Market.of(offered, asked.limits()), unpriced


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=PRINTED)
def _plan(key: Key, asked: Question) -> budget.Plan:
    market, _ = _market(key, asked.without_money())
    return budget.best_plan_on(market, asked.total)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=PRINTED)
def _answer(key: Key, asked: Question) -> Answer:
    best = _plan(key, asked)
    _, unpriced = _market(key, asked.without_money())
    return Answer(best, budget.outcome(best.chosen), unpriced)


def answer(asked: Question) -> Answer:
    """The best plan for `asked`; raises ImpossibleLimits."""
    return _answer(_key(asked), asked.without_goal_value())


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=PRINTED)
def _frontier(key: Key, asked: Question, most: float) -> pd.DataFrame:
    market, _ = _market(key, asked)
    return budget.frontier_on(market, question.steps(most))


def frontier(asked: Question) -> pd.DataFrame:
    """The best value for round budgets, led through the plans for the total and for 100 more.

    The round budgets stay while the total moves among them, so only the two plans are worked out.
    """
    key = _key(asked)
    line = _frontier(key, asked.without_money(), question.most(asked.total))
    exact = [_plan(key, each) for each in asked.now_and_next()]
    return budget.with_plans(line, exact)


def stamp(asked: Question) -> Hashable:
    """A frozen value that is another one whenever an answer to `asked` could be."""
    return _key(asked), asked


KEPT: Final = (_market, _plan, _answer, _frontier)
