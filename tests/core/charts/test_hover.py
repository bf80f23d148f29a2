"""No fact is only under the pointer: what a tooltip tells is in the table behind the chart."""

import numpy as np
import pytest

from core.charts import audiences, budget, engagement, stories
from core.charts import creators as ranking

SAME = {  # a tooltip's words, and the table's where they are others
    "Range from": "Clicks from",
    "Range to": "Clicks to",
    "This outcome": "Clicks",
    "It": "Reaches the goal",
    "Number": "Value",
}


def told(chart) -> set[str]:
    """The titles of everything that the tooltips of a chart tell."""
    return {
        tip["title"]
        for layer in chart.to_dict()["layer"]
        for tip in layer["encoding"].get("tooltip", [])
    }


@pytest.fixture
def drawn(creators, chosen, frontier, months, order, compared, benchmark, writing):
    people, lines, draws = creators(5), chosen(3), np.arange(100.0)
    return {
        "engagement": (
            engagement.by_size(people, benchmark, writing),
            engagement.table(people),
        ),
        "ranges": (ranking.ranges(people, writing), ranking.ranges_table(people)),
        "compare": (ranking.compare(people, writing), ranking.compare_table(people, writing)),
        "lines": (
            budget.lines(lines, "Clicks", writing),
            budget.lines_table(lines, "Clicks"),
        ),
        "frontier": (
            budget.frontier(frontier, 500, 400, "Clicks", writing, 600),
            budget.frontier_table(frontier, "Clicks"),
        ),
        "odds": (
            budget.odds(draws, 40.0, "Clicks", writing),
            budget.odds_table(draws, 40.0, "Clicks"),
        ),
        "monthly": (
            audiences.monthly(months(6, 1), writing),
            audiences.monthly_table(months(6, 1)),
        ),
        "reach": (
            audiences.unique_reach(order, writing),
            audiences.unique_reach_table(order),
        ),
        "stories": (stories.scale(compared, writing), stories.table(compared)),
    }


def test_the_table_holds_what_the_pointer_tells(drawn):
    hidden = {
        name: [tip for tip in told(chart) if not {tip, SAME.get(tip)} & set(table.columns)]
        for name, (chart, table) in drawn.items()
    }
    assert {name: titles for name, titles in hidden.items() if titles} == {}
