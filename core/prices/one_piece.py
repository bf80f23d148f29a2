"""One price a creator: what one usual piece of work costs, asked or by the rate card, and both."""

from typing import Final

import numpy as np
import pandas as pd

from core.prices.asked import USUAL_FORMAT, price
from core.prices.exchange import IN_DOLLARS, Exchange

COLUMNS: Final = ("cost", "cost_low", "cost_high", "cost_source", "cost_format", "usual_cost")


def one_piece(
    creators: pd.DataFrame, rates: pd.DataFrame, exchange: Exchange = IN_DOLLARS
) -> pd.DataFrame:
    """`creators` with COLUMNS: cost is the asked price, else the rate card's with its range.

    In the currency of `exchange`, of the usual format of each platform; cost_source is "asked" or
    the card's. usual_cost is what the card says whatever is asked. Null where neither is known.
    """
    usual = rates["platform"].map(USUAL_FORMAT).fillna("post")
    card = rates[rates["format"] == usual]
    found = price(creators, card, None, exchange).set_axis(creators.index)
    listed = price(creators.assign(price=np.nan), card, None, exchange).set_axis(creators.index)
    return creators.assign(
        cost=found["price"],
        cost_low=found["price_low"].fillna(found["price"]),
        cost_high=found["price_high"].fillna(found["price"]),
        cost_source=found["price_source"],
        cost_format=found["format"].where(found["price"].notna()),
        usual_cost=listed["price"],
    )
