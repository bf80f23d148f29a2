"""What a piece of work brings for its price, beside what is usual at that size."""

from typing import Final

import narwhals as nw

from core import figures
from core.scoring.formulas import normal
from core.scoring.formulas.engine import Frame

NEEDS: Final = (
    "engagement_rate",
    "engagement_rate_low",
    "engagement_rate_high",
    "standing_level",
    "cost",
    "cost_low",
    "cost_high",
    "usual_cost",
)
GIVES: Final = ("value", "value_low", "value_high")


def priced(accounts: Frame) -> Frame:
    """Adds value, value_low, value_high: reactions for the money beside those usual at its size.

    Needs the rate with its ends, standing_level (the usual rate), cost with its ends (of one piece)
    and usual_cost (the rate card's). On the bell curve with the measured spread of engagement.
    """
    spread = figures.spread("engagement_between_creators")
    columns = []
    for end, dearer in (("", ""), ("_low", "_high"), ("_high", "_low")):
        rate, cost = nw.col(f"engagement_rate{end}"), nw.col(f"cost{dearer}")
        usual = nw.when(cost > 0).then(nw.col("usual_cost")) / cost
        beside = rate / nw.col("standing_level") * usual
        z = nw.when(beside > 0).then(beside).log() / spread
        none = nw.when(beside <= 0).then(0.0)
        columns.append(nw.coalesce(none, normal.below(z)).alias(f"value{end}"))
    return accounts.with_columns(*columns)
