"""Budget plans, frontiers and what they rest on."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from core import budget, overlap, prices, scoring
from core.budget import ledger, people, question, spending
from core.budget.question import Question
from core.metrics import Number
from pages.parts.cached.brought import followers, tables
from pages.parts.cached.forecasts import lesson
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
Key = tuple[
    str | None,
    str,
    scoring.Settings,
    scoring.Brand,
    Money,
    tuple[str, ...] | None,
    Pairs,
    ledger.Learnt,
]


def _key(asked: Question) -> Key:
    workspace = the_store().workspace()
    who = tuple(the_store().shortlist()) if asked.who == question.SHORTLIST else None
    money = workspace.currency, workspace.rate_per_usd, workspace.locale
    joined = the_store().people.joined()
    learnt = lesson(asked.goal)
    return *here(), settings_of(workspace), brand(workspace), money, who, joined, learnt


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=PRINTED)
def _market(key: Key, asked: Question) -> tuple[budget.Market, pd.DataFrame]:
    _, _, chosen, _, (currency, rate, _), who, _, learnt = key
    candidates = creators(chosen)
    if who is not None:
        candidates = candidates[candidates["creator"].isin(who)]
    told = asked.assumptions(currency, rate)
    card = asked.rate_card(rate)
    paid = prices.paid(tables()["deals"], currency, rate)
    offered = budget.options(candidates, card, asked.goal, told, paid, learnt)
    unpriced = budget.unpriced(candidates, card, asked.goal, told, paid)
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
    key, alone = _key(asked), asked.without_money()
    enough = min(asked.total, _market(key, alone)[0].menu.most_spent)
    line = _frontier(key, alone, question.most(enough))
    now, more = asked.now_and_next()
    return budget.with_plans(line, [_search(key, now).look()[1], _plan(key, more)])


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=PRINTED)
def _members(key: Key, asked: Question, budgets: tuple[float, ...]) -> pd.DataFrame:
    market, _ = _market(key, asked)
    return spending.members(market, budgets)


def members(asked: Question) -> pd.DataFrame:
    """Who is in the best plan at budgets around the total, and for how much."""
    key, alone = _key(asked), asked.without_money()
    enough = min(asked.total, _market(key, alone)[0].menu.most_spent)
    return _members(key, alone, question.around(enough))


@st.cache_resource(max_entries=32, show_spinner=False)
def _counted(url: str | None, version: str, creators: tuple[str, ...]) -> pd.DataFrame:
    lists = followers()
    keyed = lists.assign(handle=lists["platform"] + "/" + lists["handle"].str.lower())
    here_too = [name for name in creators if keyed["handle"].eq(name).any()]
    return overlap.pairs(keyed, here_too)


def different_people(asked: Question, plan: budget.Plan) -> Number:
    """How many different people the plan reaches, with its passport."""
    offered = _market(_key(asked.for_reach()), asked.for_reach().without_money())[0].usable
    reach = people.reach(plan.chosen, offered)
    counted = _counted(*here(), tuple(plan.chosen["creator"].unique()))
    return people.number(plan.chosen, reach, writing(), asked.overlap, counted)


def stamp(asked: Question) -> Hashable:
    """A frozen value that is another one whenever an answer to `asked` could be."""
    return _key(asked), asked, search(asked).best[0]


KEPT: Final = (_market, _plan, _search, _answer, _frontier, _members, _counted)
