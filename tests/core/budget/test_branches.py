import numpy as np
import pandas as pd
import pytest

from core.budget import outcome
from core.budget.branches import Branch, difference, moved
from core.budget.plans import Plan
from core.locale import Writing


def branch(name, prices, value=1000.0, spread=1.0):
    chosen = pd.DataFrame(
        {
            "creator": [f"tiktok/{who}" for who in prices],
            "handle": list(prices),
            "price": [float(price) for price in prices.values()],
            "value": value / max(len(prices), 1),
            "value_low": value / max(len(prices), 1) * (1 - 0.3 * spread),
            "value_high": value / max(len(prices), 1) * (1 + 0.4 * spread),
        }
    ).astype({"creator": "str", "handle": "str"})
    cost = chosen["price"].sum()
    plan = Plan(cost, chosen, cost, value, value, True, pd.DataFrame())
    return Branch(name, plan, outcome(chosen))


A = branch("A", {"ada": 400, "cem": 100})


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (branch("B", {"ben": 400, "cem": 100}), "moves $400 from @ada to @ben: +0 times seen"),
        (branch("B", {"ada": 600, "cem": 100}), "spends $200 more, on @ada: +0"),
        (branch("B", {"ada": 400}), "spends $100 less, on @cem: +0"),
        (
            branch("B", {"ben": 100, "dan": 100, "eve": 100, "cem": 100}, 900.0),
            "takes $400 from @ada and gives $300 to 3 creators: −100 times seen",
        ),
    ],
)
def test_the_sentence_says_whose_money_moves_and_what_it_changes(second, said):
    words = difference(A, second, "people_reached", None, Writing())
    assert words.startswith(f"“B” {said}")


@pytest.mark.parametrize(
    ("goal", "change"), [("revenue", "+$300 sales"), ("orders", "+300 orders"), ("orders", "+0.3")]
)
def test_what_changes_is_written_as_the_goal_is(goal, change):
    before, rise = (1000.0, 300.0) if change != "+0.3" else (1.0, 0.3)
    first = branch("A", {"ada": 400, "cem": 100}, before)
    better = branch("B", {"ada": 300, "cem": 200}, before + rise)
    assert change in difference(first, better, goal, None, Writing())


def test_the_same_plan_is_no_difference():
    same = branch("B", {"cem": 100, "ada": 400})
    assert moved(A, same).empty
    assert "pays the same people the same" in difference(A, same, "clicks", None, Writing())


def test_a_wider_range_is_less_certain():
    wide = branch("B", {"ada": 300, "cem": 200}, spread=2.0)
    assert difference(A, wide, "clicks", None, Writing()).endswith("less certain")


def test_with_a_goal_certainty_is_the_chance_to_reach_it():
    better = branch("B", {"ada": 300, "cem": 200}, 1300.0)
    words = difference(A, better, "clicks", 1100.0, Writing())
    points = round(100 * (better.outcome.chance(1100) - A.outcome.chance(1100)))
    assert words.endswith(f"+300 clicks, {points} points more likely to reach the goal")


def test_an_empty_plan_can_be_compared():
    nobody = branch("B", {}, 0.0)
    words = difference(A, nobody, "clicks", None, Writing())
    assert "spends $500 less" in words
    assert "nan" not in words
    assert np.isfinite(moved(A, nobody)["change"]).all()
