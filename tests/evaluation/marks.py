"""The marks that evaluations give: area under the curve, F1, macro F1, precision and recall."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pandas as pd


def auc(right: pd.Series, scores: pd.Series) -> float:
    """How often a right one scores above a wrong one; ties count half."""
    ranks = scores.rank().to_numpy()
    yes = right.to_numpy(dtype=bool)
    n, m = yes.sum(), (~yes).sum()
    return float((ranks[yes].sum() - n * (n + 1) / 2) / (n * m))


def f1(right: pd.Series, said: pd.Series) -> dict[str, float]:
    """P, R and F1 of `said` against `right`, both bool."""
    yes, given = right.to_numpy(dtype=bool), said.to_numpy(dtype=bool)
    hit = (yes & given).sum()
    precision, recall = hit / max(given.sum(), 1), hit / max(yes.sum(), 1)
    return {"P": precision, "R": recall, "F1": 2 * hit / max(given.sum() + yes.sum(), 1)}


def macro_f1(right: pd.Series, said: pd.Series) -> float:
    """The mean of the F1 of each class that `right` holds."""
    classes = right.unique()
    return float(np.mean([f1(right == one, said == one)["F1"] for one in classes]))


def resampled(
    mark: Callable[[pd.Series, pd.Series], float],
    right: pd.Series,
    said: pd.Series,
    wanted: float,
    size: int | None = None,
) -> str:
    """The SD of `mark` over 1,000 draws of `size` rows (all, if None), and how many fall short."""
    random, size = np.random.default_rng(0), size or len(right)
    rows = (random.integers(len(right), size=size) for _ in range(1000))
    marks = np.array([mark(right.iloc[draw], said.iloc[draw]) for draw in rows])
    short = np.mean(marks < wanted)
    return f"{size} drawn 1,000 times: ± {marks.std():.3f}, {short:.0%} below {wanted}"


AIM: Final = "AIM"


def aim(what: str, wanted: str, ours: str, other: str, held: bool) -> None:
    """Prints one line for the first table of docs/evidence.md: the aim, ours, the baseline."""
    print(" | ".join([AIM, what, wanted, ours, other, "yes" if held else "**no**"]))
