"""Plans and frontiers beside HiGHS on the same instance: python tests/benchmarks/budget_plan.py.

Milliseconds are processor time of this process (medians), because the machine has other work;
HiGHS is asked for the same gap as our plan proves, and given one thread as we are.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import highspy
import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.budget import Limits, Market, Plan, Quota, best_plan_on, frontier_on, refine

Result = TypeVar("Result")
CLOSE = 0.001
PATIENCE = 60.0  # seconds that HiGHS gets
FORMATS = {"post": (1.0, 1.0), "story": (0.35, 0.3), "reel": (1.6, 1.9), "video": (2.2, 2.4)}
PLATFORMS = ["instagram", "tiktok", "youtube"]


def offered(count: int) -> pd.DataFrame:
    """Creators with 12 options each: log-normal followers and rates, prices with discounts."""
    random = np.random.default_rng(count)
    followers = np.exp(random.normal(9.5, 1.3, count))
    rate = np.exp(random.normal(-3.5, 0.7, count)).clip(max=0.4)
    fee = 0.05 * followers**0.75 * np.exp(random.normal(0, 0.5, count))
    pieces, (costs, brings) = np.array([1, 2, 3]), np.array(list(FORMATS.values())).T
    shape = (count, len(FORMATS), len(pieces))
    price = fee[:, None, None] * costs[:, None] * pieces**0.92
    value = (followers * rate)[:, None, None] * brings[:, None] * pieces**0.85
    tiers = np.array(["nano", "micro", "mid", "macro"])
    tier = tiers[np.searchsorted([10_000, 50_000, 500_000], followers, side="right")]
    each = shape[1] * shape[2]
    return pd.DataFrame(
        {
            "creator": np.repeat([f"c{i:06}" for i in range(count)], each),
            "option": np.tile([f"{n} {f}" for f in FORMATS for n in pieces], count),
            "price": (price * np.exp(random.normal(0, 0.08, shape))).ravel().round(2),
            "value": (value * np.exp(random.normal(0, 0.08, shape))).ravel(),
            "platform": np.repeat(random.choice(PLATFORMS, count, p=[0.6, 0.3, 0.1]), each),
            "tier": np.repeat(tier, each),
            "score": np.repeat(random.uniform(0, 100, count), each),
            "count": np.tile(pieces, count * len(FORMATS)),
        }
    )


def ten(budget: float) -> Limits:
    """Ten limits of every kind, as a careful brief has them."""
    return Limits(
        never=("c000010", "c000011"),
        min_creators=10,
        max_creators=60,
        max_spend=budget / 8,
        platforms=(
            Quota("tiktok", min_creators=5, min_spend=0.2 * budget),
            Quota("youtube", max_spend=0.2 * budget),
            Quota("instagram", max_spend=0.5 * budget),
        ),
        tiers=(Quota("mid", max_creators=8),),
        smaller_share=0.35,
        smaller_tiers=("nano", "micro"),
        min_score=15,
    )


def timed(work: Callable[[], Result], times: int = 5) -> tuple[Result, float]:
    """The result of `work` and its middle processor time in milliseconds."""
    took = []
    for _ in range(times):
        start = time.process_time()
        result = work()
        took.append(time.process_time() - start)
    return result, 1000 * sorted(took)[times // 2]


def highs(market: Market, budget: float, gap: float) -> float:
    """The value of HiGHS's plan on the market's menu (no must-haves), not a number without one."""
    menu, spend = market.menu, market.to_spend(budget)
    takes = np.vstack([menu.cost, menu.rows.uses])
    rows, groups = len(takes), menu.group
    index = np.vstack([np.tile(np.arange(rows)[:, None], len(groups)), rows + groups]).T
    number = np.vstack([takes, np.ones(len(groups))]).T
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(groups), rows + len(menu.starts)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = menu.value
    program.col_lower_, program.col_upper_ = np.zeros(len(groups)), np.ones(len(groups))
    none = np.full(len(menu.starts), -np.inf)
    program.row_lower_ = np.concatenate([[-np.inf], menu.rows.least, none])
    program.row_upper_ = np.concatenate([[spend], menu.rows.most, np.ones(len(menu.starts))])
    kept = number != 0
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = np.append(0, np.cumsum(kept.sum(axis=1))).astype(np.int32)
    program.a_matrix_.index_ = index[kept].astype(np.int32)
    program.a_matrix_.value_ = number[kept]
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(groups)
    model = highspy.Highs()
    told = {"output_flag": False, "threads": 1, "mip_rel_gap": gap, "time_limit": PATIENCE}
    for name, option in told.items():
        model.setOptionValue(name, option)
    model.passModel(program)
    model.run()
    info = model.getInfo()
    return info.objective_function_value if info.primal_solution_status == 2 else float("nan")


def line(count: int, budget: float, limits: Limits | None, beside: bool) -> None:
    """Prints one instance."""
    options = offered(count)
    market, build = timed(lambda: Market.of(options, limits), 3)
    plan, one = timed(lambda: best_plan_on(market, budget))
    fifty = [2 * budget * step / 50 for step in range(1, 51)]
    _, many = timed(lambda: frontier_on(market, fifty), 3)
    told = f"{count:8,} {len(options):9,} {'ten' if limits else 'none':>6} {build:7.0f} {one:7.1f}"
    told += f" {many:8.0f} {plan.gap:8.4%} {'exact' if plan.exact else '':5}"
    if beside:
        gap = max(plan.gap, 1e-9)
        value, took = timed(lambda: highs(market, budget, gap), 1)
        told += f" {took:9.0f} {took / one:7.0f}x {value / plan.value - 1:+9.4%}"
    print(told, flush=True)


def closing(count: int, budget: float) -> None:
    """Prints how a plan with ten limits comes closer to its bound."""
    market = Market.of(offered(count), ten(budget))
    start, last = time.process_time(), None
    for last in refine(market, budget, CLOSE):
        print(f"  after {time.process_time() - start:5.2f} s a gap of {last.gap:.3%}", flush=True)
    assert isinstance(last, Plan)


def main() -> None:
    """One line for each instance."""
    print(
        "creators   options limits  market    plan frontier      gap       HiGHS  ratio  its value"
    )
    for count in (10, 100, 1_000, 10_000, 100_000):
        line(count, 20_000.0, None, beside=count <= 10_000)
    for count in (100, 1_000, 10_000):
        line(count, 20_000.0, ten(20_000.0), beside=count <= 1_000)
    for count in (100, 1_000):
        print(f"refined to 0.1 % with ten limits, {count:,} creators")
        closing(count, 20_000.0)


if __name__ == "__main__":
    main()
