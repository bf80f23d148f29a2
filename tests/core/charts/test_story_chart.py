import pytest

from core.charts import stories


def layers(spec, mark):
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def test_known_numbers_are_drawn_unknown_ones_counted(compared, writing, rows_of):
    chart = stories.scale(compared, writing)
    spec = chart.to_dict()
    rows = rows_of(spec, layers(spec, "point")[0])
    assert [row["name"] for row in rows] == ["Your plan", "Squad", "Many", "Squad", "Flop"]
    assert chart.description == (
        "Creators: 12–5,000, your plan 12; unknown for 1."
        " Engagement rate: 1.0%–5.0%; unknown for 1."
    )


def test_plan_campaign_and_counter_example_differ_in_shape(compared, writing, rows_of):
    spec = stories.scale(compared, writing).to_dict()
    point = layers(spec, "point")[0]
    kinds = {row["name"]: row["kind"] for row in rows_of(spec, point)}
    assert kinds["Your plan"] == "your plan"
    assert kinds["Squad"] == "published campaign"
    assert kinds["Flop"] == "counter-example"
    assert point["encoding"]["shape"]["scale"]["range"] == ["diamond", "circle", "cross"]


def test_decades_lie_on_a_logarithm_and_a_range_has_no_dot(compared, writing, rows_of):
    spec = stories.scale(compared, writing).to_dict()
    rows = rows_of(spec, layers(spec, "point")[0])
    assert [row["dot"] for row in rows[:3]] == pytest.approx([0, 0.1149, 1], abs=1e-4)
    squad, flop = rows[3:]
    assert (squad["low"], squad["high"]) == pytest.approx((0.4, 1.0))  # 2 % and 5 % of 0 to 5 %
    assert squad["dot"] is None
    assert flop["dot"] == pytest.approx(0.2)


def test_the_ends_of_each_strip_are_written(compared, writing, rows_of):
    spec = stories.scale(compared, writing).to_dict()
    written = [[row.get("text") for row in rows_of(spec, layer)] for layer in layers(spec, "text")]
    assert ["12", "5,000", "0%", "5.0%"] in written
    assert ["Creators", "Engagement rate"] in written


def test_a_name_that_has_no_room_is_left_to_the_table(compared, writing, rows_of):
    crowd = compared.iloc[[1, 1, 1, 1, 1, 1, 0]].assign(value=12.0)
    spec = stories.scale(crowd, writing).to_dict()
    named = rows_of(spec, layers(spec, "text")[0])
    assert "Your plan" in [row["who"] for row in named]
    assert len(named) == 2


def test_the_table_keeps_unknown_rows(compared):
    table = stories.table(compared)
    assert len(table) == 7
    assert table["Measure"].unique().tolist() == ["Creators", "Engagement rate"]
