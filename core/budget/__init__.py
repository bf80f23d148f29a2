"""Prices and values → the best plan for a budget, what it should bring and how sure that is."""

from core.budget.assumptions import GOALS, Assumptions, Goal
from core.budget.cautions import cautions
from core.budget.limits import Limits
from core.budget.offers import options, unpriced
from core.budget.outcomes import Outcome, outcome
from core.budget.plans import Plan, best_plan, frontier
from core.budget.summary import finding, numbers

__all__ = [
    "GOALS",
    "Assumptions",
    "Goal",
    "Limits",
    "Outcome",
    "Plan",
    "best_plan",
    "cautions",
    "finding",
    "frontier",
    "numbers",
    "options",
    "outcome",
    "unpriced",
]
