import pandas as pd
import pytest

from core.budget import Market, best_plan, spending
from core.budget.costs import PARTS


def offered(**columns):
    return pd.DataFrame(
        {
            "creator": ["tiktok/a", "tiktok/b", "tiktok/c"],
            "handle": ["a", "b", "c"],
            "option": "1 video",
            "price": [100.0, 60.0, 50.0],
            "value": [10.0, 7.0, 5.0],
            **columns,
        }
    )


PAID = dict(zip(PARTS, [[80.0, 40.0, 30.0], 8.0, 0.0, [12.0, 12.0, 12.0], 0.0], strict=True))


def test_the_parts_begin_where_the_last_one_ended_and_end_at_the_budget():
    spent = spending.spent(best_plan(offered(**PAID), 120))
    assert spent["part"].tolist() == [
        "Fees",
        "Agency",
        "Product",
        "Plan costs",
        "Left of the budget",
    ]
    assert spent["amount"].tolist() == [70.0, 16.0, 24.0, 110.0, 10.0]
    assert spent["since"].tolist() == [0.0, 70.0, 86.0, 0.0, 110.0]
    assert spent["until"].iloc[-1] == 120.0


def test_without_parts_the_prices_are_the_fees():
    spent = spending.spent(best_plan(offered(), 120))
    assert spent["part"].tolist() == ["Fees", "Plan costs", "Left of the budget"]
    assert spent["amount"].tolist() == [110.0, 110.0, 10.0]


def test_an_empty_plan_spends_nothing():
    assert spending.spent(best_plan(offered(), 10)).empty


def test_who_is_in_at_each_budget():
    found = spending.members(Market.of(offered()), [60, 110, 100, 110])
    assert {budget: set(rows["handle"]) for budget, rows in found.groupby("budget")} == {
        60: {"b"},
        100: {"a"},
        110: {"b", "c"},
    }
    assert found["price"].sum() == 60 + 100 + 110


@pytest.mark.parametrize("budgets", [[], [0], [10, 20]])
def test_nobody_is_in_where_nothing_can_be_bought(budgets):
    found = spending.members(Market.of(offered()), budgets)
    assert found.empty
    assert list(found) == ["creator", "budget", "handle", "price"]


def test_of_equally_good_plans_the_one_on_screen_is_shown_as_being_in() -> None:
    shop = Market.of(offered(price=[60.0, 60.0, 60.0], value=[5.0, 5.0, 5.0]))
    around = spending.members(shop, [60.0, 120.0])
    screen = best_plan(offered(price=[60.0, 60.0, 60.0], value=[0.0, 5.0, 5.0]), 120.0)
    shown = spending.with_members(around, screen, 120.0)
    assert set(shown.loc[shown["budget"] == 120.0, "creator"]) == {"tiktok/b", "tiktok/c"}
    assert shown.loc[shown["budget"] == 60.0].equals(around.loc[around["budget"] == 60.0])
