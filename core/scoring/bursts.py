"""Growth bursts: days that brought more followers than chance and season explain, by follow dates.

Stretches of one day to two weeks are each held against what is usual for the account; their
chances are adjusted for how many stretches were looked at (Benjamini and Hochberg, each length with
a share of its own, so that the many single days do not drown a slow week), and a burst has a least
size. A burst is no accusation: a viral post, a fair or a mention in the news makes one
too, and its shape and what was posted then help to tell. Measured by
tests/evaluation/growth_bursts.py.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import tables
from core.scoring import bell, usual
from core.scoring.bell import Floats

Places = npt.NDArray[np.intp]

SURVIVORS: Final = (
    "Only people who still follow are in this list. Those who left and accounts that were removed "
    "are gone, so an old burst looks smaller than it was, or cannot be seen at all."
)
SHARP, TAIL = "sharp stop", "long tail"

# Days → share of the chance that is allowed; the longest hold the others and get half of one.
_STRETCHES: Final = {1: 1.0, 2: 1.0, 3: 1.0, 5: 1.0, 7: 1.0, 10: 0.5, 14: 0.5}
# Adjusted; a stretch that chance makes more often is no burst. The least size keeps most of what
# chance makes out before: measured are at most 0.2 false alarms in a year, not 0.6.
_CHANCE: Final = 0.6
_LEAST: Final = 30.0  # people above the usual
_LEAST_SHARE: Final = 0.5  # of the usual number of those days
_SHORTEST: Final = 28  # days of history without which nothing is usual
_UNREST: Final = 0.02  # even calm accounts vary this much more than chance
_AFTER: Final = 5  # days after a burst in which a tail shows
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days `start` to `end` (both included, counted from the first) and how likely chance is."""

    start: int
    end: int
    chance: float


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
    excess, taken = seen.new - seen.expected, np.zeros(len(seen.new), dtype=bool)
    stretches = _stretches(seen)
    for one in stretches:
        taken[one.start : one.end + 1] = True
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


def _stretches(seen: usual.Days) -> list[_Stretch]:
    """The bursts, oldest first: of striking stretches that touch, the most striking."""
    starts, ends, z, alarms = _striking(seen)
    kept: list[int] = []
    for one in np.lexsort((-z, alarms)):
        near = (starts[kept] <= ends[one] + _AFTER) & (starts[one] <= ends[kept] + _AFTER)
        if not near.any():
            kept.append(int(one))
    chances = _adjusted(alarms[kept])
    found = [
        _Stretch(int(starts[one]), int(ends[one]), float(chance))
        for one, chance in zip(kept, chances, strict=True)
        if chance <= _CHANCE
    ]
    return sorted(found, key=lambda one: one.start)


def _striking(seen: usual.Days) -> tuple[Places, Places, Floats, Floats]:
    """Start, end and surprise of each stretch of some size, and how many such chance makes.

    Days that are restless by themselves make restless weeks, whatever the few weeks show.
    """
    parts, single = [], max(usual.unrest(seen.new, seen.expected), _UNREST)
    whole = sum(_STRETCHES.values())
    for length, share in _STRETCHES.items():
        new, expected = _sums(seen.new, length), _sums(seen.expected, length)
        unrest = max(usual.unrest(new, expected), single / length)
        extra = new - expected
        large = (extra >= _LEAST) & (extra >= _LEAST_SHARE * expected)
        starts = np.flatnonzero(large)
        tried = len(seen.new) / length * whole / share
        z = _surprise(new, expected, unrest)[large]
        parts.append((starts, starts + length - 1, z, tried * bell.below(-z)))
    starts, ends, z, alarms = (np.concatenate(column) for column in zip(*parts, strict=True))
    return starts, ends, z, alarms


def _sums(values: Floats, length: int) -> Floats:
    return np.convolve(values, np.ones(length), mode="valid")


def _surprise(new: Floats, expected: Floats, unrest: float) -> Floats:
    """How many SDs above the usual, on the scale on which a negative binomial is even (Anscombe).

    Its upper tail is drawn heavier than the true one, so that chance is called rather too often.
    """
    root = np.sqrt(unrest)
    return (
        2
        / root
        * (np.arcsinh(root * np.sqrt(new + 0.375)) - np.arcsinh(root * np.sqrt(expected + 0.375)))
    )


def _adjusted(alarms: Floats) -> Floats:
    """How many bursts like it or more striking chance makes (rising) ÷ how many there are.

    Counted are bursts, not the many stretches that one burst makes striking: those would let
    weaker ones pass beside it.
    """
    raised = alarms / np.arange(1, len(alarms) + 1)
    return np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)


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
    after = slice(end + 1, end + 1 + _AFTER)
    expected = seen.expected[after]
    unrest = max(usual.unrest(seen.new, seen.expected), _UNREST)
    noise = float(np.sqrt((expected + unrest * expected**2).sum()))
    part = (end - start + 1) // 3
    sinks = part and excess[end + 1 - part : end + 1].sum() < excess[start : start + part].sum() / 2
    if not sinks and excess[after].sum() < max(_TAIL * height, _NOISE * noise):
        return end, SHARP
    quiet = np.flatnonzero(excess[end + 1 :] < height / 10)
    run = int(quiet[0]) if len(quiet) else len(excess) - end - 1
    return end + min(run, 2 * (end - start) + _AFTER), TAIL
