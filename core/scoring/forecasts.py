"""What the next posts of a creator should bring, learnt from its own posts and from the others'.

An empirical-Bayes model on y = ln(1 + likes + comments). A creator's usual y is spread around a
line in log followers; its posts are spread around that; between now and then it drifts. The
published measurements are the starting point of every part, and the accounts at hand move it: the
level of a platform, the spread between posts, the rise that they share, the drift. Few posts lean
on the line, many speak for themselves. Some creators are far less even than others, so ranges are
those of Student's t, not of the normal curve. Measured by tests/evaluation/engagement_forecast.py.
"""

from typing import Final

import numpy as np
import pandas as pd

from core import figures
from core.metrics import NEXT_POSTS
from core.scoring import bell, creators, drift, history
from core.scoring.history import Codes, Past

COLUMNS: Final = ("next_posts", "next_posts_low", "next_posts_high", "next_posts_n")

_LEVEL_SD: Final = 0.5  # how far the level of another year or platform may lie from the published
_SPREAD_CREATORS: Final = 10  # creators that the published spread between posts counts for
_FAR: Final = 3.0  # standard deviations from the line; further out an account counts as that far
_READ_AT: Final = 0.8  # the range by which the published spread is read as one of Student's t


def forecast(
    posts_table: pd.DataFrame, accounts: pd.DataFrame, ahead: int = NEXT_POSTS, level: float = 0.8
) -> pd.DataFrame:
    """platform, handle, expected, low, high: mean likes + comments of the next `ahead` posts.

    One row an account, range = `level`. From posts, else from the averages of a list (taken to
    stand for 12 posts). Null where neither is known. `expected` is the middle of what may come.
    """
    if ahead < 1:
        raise ValueError(f"a forecast looks at least 1 post ahead, not {ahead}")
    table = creators.conformed(posts_table, "posts")
    known = creators.known(creators.conformed(accounts, "accounts"), table)
    found = _found(history.of_creators(known, table), known, ahead, level)
    return known[["platform", "handle"]].assign(**found)


def of_creators(rated: pd.DataFrame, posts_table: pd.DataFrame, level: float) -> pd.DataFrame:
    """`rated` (as of rates.of_creators) with COLUMNS: the mean of the next ten posts, its range.

    Likes + comments, whatever the chosen definition; null where the reactions are no possible ones.
    """
    past = history.of_creators(rated, posts_table)
    found = _found(past, rated, NEXT_POSTS, level)
    fine = rated["engagement_problem"].isna().to_numpy(dtype=bool)
    columns = dict(zip(COLUMNS, (*found.values(), past.n), strict=False))
    frame = pd.DataFrame(columns, index=rated.index)[fine].reindex(rated.index)
    counted = frame["next_posts_n"].where(frame["next_posts_n"] > 0).astype("Int64")
    return rated.assign(**{**frame, "next_posts_n": counted})


def _found(past: Past, known: pd.DataFrame, ahead: int, level: float) -> dict[str, bell.Floats]:
    """expected, low and high of each of `known`."""
    platform, _ = pd.factorize(known["platform"], use_na_sentinel=False)
    followers = known["followers"].where(known["followers"] > 0).to_numpy(dtype=float)
    middle, width = _predict(past, np.log(followers), platform, ahead, level)
    ends = {"expected": middle, "low": middle - width, "high": middle + width}
    return {name: np.maximum(np.expm1(value), 0) for name, value in ends.items()}


def _predict(
    past: Past, size: bell.Floats, platform: Codes, ahead: int, level: float
) -> tuple[bell.Floats, bell.Floats]:
    """Middle and half the range of ln(1 + mean of the next `ahead` posts)."""
    scale = _scale(past, size, platform)
    published = figures.spread("engagement_between_posts")
    variance = _between_posts(past, platform, scale, published)
    usual = scale[platform] * figures.spread("engagement_between_usual") ** 2
    noise = variance / past.effective
    line = _line(past, size, platform, usual + noise)
    trust = np.where(np.isnan(line), 1.0, usual / (usual + noise))
    prior = np.where(np.isnan(line), past.usual, line)
    yearly = drift.rise(past, variance, platform)
    risen = yearly[platform] * drift.years_ahead(past, ahead)
    middle = _middle(past, prior, trust, variance, ahead) + risen
    # Student's t: of known scale from the creator's posts, of known variance from then to now.
    known = figures.spread("engagement_posts_weight")
    tails = bell.student(level, known)
    even = published * bell.reach(_READ_AT) / bell.student(_READ_AT, known)
    square = _between_posts(past, platform, scale, even)
    posts = _of_mean(square, ahead) + trust * square / past.effective
    posts = posts * bell.student(level, known + np.maximum(past.n - 1, 0)) ** 2
    to_come = drift.variance_ahead(past, variance, platform, yearly, ahead)
    time = to_come * tails**2 * (known - 2) / known
    return middle, figures.spread("engagement_range") * np.sqrt(posts + time)


def _middle(
    past: Past, prior: bell.Floats, trust: bell.Floats, variance: bell.Floats, ahead: int
) -> bell.Floats:
    """The middle of what is to come if nothing moves: few posts by their logs, many by the mean."""
    by_logs = prior + trust * (past.usual - prior) + (variance - _of_mean(variance, ahead)) / 2
    lifted = prior + variance / 2
    by_mean = lifted + trust * (past.mean - lifted)
    weight = figures.spread("engagement_posts_weight")
    own = np.where(past.n > 0, past.n, past.effective)
    return (weight * by_logs + own * by_mean) / (weight + own)


def _of_mean(variance: bell.Floats, ahead: int) -> bell.Floats:
    """The variance of the log of a mean of `ahead` posts; it is near to log-normal (Fenton)."""
    return np.log1p(np.expm1(variance) / ahead)


def _line(past: Past, size: bell.Floats, platform: Codes, variance: bell.Floats) -> bell.Floats:
    """The usual y at each size: the measured slope, the level of the platform at hand."""
    slope = figures.spread("engagement_elasticity") * size
    published = figures.spread("engagement_level")
    above = past.usual - slope - published
    seen = ~np.isnan(above)
    weight = np.where(seen, 1 / variance, 0.0)
    pull = np.bincount(platform, weights=weight * np.where(seen, above, 0.0))
    shift = pull / (1 / _LEVEL_SD**2 + np.bincount(platform, weights=weight))
    return published + shift[platform] + slope


def _scale(past: Past, size: bell.Floats, platform: Codes) -> bell.Floats:
    """How many times the published variance the accounts of each platform show around the line.

    Where creators differ more than elsewhere, so do the posts of each: that is all that one post a
    creator can tell about its own spread.
    """
    usual = figures.spread("engagement_between_usual") ** 2
    noise = figures.spread("engagement_between_posts") ** 2 / past.effective
    away = past.usual - _line(past, size, platform, usual + noise)
    seen = ~np.isnan(away)
    squares = np.minimum(np.where(seen, away, 0.0) ** 2 / (usual + noise), _FAR**2)
    total = np.bincount(platform, weights=np.where(seen, squares, 0.0))
    count = np.bincount(platform, weights=seen)
    return (_SPREAD_CREATORS + total) / (_SPREAD_CREATORS + count)


def _between_posts(past: Past, platform: Codes, scale: bell.Floats, spread: float) -> bell.Floats:
    """The variance of y between posts of each creator, pooled with that of its platform.

    That of the platform starts from `spread`, an SD.
    """
    weight = figures.spread("engagement_posts_weight")
    published = 2 * np.log(spread) + np.log(scale)
    seen = (past.n >= 3) & (past.squares > 0)
    half = np.where(seen, past.n - 1, 2.0) / 2
    observed = np.log(np.where(seen, past.squares, 1.0) / (2 * half))
    observed = observed - _log_bias(half) + _log_bias(np.array(weight / 2))
    total = np.bincount(platform, weights=np.where(seen, observed, 0.0))
    count = np.bincount(platform, weights=seen)
    pooled = np.exp((_SPREAD_CREATORS * published + total) / (_SPREAD_CREATORS + count))
    return (weight * pooled[platform] + past.squares) / (weight + np.maximum(past.n - 1, 0))


def _log_bias(half: bell.Floats) -> bell.Floats:
    """E[ln of a chi-square variance] − ln of what it estimates, 2 × `half` degrees of freedom."""
    return -1 / (2 * half) - 1 / (12 * half**2)
