"""Things that happen to few posts: is one creator's share of them higher than other creators'?

Shares differ between creators as a beta distribution does. What a few posts show moves it no
further than they can: with no post at all a creator may stand anywhere.
"""

from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from core.scoring.bell import Floats

_PLACES: Final = 500
_PLACE: Final = (np.arange(_PLACES) + 0.5) / _PLACES
_SMALLEST: Final = -30.0  # ln of a share that is as good as none
_STEPS: Final = 6001


def placed(
    some: pd.Series, n: pd.Series, usual: float, weight: float, level: float
) -> dict[str, pd.Series]:
    """By ending ("", "_low", "_high"): the share of creators who have more of it than this one.

    Seen in `some` of `n` posts; `usual` is the mean share, `weight` the posts that it counts for.
    Range = `level`. Null where `n` is null or 0.
    """
    known = n.gt(0).to_numpy(dtype=bool, na_value=False)
    counts = pd.DataFrame({"some": some[known], "n": n[known]}).astype("float64")
    place, different = pd.factorize(pd.MultiIndex.from_frame(counts))
    pairs = np.array(different.to_list(), dtype=np.float64).reshape(-1, 2)
    found = _places(pairs[:, :1], pairs[:, 1:], _shares(usual, weight), level)
    columns = {}
    for end, values in found.items():
        filled = np.full(len(n), np.nan)
        filled[known] = values[place]
        columns[end] = pd.Series(filled, n.index)
    return columns


def _places(some: Floats, n: Floats, shares: Floats, level: float) -> dict[str, Floats]:
    """The middle and the ends of where each pair stands among `shares`, one row a pair."""
    logs = some * np.log(shares) + (n - some) * np.log1p(-shares)
    chances = np.exp(logs - logs.max(axis=1, keepdims=True)) if len(logs) else logs
    chances = chances / chances.sum(axis=1, keepdims=True)
    middle, sums = chances @ _PLACE, np.cumsum(chances, axis=1)
    low, high = (
        np.append(_PLACE, 1.0)[(sums < part).sum(axis=1)]
        for part in ((1 - level) / 2, (1 + level) / 2)
    )
    return {
        "": 1 - middle,
        "_low": 1 - np.maximum(high, middle),
        "_high": 1 - np.minimum(low, middle),
    }


@cache
def _shares(usual: float, weight: float) -> Floats:
    """The share of each of 500 creators in rising order, as the beta distribution has them."""
    logs = np.linspace(_SMALLEST, 0, _STEPS)[:-1]
    density = np.exp(usual * weight * logs + ((1 - usual) * weight - 1) * np.log1p(-np.exp(logs)))
    sums = np.cumsum(density) / density.sum()
    shares = np.exp(np.interp(_PLACE, sums, logs))
    shares.flags.writeable = False
    return shares
