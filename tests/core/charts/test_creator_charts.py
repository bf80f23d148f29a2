import numpy as np
import pytest

from core.charts import creators as ranking
from core.locale import Writing


def test_the_best_come_first_and_ties_share_a_number(creators, writing, rows_of):
    people = creators(5).assign(rank=[3.0, 1.0, np.nan, 3.0, 2.0])
    spec = ranking.ranges(people, writing).to_dict()
    lines = [row["line"] for row in rows_of(spec, spec["layer"][0])]
    assert lines == ["1  c1", "2  c4", "=3  c0", "=3  c3"]


def test_only_the_top_are_drawn_and_the_number_ends_each_line(creators, writing, rows_of):
    spec = ranking.ranges(creators(50), writing, top=3).to_dict()
    rows = rows_of(spec, spec["layer"][0])
    assert [(row["creator"], row["number"]) for row in rows] == [
        ("instagram:c0", "90"),
        ("instagram:c1", "88"),
        ("instagram:c2", "87"),
    ]
    assert rows[0]["end"] == 98


def test_one_handle_on_two_platforms_gets_two_lines(creators, writing, rows_of):
    people = creators(3).assign(handle="lena", platform=["instagram", "tiktok", "tiktok"])
    spec = ranking.ranges(people, writing).to_dict()
    lines = [row["line"] for row in rows_of(spec, spec["layer"][0])]
    assert lines == ["1  lena · instagram", "2  lena · tiktok", "3  lena · tiktok (2)"]


def test_the_text_says_who_leads_and_who_has_no_score(creators, writing):
    people = creators(4).assign(
        score=[90.0, 80.0, 60.0, np.nan],
        score_low=[82.0, 70.0, 50.0, np.nan],
        score_high=[96.0, 85.0, 70.0, np.nan],
    )
    assert ranking.ranges_alt_text(people, writing) == (
        "3 creators of 3 by score. c0 leads with 90 (range 82–96). 1 creator has no score."
    )


def test_the_ranking_table_keeps_everybody(creators):
    people = creators(3).assign(rank=[np.nan, 2.0, 1.0])
    table = ranking.ranges_table(people)
    assert table["Creator"].tolist() == ["c2", "c1", "c0"]
    assert list(table)[:4] == ["Rank", "Creator", "Platform", "Score"]


def test_comparison_writes_every_number_and_unknown_as_a_word(creators, writing, rows_of):
    people = creators(2)
    people.loc[1, "price"] = np.nan
    chart = ranking.compare(people, writing)
    spec = chart.to_dict()
    rows = rows_of(spec, spec["layer"][1])
    assert len(rows) == 2 * len(ranking.MEASURES)
    assert [row["number"] for row in rows if row["who"] == "c1"][4] == "unknown"
    assert "Price: c0 $120, c1 unknown." in chart.description


def test_comparison_takes_four_at_most(creators):
    assert set(ranking.compare_table(creators(9), Writing())["Creator"]) == {"c0", "c1", "c2", "c3"}


def test_each_measure_has_its_own_scale(creators, writing, rows_of):
    people = creators(2).assign(followers=[1000.0, 100_000.0], price=[50.0, 100.0])
    spec = ranking.compare(people, writing).to_dict()
    rows = rows_of(spec, spec["layer"][1])
    followers, price = rows[6:8], rows[8:10]
    assert [row["at"] for row in followers] == pytest.approx([0.36, 0.86])  # ends, by logarithm
    assert [row["at"] for row in price] == pytest.approx([0.61, 0.86])  # from zero
