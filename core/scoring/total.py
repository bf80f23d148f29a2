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
from core.scoring.formulas import columns, combined, total
from core.scoring.settings import Settings

_DRAWS: Final = 2000
_DRAWN: Final = 500  # more who can reach the top: the place of its last one hardly moves by chance
_FAR: Final = 3.5  # standard deviations to the best and the worst that is taken into account
_HALVINGS: Final = 18
_TOLD: Final = 200  # so many places from the top on are told who could as well be in them
_WIDTHS: Final = 32

Places = npt.NDArray[np.intp]
Bells = tuple[bell.Floats, bell.Floats]  # middle and SD of each score
COLUMNS: Final = (*total.GIVES, "rank", "chance_top", "alike_from", "alike_to")


def weighed(judged: pd.DataFrame, settings: Settings) -> tuple[Places, pd.DataFrame]:
    """The order of `judged`, best first, and COLUMNS in that order.

    Equal scores share the better rank (1, 1, 3) and stay in the order of `judged`. The rank is null
    for accounts about which nothing is known; they stand last.
    """
    weights = dict(settings.weights)
    needs = [name + end for name in weights for end in ("", "_low", "_high")]
    found = columns(judged, [*needs, "cap"], total.GIVES, lambda frame: combined(frame, weights))
    score = pd.Series(np.where(found["coverage"] > 0, found["score"], np.nan))
    order = np.argsort(-score.to_numpy(), kind="stable")
    ranked = pd.DataFrame({name: values[order] for name, values in found.items()})
    ranks = score.rank(method="min", ascending=False).iloc[order].reset_index(drop=True)
    bells = _bells(ranked, settings.level)
    return order, ranked.assign(
        rank=ranks.astype("Int64"),
        chance_top=_chance_top(ranked, bells, settings),
        **_alike(ranks.dropna().to_numpy(), bells, settings.level, len(ranked)),
    )


def _chance_top(ranked: pd.DataFrame, bells: Bells, settings: Settings) -> bell.Floats:
    """How often each creator is among the best `settings.top` in 2,000 draws from the ranges.

    Draws are normal on the scale of the bell curve, so that no draw leaves 0 to 100. The same seed
    gives the same draws whatever the weights. Null where nothing is known, 0 for those out of
    reach. Where more than 500 could reach the top, its last place is taken as fixed: the chance to
    lie above it.
    """
    known = ranked["coverage"].to_numpy() > 0
    chance = np.where(known, 0.0, np.nan)
    middle, width = bells
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
    return chance


def _alike(ranks: bell.Floats, bells: Bells, level: float, length: int) -> dict[str, pd.Series]:
    """alike_from, alike_to (Int64): the ranks with which each creator could change places.

    Two cannot be told apart where the better one is really better in less than nine draws of ten.
    For the first 200, best first; null from there on. Others are looked through by how wide they
    are, so that each group is in order and two searches find its ends.
    """
    middle, width = (each[: len(ranks)] for each in bells)
    here = min(len(ranks), _TOLD)
    first, last = np.arange(here), np.arange(here)
    steps = np.linspace(0, 1, _WIDTHS + 1)
    edges = np.unique(np.quantile(width, steps)) if here else np.empty(0)
    group = np.searchsorted(edges, width)
    for number, widest in enumerate(edges):
        members = np.flatnonzero(group == number)
        if len(members):
            gap = bell.reach(level) * np.hypot(width[:here], widest)
            falling = -middle[members]
            top = np.searchsorted(falling, -middle[:here] - gap, side="left")
            end = np.searchsorted(falling, -middle[:here] + gap, side="right") - 1
            some = top <= end
            first = np.where(some, np.minimum(first, members[np.where(some, top, 0)]), first)
            last = np.where(some, np.maximum(last, members[np.where(some, end, 0)]), last)
    ends = {"alike_from": ranks[first], "alike_to": ranks[last]}
    return {name: pd.Series(of).reindex(range(length)).astype("Int64") for name, of in ends.items()}


@cache
def _draws(seed: int, count: int) -> npt.NDArray[np.float32]:
    """2,000 draws for `count` creators: the same for all weights, so they are kept."""
    draws = np.random.default_rng(seed).standard_normal((_DRAWS, count), dtype=np.float32)
    draws.flags.writeable = False
    return draws


def _bells(ranked: pd.DataFrame, level: float) -> Bells:
    """Middle and SD of each score on the scale of the bell curve."""
    middle, low, high = (
        bell.quantile(ranked[name].to_numpy() / 100)
        for name in ("score", "score_low", "score_high")
    )
    return middle, (high - low) / (2 * bell.reach(level))


def _able(middle: bell.Floats, width: bell.Floats, known: Places, top: int) -> Places:
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
