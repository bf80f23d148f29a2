"""Value for the price: what a piece of work brings for its price, and where to walk away."""

import numpy as np
import pandas as pd

from core import prices
from core.prices import one_piece
from core.scoring.formulas import price, priced, worked_out
from core.scoring.settings import Settings

_ENDS = ("", "_low", "_high")
COLUMNS = (
    "expected_rate",
    "value",
    "value_low",
    "value_high",
    "value_n",
    "cost",
    "cost_low",
    "cost_high",
    "cost_source",
    "cost_format",
    "usual_cost",
    "walk_away",
    "walk_away_for",
)


def of_creators(placed: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """`placed` (as of standings.of_creators) with COLUMNS; money in the settings' currency.

    value (0 to 1) is where reactions ÷ price fall beside those usual at its size: the reactions
    that the next posts should bring (expected_rate, of those who could react), or those of the past
    where they are counted in another way than forecasts count them. The price is the one asked,
    else the rate card's with its range; cost_source says which. walk_away is the price above which
    the creator `walk_away_for` brings more for the same money.
    """
    exchange = prices.Exchange(settings.currency, settings.rates)
    card = prices.card(rate_per_usd=exchange.per_usd)
    costed = one_piece(placed, card, exchange)
    forecast = _forecast(costed) if settings.usual_definition else costed
    found = worked_out(forecast, price.NEEDS, price.GIVES, priced)
    rates = [f"engagement_rate{end}" for end in _ENDS]
    found = found.assign(**{name: costed[name] for name in rates})
    brings = costed["next_posts"] if settings.usual_definition else costed["engagement_per_post"]
    return _walk_away(found, brings, settings.top).assign(
        expected_rate=forecast["engagement_rate"],
        value_n=found["engagement_rate_n"].where(found["value"].notna(), pd.NA),
    )


def _forecast(costed: pd.DataFrame) -> pd.DataFrame:
    """`costed` with the rate that the next posts should have in place of the past one."""
    people = costed["engagement_seen_by"].where(costed["engagement_rate"].notna())
    return costed.assign(
        **{f"engagement_rate{end}": costed[f"next_posts{end}"] / people for end in _ENDS}
    )


def _walk_away(found: pd.DataFrame, brings: pd.Series, top: int) -> pd.DataFrame:
    """The next best creator is the tenth best of the others (`top` = 10), by reactions ÷ price.

    That is the one whom you would take instead: for one of the ten the best who is not among them,
    for any other the last of the ten. With fewer than that, the last one of the others.
    """
    asked = found["cost_source"].eq(prices.ASKED).to_numpy(dtype=bool)
    brings = brings.where(found["engagement_rate"].notna())
    each = (brings / found["cost"]).where(asked).to_numpy(dtype=float)
    order = np.flatnonzero(each > 0)
    order = order[np.argsort(-each[order], kind="stable")]
    walk, instead = np.full(len(found), np.nan), np.full(len(found), -1)
    if len(order) > 1:
        last = min(top, len(order) - 1)
        place = np.arange(len(order))
        other = order[np.where(place < last, last, last - 1)]
        walk[order] = brings.to_numpy(dtype=float)[order] / each[other]
        instead[order] = other
    names = found["creator"].to_numpy(dtype=object)
    named = np.where(instead >= 0, names[instead], None) if len(found) else names
    return found.assign(walk_away=walk, walk_away_for=pd.Series(named, found.index, dtype="str"))
