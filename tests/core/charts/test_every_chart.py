"""What holds for each chart, whatever comes in: nothing, one row, many rows, nothing known."""

import json

import numpy as np
import pytest

from core.charts import audiences, budget, engagement, stories
from core.charts import creators as ranking

SIZES = [0, 1, 3, 500]


def check(chart, rows_of):
    """Valid by the schema, fields that exist, no NaN in the JSON, a text, and no fixed width."""
    spec = chart.to_dict(validate=True)
    json.dumps(spec, allow_nan=False)
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        for channel, definition in layer["encoding"].items():
            for one in definition if isinstance(definition, list) else [definition]:
                if rows and "field" in one:
                    assert one["field"] in rows[0], (channel, one["field"])
    assert spec["description"] == chart.description
    assert len(spec["description"]) > 10
    assert spec["width"] == "container"
    assert spec["config"]["locale"]["number"]["decimal"] == "."
    return spec


@pytest.mark.parametrize("count", SIZES)
def test_engagement(count, creators, benchmark, writing, rows_of):
    check(engagement.by_size(creators(count), benchmark, writing), rows_of)
    check(engagement.by_size(creators(count), benchmark.head(0), writing, ["none"]), rows_of)


@pytest.mark.parametrize("count", SIZES)
def test_creators(count, creators, writing, rows_of):
    check(ranking.ranges(creators(count), writing), rows_of)
    check(ranking.compare(creators(count), writing), rows_of)


@pytest.mark.parametrize("count", SIZES)
def test_plan_lines(count, chosen, writing, rows_of):
    check(budget.lines(chosen(count), "Engagements", writing), rows_of)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_frontier(count, frontier, writing, rows_of):
    check(budget.frontier(frontier.head(count), 500, 400, "Clicks", writing, 600), rows_of)
    check(budget.frontier(frontier.head(count), None, np.nan, "Clicks", writing), rows_of)


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("goal", [None, np.nan, 0.0, 40.0, 1e9])
def test_odds(count, goal, writing, rows_of):
    check(budget.odds(np.arange(count, dtype="float64"), goal, "Clicks", writing), rows_of)


@pytest.mark.parametrize("count", [0, 1, 3, 7])
def test_stories(count, compared, writing, rows_of):
    check(stories.scale(compared.head(count), writing), rows_of)


@pytest.mark.parametrize("count", [0, 1, 3, 60])
@pytest.mark.parametrize("accounts", [1, 5])
def test_monthly(count, accounts, months, writing, rows_of):
    check(audiences.monthly(months(count, accounts), writing), rows_of)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_unique_reach(count, order, writing, rows_of):
    check(audiences.unique_reach(order.head(count), writing), rows_of)


def test_nothing_known_is_valid_and_said(creators, chosen, compared, writing, rows_of):
    columns = ("handle", "followers", "engagement_rate", "engagement_rate_low", "benchmark")
    columns += ("engagement_rate_high", "engagement_rate_n", "score", "score_low", "score_high")
    nobody = creators(5, unknown=(*columns, "rank", "coverage", "price", "as_of", "chance_top"))
    lines = chosen(3)
    for column in ("handle", "price", "value", "value_low", "value_high", "count", "format"):
        lines[column] = lines[column].mask(lines["creator"].notna())
    nothing = compared.assign(known=False)
    spec = check(
        engagement.by_size(
            nobody,
            nobody.head(0).reindex(
                columns=["followers_min", "followers_max", "low", "typical", "high"]
            ),
            writing,
        ),
        rows_of,
    )
    assert "5 creators are not drawn" in spec["description"]
    assert (
        "No creator has a score" in check(ranking.ranges(nobody, writing), rows_of)["description"]
    )
    assert "unknown" in check(ranking.compare(nobody, writing), rows_of)["description"]
    assert "unknown" in check(budget.lines(lines, "Clicks", writing), rows_of)["description"]
    assert stories.finding(nothing, writing) == "Of 3 published campaigns, 0 tell creators"
    assert "unknown for all 4" in check(stories.scale(nothing, writing), rows_of)["description"]


def test_a_title_is_drawn_only_when_given(order, writing):
    assert "title" not in audiences.unique_reach(order, writing).to_dict()
    titled = audiences.unique_reach(order, writing, title="Three accounts reach 1,000 people")
    assert titled.to_dict()["title"] == ["Three accounts reach 1,000 people"]
    later = audiences.unique_reach(order, writing).properties(title="Later")
    assert later.to_dict()["title"] == "Later"


def test_frames_handed_in_stay_as_they_were(creators, chosen, compared, benchmark, writing):
    people, lines, before = creators(20), chosen(5), compared.copy()
    engagement.by_size(people, benchmark, writing)
    ranking.ranges(people, writing)
    budget.lines(lines, "Clicks", writing)
    stories.scale(compared, writing)
    assert people.equals(creators(20))
    assert lines.equals(chosen(5))
    assert compared.equals(before)
