"""Many dimensions → one score, its range, its rank and the chance of the top.

A dimension is four columns on the scale 0 to 1: x, x_low, x_high, x_n. A new one is computed in
`ranking.score`, named in `settings.DIMENSIONS`, and weighted here without a further change.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import bell
from core.scoring.settings import Settings

PRIOR = 0.5
PRIOR_LOW, PRIOR_HIGH = 0.1, 0.9  # the middle 80 % of accounts, whatever the dimension
_DRAWS = 2000
_SIMULATED = 1000  # of those who can reach the top, the most promising
_FAR = 3.5  # standard deviations to the best and the worst that is taken into account


def combine(creators: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """score, score_low, score_high (0 to 100) and coverage (0 to 1).

    The score is the weighted mean of what is known, 50 where nothing is. Every unknown dimension
    could lie anywhere an account may lie: that widens the range and moves no score. Independent
    distances to each end are added as squares; the shares of unknown weight are added straight.
    """
    weights = {name: weight for name, weight in settings.weights if weight > 0}
    whole = sum(weights.values())
    length = len(creators)
    known, total = np.zeros(length), np.zeros(length)
    for name, weight in weights.items():
        value = creators[name].to_numpy(dtype=float, na_value=np.nan)
        known += np.where(np.isnan(value), 0.0, weight)
        total += np.where(np.isnan(value), 0.0, weight * value)
    coverage = known / whole if whole else known
    score = np.where(known > 0, total / np.where(known > 0, known, 1), PRIOR)
    below, above = ((1 - coverage) * side for side in (score - PRIOR_LOW, PRIOR_HIGH - score))
    down, up = np.maximum(below, 0) ** 2, np.maximum(above, 0) ** 2
    for name, weight in weights.items():
        share = weight / np.where(known > 0, known, 1)
        value, low, high = (
            creators[name + end].to_numpy(dtype=float, na_value=np.nan)
            for end in ("", "_low", "_high")
        )
        down += np.nan_to_num(share * (value - low)) ** 2
        up += np.nan_to_num(share * (high - value)) ** 2
    return creators.assign(
        coverage=coverage,
        score=100 * score,
        score_low=100 * np.clip(score - np.sqrt(down), 0, 1),
        score_high=100 * np.clip(score + np.sqrt(up), 0, 1),
    )


def rank(creators: pd.DataFrame) -> pd.DataFrame:
    """`creators` best first with `rank` (Int64): equal scores share the better rank (1, 1, 3).

    Null for accounts about which nothing is known; they stand last. Equal ones go by their name.
    """
    score = creators["score"].where(creators["coverage"] > 0)
    ranks = score.rank(method="min", ascending=False).astype("Int64")
    order = np.lexsort((creators["creator"].to_numpy(dtype=object), -score.to_numpy()))
    return creators.assign(rank=ranks).iloc[order].reset_index(drop=True)


def chance_top(ranked: pd.DataFrame, settings: Settings) -> pd.Series:
    """How often each creator is among the best `settings.top` in 2,000 draws from the ranges.

    Draws are normal on the scale of the bell curve, so that no draw leaves 0 to 100. The same seed
    gives the same draws whatever the weights. Null where nothing is known, 0 for those
    out of reach (and, where more than 1,000 could reach the top, for the least promising).
    """
    known = ranked["coverage"].gt(0).to_numpy()
    chance = np.where(known, 0.0, np.nan)
    middle, width = _bells(ranked, settings.level)
    able = _able(middle, width, np.flatnonzero(known), settings.top)
    if len(able) <= settings.top:
        chance[able] = 1.0
        return pd.Series(chance, index=ranked.index)
    random = np.random.default_rng(settings.seed)
    draws = random.standard_normal((_DRAWS, len(able)), dtype=np.float32)
    draws = middle[able].astype(np.float32) + width[able].astype(np.float32) * draws
    best = np.argpartition(-draws, settings.top - 1, axis=1)[:, : settings.top]
    chance[able] = np.bincount(best.ravel(), minlength=len(able)) / _DRAWS
    return pd.Series(chance, index=ranked.index)


def _bells(ranked: pd.DataFrame, level: float) -> tuple[bell.Floats, bell.Floats]:
    """Middle and SD of each score on the scale of the bell curve."""
    middle, low, high = (
        bell.quantile(ranked[name].to_numpy() / 100)
        for name in ("score", "score_low", "score_high")
    )
    return middle, (high - low) / (2 * bell.reach(level))


def _able(
    middle: bell.Floats, width: bell.Floats, known: npt.NDArray[np.intp], top: int
) -> npt.NDArray[np.intp]:
    """Who of `known` can reach the top: at its best not below the worst of the best `top`."""
    if len(known) <= top:
        return known
    best, worst = (middle + _FAR * width)[known], (middle - _FAR * width)[known]
    bar = np.partition(worst, len(worst) - top)[len(worst) - top]
    able = known[best >= bar]
    if len(able) <= _SIMULATED:
        return able
    highest = np.argsort(-(middle + width)[able], kind="stable")[:_SIMULATED]
    return np.sort(able[highest])
