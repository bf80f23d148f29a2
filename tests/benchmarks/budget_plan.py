"""Prints how long plans and frontiers take: python tests/benchmarks/budget_plan.py."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import prices
from core.budget import Assumptions, Limits, best_plan, frontier, options, outcome


def creators(count: int) -> pd.DataFrame:
    """Made-up creators: log-normal followers and rates, half of them with an asked price."""
    random = np.random.default_rng(count)
    followers = np.exp(random.normal(9.5, 1.5, count)).round()
    rate = np.exp(random.normal(-3.5, 0.9, count)).clip(max=0.5)
    asked = np.round(0.05 * followers**0.8 * np.exp(random.normal(0, 0.5, count)), 0)
    return pd.DataFrame(
        {
            "platform": random.choice(["instagram", "tiktok", "youtube"], count),
            "handle": [f"creator{i}" for i in range(count)],
            "followers": followers,
            "tier": "any",
            "engagement_rate": rate,
            "engagement_rate_low": rate * 0.7,
            "engagement_rate_high": rate * 1.4,
            "benchmark": 0.02,
            "price": np.where(random.random(count) < 0.5, asked, np.nan),
            "currency": "USD",
        }
    )


def timed(work: Callable[[], object]) -> tuple[object, float]:
    """The result of `work` and the middle of five runs in milliseconds."""
    took = []
    for _ in range(5):
        start = time.perf_counter()
        result = work()
        took.append(time.perf_counter() - start)
    return result, 1000 * sorted(took)[2]


def main() -> None:
    """One line for each number of creators and budget."""
    card = prices.card()
    print("creators  options  build  budget     plan   10 only  frontier  draws   gap      exact")
    for count in (10, 30, 100, 1000, 10_000):
        people = creators(count)
        told = Assumptions(max_pieces=3)
        offered, build = timed(lambda p=people, t=told: options(p, card, "engagements", t))
        for budget in (1500.0, 20_000.0):
            plan, one = timed(lambda o=offered, b=budget: best_plan(o, b))
            _, ten = timed(lambda o=offered, b=budget: best_plan(o, b, Limits(max_creators=10)))
            steps = [2 * budget * step / 50 for step in range(1, 51)]
            _, line = timed(lambda o=offered, s=steps: frontier(o, s))
            _, drawn = timed(lambda p=plan: outcome(p.chosen))
            print(
                f"{count:8,} {len(offered):8,} {build:4.0f}ms {budget:7,.0f} {one:6.0f}ms"
                f" {ten:6.0f}ms {line:7.0f}ms {drawn:4.0f}ms {plan.gap:8.4%} {plan.exact}"
            )


if __name__ == "__main__":
    main()
