"""Growth bursts: days that brought more followers than chance and season explain, by follow dates.

Stretches of one day to ten that stand out (core.scoring.scan) are widened to their high days and
judged by how they end. A burst is no accusation: a viral post, a fair or a mention in the news
makes one too, and its shape and what was posted then help to tell. Measured by
tests/evaluation/growth_bursts.py.
"""

from typing import Final

import numpy as np
import pandas as pd

from core import tables
from core.scoring import scan, usual
from core.scoring.bell import Floats

SURVIVORS: Final = (
    "Only people who still follow are in this list. Those who left and accounts that were removed "
    "are gone, so an old burst looks smaller than it was, or cannot be seen at all."
)
SHARP, TAIL = "sharp stop", "long tail"

_SHORTEST: Final = 28  # days of history without which nothing is usual
_TAIL: Final = 0.4  # of a mean day of the burst, in those days together
_NOISE: Final = 1.5  # SDs that a tail must stand out from the usual
_COLUMNS: Final = {
    "platform": "str",
    "handle": "str",
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "extra": "float64",
    "baseline": "float64",
    "shape": "str",
    "chance": "float64",
}


def bursts(follows: pd.DataFrame) -> pd.DataFrame:
    """One row a burst: platform, handle, start, end (days, UTC), extra, baseline, shape, chance.

    extra = people above the usual; baseline = the usual number a day; shape is "sharp stop" or
    "long tail"; chance = how often chance alone would make it, adjusted for the number of
    stretches looked at. Each account by itself, oldest burst first.
    """
    given = follows.reindex(columns=["platform", "handle", "follower", "followed_at"])
    given = given[given["followed_at"].notna()]
    twice = given["follower"].notna() & given.duplicated()
    given = given[~twice].reset_index(drop=True)
    if given.empty:
        return _table([])
    when = pd.to_datetime(given["followed_at"], utc=True).dt.tz_localize(None)
    dates = when.dt.floor("D").astype("datetime64[us]")
    names = given[["platform", "handle"]].astype("str")
    keys = tables.creator_key(names.assign(handle=names["handle"].fillna("")))
    rows = []
    for places in keys.groupby(keys, sort=True).indices.values():
        who = names.iloc[places[0]]
        rows += [(who["platform"], who["handle"], *one) for one in _of_one(dates.iloc[places])]
    return _table(rows)


def _table(rows: list[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def _of_one(dates: pd.Series) -> list[tuple[object, ...]]:
    seen = usual.days(dates)
    if len(seen.new) < _SHORTEST:
        return []
    taken, stretches = np.zeros(len(seen.new), dtype=bool), scan.stretches(seen)
    for one in stretches:
        taken[one.start : one.end + 1] = True
    seen = seen.without(taken)
    excess = seen.new - seen.expected
    found: list[tuple[object, ...]] = []
    for one in stretches:
        others = taken.copy()
        others[one.start : one.end + 1] = False
        alone = np.where(others, 0.0, excess)
        start, end = _whole(alone, one.start, one.end)
        end, shape = _shape(seen, alone, start, end)
        taken[start : end + 1] = True
        found.append(
            (
                seen.first + pd.Timedelta(days=start),
                seen.first + pd.Timedelta(days=end),
                round(float(alone[start : end + 1].sum())),
                float(seen.expected[start : end + 1].mean()),
                shape,
                one.chance,
            )
        )
    return found


def _whole(excess: Floats, start: int, end: int) -> tuple[int, int]:
    """The stretch without its low days at the ends, with the high ones around it.

    High is a third of a mean day, since no delivery is even; one low day between two high ones
    belongs to it.
    """
    enough = excess[start : end + 1].mean() / 3
    high = np.flatnonzero(excess[start : end + 1] >= enough)
    start, end = start + int(high[0]), start + int(high[-1])
    while (ahead := np.flatnonzero(excess[end + 1 : end + 3] >= enough)).size:
        end += 1 + int(ahead[-1])
    while (behind := np.flatnonzero(excess[max(start - 2, 0) : start][::-1] >= enough)).size:
        start -= 1 + int(behind[-1])
    return start, end


def _shape(seen: usual.Days, excess: Floats, start: int, end: int) -> tuple[int, str]:
    """The last day of the burst, and whether it stopped sharply or ran out over days."""
    height = float(excess[start : end + 1].mean())
    after = slice(end + 1, end + 1 + scan.APART)
    expected = seen.expected[after]
    unrest = usual.unrest(seen.new, seen.expected)
    noise = float(np.sqrt((expected + unrest * expected**2).sum()))
    part = (end - start + 1) // 3
    sinks = part and excess[end + 1 - part : end + 1].sum() < excess[start : start + part].sum() / 2
    if not sinks and excess[after].sum() < max(_TAIL * height, _NOISE * noise):
        return end, SHARP
    quiet = np.flatnonzero(excess[end + 1 :] < height / 10)
    run = int(quiet[0]) if len(quiet) else len(excess) - end - 1
    return end + min(run, 2 * (end - start) + scan.APART), TAIL
