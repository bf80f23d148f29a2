"""What a piece of work brings for its price, beside what is usual at that size."""

from typing import Final

import narwhals as nw

from core import figures
from core.scoring import bell
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
    pairs = (("", ""), ("_low", "_high"), ("_high", "_low"))
    beside = {f"value{end}": _beside(end, dearer) for end, dearer in pairs}
    compared = accounts.with_columns(*(ratio.alias(name) for name, ratio in beside.items()))
    return normal.with_shares(compared, {name: _distance(nw.col(name)) for name in beside})


def _beside(end: str, dearer: str) -> nw.Expr:
    """The rate beside the usual one, times the usual cost beside this one."""
    cost = nw.col(f"cost{dearer}")
    usual = nw.when(cost > 0).then(nw.col("usual_cost")) / cost
    return nw.col(f"engagement_rate{end}") / nw.col("standing_level") * usual


def _distance(beside: nw.Expr) -> nw.Expr:
    away = nw.when(beside > 0).then(beside).log() / figures.spread("engagement_between_creators")
    return nw.when(beside <= 0).then(-2 * bell.FAR).otherwise(away)
