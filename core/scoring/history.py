"""What each creator's posts have shown so far, as one set of arrays, one entry a creator.

y = ln(1 + likes + comments) of a post; older posts count less, half after eight.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import figures
from core.scoring import bell, posts, rates
from core.scoring.formulas.engagement import ASSUMED_POSTS

Codes = npt.NDArray[np.intp]

YEAR: Final = 365.25  # days


@dataclass(frozen=True, slots=True)
class Past:
    """What each creator has shown so far, one entry a creator."""

    n: bell.Floats
    effective: bell.Floats  # n after older posts were given less weight
    usual: bell.Floats  # weighted mean of y
    mean: bell.Floats  # ln(1 + weighted mean of the engagement)
    squares: bell.Floats  # of y around its plain mean
    rise: bell.Floats  # of mean y from the older half of the posts to the newer one
    rise_noise: bell.Floats  # 1/newer + 1/older
    pace: bell.Floats  # years from one post to the next; null for a single post or without dates
    age: bell.Floats  # posts from the middle of what counts to the newest one


def of_creators(known: pd.DataFrame, table: pd.DataFrame) -> Past:
    """The history of each of `known`, out of its usable posts, else out of a list's averages."""
    found = posts.usable(table)
    place = pd.Index(known["creator"]).get_indexer(found.creators)
    who = place[found.frame["creator"].to_numpy()]
    ours = who >= 0  # the brand's own posts are nobody's to forecast
    seen, who = found.frame[ours], who[ours]
    turn = seen["turn"].to_numpy(dtype=float)
    engagement = seen["engagement"].to_numpy(dtype=float)
    y, count = np.log1p(engagement), len(known)

    def total(weights: bell.Floats) -> bell.Floats:
        return np.bincount(who, weights=weights, minlength=count).astype(np.float64)

    n = total(np.ones_like(y))
    weight = 0.5 ** (turn / figures.spread("engagement_memory"))
    newer = turn < n[who] / 2
    first, last = _ends(seen["posted_at"], who, count)
    with np.errstate(invalid="ignore", divide="ignore"):
        mass = total(weight)
        plain = total(y) / n
        halves = [
            (total(y * half) / total(half), total(half)) for half in (1.0 * newer, 1.0 * ~newer)
        ]
        shown = Past(
            n=n,
            effective=mass**2 / total(weight**2),
            usual=total(weight * y) / mass,
            mean=np.log1p(total(weight * engagement) / mass),
            squares=total((y - plain[who]) ** 2),
            rise=halves[0][0] - halves[1][0],
            rise_noise=1 / halves[0][1] + 1 / halves[1][1],
            pace=(last - first) / np.where(n > 1, n - 1, np.nan),
            age=total(weight * turn) / mass,
        )
    return _filled(shown, known)


def _ends(posted_at: pd.Series, who: Codes, count: int) -> tuple[bell.Floats, bell.Floats]:
    """When the first and the last post of each creator was made, in years."""
    at = pd.to_datetime(posted_at, utc=True)
    days = (at - at.min()).dt.total_seconds() / 86_400
    of_each = (days / YEAR).groupby(who)
    first, last = (ends.reindex(range(count)) for ends in (of_each.min(), of_each.max()))
    return first.to_numpy(dtype=float), last.to_numpy(dtype=float)


def _filled(past: Past, known: pd.DataFrame) -> Past:
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
