import numpy as np
import pandas as pd
import pytest

from core.charts import budget


def texts_of(spec, rows_of):
    return [
        row["text"]
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text" and layer["mark"].get("aria") is not False
        for row in rows_of(spec, layer)
    ]


def test_the_plan_and_the_budget_are_marked_and_named(frontier, writing, rows_of):
    spec = budget.frontier(frontier, 480, 400, "Clicks", writing, 500).to_dict()
    point = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")
    assert rows_of(spec, point) == [
        {"budget": 480.0, "value": 400.0, "text": "your plan: 400\nfor $480"}
    ]
    assert texts_of(spec, rows_of) == [
        "budget $500",
        "no plan can beat this",
        "your plan: 400\nfor $480",
    ]


def test_a_bound_that_lies_on_the_line_is_not_drawn_twice(frontier, writing, rows_of):
    tight = frontier.assign(bound=frontier["value"])
    spec = budget.frontier(tight, None, None, "Clicks", writing).to_dict()
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["line"]
    assert texts_of(spec, rows_of) == []


def test_a_step_begins_where_its_plan_can_be_paid(frontier, writing, rows_of):
    cheaper = frontier.assign(cost=[0.0, 480.0, 900.0, 1900.0])
    spec = budget.frontier(cheaper, 480, 400, "Clicks", writing, 500).to_dict()
    line = next(
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == "line" and layer["mark"].get("interpolate") == "step-after"
    )
    drawn = [(row["budget"], row["value"]) for row in rows_of(spec, line)]
    assert drawn == [(0, 0), (480, 400), (900, 700), (1900, 900), (2000, 900)]


def test_the_frontier_is_told_in_sentences(frontier, writing):
    assert budget.frontier_alt_text(frontier, 480, 400, "Clicks", writing, 500) == (
        "The plan costs $480 of a budget of $500 and brings 400 clicks."
        " The best plans go from 0 for $0 to 900 for $2,000."
    )
    assert list(budget.frontier_table(frontier, "Clicks")) == [
        "Budget",
        "Plan costs",
        "Clicks",
        "No plan above",
    ]


def test_lines_are_sorted_by_what_they_bring_and_say_what_they_cost(chosen, writing, rows_of):
    spec = budget.lines(chosen(3), "Clicks", writing).to_dict()
    rows = rows_of(spec, spec["layer"][0])
    assert [row["line"] for row in rows] == [
        "c2\n2 × post · $50",
        "c1\n2 × post · $50",
        "c0\n2 × post · $50",
    ]
    assert (rows[0]["low"], rows[0]["value"], rows[0]["high"]) == (150, 300, 600)


def test_long_plans_draw_thirty_lines_and_say_so(chosen, writing, rows_of):
    chart = budget.lines(chosen(40), "Clicks", writing)
    spec = chart.to_dict()
    assert len(rows_of(spec, spec["layer"][0])) == 30
    assert "The 30 largest of 40 lines are drawn." in chart.description
    assert len(budget.lines_table(chosen(40), "Clicks")) == 40


def test_the_plan_is_told_with_its_sums(chosen, writing):
    assert budget.lines_alt_text(chosen(3), "Clicks", writing) == (
        "3 creators for $150 together; 600 clicks expected. c2 should bring most: 300 for $50."
    )


def test_sales_are_written_as_money(chosen, writing):
    assert budget.lines_alt_text(chosen(3), "Sales", writing) == (
        "3 creators for $150 together; $600 in sales expected. c2 should bring most: $300 for $50."
    )
    draws = np.arange(1.0, 1001.0)
    assert budget.odds_alt_text(draws, 301.0, "Sales", writing) == (
        "35 of 50 equally likely outcomes reach $301 in sales. "
        "Half of all outcomes lie below $500, eight in ten within $101–$900."
    )


def test_fifty_dots_of_which_those_at_the_goal_can_be_counted(writing, rows_of):
    draws = np.arange(1.0, 1001.0)
    chart = budget.odds(draws, 301.0, "Clicks", writing)
    spec = chart.to_dict()
    dots = rows_of(spec, spec["layer"][0])
    assert len(dots) == 50
    assert sum(dot["kind"] == "reaches the goal" for dot in dots) == 35
    assert chart.description.startswith("35 of 50 equally likely outcomes reach 301 clicks.")
    left = [dot["column"] for dot in dots if dot["kind"] == "falls short"]
    right = [dot["column"] for dot in dots if dot["kind"] == "reaches the goal"]
    assert max(left) < 301 < min(right)
    assert len({(dot["column"], dot["row"]) for dot in dots}) == 50


def test_both_kinds_of_dots_differ_in_shape(writing):
    spec = budget.odds(np.arange(100.0), 30, "Clicks", writing).to_dict()
    encoding = spec["layer"][0]["encoding"]
    assert encoding["shape"]["scale"]["range"][0] != encoding["shape"]["scale"]["range"][1]


@pytest.mark.parametrize(("goal", "text"), [(1e6, "goal 1,000,000 →"), (-1e6, "← goal -1,000,000")])
def test_a_goal_far_off_is_pointed_at(goal, text, writing, rows_of):
    spec = budget.odds(np.arange(100.0), goal, "Clicks", writing).to_dict()
    assert texts_of(spec, rows_of) == [text]
    assert not [layer for layer in spec["layer"] if layer["mark"]["type"] == "rule"]


def test_a_certain_outcome_still_shows_fifty_dots(writing, rows_of):
    spec = budget.odds(np.full(200, 500.0), 500.0, "Clicks", writing).to_dict()
    dots = rows_of(spec, spec["layer"][0])
    assert len({(dot["column"], dot["row"]) for dot in dots}) == 50
    assert {dot["kind"] for dot in dots} == {"reaches the goal"}


def test_draws_that_are_no_numbers_are_left_out(writing):
    draws = np.array([np.nan, np.inf, 10.0, 20.0])
    table = budget.odds_table(draws, 15.0, "Clicks")
    assert len(table) == 50
    assert table["Clicks"].between(10, 20).all()
    assert table["Reaches the goal"].sum() == 25


def test_budgets_that_buy_nothing_are_said_to_and_not_drawn(writing) -> None:
    tried = pd.DataFrame({"budget": [75.0, 3_000.0], "cost": 0.0, "value": 0.0, "bound": 0.0})
    drawn = budget.frontier(tried, None, None, "Engagements", writing)
    text = budget.frontier_alt_text(tried, None, None, "Engagements", writing)
    assert text == "Nothing on offer costs as little as $3,000, the largest budget tried."
    assert "No budget tried buys anything." in str(drawn.plain())
