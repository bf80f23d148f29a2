"""What is known while better plans are looked for: better ones are taken, more never buys less."""

import pandas as pd
import pytest

from core.budget.plans import Plan
from core.budget.progress import Progress


def plan(value: float, bound: float, cost: float = 90.0, budget: float = 100.0) -> Plan:
    none = pd.DataFrame()
    return Plan(budget, none, cost, value, bound, exact=value == bound, left_out=none)


FIRST = Progress(0, plan(70, 100), plan(80, 110, cost=190, budget=200))


@pytest.mark.parametrize(
    ("offered", "value", "bound"),
    [
        (plan(75, 120), 75, 100),  # better, and what was proven stays proven
        (plan(60, 90), 70, 90),  # poorer, yet it proves more
        (plan(78, 79, cost=40, budget=50), 78, 100),  # found for less money: proves nothing here
    ],
)
def test_the_better_plan_is_kept_with_the_lower_bound(offered, value, bound) -> None:
    after = FIRST.bettered(offered)
    assert (after.better, after.plan.value, after.plan.bound) == (1, value, bound)
    assert after.plan.budget == 100


def test_what_adds_nothing_changes_nothing() -> None:
    assert FIRST.bettered(plan(60, 120)) is FIRST
    assert FIRST.bettered(plan(60, 60, cost=40, budget=50)) is FIRST


def test_more_money_never_buys_less() -> None:
    after = FIRST.bettered(plan(95, 100))
    assert after.more is not None
    assert (after.more.value, after.more.budget, after.more.bound) == (95, 200, 110)


def test_a_plan_for_more_money_that_costs_less_is_had_at_once() -> None:
    after = FIRST.bettered(None, plan(85, 110, cost=99, budget=200))
    assert (after.plan.value, after.plan.budget, after.plan.bound) == (85, 100, 100)
