import tomllib

import numpy as np
import pandas as pd
import pytest

from core.charts import engagement, house
from core.locale import Writing
from tests.rules.house import ROOT

THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
THEMES = [THEME["light"], THEME["dark"]]
WHITE, DARK = (one["backgroundColor"] for one in THEMES)
FADED = 0.6  # how much of the ink is in a caption


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted([luminance(one), luminance(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


def blend(ink: str, paper: str, share: float) -> str:
    parts = [[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (ink, paper)]
    mixed = (round(share * one + (1 - share) * other) for one, other in zip(*parts, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


@pytest.mark.parametrize("hue", [house.BLUE, house.VERMILLION, house.GREEN, house.GREY])
@pytest.mark.parametrize("background", [WHITE, DARK])
def test_marks_reach_three_to_one_on_both_backgrounds(hue, background):
    assert contrast(hue, background) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_the_themes_keep_words_and_marks_readable(theme):
    page, widget = theme["backgroundColor"], theme["secondaryBackgroundColor"]
    assert len(theme["chartCategoricalColors"]) == 4
    for behind in (page, widget):
        assert contrast(blend(theme["textColor"], behind, FADED), behind) >= 4.5
        assert contrast(theme["linkColor"], behind) >= 4.5
    for hue in theme["chartCategoricalColors"]:
        assert contrast(hue, page) >= 3


def test_at_most_four_hues_beside_grey():
    hues = {value for value in vars(house).values() if str(value).startswith("#")}
    assert len(hues - {house.GREY}) <= 4


@pytest.mark.parametrize("colour", [house.ink(), house.quiet()])
def test_text_reaches_four_and_a_half_to_one_on_its_background(colour):
    on_dark, on_light = colour["expr"].split("?")[1].replace("'", "").split(":")
    assert contrast(on_dark.strip(), DARK) >= 4.5
    assert contrast(on_light.strip(), WHITE) >= 4.5


def test_small_frames_keep_null_as_null():
    frame = pd.DataFrame({"a": [1.0, np.nan], "b": pd.Series(["x", None], dtype="str")})
    assert house.rows(frame) == {"values": [{"a": 1.0, "b": "x"}, {"a": None, "b": None}]}


def test_ticks_are_round_and_within():
    assert house.ticks(150, 30_000) == [200, 500, 1000, 2000, 5000, 10_000, 20_000]
    assert house.ticks(150, 3_000_000) == [1000, 10_000, 100_000, 1_000_000]
    assert house.ticks(0.003, 0.2) == [0.005, 0.01, 0.02, 0.05, 0.1, 0.2]


def test_labels_that_collide_go_first_come_first_served():
    free = house.apart([0.1, 0.15, 0.5, 0.9], [0.5, 0.5, 0.5, 0.5], (0.2, 0.05), [(0.9, 0.52)])
    assert free.tolist() == [True, False, True, False]


def test_long_names_are_cut_and_missing_ones_replaced():
    frame = pd.DataFrame(
        {
            "creator": ["instagram:1", "instagram:2", "instagram:3"],
            "handle": pd.Series(["a_handle_that_never_ends", None, None], dtype="str"),
            "name": pd.Series([None, "Lena", None], dtype="str"),
        }
    )
    assert house.called(frame).tolist() == ["a_handle_that_nev…", "Lena", "instagram:3"]


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b", "c"], "a, b and c")]
)
def test_listing(parts, text):
    assert house.listing(parts) == text


def test_counted():
    assert house.counted(1, "creator", "creators", Writing()) == "1 creator"
    assert house.counted(1200, "creator", "creators", Writing("de_DE", "EUR")) == "1.200 creators"


def test_a_finished_chart_says_what_altair_would_say(benchmark, creators, writing):
    chart = engagement.by_size(creators(3), benchmark, writing, ["instagram:1"], title="Three")
    said = [
        {name: each.to_dict(validate=False) for name, each in layer._parts["encoding"].items()}
        for layer in chart.layer
        if not any(isinstance(each, list) for each in layer._parts["encoding"].values())
    ]
    plain = chart.plain()
    encodings = [layer["encoding"] for layer in plain["layer"]]
    assert said
    assert all(each in encodings for each in said)
    theirs = chart.to_dict()
    assert {name: theirs[name] for name in plain if name not in ("data", "config")} == {
        name: plain[name] for name in plain if name not in ("data", "config")
    }
