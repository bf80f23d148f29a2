"""The bound, for one menu and from a ladder that many budgets share."""

import numpy as np
import pandas as pd
import pytest

from core.budget import Limits, Market
from core.budget.bound import bound, bounded


def offered(seed: int) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    price = random.lognormal(3, 1.2, 240).round(2) * random.choice([0, 1, 1, 1], 240)
    return pd.DataFrame(
        {
            "creator": np.repeat([f"c{i}" for i in range(60)], 4),
            "option": np.tile(list("abcd"), 60),
            "price": price,
            "value": random.lognormal(3, 1, 240).round(1),
        }
    )


@pytest.mark.parametrize("limits", [Limits(), Limits(must=("c3",)), Limits(max_creators=9)])
@pytest.mark.parametrize("seed", range(3))
def test_a_shared_ladder_gives_the_bound_of_what_each_budget_can_pay(seed, limits):
    market = Market.of(offered(seed), limits)
    before = 0.0
    for spend in (0, 300, 2_000, 9_000, 40_000, 10**9):
        menu, relaxed = bounded(market.menu, market.ladder, spend)
        alone = bound(market.menu.keep(market.menu.cost <= spend), spend)
        assert relaxed.value == pytest.approx(alone.value)
        np.testing.assert_allclose(relaxed.loss, alone.loss, atol=1e-9)
        taken = relaxed.entries
        assert menu.cost[taken].sum() <= spend
        assert menu.value[taken].sum() <= relaxed.value * (1 + 1e-9)
        assert len(set(menu.group[taken])) == len(taken)
        assert relaxed.value >= before
        before = relaxed.value
