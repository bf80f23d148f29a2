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
from core.tables import current
from pages.parts.cached.brought import followers, tables
from pages.parts.cached.forecasts import lesson
from pages.parts.cached.place import exchange, here, the_store, writing
from pages.parts.cached.scores import PRINTED, Pairs, brand, creators, settings_of
from pages.parts.cached.searches import Search


@dataclass(frozen=True, slots=True)
class Basis:
    """What a plan rests on besides the question: one frozen value, the head of every key."""

    url: str | None
    version: str
    settings: scoring.Settings
    brand: scoring.Brand
    exchange: prices.Exchange
    locale: str  # of sentences
    who: tuple[str, ...] | None
    joined: Pairs
    learnt: ledger.Learnt


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A plan with everything a page shows around it; shared, not to be changed."""

    basis: Basis
    asked: Question  # without the goal's value, which changes only the odds
    plan: budget.Plan
    outcome: budget.Outcome
    unpriced: pd.DataFrame
    better: int  # how often the search has bettered the plan
    searching: bool


_KEYED: Final = PRINTED | {Basis: repr}


def _basis(asked: Question) -> Basis:
    store = the_store()
    workspace = store.workspace()
    return Basis(
        *here(),
        settings_of(workspace),
        brand(workspace),
        exchange(),
        workspace.locale,
        tuple(store.shortlist()) if asked.who == question.SHORTLIST else None,
        store.people.joined(),
        lesson(asked.goal),
    )


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_KEYED)
def _market(basis: Basis, asked: Question) -> tuple[budget.Market, pd.DataFrame]:
    candidates = creators(basis.settings)
    if basis.who is not None:
        candidates = candidates[candidates["creator"].isin(basis.who)]
    told = asked.assumptions(basis.exchange)
    card = asked.rate_card(basis.exchange.per_usd)
    paid = prices.paid(tables()["deals"], basis.exchange)
    offered = budget.options(candidates, card, asked.goal, told, paid, basis.learnt)
    unpriced = budget.unpriced(candidates, card, asked.goal, told, paid)
    return budget.Market.of(offered, asked.limits(), writing().money), unpriced


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_KEYED)
def _plan(basis: Basis, asked: Question) -> budget.Plan:
    market, _ = _market(basis, asked.without_money())
    return budget.best_plan_on(market, asked.total)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_KEYED)
def _search(basis: Basis, asked: Question) -> Search:
    market, _ = _market(basis, asked.without_money())
    return Search(market, asked.total, _plan(basis, asked))


def search(asked: Question) -> Search:
    """The search for the best plan for `asked`, one for all sessions; raises ImpossibleLimits."""
    return _search(_basis(asked), asked.without_goal_value())


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_KEYED)
def _answer(basis: Basis, asked: Question, better: int, over: bool, _plan: budget.Plan) -> Answer:
    _, unpriced = _market(basis, asked.without_money())
    return Answer(basis, asked, _plan, budget.outcome(_plan.chosen), unpriced, better, not over)


def answer(asked: Question) -> Answer:
    """The best plan for `asked` as far as it is known; raises ImpossibleLimits."""
    basis, alone = _basis(asked), asked.without_goal_value()
    found = _search(basis, alone)
    better, best = found.look()
    return _answer(basis, alone, better, found.is_over, best)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=_KEYED)
def _frontier(basis: Basis, asked: Question, most: float) -> pd.DataFrame:
    market, _ = _market(basis, asked)
    return budget.frontier_on(market, question.steps(most, budget.points(market)))


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_KEYED)
def _led(basis: Basis, asked: Question, better: int, most: float, _answer: Answer) -> pd.DataFrame:
    line = _frontier(basis, asked.without_money(), most)
    return budget.with_plans(line, [_answer.plan, _plan(basis, asked.with_a_step_more())])


def frontier(answer: Answer) -> pd.DataFrame:
    """The best value for round budgets, led through the plans for the total and for 100 more.

    The round budgets stay while the total moves among them, so only the two plans are worked out.
    """
    return _led(answer.basis, answer.asked, answer.better, question.most(_enough(answer)), answer)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_KEYED)
def _members(basis: Basis, asked: Question, budgets: tuple[float, ...]) -> pd.DataFrame:
    market, _ = _market(basis, asked)
    return spending.members(market, budgets)


def members(answer: Answer) -> pd.DataFrame:
    """Who is in the best plan at budgets around the total, and for how much."""
    alone = answer.asked.without_money()
    enough = _enough(answer)
    market, _ = _market(answer.basis, alone)
    budgets = question.around(enough, budget.columns(market))
    around = _members(answer.basis, alone, budgets)
    return spending.with_members(around, answer.plan, enough)


def _enough(answer: Answer) -> float:
    """The total, or less where all that is on offer costs less."""
    market, _ = _market(answer.basis, answer.asked.without_money())
    return min(answer.asked.total, market.menu.most_spent)


@st.cache_resource(max_entries=32, show_spinner=False)
def _counted(url: str | None, version: str, creators: tuple[str, ...]) -> pd.DataFrame:
    lists = followers()
    keyed = lists.assign(handle=lists["platform"] + "/" + lists["handle"].str.lower())
    here_too = [name for name in creators if keyed["handle"].eq(name).any()]
    return overlap.pairs(keyed, here_too)


def different_people(answer: Answer) -> Number:
    """How many different people the plan reaches, with its passport."""
    asked, chosen = answer.asked.for_reach(), answer.plan.chosen
    reach = people.reach(chosen, _market(_basis(asked), asked.without_money())[0].usable)
    counted = _counted(*here(), tuple(chosen["creator"].unique()))
    return people.number(chosen, reach, writing(), asked.overlap, counted)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_KEYED)
def _unrated(
    url: str | None, version: str, exchange: prices.Exchange
) -> tuple[prices.Unrated, ...]:
    every = current(tables()["accounts"])
    return prices.unrated(every, tables()["deals"], exchange)


def unrated() -> tuple[prices.Unrated, ...]:
    """What cannot be read for want of a rate of exchange."""
    return _unrated(*here(), exchange())


def stamp(answer: Answer) -> Hashable:
    """A frozen value that is another one whenever the plan could be."""
    return answer.basis, answer.asked, answer.better


KEPT: Final = (_market, _plan, _search, _answer, _frontier, _led, _members, _counted, _unrated)
