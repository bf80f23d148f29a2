"""A plan in numbers that explain themselves, and in one sentence to read aloud."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeGuard

import numpy as np
import pandas as pd

from core import prices
from core.budget.amounts import amount, unit
from core.budget.assumptions import GOALS, Goal
from core.budget.offers import GIFTED
from core.budget.outcomes import Outcome
from core.budget.plans import CLOSE, Plan
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
            return _nobody(plan, writing)
        if plan.cheapest > plan.budget:
            cheapest = writing.money(np.ceil(plan.cheapest))
            return (
                f"{writing.money(plan.budget)} buys nobody: the cheapest option costs {cheapest}."
            )
        return f"Nothing on offer within {writing.money(plan.budget)} should bring any result."
    count = plan.chosen["creator"].nunique()
    who = f"{writing.number(count)} creator{'' if count == 1 else 's'}"
    about, low, high = (
        amount(_plain(end), goal, writing)
        for end in (outcome.estimate.value, outcome.estimate.low, outcome.estimate.high)
    )
    sentence = (
        f"{_spent(plan, writing)} buys {who} and should {_RESULT[goal].format(about)} "
        f"(8 in 10 chance of {low} to {high}"
    )
    if not _is_set(goal_value):
        return sentence + ")."
    chance = _odds(outcome.chance(goal_value), writing)
    wanted = amount(goal_value, goal, writing)
    return f"{sentence}; {chance} of at least {wanted})."


def _nobody(plan: Plan, writing: Writing) -> str:
    """Why nothing is on offer: what keeps each creator out, the commonest first."""
    if plan.left_out.empty:
        return "Nobody can be bought yet: no creator has both a price and an expected result."
    reasons = plan.left_out[["creator", "reason"]].drop_duplicates()["reason"].value_counts()
    told = [
        f"{reason} ({writing.number(count)} creator{'' if count == 1 else 's'})"
        for reason, count in reasons.head(3).items()
    ]
    return f"Nobody is left to choose from: {'; '.join(told)}."


def _spent(plan: Plan, writing: Writing) -> str:
    """The cost, and of how much, where a tenth or more of the budget stays unspent."""
    cost = writing.money(plan.cost)
    return cost if plan.cost > 0.9 * plan.budget else f"{cost} of {writing.money(plan.budget)}"


def _cost(plan: Plan, writing: Writing) -> Number:
    ends = [_values(plan.chosen, end) for end in ("price_low", "price_high")]
    low, high = (None if np.isnan(end).any() else float(end.sum()) for end in ends)
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
        said=_price_words(plan, estimate, writing),
    )


def _price_words(plan: Plan, cost: Estimate, writing: Writing) -> str:
    """From all prices at their lowest to all at their highest; no chance is meant."""
    if plan.chosen.empty:
        return "nothing is bought"
    if cost.low is None or cost.high is None or cost.low == cost.high:
        return f"of a budget of {writing.money(plan.budget)}"
    return f"{writing.span(cost.low, cost.high, 'money')} from all prices low to all high"


def _results(plan: Plan, outcome: Outcome, goal: Goal, writing: Writing) -> dict[str, Number]:
    """The goal with its range; the two other results as bare sums of what is known."""
    found: dict[str, Number] = {}
    lines = len(plan.chosen)
    for key in GOALS:
        note, said = "", "" if lines else "nothing is bought"
        if key == goal:
            estimate = replace(outcome.estimate, n=0)
        else:
            each = _values(plan.chosen, key)
            known = int((~np.isnan(each)).sum())
            estimate = Estimate(float(np.nansum(each)) if known else None)
            note = f"Known for {known} of {lines} lines." if known < lines else ""
            if known:
                said = "sum of the lines" if known == lines else f"of {known} lines of {lines}"
        found[key] = Number(
            metric(key),
            estimate,
            _sum(plan, key, goal, estimate.value, writing),
            (Input("Lines", writing.number(lines)),),
            _sources(plan.chosen.get("source_ids")) if key == goal else (),
            note,
            unit=unit(key, estimate.value),
            said=said,
        )
    return found


def _sum(plan: Plan, key: Goal, goal: Goal, total: float | None, writing: Writing) -> str:
    """The largest lines and the rest, as an addition."""
    column = "value" if key == goal else key
    if column not in plan.chosen or not total:
        return ""
    each = plan.chosen[column].dropna().sort_values(ascending=False)
    parts = [amount(value, key, writing) for value in each.head(3)]
    if len(each) > 3:
        rest = amount(each.iloc[3:].sum(), key, writing)
        parts.append(f"{rest} from {len(each) - 3} more")
    return f"{' + '.join(parts)} = {amount(total, key, writing)}"


def _chance(
    plan: Plan, outcome: Outcome, goal: Goal, goal_value: float | None, writing: Writing
) -> Number:
    words = metric("goal_chance")
    if not _is_set(goal_value):
        return Number(words, Estimate(None), note="No goal is set.", said="no goal is set")
    draws = len(outcome.draws)
    chance = outcome.chance(goal_value)
    hits = writing.number(round(chance * draws))
    aim = f"{amount(goal_value, goal, writing)} {_THINGS[goal]}"
    return Number(
        words,
        Estimate(chance, n=draws),
        f"{hits} of {writing.number(draws)} draws reach {aim}",
        (Input("Goal", aim),),
        _sources(plan.chosen.get("source_ids")),
        said=f"{hits} of {writing.number(draws)} draws",
    )


def _next(plan: Plan, frontier: pd.DataFrame | None, goal: Goal, writing: Writing) -> Number:
    """The frontier's rise from the budget to 100 more; read between its points where it must be.

    While a better plan may be found, its range is what the two bounds leave open.
    """
    words, budgets = metric("next_100"), (plan.budget, plan.budget + STEP)
    tried, worth, most = _points(frontier)
    if not (len(tried) and tried[0] <= budgets[0] and budgets[1] <= tried[-1]):
        return Number(words, Estimate(None))
    now, then = np.interp(budgets, tried, worth)
    more = max(float(then - now), 0.0)
    told, note = f"more {_THINGS[goal]} with {writing.money(budgets[1])}", ""
    if np.isin(tried, budgets).sum() < len(budgets):
        note = "Read between the budgets that were worked out."
    elif (gaps := np.interp(budgets, tried, most - worth)).max() > CLOSE * then:
        ends = max(more - float(gaps[0]), 0.0), more + float(gaps[1])
        told = f"{writing.span(*ends, unit(goal, more))} {told}"
        note = "Proven are the two ends; the best plans themselves are still looked for."
    return Number(
        words,
        Estimate(more),
        f"{amount(then, goal, writing)} with {writing.money(budgets[1])} − "
        f"{amount(now, goal, writing)} with {writing.money(budgets[0])}",
        note=note,
        unit=unit(goal, more),
        said=told,
    )


def _points(frontier: pd.DataFrame | None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The budgets that were worked out, ascending, what each could bring and at most brings."""
    if frontier is None:
        return np.empty(0), np.empty(0), np.empty(0)
    cells = frontier[["budget", "value", "bound", "cost"]].to_numpy("float64", na_value=np.nan)
    cells = cells[~np.isnan(cells).any(axis=1)]
    cells = cells[np.argsort(cells[:, 0], kind="stable")]
    return cells[:, 0], cells[:, 1], cells[:, 2]


def _values(frame: pd.DataFrame, column: str) -> np.ndarray:
    """A column's numbers; all unknown where there is none."""
    if column not in frame:
        return np.full(len(frame), np.nan)
    return frame[column].to_numpy("float64", na_value=np.nan)


def _gap(plan: Plan, goal: Goal, writing: Writing) -> Number:
    note = "Proven: no plan within the budget brings more." if plan.exact else ""
    bound, value = (amount(each, goal, writing) for each in (plan.bound, plan.value))
    working = f"({bound} − {value}) ÷ {bound}"
    said = "proven: no plan brings more" if plan.exact else "at most; proven"
    return Number(metric("gap"), Estimate(plan.gap), working, note=note, said=said)


def _sizes(plan: Plan, writing: Writing) -> dict[str, Number]:
    """Creators, pieces of work and pay for each creator."""
    chosen = plan.chosen
    creators = chosen["creator"].nunique()
    pieces = float(chosen["count"].sum()) if "count" in chosen else None
    pay = plan.cost / creators if creators else None
    divided = f"{writing.money(plan.cost)} ÷ {creators}" if creators else ""
    found = {
        "creators_count": (float(creators), "", "in all"),
        "posts_count": (pieces, "", "in all"),
        "pay_per_creator": (pay, divided, divided),
    }
    return {
        key: Number(metric(key), Estimate(value), working, said=said)
        for key, (value, working, said) in found.items()
    }


def _sources(column: pd.Series | None, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The source ids in a column of space-separated ids, each once, in order of appearance."""
    if column is None:
        return ()
    texts = dict.fromkeys(text for text in column if isinstance(text, str))
    return tuple(dict.fromkeys(" ".join(text for text in texts if text not in without).split()))


def _is_set(goal_value: float | None) -> TypeGuard[float]:
    return goal_value is not None and goal_value > 0


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
