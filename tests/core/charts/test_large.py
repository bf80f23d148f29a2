from core.charts.large import large

SPEC = {
    "height": 300,
    "datasets": {"rows": [{"size": 10, "fontSize": 10}]},
    "config": {"axis": {"labelColor": "red"}},
    "layer": [
        {
            "mark": {"type": "point", "size": 100, "filled": True, "strokeWidth": 2},
            "encoding": {"y": {"axis": {"labelLimit": 150}, "scale": {"domain": [0, 1], "dx": 5}}},
        },
        {"mark": {"type": "text", "fontSize": 12, "size": {"expr": "width"}}},
    ],
}


def test_type_and_marks_grow_while_rows_scales_and_height_stay():
    grown = large(SPEC, 1.5)
    point, text = grown["layer"]
    assert point["mark"] == {"type": "point", "size": 225, "filled": True, "strokeWidth": 3}
    assert point["encoding"]["y"] == {
        "axis": {"labelLimit": 225},
        "scale": SPEC["layer"][0]["encoding"]["y"]["scale"],
    }
    assert text["mark"]["fontSize"] == 18
    assert text["mark"]["size"] == {"expr": "width"}
    assert grown["datasets"] == SPEC["datasets"]
    assert grown["height"] == 300
    assert grown["config"]["axis"] == {
        "labelFontSize": 18,
        "titleFontSize": 18,
        "labelColor": "red",
    }
