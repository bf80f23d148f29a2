"""A step too large for the money left: decided before the search, because the bound buys half."""

import pandas as pd
import pytest

from core.budget import Market, best_plan_on
from core.budget.bound import bound
from core.budget.decided import decided

SPEND = 15_000  # cents
CROWD = [("good", 3.0, 3.6)] * 30 + [("fair", 3.0, 2.85 - n / 1000) for n in range(40)]
REST = 30 * 3.6 + 20 * 2.85 - 0.19  # the best without the giant


def market(giant: float) -> Market:
    rows = [*CROWD, ("giant", 100.0, giant)]
    options = pd.DataFrame(rows, columns=["kind", "price", "value"])
    return Market.of(options.assign(creator=[f"c{n}" for n in range(len(rows))], option="one"))


def test_a_creator_whom_the_bound_buys_in_part_is_out_where_no_better_plan_has_them():
    menu = market(100.0).menu
    first = bound(menu, SPEND)
    below, lower, entries = decided(menu, first, first.entries, SPEND, 0.0)
    assert first.value == pytest.approx(30 * 3.6 + 60.0)
    assert lower.value == pytest.approx(REST)
    assert len(below.cost) == len(menu.cost) - 1
    assert below.value[entries].sum() == pytest.approx(lower.value)


def test_nothing_is_decided_while_both_ways_are_open():
    menu = market(115.0).menu  # with the giant 172.6, without 165: the giant stays
    first = bound(menu, SPEND)
    below, lower, entries = decided(menu, first, first.entries, SPEND, 0.0)
    assert below is menu
    assert lower.value == first.value
    assert entries is first.entries


@pytest.mark.parametrize(("giant", "value"), [(100.0, REST), (115.0, 172.6)])
def test_the_plan_is_the_best_either_way(giant, value):
    plan = best_plan_on(market(giant), SPEND / 100)
    assert plan.exact
    assert plan.value == pytest.approx(value)
