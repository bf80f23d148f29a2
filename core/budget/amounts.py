"""Amounts of a goal as people write them: money for sales, a count for the others."""

from typing import Final

from core.budget.assumptions import Goal
from core.locale import Writing, is_known
from core.metrics import Unit, metric

_FEW: Final = 10


def brings(
    value: float, low: float | None, high: float | None, goal: Goal, writing: Writing
) -> str:
    """`1,900 clicks (900 to 2,600)`: a forecast with its range, where that is known."""
    said = f"{amount(value, goal, writing)} {metric(goal).label.lower()}"
    if not (is_known(low) and is_known(high)):
        return said
    return f"{said} ({amount(low, goal, writing)} to {amount(high, goal, writing)})"


def amount(value: float | None, goal: Goal, writing: Writing) -> str:
    """`value` as an amount of `goal`: money for revenue, a count for the others."""
    return writing.value(value, unit(goal, value))


def unit(goal: Goal, value: float | None) -> Unit:
    """A few of anything need a decimal: 0.3 orders are not none."""
    few = value is not None and 0 < value < _FEW
    usual = metric(goal).unit
    return "ratio" if few and usual == "count" else usual
