import numpy as np
import pytest

from core.charts import engagement, still


def layer_of(spec, mark, **has):
    return [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == mark and all(key in layer for key in has)
    ]


def marks_of(spec):
    return next(layer for layer in spec["layer"] if "params" in layer)


def test_every_known_creator_is_one_mark_and_unknown_ones_are_counted(
    creators, benchmark, writing, rows_of
):
    people = creators(20)
    people.loc[3, "followers"] = np.nan
    people.loc[4, "engagement_rate"] = np.nan
    chart = engagement.by_size(people, benchmark, writing)
    spec = chart.to_dict()
    drawn = rows_of(spec, marks_of(spec))
    assert [row["creator"] for row in drawn] == [
        f"instagram:c{i}" for i in range(20) if i not in (3, 4)
    ]
    assert "Engagement rate against followers of 18 creators." in chart.description
    assert "2 creators are not drawn" in chart.description


def test_a_place_above_or_below_takes_the_whole_range(creators):
    people = creators(5).assign(
        benchmark_printed=[0.04, 0.04, 0.04, np.nan, 0.04],
        engagement_rate=[0.06, 0.05, 0.02, 0.05, 0.05],
        engagement_rate_low=[0.05, 0.03, 0.01, 0.04, np.nan],
        engagement_rate_high=[0.07, 0.07, 0.03, 0.06, np.nan],
    )
    assert engagement.place(people).tolist() == [
        "clearly above benchmark",
        "close to it",
        "clearly below benchmark",
        "no benchmark",
        "clearly above benchmark",  # without a range the value itself decides
    ]


def test_a_place_is_told_by_the_line_that_is_drawn_and_not_by_the_curve(creators):
    people = creators(2).assign(
        benchmark=[0.038, 0.05],
        benchmark_printed=0.045,
        engagement_rate=0.042,
        engagement_rate_low=0.040,
        engagement_rate_high=0.044,
    )
    assert engagement.place(people).tolist() == [
        "clearly below benchmark",
        "clearly below benchmark",
    ]
    table = engagement.table(people)
    assert table["Benchmark at this size"].tolist() == [0.038, 0.05]
    assert table["Printed for its tier"].tolist() == [0.045, 0.045]


def test_places_are_told_by_shape_as_well_as_by_hue(creators, benchmark, writing):
    spec = engagement.by_size(creators(30), benchmark, writing).to_dict()
    encoding = marks_of(spec)["encoding"]
    hues, shapes = encoding["color"]["scale"], encoding["shape"]["scale"]
    assert hues["domain"] == shapes["domain"]
    assert len(set(hues["range"])) == len(set(shapes["range"])) == len(hues["domain"])


def test_open_tiers_reach_the_edges_and_each_step_carries_its_rate(
    creators, benchmark, writing, rows_of
):
    spec = engagement.by_size(creators(3), benchmark, writing).to_dict()
    rule = next(
        layer for layer in layer_of(spec, "rule") if layer["encoding"]["y"]["field"] == "typical"
    )
    steps = rows_of(spec, rule)
    left, right = rule["encoding"]["x"]["scale"]["domain"]
    assert [(step["from"], step["to"]) for step in steps] == [
        (left, 1000.0),
        (1000.0, 100_000.0),
        (100_000.0, right),
    ]
    assert [step["label"] for step in steps] == ["9.75%", "published 4.5%", "1.75%"]
    assert steps[0]["low"] is None
    assert steps[1]["high"] == pytest.approx(0.06)


def test_a_crowd_becomes_a_density_of_everybody_with_the_best_and_the_picked_in_front(
    creators, benchmark, writing, rows_of
):
    spec = engagement.by_size(creators(500), benchmark, writing, ["instagram:c400"]).to_dict()
    crowd = next(layer for layer in spec["layer"] if "opacity" in layer["encoding"])
    assert sum(row["count"] for row in rows_of(spec, crowd)) == 500
    in_front = [row["creator"] for row in rows_of(spec, marks_of(spec))]
    assert in_front == [*(f"instagram:c{i}" for i in range(30)), "instagram:c400"]
    shared = [layer for layer in spec["layer"] if "data" not in layer]
    assert len(rows_of(spec, crowd)) + len(in_front) * len(shared) <= 300


@pytest.mark.parametrize("count", [30, 1000])
def test_a_filter_changes_the_rows_and_neither_the_edges_nor_the_key(
    count, creators, benchmark, writing
):
    people = creators(count)
    scene = engagement.scene(people, benchmark)
    some, others = people[people.index % 2 == 0], people[people.index % 3 == 0]
    (one, rows), (other, other_rows) = (
        still.parted(engagement.by_size(kept, benchmark, writing, scene=scene), "Rates")
        for kept in (some, others)
    )
    assert one == other
    assert one["description"] == "Rates"
    said = one["layer"][-1]["data"]["name"]
    assert f"of {len(some)} creators" in rows[said]["text"][0].as_py()
    assert f"of {len(others)} creators" in other_rows[said]["text"][0].as_py()


def test_no_reaction_at_all_stands_on_the_lower_edge_with_its_true_rate(
    creators, benchmark, writing, rows_of
):
    people = creators(3)
    people.loc[1, ["engagement_rate", "engagement_rate_low"]] = 0.0
    spec = engagement.by_size(people, benchmark, writing).to_dict()
    marks = marks_of(spec)
    row = rows_of(spec, marks)[1]
    assert row["rate"] == 0
    assert row["rate_shown"] == marks["encoding"]["y"]["scale"]["domain"][0] > 0


def test_a_click_answers_with_the_creator_and_the_picked_start_picked(creators, benchmark, writing):
    spec = engagement.by_size(creators(3), benchmark, writing, ["instagram:c2"]).to_dict()
    pick, hover = marks_of(spec)["params"]
    assert (pick["name"], pick["select"]) == ("pick", {"type": "point", "fields": ["creator"]})
    assert pick["value"] == [{"creator": "instagram:c2"}]
    assert hover["name"] == "hover"


def test_the_text_says_how_many_stand_where(creators, benchmark, writing):
    people = creators(4).assign(
        engagement_rate=[0.06, 0.05, 0.02, 0.04],
        engagement_rate_low=[0.05, 0.03, 0.01, 0.03],
        engagement_rate_high=[0.07, 0.07, 0.03, 0.05],
    )
    assert engagement.alt_text(people, benchmark, writing) == (
        "Engagement rate against followers of 4 creators."
        " 1 clearly above benchmark, 2 close to it and 1 clearly below benchmark;"
        " half of them reach 4.5% or more."
        " Published benchmark from smallest to largest accounts: 9.8%–1.8%."
    )


def test_the_table_keeps_unknown_creators(creators):
    people = creators(3)
    people.loc[0, "engagement_rate"] = np.nan
    table = engagement.table(people)
    assert table["Creator"].tolist() == ["c0", "c1", "c2"]
    assert table["Against the benchmark"].isna().tolist() == [True, False, False]
    assert list(table) == [
        "Creator",
        "Platform",
        "Followers",
        "Engagement rate",
        "Range from",
        "Range to",
        "Posts counted",
        "Benchmark at this size",
        "Printed for its tier",
        "As of",
        "Against the benchmark",
    ]
