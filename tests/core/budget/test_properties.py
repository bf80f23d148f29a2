"""What holds for any options and any limits, looked for by Hypothesis."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from core.budget import Limits, Market, Quota, best_plan, frontier, refine
from core.errors import ImpossibleLimits
from tests.core.budget.every_plan import FORMATS, PLATFORMS, TIERS, EveryPlan

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
MONEY = some.integers(0, 20_000).map(lambda cents: cents / 100)


def maybe(values):
    return some.none() | values


@some.composite
def rows(draw):
    """Up to 8 options of up to 5 creators, some of them accounts of one person."""
    found = []
    for creator in range(draw(some.integers(1, 5))):
        told = {
            "creator": f"c{creator}",
            "person": f"p{draw(some.integers(0, creator))}",
            "platform": draw(some.sampled_from(PLATFORMS)),
            "tier": draw(some.sampled_from(TIERS)),
            "score": float(draw(some.integers(0, 100))),
        }
        found += [
            told
            | {
                "option": f"option {option}",
                "price": draw(MONEY),
                "value": draw(some.integers(0, 10_000)) / 7,
                "format": draw(some.sampled_from(FORMATS)),
                "count": draw(some.integers(1, 3)),
            }
            for option in range(draw(some.integers(1, 2)))
        ]
    return pd.DataFrame(found)


@some.composite
def quotas(draw, names):
    least, most = sorted(draw(some.tuples(some.integers(0, 3), some.integers(0, 4))))
    low, high = sorted(draw(some.tuples(MONEY, MONEY)))
    return Quota(
        draw(some.sampled_from(names)),
        min_creators=draw(maybe(some.just(least))),
        max_creators=draw(maybe(some.just(most))),
        min_spend=draw(maybe(some.just(low))),
        max_spend=draw(maybe(some.just(high))),
    )


@some.composite
def limits(draw):
    least, most = sorted(draw(some.tuples(some.integers(0, 3), some.integers(0, 5))))
    return Limits(
        must=tuple(draw(some.sets(some.just("c0"), max_size=1))),
        never=tuple(draw(some.sets(some.just("c1"), max_size=1))),
        min_creators=draw(maybe(some.just(least))),
        max_creators=draw(maybe(some.just(most))),
        max_pieces=draw(maybe(some.integers(1, 4))),
        max_spend=draw(maybe(MONEY)),
        platforms=tuple(draw(maybe(quotas(PLATFORMS).map(lambda one: (one,)))) or ()),
        tiers=tuple(draw(maybe(quotas(TIERS).map(lambda one: (one,)))) or ()),
        smaller_share=draw(maybe(some.integers(0, 100).map(lambda percent: percent / 100))),
        smaller_tiers=TIERS[:2],
        format=draw(maybe(some.sampled_from(FORMATS))),
        min_score=draw(maybe(some.integers(0, 60).map(float))),
    )


@SETTINGS
@given(rows(), limits(), MONEY)
def test_a_plan_keeps_every_limit_and_its_bound_is_never_below_the_best(options, told, budget):
    best = EveryPlan(options).best(budget, told)
    if best is None:
        with pytest.raises(ImpossibleLimits) as caught:
            best_plan(options, budget, told)
        assert caught.value.what.endswith(".")
        return
    plan = best_plan(options, budget, told)
    assert plan.bound >= best * (1 - 1e-9)
    assert plan.cost <= budget
    if len(plan.chosen):
        itself = EveryPlan(plan.chosen)
        assert itself.keeps(told)[itself.picked.all(axis=1)].all()


@SETTINGS
@given(rows(), limits(), MONEY, MONEY)
def test_more_money_never_buys_less(options, told, one, other):
    less, more = sorted((one, other))
    try:
        poor = best_plan(options, less, told)
    except ImpossibleLimits:
        return
    rich = best_plan(options, more, told)
    assert rich.value >= poor.value * (1 - 1e-9)


def crowd(seed):
    """120 creators with 3 options each: too many to try every plan, or to be always exact."""
    random = np.random.default_rng(seed)
    price = random.lognormal(4, 1, 360).round(2)
    return pd.DataFrame(
        {
            "creator": np.repeat([f"c{i:03}" for i in range(120)], 3),
            "person": np.repeat([f"p{i:03}" for i in random.integers(0, 115, 120)], 3),
            "option": np.tile(["a", "b", "c"], 120),
            "price": price,
            "value": price * random.lognormal(0, 0.6, 360),
            "platform": np.repeat(random.choice(PLATFORMS, 120), 3),
            "tier": np.repeat(random.choice(TIERS, 120), 3),
            "score": np.repeat(random.uniform(0, 100, 120), 3),
            "format": random.choice(FORMATS, 360),
            "count": random.integers(1, 4, 360),
        }
    )


BRIEF = Limits(
    must=("c003",),
    min_creators=8,
    max_creators=25,
    max_spend=400,
    platforms=(
        Quota("tiktok", min_creators=3, max_spend=900),
        Quota("youtube", min_spend=300),
    ),
    tiers=(Quota("macro", max_creators=4),),
    smaller_share=0.5,
    smaller_tiers=TIERS[:2],
)


def keeps_the_brief(chosen):
    spent = chosen["price"].sum()
    on = chosen.groupby("platform")["price"].sum()
    small = chosen["tier"].isin(TIERS[:2])
    return (
        "c003" in set(chosen["creator"])
        and 8 <= chosen["person"].nunique() <= 25
        and (chosen.groupby("person")["price"].sum() <= 400 + 1e-9).all()
        and chosen.loc[chosen["platform"] == "tiktok", "person"].nunique() >= 3
        and on["tiktok"] <= 900 + 1e-9
        and on["youtube"] >= 300 - 1e-9
        and chosen.loc[chosen["tier"] == "macro", "person"].nunique() <= 4
        and chosen.loc[small, "price"].sum() >= 0.5 * spent - 1e-6
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_longer_search_only_comes_closer(seed):
    plans = []
    for plan in refine(Market.of(crowd(seed), BRIEF), 2_500.0, close=0.002):
        plans.append(plan)
        assert keeps_the_brief(plan.chosen)
        assert plan.cost <= 2_500
        assert plan.value <= plan.bound
    assert plans[-1].gap <= 0.002
    values, bounds = [plan.value for plan in plans], [plan.bound for plan in plans]
    assert values == sorted(values)
    assert bounds == sorted(bounds, reverse=True)


def test_a_search_comes_as_close_as_asked_where_the_first_bound_was_far_off():
    quotas = (Quota("tiktok", min_creators=3), Quota("instagram", max_spend=200))
    told = Limits(smaller_share=0.33, smaller_tiers=TIERS[:2], platforms=quotas)
    *_, first, last = refine(Market.of(crowd(1), told), 500.0, close=0.001)
    assert last.gap <= 0.001 < first.gap


def test_an_entry_that_leaves_too_little_money_for_a_limit_does_not_lift_the_bound():
    giant = {"creator": "giant", "person": "giant", "price": 900.0, "value": 90_000.0}
    rows = crowd(3)
    rows = pd.concat([rows, rows.tail(1).assign(tier="macro", **giant)], ignore_index=True)
    half = Limits(smaller_share=0.5, smaller_tiers=TIERS[:2], max_creators=20)
    assert best_plan(rows, 1_000.0, half).bound < 90_000
    assert "giant" in set(best_plan(rows, 1_900.0, half).chosen["creator"])


def test_a_search_ends_when_it_is_told_to():
    plans = list(refine(Market.of(crowd(1), BRIEF), 2_500.0, close=0.0, stopped=lambda: True))
    assert len(plans) == 1


def test_a_line_under_limits_rises_and_starts_where_the_limits_can_be_paid():
    budgets = [100.0 * step for step in range(1, 41)]
    line = frontier(crowd(2), budgets, BRIEF)
    known = line.dropna(subset="value")
    assert line["value"].isna().iloc[0]
    assert known["value"].is_monotonic_increasing
    assert known["bound"].is_monotonic_increasing
    assert (known["value"] <= known["bound"]).all()
    assert (known["cost"] <= known["budget"]).all()
    assert len(known) > 25
