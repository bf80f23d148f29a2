"""A million options: the plan comes at once with its proof, and keeps its limits."""

import numpy as np
import pandas as pd
import pytest

from core.budget import Limits, Market, Quota, best_plan_on, frontier_on

QUOTA = Quota("tiktok", min_creators=3, max_spend=5_000)
LIMITED = Limits(max_creators=20, platforms=(QUOTA,))


@pytest.fixture(scope="module")
def million():
    """1,000 creators with 1,000 options each."""
    random = np.random.default_rng(0)
    size = np.repeat(np.exp(random.normal(9.5, 1.3, 1_000)), 1_000)
    price = (0.02 * size * random.uniform(0.2, 5, len(size))).round(2)
    return pd.DataFrame(
        {
            "creator": np.repeat([f"c{i:03}" for i in range(1_000)], 1_000),
            "option": np.tile([f"{i} posts" for i in range(1_000)], 1_000),
            "price": price,
            "value": price * random.lognormal(0, 0.8, len(size)),
            "platform": np.repeat(random.choice(["tiktok", "instagram"], 1_000), 1_000),
        }
    )


@pytest.mark.parametrize(("limits", "near"), [(None, 0.01), (LIMITED, 0.06)])
def test_a_million_options_are_planned_with_a_proof(million, limits, near):
    market = Market.of(million, limits)
    plan = best_plan_on(market, 20_000.0)
    chosen = plan.chosen
    assert plan.cost <= 20_000
    assert chosen["creator"].is_unique
    assert plan.value <= plan.bound
    assert plan.gap < near
    if limits:
        tiktok = chosen[chosen["platform"] == "tiktok"]
        assert len(chosen) <= 20
        assert len(tiktok) >= 3
        assert tiktok["price"].sum() <= 5_000
    line = frontier_on(market, [5_000.0, 20_000.0])
    assert (line["value"] <= line["bound"]).all()
