"""How the usual engagement of creators moves from then to now: the rise they share, and drift.

Time moves a creator like a random walk: between the means of the older and the newer half of n
posts lie n/3 steps of it (each half mixes early and late ones), between what old posts of mean age
a say and the mean of the next m lie a/2 + m/3. What is shared by the accounts of a platform is a
rise or a fall a year, and the forecast follows it as far as it is known.
"""

from typing import Final

import numpy as np

from core import figures
from core.scoring import bell
from core.scoring.history import YEAR, Codes, Past

_RISE_SD: Final = 0.5  # of ln a year: how far the shared rise may lie from none before it is seen
_FEWEST: Final = 4  # fewer posts of a creator say nothing about time
_LARGEST: Final = 1.5  # the rise of one creator counts no further than this
_MEASURED: Final = 14 * 2 / 3 / YEAR  # years of random walk that the measured drift holds
_CREATORS: Final = 50  # creators that the published drift counts for
_OUTLIER: Final = 0.5  # one creator's squared jump counts no further than this


def rise(past: Past, variance: bell.Floats, platform: Codes) -> bell.Floats:
    """ln of the usual engagement that a year adds, by platform; 0 as far as nothing is known.

    `variance` is that of y between posts of each creator.
    """
    years = _between_halves(past)
    seen = (past.n >= _FEWEST) & (years > 0)
    shown = np.where(seen, np.clip(np.nan_to_num(past.rise), -_LARGEST, _LARGEST), 0.0)
    years = np.where(seen, years, 0.0)
    by_time = figures.spread("engagement_drift_by_year") * years * 2 / 3
    noise = variance * past.rise_noise + figures.spread("engagement_drift") ** 2 + by_time
    weight = np.where(seen, years / noise, 0.0)
    along = np.bincount(platform, weights=weight * shown)
    return along / (1 / _RISE_SD**2 + np.bincount(platform, weights=weight * years))


def years_ahead(past: Past, ahead: int) -> bell.Floats:
    """From the middle of what counts of the past to the middle of the next `ahead` posts."""
    return np.nan_to_num(past.pace * (past.age + (ahead + 1) / 2))


def variance_ahead(
    past: Past, variance: bell.Floats, platform: Codes, yearly: bell.Floats, ahead: int
) -> bell.Floats:
    """The variance between now and then: as measured, times what the accounts at hand show of it.

    They show it between the newer and the older half of their past, each platform by itself; what
    two weeks bring is never taken to be less than measured. `yearly` is the shared rise.
    """
    published = figures.spread("engagement_drift") ** 2
    seen = past.n >= _FEWEST
    jump = (past.rise - yearly[platform] * _between_halves(past)) ** 2
    jump = np.where(seen, jump - variance * past.rise_noise, 0.0)
    measured = np.where(seen, published + _by_time(past.pace * past.n / 3), 0.0)
    shown = np.bincount(platform, weights=np.clip(jump, -_OUTLIER, _OUTLIER))
    count, whole = np.bincount(platform, weights=seen), np.bincount(platform, weights=measured)
    prior = _CREATORS * np.where(count > 0, whole / np.maximum(count, 1), published)
    times = np.maximum((prior + shown) / (prior + whole), 0.0)[platform]
    to_come = _by_time(past.pace * (past.age / 2 + ahead / 3))
    return np.maximum(times, 1.0) * published + times * to_come


def _between_halves(past: Past) -> bell.Floats:
    """Years from the middle of the older half of the posts to the middle of the newer one."""
    return np.nan_to_num(past.pace * past.n / 2)


def _by_time(years: bell.Floats) -> bell.Floats:
    """What time adds to the measured drift, for who posts once a month is another by the tenth."""
    slope = figures.spread("engagement_drift_by_year")
    return slope * np.maximum(np.nan_to_num(years) - _MEASURED, 0.0)
