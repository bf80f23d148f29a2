"""The published engagement rate at a size: a curve through the tiers, not steps.

A rate that is printed for a tier holds for the middle of the tier (geometric, since followers are
spread over powers of ten). Between two middles the curve runs straight on two log scales; beyond
the outer middles it stays level. An open tier is taken to be one power of ten wide. Outside the
sizes that a set covers, and on platforms it does not cover, there is no value.
"""

import numpy as np
import pandas as pd

from core import figures
from core.scoring import bell

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
            values.loc[rows, list(COLUMNS[:3])] = _at(followers.to_numpy(dtype=float)[rows], points)
            values.loc[rows, "benchmark_printed"] = figures.printed(followers[rows], points)
    return values


def _at(followers: bell.Floats, points: pd.DataFrame) -> bell.Floats:
    floor = points["followers_min"].to_numpy(dtype=float)
    ceiling = points["followers_max"].to_numpy(dtype=float)
    floor = np.where(floor > 0, floor, np.nan)
    start = np.where(np.isnan(floor), ceiling / _OPEN_TIER, floor)
    end = np.where(np.isnan(ceiling), floor * _OPEN_TIER, ceiling)
    middles = (np.log(start) + np.log(end)) / 2
    smallest = 0.0 if np.isnan(floor[0]) else floor[0]
    largest = np.inf if np.isnan(ceiling[-1]) else ceiling[-1]
    covered = (followers > 0) & (followers >= smallest) & (followers <= largest)
    size = np.log(np.where(covered, followers, 1.0))
    columns = []
    for column in ("typical", "low", "high"):
        logs = np.log(points[column].to_numpy(dtype=float))
        columns.append(np.where(covered, np.exp(np.interp(size, middles, logs)), np.nan))
    return np.column_stack(columns)


def standing(rate: pd.Series, benchmark: pd.Series, spread: float | None = None) -> pd.Series:
    """The share (0 to 1) of accounts of its size that engage less than each `rate`.

    Normal in ln(rate ÷ benchmark) with the measured spread between creators of one size. The bands
    that some sets print are not used here: the sets do not say which share of accounts each holds.
    A rate of 0 stands at 0; unknown stays unknown.
    """
    width = figures.spread("engagement_between_creators") if spread is None else spread
    known = rate.ge(0) & benchmark.gt(0)
    ratio = (rate / benchmark).where(known).to_numpy(dtype=float)
    with np.errstate(divide="ignore"):
        return pd.Series(bell.below(np.log(ratio) / width), index=rate.index)
