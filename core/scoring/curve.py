"""The published engagement rate at a size: a curve through the tiers, not steps.

A rate that is printed for a tier holds for the middle of the tier (geometric, since followers are
spread over powers of ten). Between two middles the curve runs straight on two log scales; beyond
the outer middles it stays level. An open tier is taken to be one power of ten wide. Outside the
sizes that a set covers, and on platforms it does not cover, there is no value.
"""

import numpy as np
import pandas as pd

from core import figures
from core.scoring.formulas import Yardstick, placing, worked_out

_OPEN_TIER = 10.0
COLUMNS = ("benchmark", "benchmark_low", "benchmark_high", "benchmark_printed")


def published(followers: pd.Series, platform: pd.Series, benchmark: str) -> pd.DataFrame:
    """benchmark, benchmark_low, benchmark_high (fractions) of set `benchmark` at each size.

    Low and high are where the set prints bands; they are null where it prints one point a tier.
    benchmark_printed is the step and not the curve: what the set prints for the tier of that size.
    """
    values = pd.DataFrame(np.nan, index=followers.index, columns=list(COLUMNS))
    names = platform.fillna(figures.ANY_PLATFORM)
    for name in names.unique():
        rows = (names == name).to_numpy()
        points = figures.benchmark(benchmark, name)
        if len(points):
            here = followers[rows]
            for column, printed in zip(COLUMNS, ("typical", "low", "high"), strict=False):
                values.loc[rows, column] = _at(here, yardstick(points, name, printed))
            values.loc[rows, COLUMNS[-1]] = figures.printed(here, points)
    return values


def _at(followers: pd.Series, one: Yardstick | None) -> pd.Series:
    if one is None:
        return pd.Series(np.nan, followers.index)
    asked = placing.level(one).alias("level")
    frame = followers.to_frame("followers")
    return worked_out(frame, ["followers"], ["level"], lambda f: f.with_columns(asked))["level"]


def yardstick(points: pd.DataFrame, platform: str, printed: str = "typical") -> Yardstick | None:
    """The curve through column `printed` of `points` (as of figures.benchmark); None if empty."""
    floor = points["followers_min"].to_numpy(dtype=float)
    ceiling = points["followers_max"].to_numpy(dtype=float)
    floor = np.where(floor > 0, floor, np.nan)
    start = np.where(np.isnan(floor), ceiling / _OPEN_TIER, floor)
    end = np.where(np.isnan(ceiling), floor * _OPEN_TIER, ceiling)
    middles = (np.log(start) + np.log(end)) / 2
    logs = np.log(points[printed].to_numpy(dtype=float))
    known = ~np.isnan(logs)
    if not known.any():
        return None
    return Yardstick(
        platform=platform,
        knots=tuple(zip(middles[known].tolist(), logs[known].tolist(), strict=True)),
        smallest=0.0 if np.isnan(floor[0]) else float(floor[0]),
        largest=np.inf if np.isnan(ceiling[-1]) else float(ceiling[-1]),
        spread=figures.spread("engagement_between_creators"),
    )


def yardsticks(platforms: list[str], benchmark: str) -> list[Yardstick]:
    """The curve of set `benchmark` for each of `platforms` that it covers."""
    every = {name: figures.benchmark(benchmark, name) for name in platforms}
    found = [yardstick(points, name) for name, points in every.items() if len(points)]
    return [one for one in found if one is not None]
