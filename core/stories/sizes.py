"""Sizes of creators in words of the trade, as far as a campaign prints them."""

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
