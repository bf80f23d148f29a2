"""Kept plans beside what came of them, and what that teaches the next forecast."""

from typing import Final

import pandas as pd
import streamlit as st

from core import budget, scoring, stories
from core.budget import ledger
from core.locale import Writing
from core.prices import Exchange, Rates
from core.store.campaigns import Typed
from pages.parts.cached.brought import tables
from pages.parts.cached.place import exchange, here, the_store, writing
from pages.parts.cached.scores import PRINTED, creators, settings_of


@st.cache_resource(max_entries=64, show_spinner=False)
def _came(
    url: str | None, version: str, plan_id: int, typed: tuple[Typed, ...], rates: Rates
) -> pd.DataFrame:
    plan = the_store().plan(plan_id)
    into = Exchange(plan.currency, rates)
    files = budget.happened(tables(), plan.chosen["creator"].unique(), plan.made_at, exchange=into)
    return budget.with_typed(files, [row[1:] for row in typed])


def came(plan_id: int) -> pd.DataFrame:
    """What each creator of a kept plan brought: typed by hand, else by files brought in since."""
    typed = tuple(row for row in the_store().campaigns.typed() if row[0] == plan_id)
    return _came(*here(), plan_id, typed, exchange().rates).copy(deep=False)


@st.cache_resource(max_entries=16, show_spinner=False)
def _settled(
    url: str | None,
    version: str,
    goal: str,
    plan_ids: tuple[int, ...],
    typed: tuple[Typed, ...],
    rates: Rates,
) -> pd.DataFrame:
    rows = []
    for plan_id in plan_ids:
        mine = tuple(row for row in typed if row[0] == plan_id)
        found = _came(url, version, plan_id, mine, rates)
        lines = ledger.settle(the_store().plan(plan_id).chosen, found, goal)
        rows.append(lines.assign(campaign=plan_id))
    return pd.concat(rows, ignore_index=True) if rows else ledger.nothing()


def settled(goal: str) -> pd.DataFrame:
    """The settled lines of every kept plan for `goal`, in the workspace's currency if it is money.

    Columns of core.budget.ledger.settle, and campaign.
    """
    typed = the_store().campaigns.typed()
    return _settled(*here(), goal, _plans_for(goal), typed, exchange().rates)


def lesson(goal: str) -> ledger.Learnt:
    """What earlier campaigns teach the next forecast of `goal`."""
    return ledger.learnt(settled(goal)) if _plans_for(goal) else ledger.Learnt()


def _plans_for(goal: str) -> tuple[int, ...]:
    return the_store().campaigns.forecast(goal, the_store().workspace().currency)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=PRINTED)
def _own_stories(
    url: str | None,
    version: str,
    plan_ids: tuple[int, ...],
    typed: tuple[Typed, ...],
    money: tuple[str, Exchange, Writing],
    chosen: scoring.Settings,
) -> pd.DataFrame:
    brand, into, written = money
    finished = []
    for plan_id in plan_ids:
        plan = the_store().plan(plan_id)
        mine = tuple(row for row in typed if row[0] == plan_id)
        found = _came(url, version, plan_id, mine, into.rates)
        finished.append(
            stories.own.Finished(
                plan_id,
                plan.name,
                plan.goal,
                plan.currency,
                plan.made_at,
                plan.chosen,
                found,
                plan.value_low,
                plan.value_high,
            )
        )
    return stories.own.stories(finished, creators(chosen), brand, into.per_usd, written)


def own_stories() -> pd.DataFrame:
    """One's own finished campaigns, as `core.stories.campaigns` gives the published ones."""
    ids = the_store().campaigns.every_forecast()
    if not ids:
        return stories.campaigns().iloc[:0]
    workspace = the_store().workspace()
    money = workspace.brand, exchange(), writing()
    return _own_stories(
        *here(), ids, the_store().campaigns.typed(), money, settings_of(workspace)
    ).copy(deep=False)


KEPT: Final = (_came, _settled, _own_stories)
