"""Two what-ifs side by side: what moves from whom to whom, and what that changes, in a sentence."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.budget.amounts import amount
from core.budget.assumptions import Goal
from core.budget.outcomes import Outcome
from core.budget.plans import Plan
from core.locale import Writing
from core.metrics import metric

MOST: Final = 3  # branches side by side; more cannot be kept in mind

_LEAST: Final = 0.5  # of a unit of money, or points of a share: less is no difference


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One named what-if with its answer."""

    name: str
    plan: Plan
    outcome: Outcome


def moved(first: Branch, second: Branch) -> pd.DataFrame:
    """creator, handle, change: the money that each creator gets more (or less) in `second`."""
    chosen = pd.concat(
        [
            first.plan.chosen.assign(price=-first.plan.chosen["price"]),
            second.plan.chosen,
        ]
    )
    change = chosen.groupby("creator", sort=True).agg(
        handle=("handle", "first"), change=("price", "sum")
    )
    real = change["change"].abs() >= _LEAST
    return change[real].sort_values("change", kind="stable").reset_index()


def difference(
    first: Branch, second: Branch, goal: Goal, wanted: float | None, writing: Writing
) -> str:
    """`moves $400 from @a to @b: +1,900 times seen, 6 points less certain`."""
    change = moved(first, second)
    if change.empty:
        return f"“{second.name}” pays the same people the same as “{first.name}”"
    words = f"“{second.name}” {_money(change, writing)}"
    parts = (_result(first, second, goal, writing), _surety(first, second, wanted))
    return f"{words}: {', '.join(part for part in parts if part)}"


def _money(change: pd.DataFrame, writing: Writing) -> str:
    less, more = change[change["change"] < 0], change[change["change"] > 0]
    taken, given = -less["change"].sum(), more["change"].sum()
    if less.empty:
        return f"spends {writing.money(given)} more, on {_who(more, writing)}"
    if more.empty:
        return f"spends {writing.money(taken)} less, on {_who(less, writing)}"
    if abs(taken - given) < _LEAST:
        return f"moves {writing.money(given)} from {_who(less, writing)} to {_who(more, writing)}"
    return (
        f"takes {writing.money(taken)} from {_who(less, writing)} and gives "
        f"{writing.money(given)} to {_who(more, writing)}"
    )


def _who(people: pd.DataFrame, writing: Writing) -> str:
    if len(people) > 2:
        return f"{writing.number(len(people))} creators"
    return " and ".join("@" + people["handle"])


def _result(first: Branch, second: Branch, goal: Goal, writing: Writing) -> str:
    before, after = (each.outcome.estimate.value or 0.0 for each in (first, second))
    rise = after - before
    sign = "+" if rise >= 0 else "−"
    return f"{sign}{amount(abs(rise), goal, writing)} {metric(goal).label.lower()}"


def _surety(first: Branch, second: Branch, wanted: float | None) -> str:
    """Points of the chance to reach `wanted`; without it the change of the range's width.

    Nothing where a plan brings nothing, whose range has no width.
    """
    before, after = _width(first), _width(second)
    if wanted:
        points = 100 * (second.outcome.chance(wanted) - first.outcome.chance(wanted))
        more, less, same = "more", "less", "as likely to reach the goal"
        end = "likely to reach the goal"
    elif before is None or after is None:
        return ""
    else:
        points = 100 * (before - after)
        more, less, same, end = "more", "less", "as certain", "certain"
    if abs(points) < _LEAST:
        return same
    count = round(abs(points))
    return f"{count} point{'' if count == 1 else 's'} {more if points > 0 else less} {end}"


def _width(branch: Branch) -> float | None:
    """Half the 80 % range as a share of the value."""
    estimate = branch.outcome.estimate
    if not estimate.value or estimate.low is None or estimate.high is None:
        return None
    return (estimate.high - estimate.low) / (2 * estimate.value)
