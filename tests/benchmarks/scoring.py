"""How long the account-level arithmetic takes for a million accounts, beside hand-written polars.

Both work out the same from the same facts: engagement rate with range, standing on the article's
curve, value for the price, and the score out of six dimensions; the sums of their scores are
printed to show it. `score` is the app's way from pandas to pandas. Medians of paired turns; trust
the ratios. Then what a slider costs: weighing 10,000 judged creators again.

Run: python -m tests.benchmarks.scoring
"""

import os
import time
from collections.abc import Callable
from itertools import pairwise
from statistics import median

import numpy as np
import pandas as pd
import polars as pl

from core import tables
from core.scoring import DIMENSIONS, Settings, curve, judge, weigh
from core.scoring.formulas import combined, placed, priced, rated, total, worked_out
from tests.benchmarks.clock import memory

ACCOUNTS = 1_000_000
JUDGED = 10_000
TURNS = 5
LEVEL = 1.2815515655446004  # standard deviations to each side that hold 80 %
NEEDS = (
    "platform", "followers", "seen_by", "per_post", "post_count", "posts", "log_squares",
    "cost", "cost_low", "cost_high", "usual_cost", "cap",
    *(f"{name}{end}" for name in DIMENSIONS[1:5] for end in ("", "_low", "_high")),
)  # fmt: skip


def facts(count: int) -> pd.DataFrame:
    """Accounts of which much is known, and some is not."""
    dice = np.random.default_rng(7)
    followers = np.exp(dice.uniform(5, 14, count)).round()
    posts = np.where(dice.random(count) < 0.5, dice.integers(1, 30, count).astype(float), np.nan)
    cost = np.where(dice.random(count) < 0.6, followers * dice.uniform(0.004, 0.02, count), np.nan)
    frame = pd.DataFrame(
        {
            "platform": dice.choice(["instagram", "tiktok"], count),
            "followers": followers,
            "seen_by": followers,
            "per_post": (followers * np.exp(dice.normal(-3.4, 0.8, count))).round(),
            "post_count": posts,
            "posts": dice.integers(1, 900, count).astype(float),
            "log_squares": posts * 0.2,
            "cost": cost, "cost_low": cost * 0.7, "cost_high": cost * 1.4,
            "usual_cost": np.sqrt(followers),
            "cap": np.where(dice.random(count) < 0.01, 0.2, np.nan),
        }
    )  # fmt: skip
    for name in DIMENSIONS[1:5]:
        value = np.where(dice.random(count) < 0.5, dice.random(count), np.nan)
        frame = frame.assign(
            **{name: value, f"{name}_low": value * 0.8, f"{name}_high": 0.2 + value * 0.8}
        )
    return frame


def ours(frame: pd.DataFrame) -> pd.DataFrame:
    """From pandas to pandas, by the formulas."""
    yardsticks = curve.yardsticks(["instagram", "tiktok"], "SEED")
    weights = dict(Settings().weights)
    return worked_out(
        frame,
        NEEDS,
        [*total.GIVES, "engagement_rate", "standing", "value"],
        lambda f: combined(priced(placed(rated(f, 0.8), yardsticks)), weights),
    )


ABOVE = (0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383,
         112.079291497871, 221.213596169931, 220.206867912376)  # fmt: skip
UNDER = (0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461,
         296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752)  # fmt: skip
KNOTS = [(np.log(1000 / np.sqrt(10)), 0.0975), (np.log(2000), 0.045), (np.log(20_000), 0.024),
         (np.log(100_000 * np.sqrt(10)), 0.0175)]  # fmt: skip


def horner(x: pl.Expr, factors: tuple[float, ...]) -> pl.Expr:
    value = x * factors[0] + factors[1]
    for factor in factors[2:]:
        value = value * x + factor
    return value


def normal(z: pl.Expr) -> pl.Expr:
    away = z.abs().clip(0, 7)
    tail = (-(away**2) / 2).exp() * horner(away, ABOVE) / horner(away, UNDER)
    return pl.when(z > 0).then(1 - tail).otherwise(tail)


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """The same arithmetic in polars as one would write it for this alone."""
    n = pl.coalesce(
        pl.when(pl.col("post_count") > 0).then(pl.col("post_count")),
        pl.col("posts").clip(0, 12),
        12.0,
    )
    variance = (pl.col("log_squares") + 4 * 0.48**2) / (pl.col("post_count") - 1 + 4)
    reach = (variance.fill_null(0.48**2) / n + 0.14**2).sqrt() * LEVEL
    logs, people = pl.col("per_post").log1p(), pl.col("seen_by")
    size = pl.col("followers").log()
    level = pl.lit(np.log(KNOTS[0][1])) + sum(
        (size.clip(x, to_x) - x) * (np.log(to / y) / (to_x - x))
        for (x, y), (to_x, to) in pairwise(KNOTS)
    )
    known = pl.col("per_post") / people <= 1
    step = frame.lazy().with_columns(
        engagement_rate=pl.when(known).then(pl.col("per_post") / people),
        rate_low=pl.when(known).then(((logs - reach).exp() - 1) / people).clip(0, 1),
        rate_high=pl.when(known).then(((logs + reach).exp() - 1) / people).clip(0, 1),
        level=level.exp(),
    )
    ends = {"": "engagement_rate", "_low": "rate_low", "_high": "rate_high"}
    dearer = {"": "cost", "_low": "cost_high", "_high": "cost_low"}
    distances = {f"standing{e}": pl.col(r) / pl.col("level") for e, r in ends.items()} | {
        f"value{e}": pl.col(r) / pl.col("level") * pl.col("usual_cost") / pl.col(dearer[e])
        for e, r in ends.items()
    }
    step = step.with_columns(**{name: z.log() / 0.99 for name, z in distances.items()})
    step = step.with_columns(**{name: normal(pl.col(name)) for name in distances})
    known_weight = sum(pl.col(x).is_not_null().cast(pl.Float64) for x in DIMENSIONS)
    step = step.with_columns(
        known=known_weight,
        middle=pl.sum_horizontal(*DIMENSIONS) / known_weight,
        below=pl.sum_horizontal((pl.col(x) - pl.col(f"{x}_low")) ** 2 for x in DIMENSIONS),
        above=pl.sum_horizontal((pl.col(f"{x}_high") - pl.col(x)) ** 2 for x in DIMENSIONS),
    )
    middle, known_ = pl.col("middle").fill_nan(0.5), pl.col("known")
    unknown = 1 - known_ / len(DIMENSIONS)
    low = ((pl.col("below") / known_**2) + (unknown * (middle - 0.1).clip(0)) ** 2).sqrt()
    high = ((pl.col("above") / known_**2) + (unknown * (0.9 - middle).clip(0)) ** 2).sqrt()
    return step.select(
        "engagement_rate", "standing", "value",
        coverage=known_ / len(DIMENSIONS),
        score=100 * pl.min_horizontal(middle, "cap"),
        score_low=100 * pl.min_horizontal(middle - low, "cap").clip(0, 1),
        score_high=100 * pl.min_horizontal(middle + high, "cap").clip(0, 1),
    ).collect()  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    frame = facts(ACCOUNTS)
    given = pl.from_pandas(frame)
    before = memory(os.getpid())
    mine, theirs = ours(frame), by_hand(given)
    held = memory(os.getpid()) - before
    print(f"mean score: ours {mine['score'].mean():.6f}, by hand {theirs['score'].mean():.6f}")
    turns = [(seconds(lambda: ours(frame)), seconds(lambda: by_hand(given))) for _ in range(TURNS)]
    ms = [median(side) * 1000 for side in zip(*turns, strict=True)]
    print(
        f"{ACCOUNTS:,} accounts: ours {ms[0]:.0f} ms, by hand {ms[1]:.0f} ms, "
        f"{ms[0] / ms[1]:.2f} x (aim 2 x); {held:.0f} MB more held"
    )
    few = frame.head(JUDGED)
    listed = few.assign(
        handle=[f"a{i}" for i in range(JUDGED)], avg_likes=few["per_post"], price=few["cost"]
    )
    columns = ["platform", "handle", "followers", "avg_likes", "price", "posts"]
    accounts = tables.conform(listed[columns], "accounts")
    judged = judge(tables.none() | {"accounts": accounts})
    settings = [Settings(weights=(("standing", 1.0 + n), ("value", 2.0))) for n in range(15)]
    weighed = [seconds(lambda one=one: weigh(judged, one)) for one in settings]  # type: ignore[misc]
    print(f"{JUDGED:,} creators weighed again: {median(weighed) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
