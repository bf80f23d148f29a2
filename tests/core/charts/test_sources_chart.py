"""The ways creators were found, drawn."""

import pandas as pd

from core.charts import sources as charts
from core.locale import Writing

WAYS = pd.DataFrame(
    {
        "found_via": ["agency", "group"],
        "creators": [3, 1],
        "low": [75.0, 25.0],
        "middle": [80.0, 25.0],
        "high": [85.0, 25.0],
    }
)


def test_each_way_has_its_line_and_is_spoken() -> None:
    chart = charts.ways(WAYS, Writing())
    spec = chart.to_dict(validate=True)
    (rows,) = spec["datasets"].values()
    assert [row["line"] for row in rows] == ["agency\n3 creators", "group\n1 creator"]
    assert spec["description"] == (
        "Middle score by way of finding: agency 80 (3 creators), group 25 (1 creator)."
    )


def test_no_way_is_a_valid_picture_that_says_so() -> None:
    spec = charts.ways(WAYS.head(0), Writing()).to_dict(validate=True)
    assert "Nobody" in spec["description"]


def test_the_table_has_words_for_columns() -> None:
    assert charts.ways_table(WAYS).columns[0] == "Found via"
