import pandas as pd
import pytest

from core import figures, prices
from core.budget import (
    GOALS,
    Assumptions,
    Limits,
    best_plan,
    brings,
    finding,
    frontier,
    numbers,
    options,
    outcome,
)
from core.locale import Writing
from core.metrics import METRICS

US = Writing()


def offered():
    return pd.DataFrame(
        {
            "creator": ["instagram/a", "instagram/b", "tiktok/c"],
            "option": ["1 Instagram post", "2 Instagram posts", "1 TikTok video"],
            "count": [1, 2, 1],
            "price": [100.0, 200.0, 700.0],
            "price_low": [100.0, 150.0, 500.0],
            "price_high": [100.0, 300.0, 900.0],
            "price_source": ["asked", "IMH_TABLE", "IMH_TABLE"],
            "value": [1000.0, 3000.0, 2000.0],
            "value_low": [600.0, 1500.0, 1000.0],
            "value_high": [1400.0, 4500.0, 3000.0],
            "source_ids": ["KIM20", "KIM20", "KIM20"],
            "engagements": [1000.0, 3000.0, 2000.0],
            "people_reached": [5000.0, 15_000.0, None],
            "clicks": [50.0, 150.0, None],
        }
    )


def answer(budget):
    plan = best_plan(offered(), budget)
    return plan, outcome(plan.chosen)


def test_every_number_is_a_known_metric_and_shows_its_working():
    found = numbers(*answer(300), "engagements", 3500, US)
    assert set(found) == {
        "plan_cost",
        *GOALS,
        "goal_chance",
        "next_100",
        "gap",
        "creators_count",
        "posts_count",
        "pay_per_creator",
    }
    assert all(number.metric is METRICS[key] for key, number in found.items())
    assert found["plan_cost"].working == "$200 + $100 = $300"
    assert found["engagements"].working == "3,000 + 1,000 = 4,000"
    assert found["pay_per_creator"].working == "$300 ÷ 2"
    assert found["gap"].note.startswith("Proven")


def test_the_values_are_those_of_the_plan():
    found = numbers(*answer(300), "engagements", 3500, US)
    cost = found["plan_cost"].estimate
    assert (cost.low, cost.value, cost.high) == (250, 300, 400)
    assert found["engagements"].estimate.value == 4000
    assert found["people_reached"].estimate.value == 20_000
    assert found["people_reached"].estimate.low is None
    assert found["creators_count"].estimate.value == 2
    assert found["posts_count"].estimate.value == 3
    assert found["gap"].estimate.value == 0
    assert 0 < found["goal_chance"].estimate.value < 1
    assert found["plan_cost"].source_ids == ("IMH_TABLE",)
    assert found["engagements"].source_ids == ("KIM20",)


def test_a_result_known_for_some_lines_only_says_so():
    found = numbers(*answer(1000), "engagements", None, US)
    assert found["clicks"].estimate.value == 200
    assert found["clicks"].note == "Known for 2 of 3 lines."


@pytest.mark.parametrize("goal_value", [None, 0.0])
def test_without_a_goal_the_chance_is_unknown(goal_value):
    found = numbers(*answer(300), "engagements", goal_value, US)
    assert found["goal_chance"].estimate.value is None


def test_the_next_100_is_read_off_the_frontier():
    plan, drawn = answer(200)
    line = frontier(offered(), [100.0, 200.0, 300.0])
    found = numbers(plan, drawn, "engagements", None, US, line)["next_100"]
    assert found.estimate.value == 1000
    assert found.working == "4,000 with $300 − 3,000 with $200"
    assert found.note == ""
    short = numbers(plan, drawn, "engagements", None, US, line.iloc[:2])["next_100"]
    assert short.estimate.value is None
    assert numbers(plan, drawn, "engagements", None, US)["next_100"].estimate.value is None


def test_the_next_100_between_points_says_so():
    plan, drawn = answer(150)
    line = frontier(offered(), [100.0, 200.0, 300.0])
    found = numbers(plan, drawn, "engagements", None, US, line)["next_100"]
    assert found.estimate.value == 1500  # from 2,000 to 3,500 on the straight lines
    assert found.note.startswith("Read between")


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ("engagements", "bring about 4,000 engagements (8 in 10 chance of "),
        ("people_reached", "be seen about 4,000 times (8 in 10 chance of "),
        ("clicks", "bring about 4,000 clicks (8 in 10 chance of "),
    ],
)
def test_the_finding_is_one_sentence_to_read_aloud(goal, says):
    sentence = finding(*answer(300), goal, None, US)
    assert sentence.startswith("$300 buys 2 creators and should " + says)
    assert sentence.endswith(").")


def test_the_finding_names_the_odds_of_the_goal():
    assert "% chance of at least 3,500)." in finding(*answer(300), "engagements", 3500, US)
    assert "under 1% chance of at least" in finding(*answer(300), "engagements", 1e6, US)
    assert "over 99% chance of at least" in finding(*answer(300), "engagements", 10, US)


def test_one_creator_is_singular_and_money_is_the_readers():
    sentence = finding(*answer(100), "engagements", None, Writing("de_DE", "EUR"))
    assert sentence.startswith("100\xa0€ buys 1 creator and should bring about 1.000 ")


def test_a_plan_with_nobody_in_it_says_why():
    plan, drawn = answer(50)
    assert finding(plan, drawn, "clicks", None, US) == (
        "$50 buys nobody: the cheapest option costs $100."
    )
    empty = best_plan(offered().iloc[:0], 50)
    nobody = finding(empty, outcome(empty.chosen), "clicks", None, US)
    assert nobody.startswith("Nobody can be bought yet")
    found = numbers(plan, drawn, "clicks", 10, US)
    assert found["pay_per_creator"].estimate.value is None
    assert found["plan_cost"].estimate.value == 0


def test_limits_that_keep_everybody_out_are_named():
    options = pd.DataFrame(
        {"creator": ["a", "a", "b"], "option": ["1", "2", "1"], "price": 50.0, "value": 9.0}
    )
    plan = best_plan(options, 500, Limits(max_spend=5))
    assert finding(plan, outcome(plan.chosen), "clicks", None, US) == (
        "Nobody is left to choose from: it costs more than a creator may (2 creators)."
    )


def test_every_source_of_a_plan_on_own_figures_can_be_looked_up():
    people = pd.DataFrame(
        {"platform": ["instagram"], "handle": ["ada"], "followers": [5000.0], "tier": ["nano"]}
    )
    told = Assumptions().with_reach(0.1, 0.2, 0.3).with_clicks(0.01, 0.02, 0.03)
    plan = best_plan(options(people, prices.card("IMH_TABLE"), "clicks", told), 1000)
    found = numbers(plan, outcome(plan.chosen), "clicks", 5.0, Writing())
    ids = [source for number in found.values() for source in number.source_ids]
    assert [figures.source(source).source_id for source in ids] == ids


@pytest.mark.parametrize(
    ("forecast", "goal", "says"),
    [
        ((1900.0, 900.0, 2600.0), "people_reached", "1,900 times seen (900 to 2,600)"),
        ((1900.0, 900.0, 2600.0), "revenue", "$1,900 sales ($900 to $2,600)"),
        ((0.4, 0.1, 11.0), "orders", "0.4 orders (0.1 to 11)"),
        ((300.0, None, None), "clicks", "300 clicks"),
    ],
)
def test_a_forecast_is_written_as_its_goal_is(forecast, goal, says):
    assert brings(*forecast, goal, US) == says
