"""Prices and values → the best plan for a budget, what it should bring and how sure that is."""

from core.budget.amounts import brings
from core.budget.assumptions import GOALS, Assumptions, Goal
from core.budget.branches import Branch, difference
from core.budget.cautions import cautions
from core.budget.frontiers import (
    Line,
    columns,
    frontier,
    frontier_on,
    line_on,
    points,
    with_plans,
)
from core.budget.limits import Limits, Quota
from core.budget.market import Market
from core.budget.offers import options, said_by_lists, unpriced
from core.budget.outcomes import Outcome, outcome
from core.budget.plans import CLOSE, Plan, best_plan, best_plan_on, refine
from core.budget.settled import happened, with_typed
from core.budget.summary import finding, numbers

__all__ = [
    "CLOSE",
    "GOALS",
    "Assumptions",
    "Branch",
    "Goal",
    "Limits",
    "Line",
    "Market",
    "Outcome",
    "Plan",
    "Quota",
    "best_plan",
    "best_plan_on",
    "brings",
    "cautions",
    "columns",
    "difference",
    "finding",
    "frontier",
    "frontier_on",
    "happened",
    "line_on",
    "numbers",
    "options",
    "outcome",
    "points",
    "refine",
    "said_by_lists",
    "unpriced",
    "with_plans",
    "with_typed",
]
