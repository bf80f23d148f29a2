"""Budget plans, frontiers and what they rest on."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from core import budget, scoring
from core.budget import question
from core.budget.question import Question
from pages.parts.cached.place import here, the_store, writing
from pages.parts.cached.scores import PRINTED, Pairs, brand, creators, settings_of
from pages.parts.cached.searches import Search


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A plan with everything a page shows around it; shared, not to be changed."""

    plan: budget.Plan
    outcome: budget.Outcome
    unpriced: pd.DataFrame
    better: int  # how often the search has bettered the plan
    searching: bool


Money = tuple[str, float, str]  # currency, rate to the dollar, locale of sentences
Key = tuple[str | None, str, scoring.Settings, scoring.Brand, Money, tuple[str, ...] | None, Pairs]


def _key(asked: Question) -> Key:
    workspace = the_store().workspace()
    who = tuple(the_store().shortlist()) if asked.who == question.SHORTLIST else None
    money = workspace.currency, workspace.rate_per_usd, workspace.locale
    joined = the_store().people.joined()
    return *here(), settings_of(workspace), brand(workspace), money, who, joined


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=PRINTED)
def _market(key: Key, asked: Question) -> tuple[budget.Market, pd.DataFrame]:
    _, _, chosen, _, (currency, rate, _), who, _ = key
    people = creators(chosen)
    if who is not None:
        people = people[people["creator"].isin(who)]
    told = asked.assumptions(currency, rate)
    card = asked.rate_card(rate)
    offered = budget.options(people, card, asked.goal, told)
    unpriced = budget.unpriced(people, card, asked.goal, told)
    return budget.Market.of(offered, asked.limits(), writing().money), unpriced


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=PRINTED)
def _plan(key: Key, asked: Question) -> budget.Plan:
    market, _ = _market(key, asked.without_money())
    return budget.best_plan_on(market, asked.total)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=PRINTED)
def _search(key: Key, asked: Question) -> Search:
    market, _ = _market(key, asked.without_money())
    return Search(market, asked.total)


def search(asked: Question) -> Search:
    """The search for the best plan for `asked`, one for all sessions; raises ImpossibleLimits."""
    return _search(_key(asked), asked.without_goal_value())


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=PRINTED)
def _answer(key: Key, asked: Question, better: int, over: bool, _plan: budget.Plan) -> Answer:
    _, unpriced = _market(key, asked.without_money())
    return Answer(_plan, budget.outcome(_plan.chosen), unpriced, better, not over)


def answer(asked: Question) -> Answer:
    """The best plan for `asked` as far as it is known; raises ImpossibleLimits."""
    key, alone = _key(asked), asked.without_goal_value()
    found = _search(key, alone)
    better, best = found.look()
    return _answer(key, alone, better, found.is_over, best)


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
    now, more = asked.now_and_next()
    return budget.with_plans(line, [_search(key, now).look()[1], _plan(key, more)])


def stamp(asked: Question) -> Hashable:
    """A frozen value that is another one whenever an answer to `asked` could be."""
    return _key(asked), asked, search(asked).best[0]


KEPT: Final = (_market, _plan, _search, _answer, _frontier)
