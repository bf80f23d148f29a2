"""Budget plans, frontiers and what they rest on."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from core import budget, overlap, prices, scoring
from core.budget import ledger, people, question, spending
from core.budget.progress import Progress
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
    more: budget.Plan | None  # for a step more money, once it is known
    outcome: budget.Outcome
    unpriced: pd.DataFrame
    better: int  # how often the search has bettered the plan
    searching: bool

    @property
    def is_proven(self) -> bool:
        """Whether the plan is as close to its bound as is asked for."""
        return self.plan.gap <= budget.CLOSE


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


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=_KEYED)
def _search(basis: Basis, asked: Question) -> Search:
    market, _ = _market(basis, asked.without_money())
    return Search(market, asked.total)


def search(answer: Answer) -> Search:
    """The search that `answer` comes from, without looking for what it rests on again."""
    return _search(answer.basis, answer.asked)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_KEYED)
def _answer(basis: Basis, asked: Question, better: int, over: bool, _found: Progress) -> Answer:
    _, unpriced = _market(basis, asked.without_money())
    outcome = budget.outcome(_found.plan.chosen)
    return Answer(basis, asked, _found.plan, _found.more, outcome, unpriced, better, not over)


def answer(asked: Question) -> Answer:
    """The best plan for `asked` as far as it is known; raises ImpossibleLimits."""
    basis, alone = _basis(asked), asked.without_goal_value()
    search = _search(basis, alone)
    over, found = search.is_over, search.found
    return _answer(basis, alone, found.better, over, found)


def answer_on_line(asked: Question) -> tuple[Answer, pd.DataFrame]:
    """The same with its frontier; a better plan that the frontier knows for less money is taken."""
    found = answer(asked)
    line = _line_of(found)
    best = line.better(found.plan), line.better(found.more) if found.more else None
    if any(best):
        _search(found.basis, found.asked).offer(*best)
        found = answer(asked)
    return found, frontier(found)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=_KEYED)
def _line(basis: Basis, asked: Question, most: float) -> budget.Line:
    market, _ = _market(basis, asked)
    return budget.line_on(market, question.steps(most, budget.points(market)))


def _line_of(answer: Answer) -> budget.Line:
    return _line(answer.basis, answer.asked.without_money(), question.most(_enough(answer)))


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_KEYED)
def _led(basis: Basis, asked: Question, better: int, _answer: Answer) -> pd.DataFrame:
    plans = [_answer.plan, *([_answer.more] if _answer.more else [])]
    return budget.with_plans(_line_of(_answer).frame, plans)


def frontier(answer: Answer) -> pd.DataFrame:
    """The best value for round budgets, led through the plans for the total and for 100 more.

    The round budgets stay while the total moves among them, so only the two plans are worked out.
    """
    return _led(answer.basis, answer.asked, answer.better, answer)


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


KEPT: Final = (_market, _search, _answer, _line, _led, _members, _counted, _unrated)
