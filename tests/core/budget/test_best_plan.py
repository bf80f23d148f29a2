import numpy as np
import pandas as pd
import pytest

from core.budget import Limits, best_plan
from core.errors import ImpossibleLimits

NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"]


def menu(*rows):
    return pd.DataFrame(rows, columns=["creator", "option", "price", "value"])


def instance(random, kind):
    """A small menu: any prices, round ones, values that follow the price, values equal to it."""
    rows = []
    for name in NAMES[: random.integers(1, len(NAMES) + 1)]:
        for option in range(random.integers(1, 4)):
            price = round(random.uniform(1, 100), 2)
            if kind == "round":
                price = float(random.choice([0, 10, 20, 50]))
            value = {
                "any": random.uniform(0, 100),
                "round": float(random.integers(0, 10)),
                "follows": price + random.uniform(0, 3),
                "equal": price,
            }[kind]
            rows.append((name, f"option {option}", price, value))
    return menu(*rows)


def limits_for(random, names, wanted):
    """One of: none, a number of creators, or a must-have, a never and a number."""
    if wanted == 0:
        return Limits()
    most = int(random.integers(0, len(names) + 1))
    if wanted == 1:
        return Limits(max_creators=most)
    order = [str(name) for name in random.permutation(names)]
    must, never = tuple(order[:1]), tuple(order[1:2])
    return Limits(must=must, never=never, max_creators=max(most, 1))


def best_by_trying_everything(options, budget, limits):
    """The highest value over all combinations, None when there is none (totals kept in cents)."""
    totals = {(0, 0): 0.0}
    for name, rows in options.groupby("creator"):
        choices = [
            (round(price * 100), 1, value)
            for price, value in zip(rows["price"], rows["value"], strict=True)
        ]
        if name in limits.never:
            continue
        if name not in limits.must:
            choices.append((0, 0, 0.0))
        grown = {}
        for (spent, taken), value in totals.items():
            for price, more, adds in choices:
                key = spent + price, taken + more
                allowed = limits.max_creators is None or key[1] <= limits.max_creators
                if key[0] <= round(budget * 100) and allowed:
                    grown[key] = max(grown.get(key, -1.0), value + adds)
        totals = grown
    return max(totals.values()) if totals else None


@pytest.mark.parametrize("kind", ["any", "round", "follows", "equal"])
@pytest.mark.parametrize("wanted", [0, 1, 2], ids=["free", "counted", "must and never"])
def test_agrees_with_trying_everything(kind, wanted):
    random = np.random.default_rng([wanted, len(kind)])
    for _ in range(40):
        options = instance(random, kind)
        budget = float(random.choice([0, 5, 30, 100, 200, 400]))
        limits = limits_for(random, options["creator"].unique(), wanted)
        best = best_by_trying_everything(options, budget, limits)
        if best is None:
            with pytest.raises(ImpossibleLimits):
                best_plan(options, budget, limits)
            continue
        plan = best_plan(options, budget, limits)
        assert plan.exact
        assert plan.value == pytest.approx(best)
        assert plan.bound >= plan.value
        assert plan.cost <= budget
        assert plan.cost == pytest.approx(plan.chosen["price"].sum())
        assert plan.value == pytest.approx(plan.chosen["value"].sum())
        assert plan.chosen["creator"].is_unique
        assert not plan.chosen["creator"].isin(limits.never).any()
        assert set(limits.must) <= set(plan.chosen["creator"])
        assert limits.max_creators is None or len(plan.chosen) <= limits.max_creators


@pytest.mark.parametrize("add", [0.0, 500.0], ids=["value is price", "value is price and 500"])
def test_thirty_creators_are_always_exact(add):
    random = np.random.default_rng(1)
    prices = random.integers(10_00, 10_000_00, 90) / 100
    options = pd.DataFrame(
        {
            "creator": np.repeat([f"c{i:02}" for i in range(30)], 3),
            "option": np.tile(["1", "2", "3"], 30),
            "price": prices,
            "value": prices + add,
        }
    )
    plan = best_plan(options, 60_001.03)
    assert plan.exact
    assert plan.bound == pytest.approx(plan.value)
    assert plan.cost <= 60_001.03


def test_many_creators_are_proven_within_a_thousandth():
    random = np.random.default_rng(2)
    followers = np.exp(random.normal(9.5, 1.5, 2000))
    price = np.round(followers**0.6 * np.exp(random.normal(0, 0.5, 2000)), 2)
    options = pd.DataFrame(
        {
            "creator": [f"c{i}" for i in range(2000)],
            "option": "1 post",
            "price": price,
            "value": followers * 0.03,
        }
    )
    plan = best_plan(options, 20_000)
    assert 0 <= plan.gap <= 0.001
    counted = best_plan(options, 20_000, Limits(max_creators=10))
    assert len(counted.chosen) <= 10
    assert 0 <= counted.gap <= 0.001
    assert counted.value <= plan.bound


def test_takes_one_option_a_creator_and_carries_columns_through():
    options = menu(("a", "1 post", 10, 5), ("a", "2 posts", 20, 9), ("b", "1 post", 10, 3))
    plan = best_plan(options.assign(handle=["A", "A", "B"]), 30)
    assert plan.chosen[["creator", "option", "handle"]].to_numpy().tolist() == [
        ["a", "2 posts", "A"],
        ["b", "1 post", "B"],
    ]
    assert (plan.cost, plan.value) == (30.0, 12.0)


def test_never_over_by_fractions_of_a_cent():
    options = menu(*((name, "1", 33.334, 1.0) for name in "abc"))
    assert len(best_plan(options, 100.0).chosen) == 2
    pennies = menu(*((f"c{i}", "1", 0.1, 1.0) for i in range(10)))
    assert len(best_plan(pennies, 1.0).chosen) == 10  # ten times 0.1 is 0.999… in binary


def test_order_of_rows_does_not_matter_and_ties_are_settled():
    options = menu(*((name, "1", 10.0, 5.0) for name in NAMES))
    plan = best_plan(options, 30)
    mixed = best_plan(options.sample(frac=1, random_state=3), 30)
    assert plan.chosen["creator"].tolist() == mixed.chosen["creator"].tolist()
    assert len(plan.chosen) == 3


def test_rows_that_cannot_be_bought_are_left_out_with_the_reason():
    options = menu(
        ("a", "1", np.nan, 5),
        ("b", "1", -1, 5),
        ("c", "1", 1, np.nan),
        ("d", "1", 1, -5),
        ("e", "1", np.inf, 5),
        ("f", "1", 0, 5),
        (None, "1", 1, 5),
    )
    plan = best_plan(options, 10)
    assert plan.chosen["creator"].tolist() == ["f"]
    assert plan.left_out["reason"].tolist() == [
        "its price is unknown",
        "its price is below zero",
        "what it would bring is unknown",
        "its value is below zero",
        "its price is unknown",
        "it names no creator",
    ]


def test_nothing_on_offer_is_an_empty_plan():
    plan = best_plan(menu().astype({"price": float, "value": float}), 100)
    assert (len(plan.chosen), plan.cost, plan.value, plan.bound) == (0, 0.0, 0.0, 0.0)
    assert plan.exact
    assert plan.cheapest is None


def test_without_money_only_what_is_free_is_taken():
    plan = best_plan(menu(("a", "1", 0, 4), ("b", "1", 0.01, 9)), 0)
    assert plan.chosen["creator"].tolist() == ["a"]


@pytest.mark.parametrize("budget", [-1.0, np.nan])
def test_a_budget_that_is_none_gets_a_sentence(budget):
    with pytest.raises(ImpossibleLimits, match="cannot be planned with"):
        best_plan(menu(("a", "1", 1, 1)), budget)


def test_an_endless_budget_buys_everything():
    plan = best_plan(menu(("a", "1", 1, 1), ("a", "2", 5, 2), ("b", "1", 9, 1)), np.inf)
    assert (plan.cost, plan.value, plan.exact) == (14.0, 3.0, True)


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        ({"must": ("a",), "never": ("a",)}, "a must be in the plan and must stay out"),
        (
            {"must": ("a", "b"), "max_creators": 1},
            "At most 1 creator” and “a, b in the plan” cannot hold together",
        ),
        ({"must": ("z",)}, "z must be in the plan but nothing with a price"),
        ({"must": ("a", "b")}, "Having a, b in the plan costs at least 110, but the total is 100"),
        ({"max_creators": -1}, "At most -1 in a plan"),
    ],
)
def test_impossible_limits_name_the_conflict(limits, says):
    options = menu(("a", "1", 50, 1), ("a", "2", 90, 5), ("b", "1", 60, 1))
    with pytest.raises(ImpossibleLimits, match=says):
        best_plan(options, 100, Limits(**limits))


def test_a_must_have_may_take_its_dearer_option():
    options = menu(("a", "1", 50, 1), ("a", "2", 90, 50), ("b", "1", 60, 20))
    plan = best_plan(options, 100, Limits(must=("a",)))
    assert plan.chosen["option"].tolist() == ["2"]
