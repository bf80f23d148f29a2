"""Prices and values → the best plan for a budget, what it should bring and how sure that is."""

from core.budget.limits import Limits
from core.budget.plans import Plan, best_plan, frontier

__all__ = ["Limits", "Plan", "best_plan", "frontier"]
