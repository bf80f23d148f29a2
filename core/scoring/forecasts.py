"""What the next posts of a creator should bring, learnt from its own posts and from the others'.

An empirical-Bayes model on y = ln(1 + likes + comments). A creator's usual y is spread around a
line in log followers; its posts are spread around that; between now and then it drifts. The
published measurements are the starting point of every part, and the accounts at hand move it: the
level of a platform, the spread between posts, the drift. Few posts lean on the line, many speak
for themselves. Measured by tests/evaluation/engagement_forecast.py.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import figures
from core.metrics import NEXT_POSTS
from core.scoring import bell, creators, posts, rates
from core.scoring.formulas.engagement import ASSUMED_POSTS

Codes = npt.NDArray[np.intp]
COLUMNS = ("next_posts", "next_posts_low", "next_posts_high", "next_posts_n")

_LEVEL_SD = 0.5  # how far the level of another year or platform may lie from the published one
_SPREAD_CREATORS = 10  # creators that the published spread between posts counts for
_DRIFT_CREATORS = 50  # the same for the drift
_YEAR = 365.25  # days
_MEASURED = 14 / _YEAR  # years that the measured drift spans
_DRIFT_POSTS = 4  # fewer posts of a creator say nothing about drift
_FAR = 3.0  # standard deviations from the line; further out an account counts as that far
_OUTLIER = 0.5  # one creator's squared jump counts no further than this


@dataclass(frozen=True, slots=True)
class _Past:
    """What each creator has shown so far, one entry a creator."""

    n: bell.Floats
    effective: bell.Floats  # n after older posts were given less weight
    usual: bell.Floats  # weighted mean of y
    mean: bell.Floats  # ln(1 + weighted mean of the engagement)
    squares: bell.Floats  # of y around its plain mean
    jump: bell.Floats  # squared difference of the newer and the older half of y
    jump_noise: bell.Floats  # 1/newer + 1/older
    pace: bell.Floats  # years from one post to the next; null for a single post or without dates
    age: bell.Floats  # posts from the middle of what counts to the newest one


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
    found = _found(_past(known, table), known, ahead, level)
    return known[["platform", "handle"]].assign(**found)


def of_creators(rated: pd.DataFrame, posts_table: pd.DataFrame, level: float) -> pd.DataFrame:
    """`rated` (as of rates.of_creators) with COLUMNS: the mean of the next ten posts, its range.

    Likes + comments, whatever the chosen definition; null where the reactions are no possible ones.
    """
    past = _past(rated, posts_table)
    found = _found(past, rated, NEXT_POSTS, level)
    fine = rated["engagement_problem"].isna().to_numpy(dtype=bool)
    columns = dict(zip(COLUMNS, (*found.values(), past.n), strict=False))
    frame = pd.DataFrame(columns, index=rated.index)[fine].reindex(rated.index)
    counted = frame["next_posts_n"].where(frame["next_posts_n"] > 0).astype("Int64")
    return rated.assign(**{**frame, "next_posts_n": counted})


def _found(past: _Past, known: pd.DataFrame, ahead: int, level: float) -> dict[str, bell.Floats]:
    """expected, low and high of each of `known`."""
    platform, _ = pd.factorize(known["platform"], use_na_sentinel=False)
    followers = known["followers"].where(known["followers"] > 0).to_numpy(dtype=float)
    middle, width = _predict(past, np.log(followers), platform, ahead)
    reach = bell.reach(level)
    ends = {"expected": middle, "low": middle - reach * width, "high": middle + reach * width}
    return {name: np.maximum(np.expm1(value), 0) for name, value in ends.items()}


def _past(known: pd.DataFrame, table: pd.DataFrame) -> _Past:
    found = posts.usable(table)
    place = pd.Index(known["creator"]).get_indexer(found.creators)
    who = place[found.frame["creator"].to_numpy()]
    turn = found.frame["turn"].to_numpy(dtype=float)
    engagement = found.frame["engagement"].to_numpy(dtype=float)
    y, count = np.log1p(engagement), len(known)

    def total(weights: bell.Floats) -> bell.Floats:
        return np.bincount(who, weights=weights, minlength=count).astype(np.float64)

    n = total(np.ones_like(y))
    weight = 0.5 ** (turn / figures.spread("engagement_memory"))
    newer = turn < n[who] / 2
    first, last = _ends(found.frame["posted_at"], who, count)
    with np.errstate(invalid="ignore", divide="ignore"):
        mass = total(weight)
        plain = total(y) / n
        halves = [
            (total(y * half) / total(half), total(half)) for half in (1.0 * newer, 1.0 * ~newer)
        ]
        shown = _Past(
            n=n,
            effective=mass**2 / total(weight**2),
            usual=total(weight * y) / mass,
            mean=np.log1p(total(weight * engagement) / mass),
            squares=total((y - plain[who]) ** 2),
            jump=(halves[0][0] - halves[1][0]) ** 2,
            jump_noise=1 / halves[0][1] + 1 / halves[1][1],
            pace=(last - first) / np.where(n > 1, n - 1, np.nan),
            age=total(weight * turn) / mass,
        )
    return _filled(shown, known)


def _ends(posted_at: pd.Series, who: Codes, count: int) -> tuple[bell.Floats, bell.Floats]:
    """When the first and the last post of each creator was made, in years."""
    at = pd.to_datetime(posted_at, utc=True)
    days = (at - at.min()).dt.total_seconds() / 86_400
    of_each = (days / _YEAR).groupby(who)
    first, last = (ends.reindex(range(count)) for ends in (of_each.min(), of_each.max()))
    return first.to_numpy(dtype=float), last.to_numpy(dtype=float)


def _filled(past: _Past, known: pd.DataFrame) -> _Past:
    """Where no post is known, a list's averages speak as twelve posts of the usual spread."""
    average = np.log1p(rates.averages(known).to_numpy(dtype=float))
    none = past.n == 0
    usual = average - figures.spread("engagement_between_posts") ** 2 / 2
    return replace(
        past,
        effective=np.where(none, float(ASSUMED_POSTS), past.effective),
        usual=np.where(none, usual, past.usual),
        mean=np.where(none, average, past.mean),
    )


def _predict(
    past: _Past, size: bell.Floats, platform: Codes, ahead: int
) -> tuple[bell.Floats, bell.Floats]:
    """Middle and SD of ln(1 + mean of the next `ahead` posts)."""
    scale = _scale(past, size, platform)
    variance = _between_posts(past, platform, scale)
    noise = variance / past.effective
    usual = scale[platform] * figures.spread("engagement_between_usual") ** 2
    line = _line(past, size, platform, usual + noise)
    trust = np.where(np.isnan(line), 1.0, usual / (usual + noise))
    prior = np.where(np.isnan(line), past.usual, line)
    # The mean of `ahead` log-normal posts is again close to log-normal (Fenton and Wilkinson).
    of_mean = np.log1p(np.expm1(variance) / ahead)
    by_logs = prior + trust * (past.usual - prior) + (variance - of_mean) / 2
    lifted = prior + variance / 2
    by_mean = lifted + trust * (past.mean - lifted)
    weight = figures.spread("engagement_posts_weight")
    own = np.where(past.n > 0, past.n, past.effective)
    middle = (weight * by_logs + own * by_mean) / (weight + own)
    drift = _drift(past, variance, platform, ahead)
    return middle, np.sqrt(of_mean + trust * noise + drift)


def _line(past: _Past, size: bell.Floats, platform: Codes, variance: bell.Floats) -> bell.Floats:
    """The usual y at each size: the measured slope, the level of the platform at hand."""
    slope = figures.spread("engagement_elasticity") * size
    published = figures.spread("engagement_level")
    above = past.usual - slope - published
    seen = ~np.isnan(above)
    weight = np.where(seen, 1 / variance, 0.0)
    pull = np.bincount(platform, weights=weight * np.where(seen, above, 0.0))
    shift = pull / (1 / _LEVEL_SD**2 + np.bincount(platform, weights=weight))
    return published + shift[platform] + slope


def _scale(past: _Past, size: bell.Floats, platform: Codes) -> bell.Floats:
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


def _between_posts(past: _Past, platform: Codes, scale: bell.Floats) -> bell.Floats:
    """The variance of y between posts of each creator, pooled with that of its platform."""
    weight = figures.spread("engagement_posts_weight")
    published = 2 * np.log(figures.spread("engagement_between_posts")) + np.log(scale)
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


def _drift(past: _Past, variance: bell.Floats, platform: Codes, ahead: int) -> bell.Floats:
    """The variance between now and then: as measured, times what the accounts at hand show of it.

    They show it between the newer and the older half of their past, each platform by itself; what
    two weeks bring is never taken to be less than measured.
    """
    published = figures.spread("engagement_drift") ** 2
    seen = past.n >= _DRIFT_POSTS
    jump = np.where(seen, past.jump - variance * past.jump_noise, 0.0)
    measured = np.where(seen, published + _by_time(past.pace * past.n / 2), 0.0)
    shown = np.bincount(platform, weights=np.clip(jump, -_OUTLIER, _OUTLIER))
    count, whole = np.bincount(platform, weights=seen), np.bincount(platform, weights=measured)
    prior = _DRIFT_CREATORS * np.where(count > 0, whole / np.maximum(count, 1), published)
    times = np.maximum((prior + shown) / (prior + whole), 0.0)[platform]
    ahead_by_time = _by_time(past.pace * (past.age + (ahead + 1) / 2))
    return np.maximum(times, 1.0) * published + times * ahead_by_time


def _by_time(years: bell.Floats) -> bell.Floats:
    """What time adds to the measured drift, for who posts once a month is another by the tenth."""
    slope = figures.spread("engagement_drift_by_year")
    return slope * np.maximum(np.nan_to_num(years) - _MEASURED, 0.0)
