"""What another budget would bring at best, read off the frontier, for "and with more?"."""

import numpy as np
import pandas as pd

from core.budget.amounts import amount
from core.budget.assumptions import Goal
from core.locale import Writing
from core.metrics import metric


def stops(frontier: pd.DataFrame) -> tuple[float, ...]:
    """The budgets that the frontier answers, in rising order."""
    known = frontier.dropna(subset=["budget", "value"])
    return tuple(known["budget"].drop_duplicates().sort_values().tolist())


def nearest(frontier: pd.DataFrame, budget: float) -> float:
    """The stop next to `budget`."""
    found = np.array(stops(frontier))
    return float(found[np.abs(found - budget).argmin()])


def sentence(
    frontier: pd.DataFrame, budget: float, now: float, goal: Goal, writing: Writing
) -> str:
    """What the best plan for the stop `budget` should bring, beside that for the stop `now`."""
    values = frontier.dropna(subset=["budget", "value"]).drop_duplicates("budget")
    values = values.set_index("budget")["value"]
    there, here = float(values[budget]), float(values[now])
    said = f"With {writing.money(budget)} the best plan should bring about"
    said += f" {amount(there, goal, writing)} {metric(goal).label.lower()}"
    if budget == now:
        return f"{said}: the plan shown here."
    fewer = "fewer" if metric(goal).unit == "count" else "less"
    change = "more" if there >= here else fewer
    return f"{said}, {amount(abs(there - here), goal, writing)} {change} than the plan shown here."
