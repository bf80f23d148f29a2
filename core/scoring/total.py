"""One score out of many dimensions, its rank, and the chance of the top.

A dimension is four columns on the scale 0 to 1: x, x_low, x_high, x_n. A new one is judged in
`ranking.judge`, named in `settings.DIMENSIONS`, and weighed here without a further change.
"""

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import bell
from core.scoring.formulas import combined, total, worked_out
from core.scoring.settings import Settings

_DRAWS: Final = 2000
_DRAWN: Final = 500  # more who can reach the top: the place of its last one hardly moves by chance
_FAR: Final = 3.5  # standard deviations to the best and the worst that is taken into account
_HALVINGS: Final = 40
_TOLD: Final = 200  # so many places from the top on are told who could as well be in them


def combine(creators: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """`creators` with coverage, score, score_low, score_high as `formulas.combined` says."""
    weights = dict(settings.weights)
    needs = [name + end for name in weights for end in ("", "_low", "_high")]
    return worked_out(
        creators, [*needs, "cap"], total.GIVES, lambda frame: combined(frame, weights)
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
    gives the same draws whatever the weights. Null where nothing is known, 0 for those out of
    reach. Where more than 500 could reach the top, its last place is taken as fixed: the chance to
    lie above it.
    """
    known = ranked["coverage"].gt(0).to_numpy()
    chance = np.where(known, 0.0, np.nan)
    middle, width = _bells(ranked, settings.level)
    able = _able(middle, width, np.flatnonzero(known), settings.top)
    if len(able) <= settings.top:
        chance[able] = 1.0
    elif len(able) > _DRAWN:
        chance[able] = _above_the_last(middle[able], width[able], settings.top)
    else:
        draws = _draws(settings.seed, _DRAWN)[:, : len(able)]
        draws = middle[able].astype(np.float32) + width[able].astype(np.float32) * draws
        best = np.argpartition(-draws, settings.top - 1, axis=1)[:, : settings.top]
        chance[able] = np.bincount(best.ravel(), minlength=len(able)) / _DRAWS
    return pd.Series(chance, index=ranked.index)


def alike(ranked: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """alike_from, alike_to (Int64): the ranks with which each creator could change places.

    Two cannot be told apart where the better one is really better in less than nine draws of ten.
    For the first 200 of `ranked` (as of `rank`); null from there on.
    """
    ends = np.full((len(ranked), 2), np.nan)
    count = int(ranked["rank"].notna().sum())
    here = min(count, _TOLD)
    if here:
        middle, width = (each[:count].astype(np.float32) for each in _bells(ranked, settings.level))
        gap = middle[:here, None] - middle[None, :]
        close = gap**2 <= bell.reach(settings.level) ** 2 * (
            width[:here, None] ** 2 + width[None, :] ** 2
        )
        ranks = ranked["rank"].to_numpy(dtype=float, na_value=np.nan)[:count]
        ends[:here, 0] = ranks[close.argmax(axis=1)]
        ends[:here, 1] = ranks[count - 1 - close[:, ::-1].argmax(axis=1)]
    columns = ["alike_from", "alike_to"]
    return pd.DataFrame(ends, index=ranked.index, columns=columns).astype("Int64")


@cache
def _draws(seed: int, count: int) -> npt.NDArray[np.float32]:
    """2,000 draws for `count` creators: the same for all weights, so they are kept."""
    draws = np.random.default_rng(seed).standard_normal((_DRAWS, count), dtype=np.float32)
    draws.flags.writeable = False
    return draws


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
    return known[best >= bar]


def _above_the_last(middle: bell.Floats, width: bell.Floats, top: int) -> bell.Floats:
    """The chance of each to lie above the bar that `top` are expected to lie above."""
    reach = np.maximum(width, 1e-9)
    low, high = float((middle - _FAR * reach).min()), float((middle + _FAR * reach).max())
    chance = np.ones_like(middle)
    for _ in range(_HALVINGS):
        bar = (low + high) / 2
        chance = 1 - bell.below((bar - middle) / reach)
        low, high = (bar, high) if chance.sum() > top else (low, bar)
    return chance
