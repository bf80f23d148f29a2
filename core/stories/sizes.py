"""Sizes of creators in words of the trade, as far as a campaign prints them."""

import re
from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

SIZES: Final[Mapping[str, tuple[float, float]]] = {  # followers: from, to below
    "nano": (0, 10_000),
    "micro": (10_000, 50_000),
    "mid": (50_000, 500_000),
    "macro": (500_000, 1_000_000),
    "mega": (1_000_000, np.inf),
}
_SAID: Final[Mapping[str, str]] = {
    "nano": r"nano|customer|consumer|resident|mixed: under 10k",
    "micro": r"micro|mixed: under 10k",
    "mid": r"\bmid\b|mixed: under 10k to hundreds",
    "macro": r"macro",
    "mega": r"mega|celebrity",
}
_COUNTED: Final = re.compile(rf"(\d+) ({'|'.join(SIZES)})\b")


def of(tier: pd.Series, followers_min: pd.Series) -> pd.Series:
    """The sizes that each campaign names, comma-separated and smallest first; null = not said.

    Words count before the smallest number of followers, since the trade's edges are not theirs.
    """
    words = tier.fillna("").str.lower()
    named = pd.DataFrame({size: words.str.contains(said) for size, said in _SAID.items()})
    least = followers_min.astype("float64")
    for size, (low, high) in SIZES.items():
        named[size] |= ~named.any(axis=1) & least.ge(low) & least.lt(high)
    joined = named.apply(lambda row: ", ".join(named.columns[row]), axis=1)
    return joined.where(joined.ne(""))


def span(sizes: str) -> tuple[float, float]:
    """The followers from the smallest to the largest of comma-separated `sizes`."""
    ends = [SIZES[size] for size in sizes.split(", ")]
    return min(low for low, _ in ends), max(high for _, high in ends)


def counted(followers: pd.Series) -> str:
    """How many are of each size, as `6 nano, 4 micro`; whose followers are unknown are left out."""
    edges = [low for low, _ in SIZES.values()] + [np.inf]
    names = pd.cut(followers.astype("float64"), edges, right=False, labels=list(SIZES))
    many = names.value_counts(sort=False)
    return ", ".join(f"{count} {size}" for size, count in many.items() if count)


def named(counted: str) -> str | None:
    """The sizes alone of `6 nano, 4 micro`; None = nobody's is known."""
    return ", ".join(size for _, size in _COUNTED.findall(counted)) or None


def mix(tier: str) -> tuple[tuple[float, float, int], ...]:
    """Followers from, to below and number of creators of each size that `tier` counts."""
    return tuple((*SIZES[size], int(count)) for count, size in _COUNTED.findall(tier.lower()))
