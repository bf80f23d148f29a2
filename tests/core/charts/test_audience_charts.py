import pandas as pd

from core.charts import audiences


def test_bars_of_a_month_stand_on_each_other(months, writing, rows_of):
    spec = audiences.monthly(months(3, accounts=2), writing).to_dict()
    bars = rows_of(spec, spec["layer"][0])
    assert [(bar["base"], bar["top"]) for bar in bars] == [
        (0, 10),
        (10, 20),
        (0, 10),
        (10, 20),
        (0, 50),
        (50, 100),
    ]


def test_beyond_three_accounts_the_rest_is_one(months, writing, rows_of):
    spec = audiences.monthly(months(2, accounts=6), writing).to_dict()
    assert spec["layer"][0]["encoding"]["color"]["scale"]["domain"] == ["a0", "a1", "a2", "others"]
    bars = rows_of(spec, spec["layer"][0])
    assert sum(bar["new"] for bar in bars) == 120


def test_one_account_needs_no_legend(months, writing):
    spec = audiences.monthly(months(4), writing).to_dict()
    assert spec["layer"][0]["encoding"]["color"]["legend"] is None


def test_the_months_are_told(months, writing):
    assert audiences.monthly_alt_text(months(4), writing) == (
        "80 new followers from Jan 2026 to Apr 2026. Most in Mar 2026: 50."
    )
    assert list(audiences.monthly_table(months(4))) == ["Account", "Month", "New followers"]


def test_each_account_begins_where_the_ones_before_end(order, writing, rows_of):
    spec = audiences.unique_reach(order, writing).to_dict()
    rows = rows_of(spec, spec["layer"][1])
    assert [(row["before"], row["total"], row["number"]) for row in rows] == [
        (0, 800, "+800"),
        (800, 950, "+150"),
        (950, 1000, "+50"),
    ]


def test_unique_reach_is_told(order, writing):
    assert audiences.unique_reach_alt_text(order, writing) == (
        "3 accounts reach 1,000 different people. a alone reaches 800; c, the last, adds 50."
    )
    assert audiences.unique_reach_table(order)["Adds"].tolist() == [800, 150, 50]


def test_bursts_are_marked_where_they_began(months, writing, rows_of):
    bursts = pd.DataFrame(
        {"start": pd.to_datetime(["2026-02-03"]), "extra": [302.0], "shape": ["sharp stop"]}
    )
    spec = audiences.monthly(months(4), writing, bursts=bursts).to_dict()
    marks = [rows_of(spec, one) for one in spec["layer"] if one["mark"].get("shape")]
    assert [(row["day"], row["extra"]) for row in marks[0]] == [("Feb 3, 2026", "302")]
    without = audiences.monthly(months(4), writing, bursts=bursts.iloc[:0]).to_dict()
    assert len(without["layer"]) == len(spec["layer"]) - 2
