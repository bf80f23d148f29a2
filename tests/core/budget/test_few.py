"""A total that buys few of many creators: the bound is far, and one answer still proves itself."""

import numpy as np
import pandas as pd

from core.budget import CLOSE, Market, best_plan, best_plan_on

TOTAL = 1_500.0


def offers(count: int = 1_000) -> pd.DataFrame:
    random = np.random.default_rng(2)
    followers = np.exp(random.normal(9, 1.2, count))
    return pd.DataFrame(
        {
            "creator": [f"c{at}" for at in range(count)],
            "option": "post",
            "price": (0.02 * followers * random.uniform(0.6, 1.6, count)).round(2),
            "value": 0.03 * followers * random.lognormal(0, 0.5, count),
        }
    )


def test_one_answer_goes_on_until_it_is_proven() -> None:
    first = best_plan_on(Market.of(offers()), TOTAL)
    best = best_plan(offers(), TOTAL)
    assert first.gap > CLOSE  # what the first look leaves open
    assert best.gap <= CLOSE
    assert best.value > first.value
    assert best.bound <= first.bound
    assert best.cost <= TOTAL
