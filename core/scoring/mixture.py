"""Two kinds of followers in one audience: how many of each, when nobody is labelled.

Expectation and maximisation after Saerens, Latinne and Decaestecker (2002): the share of each kind
is not taken from the labelled set but found in the audience itself. One step further, since sets of
followers differ most in what the others look like: how often each sign occurs in either kind may
move away from the labelled set, as far as this audience speaks for it. Three things keep the share
from running away on few followers: a prior on it, the weight of the labelled set, and a limit to
what one audience may teach.
"""

from dataclasses import dataclass

import numpy as np

from core.scoring.profiles import Codes, Floats, Signs

_ALIVE_WEIGHT = 1000.0  # followers that the labelled set speaks for, against the audience at hand
_OTHERS_WEIGHT = 50.0  # far fewer: what is worth asking about differs from set to set
_TAUGHT = 200.0  # an audience teaches no more than this many followers would
_PRIOR = 4.0  # Beta(1, 4) on the share: most of it below a third
_STEPS, _STILL = 200, 1e-6
_EDGE = 1e-4
_GRID = np.linspace(0.0, 1.0, 1001)


@dataclass(frozen=True, slots=True)
class Mixture:
    """How strongly each distinct profile of an audience speaks for the others."""

    ratios: Floats  # ln(how common among the others ÷ how common among the alive)
    counts: Floats


def evidence(codes: Codes, signs: Signs) -> Floats:
    """How strongly each row of `codes` speaks for the others, by the labelled set alone (ln)."""
    tables = [_log_ratio(np.array(one.alive), np.array(one.others)) for one in signs.every]
    return _sum(tables, codes, signs)


def separate(codes: Codes, signs: Signs) -> Mixture:
    """What tells the others from the alive among the rows of `codes` (at least one)."""
    patterns, counts = _distinct(codes, signs)
    taught = min(1.0, _TAUGHT / counts.sum())
    tables = [(np.array(one.alive), np.array(one.others)) for one in signs.every]
    share = signs.usual
    for _ in range(_STEPS):
        ratios = _sum([_log_ratio(*pair) for pair in tables], patterns, signs)
        others = counts * _chance(ratios, share)
        before, share = share, _most_likely(others.sum(), counts.sum())
        if abs(share - before) < _STILL:
            break
        tables = [
            (
                _blend(one.alive, patterns[:, place], taught * (counts - others), _ALIVE_WEIGHT),
                _blend(one.others, patterns[:, place], taught * others, _OTHERS_WEIGHT),
            )
            for place, one in enumerate(signs.every)
        ]
    return Mixture(ratios, counts)


def chance(ratios: Floats, share: float) -> Floats:
    """The probability to be one of the others, where `share` of all are."""
    return _chance(ratios, min(max(share, _EDGE), 1 - _EDGE))


def likely(mixture: Mixture, level: float) -> tuple[float, float, float]:
    """The share to be expected and the middle `level` of what it may be, by these followers alone.

    The mean over all shares and not the best one: that keeps a short list from saying 0.
    """
    strength = np.exp(np.clip(mixture.ratios, -30, 30))
    log = (_PRIOR - 1) * np.log1p(-np.minimum(_GRID, 1 - _EDGE))
    for ratio, count in zip(strength, mixture.counts, strict=True):
        log = log + count * np.log(np.maximum(1 + _GRID * (ratio - 1), 1e-300))
    chances = np.exp(log - log.max())
    chances /= chances.sum()
    ends = np.searchsorted(np.cumsum(chances), [(1 - level) / 2, (1 + level) / 2])
    mean = float(chances @ _GRID)
    return mean, min(float(_GRID[ends[0]]), mean), max(float(_GRID[ends[1]]), mean)


def _distinct(codes: Codes, signs: Signs) -> tuple[Codes, Floats]:
    """The different rows of `codes` and how often each occurs; a few thousand at the most."""
    sizes = tuple(len(one.alive) + 1 for one in signs.every)
    number = np.ravel_multi_index(tuple(codes.T + 1), sizes)
    different, counts = np.unique(number, return_counts=True)
    patterns = np.stack(np.unravel_index(different, sizes), axis=1) - 1
    return patterns.astype(np.intp), counts.astype(np.float64)


def _most_likely(others: float, everybody: float) -> float:
    share = others / (everybody + _PRIOR - 1)
    return float(min(max(share, _EDGE), 1 - _EDGE))


def _chance(ratios: Floats, share: float) -> Floats:
    return 1 / (1 + np.exp(-np.clip(ratios, -30, 30)) * (1 - share) / share)


def _log_ratio(alive: Floats, others: Floats) -> Floats:
    return np.log(others / alive)


def _sum(tables: list[Floats], codes: Codes, signs: Signs) -> Floats:
    """The weighted sum of each row's signs; an unknown sign (−1, the entry added last) is 0."""
    total = np.zeros(len(codes))
    for place, (table, one) in enumerate(zip(tables, signs.every, strict=True)):
        total += one.weight * np.append(table, 0.0)[codes[:, place]]
    return total


def _blend(labelled: tuple[float, ...], codes: Codes, counts: Floats, weight: float) -> Floats:
    """How often each step occurs, out of the labelled set and this audience together."""
    known = codes >= 0
    here = np.bincount(codes[known], weights=counts[known], minlength=len(labelled))
    return (np.array(labelled) * weight + here) / (weight + here.sum())
