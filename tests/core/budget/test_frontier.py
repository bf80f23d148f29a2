import numpy as np
import pandas as pd
import pytest

from core.budget import (
    Limits,
    Market,
    Quota,
    best_plan,
    best_plan_on,
    frontier,
    frontier_on,
    line_on,
    points,
    with_plans,
)


def options(creators, seed=0):
    random = np.random.default_rng(seed)
    price = np.round(random.uniform(5, 200, creators), 2)
    return pd.DataFrame(
        {
            "creator": [f"c{i}" for i in range(creators)],
            "option": "1 post",
            "price": price,
            "value": price * random.lognormal(0, 0.8, creators),
        }
    )


@pytest.mark.parametrize("limits", [None, Limits(max_creators=5), Limits(must=("c3",))])
def test_more_money_never_shows_less(limits):
    budgets = [50.0 * step for step in range(5, 40)]
    line = frontier(options(80), budgets, limits)
    assert line["budget"].tolist() == budgets
    assert line["value"].is_monotonic_increasing
    assert line["bound"].is_monotonic_increasing
    assert (line["bound"] >= line["value"]).all()
    assert (line["cost"] <= line["budget"]).all()


def test_agrees_with_the_single_plan_within_its_bound():
    offered = options(60, seed=1)
    line = frontier(offered, [300.0, 1000.0, 2500.0])
    for budget, value, bound in line[["budget", "value", "bound"]].itertuples(index=False):
        plan = best_plan(offered, budget)
        assert plan.exact
        assert value <= plan.value * (1 + 1e-9)
        assert value >= plan.value * 0.99
        assert bound >= plan.value * (1 - 1e-9)


def test_budgets_come_back_in_the_order_they_were_asked():
    line = frontier(options(20), [500.0, 100.0, 500.0])
    assert line["budget"].tolist() == [500.0, 100.0, 500.0]
    assert line["value"].iloc[0] == line["value"].iloc[2] > line["value"].iloc[1]


def test_budgets_under_the_must_haves_are_unknown():
    offered = pd.DataFrame(
        {"creator": ["a", "b"], "option": "1", "price": [100.0, 50.0], "value": [1.0, 9.0]}
    )
    line = frontier(offered, [60.0, 160.0], Limits(must=("a",)))
    assert line["value"].isna().tolist() == [True, False]
    assert line["value"].iloc[1] == 10.0


def test_nothing_on_offer_is_a_flat_line():
    line = frontier(options(0), [10.0, 20.0])
    assert line[["cost", "value", "bound"]].to_numpy().tolist() == [[0, 0, 0], [0, 0, 0]]


def test_a_line_led_through_a_better_plan_stays_rising():
    offered = options(60, seed=3)
    line = frontier(offered, [200.0, 400.0, 600.0]).assign(value=[1.0, 2.0, 3.0])
    plan = best_plan(offered, 400.0)
    through = with_plans(line, [plan, best_plan(offered, 500.0)])
    assert set(through["budget"]) >= {200.0, plan.cost, 400.0, 500.0, 600.0}
    at = through.set_index("budget")["value"]
    assert at[plan.cost] == at[400.0] == plan.value
    assert through["value"].is_monotonic_increasing
    assert (through["bound"] >= through["value"]).all()


@pytest.mark.parametrize("limits", [None, Limits(max_creators=5)])
def test_a_line_knows_the_best_of_its_plans_within_a_budget(limits):
    market = Market.of(options(60, seed=3), limits)
    line = line_on(market, [200.0, 400.0, 600.0])
    for budget, best in ((100.0, None), (399.0, 200.0), (400.0, 400.0), (9_000.0, 600.0)):
        plan = line.within(budget)
        if best is None:
            assert plan is None
            continue
        assert plan.value == line.frame.set_index("budget").loc[best, "value"]
        assert plan.cost <= best
        assert plan.value <= plan.bound


def test_a_market_that_is_ready_gives_the_same_plan():
    offered, limits = options(50), Limits(must=("c3",), never=("c4",))
    market = Market.of(offered, limits)
    for budget in (300.0, 900.0):
        ready, fresh = best_plan_on(market, budget), best_plan(offered, budget, limits)
        assert ready.chosen.equals(fresh.chosen)
        assert (ready.cost, ready.value, ready.bound) == (fresh.cost, fresh.value, fresh.bound)


def test_a_line_over_a_long_list_is_as_good_and_as_provable_as_single_plans():
    random = np.random.default_rng(3)
    count = 6_000
    price = np.exp(random.normal(4, 0.8, count)).round(2)
    offered = pd.DataFrame(
        {
            "creator": np.repeat([f"c{i}" for i in range(count)], 2),
            "option": np.tile(["1", "2"], count),
            "price": np.column_stack([price, 1.9 * price]).round(2).ravel(),
            "value": (price * random.uniform(0.1, 2, count)).repeat(2) * np.tile([1, 1.7], count),
        }
    )
    market = Market.of(offered)
    budgets = [50.0, 500.0, 5_000.0, 1e6]
    line = frontier_on(market, budgets).set_index("budget")
    for budget in budgets:
        plan = best_plan_on(market, budget)
        assert line.loc[budget, "bound"] >= plan.value * (1 - 1e-9)
        assert plan.bound >= line.loc[budget, "value"] * (1 - 1e-9)
        assert line.loc[budget, "value"] >= 0.99 * plan.value


def test_fewer_points_are_asked_for_where_each_takes_long():
    random = np.random.default_rng(1)
    count = 60_000
    offered = pd.DataFrame(
        {
            "creator": [f"c{i}" for i in range(count)],
            "option": "1",
            "price": random.uniform(10, 90, count).round(2),
            "value": random.uniform(1, 2, count),
            "platform": "tiktok",
        }
    )
    quota = Quota("tiktok", min_creators=2, max_spend=250)
    limited = Market.of(offered, Limits(platforms=(quota,)))
    assert points(Market.of(offered)) == 40
    assert 10 <= points(limited) < 40
