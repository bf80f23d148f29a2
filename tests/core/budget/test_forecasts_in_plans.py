"""A plan's engagements come from what the next posts should bring, where that is known."""

import numpy as np
import pandas as pd
import pytest

from core import prices
from core.budget import Assumptions, options

CARD = prices.card()


def creators(**columns: object) -> pd.DataFrame:
    known = {"platform": "instagram", "handle": ["ana"], "followers": [2000.0], "tier": "t"}
    rate = {"engagement_rate": [0.05], "engagement_rate_low": [0.04], "engagement_rate_high": 0.06}
    return pd.DataFrame({**known, **rate, **columns})


def test_the_forecast_goes_before_the_rate_of_the_past() -> None:
    past = options(creators(), CARD, "engagements", Assumptions()).iloc[0]
    ahead = creators(next_posts=[80.0], next_posts_low=[60.0], next_posts_high=[80.0**2 / 60])
    found = options(ahead, CARD, "engagements", Assumptions()).iloc[0]
    spread = np.log(80 / 60) / 1.2816
    assert past["value"] == pytest.approx(100)
    assert found["value"] == pytest.approx(80 * np.exp(spread**2 / 2))  # a mean, since means add up
    assert found["value_low"] < 80 < found["value_high"]
    unknown = options(ahead.assign(next_posts=np.nan), CARD, "engagements", Assumptions())
    assert unknown["value"].iloc[0] == pytest.approx(100)
