"""What can be seen of a follower from outside, and how much each sign says.

Six signs of a profile, cut into a few steps. `data/figures/follower_signs.csv` says how often each
step occurs among followers that two people judged to be alive and among the others, and how much
the sign counts; tests/evaluation/fit_audience.py fits that file. The bio and whether an account is
private are no signs: the set that may be built on has no bios, and private accounts point in
opposite directions in different sets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import figures

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.intp]

EVERYBODY: Final = "everybody"  # the row that holds the shares of the two groups themselves
FEWEST: Final = 3  # a profile of which fewer signs are known says too little to be counted


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: where its steps begin, how often each occurs in the two groups, its weight."""

    name: str
    steps: tuple[float, ...]
    alive: tuple[float, ...]
    others: tuple[float, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Signs:
    """All signs, and the usual share of followers worth asking about."""

    every: tuple[Sign, ...]
    usual: float


def shipped() -> Signs:
    """The signs as fitted on the labelled followers of SRF Data (CC BY-SA 4.0)."""
    return read(figures.read("follower_signs"))


def read(table: pd.DataFrame) -> Signs:
    """`table` (sign, at_least, alive, others, weight) as signs, in its own order."""
    whole = table[table["sign"] == EVERYBODY].iloc[0]
    rows = table[table["sign"] != EVERYBODY].groupby("sign", sort=False)
    every = tuple(
        Sign(
            str(name),
            tuple(steps["at_least"]),
            tuple(steps["alive"]),
            tuple(steps["others"]),
            float(steps["weight"].iloc[0]),
        )
        for name, steps in rows
    )
    return Signs(every, float(whole["others"]))


def values(followers: pd.DataFrame) -> Mapping[str, Floats]:
    """The raw value of each sign, one entry a follower; NaN where the profile does not show it.

    Counts below 0 and columns that are absent are unknown. Digits are a share of the username.
    """
    posts, fans, following = (_counts(followers, name) for name in _COUNTED)
    names = _column(followers, "username").astype("str").replace("", None)
    length = names.str.len().to_numpy(dtype=float, na_value=np.nan)
    digits = names.str.count(r"\d").to_numpy(dtype=float, na_value=np.nan)
    return {
        "picture": _numbers(_column(followers, "has_picture")),
        "posts": posts,
        "digits": digits / length,
        "following per follower": (following + 1) / (fans + 1),
        "followers": fans,
        "following": following,
    }


def codes(followers: pd.DataFrame, signs: Signs) -> Codes:
    """Which step of each sign a follower stands on: one row a follower, −1 where unknown."""
    seen = values(followers)
    columns = [step(seen[sign.name], sign.steps) for sign in signs.every]
    return np.stack(columns, axis=1) if columns else np.empty((len(followers), 0), dtype=np.intp)


def step(value: Floats, steps: tuple[float, ...]) -> Codes:
    """The number of the last step that begins at or below each value; −1 where unknown."""
    return np.where(np.isnan(value), -1, np.digitize(value, steps[1:])).astype(np.intp)


_COUNTED: Final = ("posts", "followers", "following")


def _column(followers: pd.DataFrame, name: str) -> pd.Series:
    return followers[name] if name in followers else pd.Series(None, followers.index, dtype=object)


def _numbers(column: pd.Series) -> Floats:
    if column.dtype == object:
        column = column.map({True: 1.0, False: 0.0}).fillna(pd.to_numeric(column, errors="coerce"))
    return column.to_numpy(dtype=np.float64, na_value=np.nan)


def _counts(followers: pd.DataFrame, name: str) -> Floats:
    numbers = _numbers(_column(followers, name))
    return np.where(np.isfinite(numbers) & (numbers >= 0), numbers, np.nan)
