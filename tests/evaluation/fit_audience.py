"""Fits the signs of followers that ship, and writes data/figures/follower_signs.csv.

Data: SRF Data 2017, followers of ten Swiss influencers judged by two people (CC BY-SA 4.0), the
development part, read in place; nothing else. For each step of each sign the share among the
followers judged alive and among the others, smoothed by two followers of the common kind. Then one
weight a sign (signs overlap, so they cannot count in full): a logistic regression on the six logs
of ratios, drawn towards 0.7 by a ridge of 30. The steps, the ridge and the 0.7 were chosen by hand,
looking at the development parts of two other sets (Akyon, Kaggle) that no weight is fitted on.

Run: python -m tests.evaluation.fit_audience
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from core import figures
from core.scoring import profiles

SETS = Path(__file__).resolve().parents[2].parent / "shared" / "datasets"
SOURCE, REMARK = "SRF17", "SRF Data 2017, CC BY-SA 4.0; this table is derived from it, same licence"
STEPS = {
    "picture": (0.0, 1.0),
    "posts": (0.0, 1.0, 4.0, 13.0, 51.0),
    "digits": (0.0, 0.001, 0.25),
    "following per follower": (0.0, 1.0, 2.0, 5.0, 10.0),
    "followers": (0.0, 50.0, 150.0, 500.0),
    "following": (0.0, 500.0, 1000.0, 2000.0, 4000.0),
}
SMOOTH, RIDGE, TOWARDS = 2.0, 30.0, 0.7


def followers_of(name: str) -> tuple[pd.DataFrame, np.ndarray]:
    """The followers of a development part in the app's columns, and whether each is labelled."""
    given = pd.read_csv(SETS / name / "dev.csv")
    length = given["username_len"].fillna(10)
    digits = (given["username_digit_ratio"] * length).round().astype(int)
    invented = pd.Series(
        [
            "1" * some + "a" * (int(whole) - some)
            for some, whole in zip(digits, length, strict=True)
        ],
        index=given.index,
        dtype="str",
    )
    frame = pd.DataFrame(
        {
            "username": given["username"].astype("str").fillna(invented),
            "has_picture": given["has_pic"].astype("boolean"),
            "private": given["private"].astype("boolean"),
            **{name: given[name].astype(float) for name in ("posts", "followers", "following")},
        }
    )
    return frame, given["is_fake"].to_numpy()


def fit(followers: pd.DataFrame, labels: np.ndarray) -> pd.DataFrame:
    """The table of signs, one row a step, fitted on `followers`."""
    seen, rows, ratios = profiles.values(followers), [], []
    for name, steps in STEPS.items():
        code = profiles.step(seen[name], steps)
        common = np.bincount(code, minlength=len(steps)) / len(code)
        alive, others = (
            np.bincount(code[labels == group], minlength=len(steps)) + SMOOTH * common
            for group in (0, 1)
        )
        alive, others = alive / alive.sum(), others / others.sum()
        ratios.append(np.log(others / alive)[code])
        rows += list(zip([name] * len(steps), steps, alive, others, strict=True))
    weights = dict(zip(STEPS, logistic(np.stack(ratios, axis=1), labels), strict=True))
    share = labels.mean()
    table = pd.DataFrame(
        [(profiles.EVERYBODY, 0.0, 1 - share, share), *rows],
        columns=["sign", "at_least", "alive", "others"],
    )
    return table.assign(weight=table["sign"].map(weights).fillna(1.0)).round(
        {"alive": 4, "others": 4, "weight": 3}
    )


def logistic(ratios: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """One weight a column, drawn towards TOWARDS; Newton's method, free intercept."""
    columns = np.column_stack([np.ones(len(ratios)), ratios])
    towards = np.array([0.0, *[TOWARDS] * ratios.shape[1]])
    ridge = np.diag([0.0, *[RIDGE] * ratios.shape[1]])
    beta = towards.copy()
    for _ in range(30):
        mean = 1 / (1 + np.exp(-columns @ beta))
        slope = columns.T @ (labels - mean) - ridge @ (beta - towards)
        beta = beta + np.linalg.solve((columns.T * (mean * (1 - mean))) @ columns + ridge, slope)
    return np.maximum(beta[1:], 0)


def main() -> None:
    if not SETS.exists():
        sys.exit("…/shared/datasets is not here; nothing to fit on")
    table = fit(*followers_of("fake_srf")).assign(source_id=SOURCE, remark=REMARK)
    table.to_csv(figures.FOLDER / "follower_signs.csv", index=False)
    print(table.drop(columns="remark").to_string(index=False))


if __name__ == "__main__":
    main()
