"""The band of the frontier: the same ranges that drawing gives, without drawing."""

import numpy as np
import pandas as pd
import pytest

from core.budget import frontier, lognormal, outcome
from core.budget.bands import Bands


def lines(count: int) -> pd.DataFrame:
    random = np.random.default_rng(count)
    value = pd.Series(np.exp(random.normal(5, 1, count)))
    low, high = lognormal.bounds(value, pd.Series(random.uniform(0.1, 1.0, count)))
    price = np.round(random.uniform(20, 200, count), 2)
    names = [f"c{number}" for number in range(count)]
    told = {"creator": names, "option": "one", "price": price, "value": value}
    return pd.DataFrame(told | {"value_low": low, "value_high": high})


@pytest.mark.parametrize("count", [1, 3, 40])
def test_it_agrees_with_what_is_drawn(count):
    drawn = outcome(lines(count)).estimate
    bands = Bands.of(lines(count))
    assert bands is not None
    low, high = bands.around(np.arange(count))
    assert low == pytest.approx(drawn.low, rel=0.08)
    assert high == pytest.approx(drawn.high, rel=0.08)


def test_the_frontier_carries_it_where_the_options_have_ranges():
    options = lines(12)
    line = frontier(options, [0.0, 300.0, 900.0])
    assert line.loc[0, ["value_low", "value", "value_high"]].tolist() == [0, 0, 0]
    rest = line.iloc[1:]
    assert (rest["value_low"] < rest["value"]).all()
    assert (rest["value"] < rest["value_high"]).all()
    bare = options.drop(columns=["value_low", "value_high"])
    assert list(frontier(bare, [300.0])) == ["budget", "cost", "value", "bound"]
