"""Many dimensions → one score: the weighted mean of what is known, its range and its coverage."""

from collections.abc import Mapping
from typing import Final

import narwhals as nw

from core.scoring.formulas.engine import Frame

PRIOR: Final = 0.5
PRIOR_LOW: Final = 0.1  # the middle 80 % of accounts, whatever the dimension
PRIOR_HIGH: Final = 0.9
_PARTS: Final = 1e9
GIVES: Final = ("coverage", "score", "score_low", "score_high")


def combined(accounts: Frame, weights: Mapping[str, float]) -> Frame:
    """Adds score, score_low, score_high (0 to 100) and coverage (0 to 1).

    Needs x, x_low, x_high (0 to 1) of each dimension in `weights`, and cap (0 to 1, null = none).
    Every unknown dimension could lie anywhere an account may lie: that widens the range and moves
    no score. Independent distances to each end are added as squares; the shares of unknown weight
    are added straight. No score is above its cap.
    """
    counted = {name: weight for name, weight in weights.items() if weight > 0}
    return _ended(_middle(accounts, counted))


def _middle(accounts: Frame, weights: Mapping[str, float]) -> Frame:
    def total(pieces: list[nw.Expr]) -> nw.Expr:
        return nw.sum_horizontal(*pieces) if pieces else nw.col("cap") * 0

    known = [nw.col(x) * 0 + weight for x, weight in weights.items()]  # null where x is
    below = [((nw.col(x) - nw.col(f"{x}_low")) * w) ** 2 for x, w in weights.items()]
    above = [((nw.col(f"{x}_high") - nw.col(x)) * w) ** 2 for x, w in weights.items()]
    whole = sum(weights.values()) or 1.0
    summed = accounts.with_columns(
        total(known).fill_null(0.0).alias("known"),
        total([nw.col(x) * weight for x, weight in weights.items()]).alias("points"),
        total(below).fill_null(0.0).alias("below"),
        total(above).fill_null(0.0).alias("above"),
    )
    here = nw.when(nw.col("known") > 0).then(nw.col("known"))
    return summed.with_columns(
        nw.coalesce(nw.col("points") / here, nw.lit(PRIOR)).alias("middle"),
        nw.coalesce(nw.col("below") / here**2, nw.lit(0.0)).alias("below"),
        nw.coalesce(nw.col("above") / here**2, nw.lit(0.0)).alias("above"),
        (nw.col("known") / whole).alias("coverage"),
    )


def _ended(accounts: Frame) -> Frame:
    middle, unknown = nw.col("middle"), 1 - nw.col("coverage")
    down = (nw.col("below") + (unknown * (middle - PRIOR_LOW).clip(0)) ** 2) ** 0.5
    up = (nw.col("above") + (unknown * (PRIOR_HIGH - middle).clip(0)) ** 2) ** 0.5
    ends = {"score": middle, "score_low": middle - down, "score_high": middle + up}
    cap = nw.col("cap")
    kept = {
        name: nw.when(cap < value).then(cap).otherwise(value).clip(0, 1)
        for name, value in ends.items()
    }
    # Engines add in their own order; whole parts keep equal scores equal, and so the ranks.
    whole = {name: (value * _PARTS + 0.5).floor() for name, value in kept.items()}
    return accounts.with_columns(
        *((value * (100 / _PARTS)).alias(name) for name, value in whole.items())
    )
