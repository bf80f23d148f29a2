"""A plan in numbers that explain themselves, and in one sentence to read aloud."""

from collections.abc import Mapping
from typing import Final, TypeGuard

import numpy as np
import pandas as pd

from core import prices
from core.budget.assumptions import GOALS, Goal
from core.budget.offers import GIFTED
from core.budget.outcomes import Outcome
from core.budget.plans import Plan
from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric

STEP: Final = 100.0  # "what the next 100 adds"

_RESULT: Final[Mapping[Goal, str]] = {
    "engagements": "bring about {} engagements",
    "people_reached": "be seen about {} times",
    "clicks": "bring about {} clicks",
    "orders": "bring about {} orders",
    "revenue": "bring about {} in sales",
}
_THINGS: Final[Mapping[Goal, str]] = {
    "engagements": "engagements",
    "people_reached": "times seen",
    "clicks": "clicks",
    "orders": "orders",
    "revenue": "in sales",
}
_LEFT: Final = "the sum of the lowest prices to the sum of the highest"


def numbers(
    plan: Plan,
    outcome: Outcome,
    goal: Goal,
    goal_value: float | None,
    writing: Writing,
    frontier: pd.DataFrame | None = None,
) -> dict[str, Number]:
    """Every number about the plan by its metric key.

    next_100 is read off `frontier` (exact where it holds the budget and 100 more) and unknown
    without it; goal_chance is unknown without a `goal_value` above zero.
    """
    return {
        "plan_cost": _cost(plan, writing),
        **_results(plan, outcome, goal, writing),
        "goal_chance": _chance(plan, outcome, goal, goal_value, writing),
        "next_100": _next(plan, frontier, goal, writing),
        "gap": _gap(plan, goal, writing),
        **_sizes(plan, writing),
    }


def finding(
    plan: Plan, outcome: Outcome, goal: Goal, goal_value: float | None, writing: Writing
) -> str:
    """The plan in one sentence: what it costs, who is in, what it should bring, how sure."""
    if plan.chosen.empty:
        if plan.cheapest is None:
            return "Nobody can be bought yet: no creator has both a price and an expected result."
        if plan.cheapest > plan.budget:
            cheapest = writing.money(np.ceil(plan.cheapest))
            return (
                f"{writing.money(plan.budget)} buys nobody: the cheapest option costs {cheapest}."
            )
        return f"Nothing on offer within {writing.money(plan.budget)} should bring any result."
    count = plan.chosen["creator"].nunique()
    who = f"{writing.number(count)} creator{'' if count == 1 else 's'}"
    about, low, high = (
        _amount(_plain(end), goal, writing)
        for end in (outcome.estimate.value, outcome.estimate.low, outcome.estimate.high)
    )
    sentence = (
        f"{_spent(plan, writing)} buys {who} and should {_RESULT[goal].format(about)} "
        f"(8 in 10 chance of {low} to {high}"
    )
    if not _is_set(goal_value):
        return sentence + ")."
    chance = _odds(outcome.chance(goal_value), writing)
    wanted = _amount(goal_value, goal, writing)
    return f"{sentence}; {chance} of at least {wanted})."


def _spent(plan: Plan, writing: Writing) -> str:
    """The cost, and of how much, where a tenth or more of the budget stays unspent."""
    cost = writing.money(plan.cost)
    return cost if plan.cost > 0.9 * plan.budget else f"{cost} of {writing.money(plan.budget)}"


def _cost(plan: Plan, writing: Writing) -> Number:
    ends = plan.chosen.reindex(columns=["price_low", "price_high"]).astype("float64")
    low, high = (None if ends[end].isna().any() else float(ends[end].sum()) for end in ends)
    estimate = Estimate(
        plan.cost,
        None if low is None else min(low, plan.cost),
        None if high is None else max(high, plan.cost),
        len(plan.chosen),
    )
    working = " + ".join(writing.money(price) for price in plan.chosen["price"].head(4))
    more = len(plan.chosen) - 4
    working += f" + {more} more" if more > 0 else ""
    return Number(
        metric("plan_cost"),
        estimate,
        f"{working} = {writing.money(plan.cost)}" if working else "",
        (Input("Budget", writing.money(plan.budget)),),
        _sources(plan.chosen.get("price_source"), without=(*prices.OURS, GIFTED)),
        f"The range goes from {_LEFT}.",
    )


def _results(plan: Plan, outcome: Outcome, goal: Goal, writing: Writing) -> dict[str, Number]:
    """The goal with its range; the two other results as bare sums of what is known."""
    found: dict[str, Number] = {}
    lines = len(plan.chosen)
    for key in GOALS:
        each = plan.chosen.reindex(columns=[key])[key].astype("float64")
        note = ""
        if key == goal:
            estimate = outcome.estimate
        else:
            known = int(each.notna().sum())
            estimate = Estimate(float(each.sum()) if known else None, n=known)
            note = f"Known for {known} of {lines} lines." if known < lines else ""
        found[key] = Number(
            metric(key),
            estimate,
            _sum(plan, key, goal, estimate.value, writing),
            (Input("Lines", writing.number(lines)),),
            _sources(plan.chosen.get("source_ids")) if key == goal else (),
            note,
        )
    return found


def _sum(plan: Plan, key: Goal, goal: Goal, total: float | None, writing: Writing) -> str:
    """The largest lines and the rest, as an addition."""
    column = "value" if key == goal else key
    if column not in plan.chosen or not total:
        return ""
    each = plan.chosen[column].dropna().sort_values(ascending=False)
    parts = [_amount(value, key, writing) for value in each.head(3)]
    if len(each) > 3:
        rest = _amount(each.iloc[3:].sum(), key, writing)
        parts.append(f"{rest} from {len(each) - 3} more")
    return f"{' + '.join(parts)} = {_amount(total, key, writing)}"


def _chance(
    plan: Plan, outcome: Outcome, goal: Goal, goal_value: float | None, writing: Writing
) -> Number:
    words = metric("goal_chance")
    if not _is_set(goal_value):
        return Number(words, Estimate(None), note="No goal is set.")
    draws = len(outcome.draws)
    chance = outcome.chance(goal_value)
    hits = writing.number(round(chance * draws))
    aim = f"{_amount(goal_value, goal, writing)} {_THINGS[goal]}"
    return Number(
        words,
        Estimate(chance, n=draws),
        f"{hits} of {writing.number(draws)} draws reach {aim}",
        (Input("Goal", aim),),
        _sources(plan.chosen.get("source_ids")),
    )


def _next(plan: Plan, frontier: pd.DataFrame | None, goal: Goal, writing: Writing) -> Number:
    """The frontier's rise from the budget to 100 more; read between its points where it must be."""
    words, budgets = metric("next_100"), (plan.budget, plan.budget + STEP)
    points = pd.DataFrame() if frontier is None else frontier.dropna().sort_values("budget")
    covered = len(points) > 0 and points["budget"].iloc[0] <= budgets[0]
    if not (covered and budgets[1] <= points["budget"].iloc[-1]):
        return Number(words, Estimate(None))
    now, then = np.interp(budgets, points["budget"], points["value"])
    return Number(
        words,
        Estimate(max(float(then - now), 0.0)),
        f"{_amount(then, goal, writing)} with {writing.money(budgets[1])} − "
        f"{_amount(now, goal, writing)} with {writing.money(budgets[0])}",
        note=""
        if points["budget"].isin(budgets).sum() == len(budgets)
        else "Read between the budgets that were worked out.",
    )


def _gap(plan: Plan, goal: Goal, writing: Writing) -> Number:
    note = "Proven: no plan within the budget brings more." if plan.exact else ""
    bound, value = (_amount(each, goal, writing) for each in (plan.bound, plan.value))
    working = f"({bound} − {value}) ÷ {bound}"
    return Number(metric("gap"), Estimate(plan.gap), working, note=note)


def _sizes(plan: Plan, writing: Writing) -> dict[str, Number]:
    """Creators, pieces of work and pay for each creator."""
    chosen = plan.chosen
    creators = chosen["creator"].nunique()
    pieces = float(chosen["count"].sum()) if "count" in chosen else None
    pay = plan.cost / creators if creators else None
    divided = f"{writing.money(plan.cost)} ÷ {creators}" if creators else ""
    return {
        "creators_count": Number(metric("creators_count"), Estimate(float(creators))),
        "posts_count": Number(metric("posts_count"), Estimate(pieces)),
        "pay_per_creator": Number(metric("pay_per_creator"), Estimate(pay), divided),
    }


def _sources(column: pd.Series | None, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The source ids in a column of space-separated ids, each once, in order of appearance."""
    if column is None:
        return ()
    named = column[~column.isin(without)].dropna().drop_duplicates()
    return tuple(dict.fromkeys(" ".join(named).split()))


def _is_set(goal_value: float | None) -> TypeGuard[float]:
    return goal_value is not None and goal_value > 0


def _amount(value: float | None, goal: Goal, writing: Writing) -> str:
    """`value` as an amount of `goal`: money for sales, a count for the others."""
    return writing.value(value, metric(goal).unit)


def _plain(value: float | None) -> float | None:
    """`value` with two figures that matter: more would pretend to know."""
    if value is None or not value:
        return value
    return float(np.round(value, 1 - int(np.floor(np.log10(abs(value))))))


def _odds(chance: float, writing: Writing) -> str:
    """`62% chance`; never quite certain."""
    if chance > 0.99:
        return "over 99% chance"
    if chance < 0.01:
        return "under 1% chance"
    return f"{writing.share(chance, 0)} chance"
