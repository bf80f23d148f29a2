"""Frames of the shapes that the rooms hand to the charts, made up and small."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import pytest

from core.locale import Writing

Spec = dict[str, Any]


@pytest.fixture
def writing() -> Writing:
    return Writing()


@pytest.fixture
def creators() -> Callable[..., pd.DataFrame]:
    """`creators(n)`: n scored creators, best first; `unknown` names columns to empty."""

    def make(count: int, unknown: tuple[str, ...] = ()) -> pd.DataFrame:
        number = np.arange(count, dtype="float64")
        rate = 0.02 + 0.06 * (number % 7) / 7
        score = 90.0 - 80.0 * number / max(count, 1)
        frame = pd.DataFrame(
            {
                "creator": [f"instagram:c{i}" for i in range(count)],
                "platform": pd.Series(["instagram"] * count, dtype="str"),
                "handle": pd.Series([f"c{i}" for i in range(count)], dtype="str"),
                "name": pd.Series([np.nan] * count, dtype="str"),
                "followers": 500.0 * 1.013**number,
                "engagement_rate": rate,
                "engagement_rate_low": rate * 0.7,
                "engagement_rate_high": rate * 1.4,
                "engagement_rate_n": 12.0,
                "benchmark": 0.045,
                "benchmark_printed": 0.045,
                "standing": 0.5,
                "standing_low": 0.4,
                "standing_high": 0.6,
                "score": score,
                "score_low": score - 8,
                "score_high": score + 8,
                "coverage": 0.8,
                "chance_top": 0.5,
                "rank": number + 1,
                "as_of": pd.Series([pd.Timestamp("2026-11-01", tz="UTC")] * count),
                "price": 120.0,
            }
        ).astype({"creator": "str", "as_of": "datetime64[us, UTC]"})
        for column in unknown:
            frame[column] = frame[column].mask(frame["creator"].notna())
        return frame

    return make


@pytest.fixture
def benchmark() -> pd.DataFrame:
    """Three tiers: open below, a band in the middle, open above."""
    return pd.DataFrame(
        {
            "tier_label": ["small", "middle", "large"],
            "followers_min": [np.nan, 1000.0, 100_000.0],
            "followers_max": [1000.0, 100_000.0, np.nan],
            "low": [np.nan, 0.02, np.nan],
            "typical": [0.0975, 0.045, 0.0175],
            "high": [np.nan, 0.06, np.nan],
            "definition": "made up",
            "source_id": "TEST",
            "basis": "followers",
        }
    )


@pytest.fixture
def chosen() -> Callable[[int], pd.DataFrame]:
    """`chosen(n)`: n lines of a plan, the last one worth most."""

    def make(count: int) -> pd.DataFrame:
        value = 100.0 * (1 + np.arange(count, dtype="float64"))
        return pd.DataFrame(
            {
                "creator": pd.Series([f"instagram:c{i}" for i in range(count)], dtype="str"),
                "handle": pd.Series([f"c{i}" for i in range(count)], dtype="str"),
                "platform": pd.Series(["instagram"] * count, dtype="str"),
                "option": pd.Series(["2 posts"] * count, dtype="str"),
                "format": pd.Series(["post"] * count, dtype="str"),
                "count": 2.0,
                "price": 50.0,
                "price_low": 40.0,
                "price_high": 80.0,
                "price_source": pd.Series(["rate card"] * count, dtype="str"),
                "value": value,
                "value_low": value * 0.5,
                "value_high": value * 2,
            },
            index=range(count),
        )

    return make


@pytest.fixture
def frontier() -> pd.DataFrame:
    budget = np.array([0.0, 500.0, 1000.0, 2000.0])
    return pd.DataFrame(
        {
            "budget": budget,
            "cost": budget,
            "value": [0.0, 400.0, 700.0, 900.0],
            "bound": [0.0, 450.0, 760.0, 980.0],
        }
    )


@pytest.fixture
def compared() -> pd.DataFrame:
    """Two measures, a plan, a counter-example, a range, and unknown numbers."""
    unknown = np.nan
    records = [
        ("Your plan", "creators_count", unknown, 12.0, unknown, True, unknown, False),
        ("Squad", "creators_count", unknown, 24.0, unknown, True, "A", False),
        ("Many", "creators_count", unknown, 5000.0, unknown, True, "B", False),
        ("Silent", "creators_count", unknown, unknown, unknown, False, "C", False),
        ("Your plan", "engagement_rate", unknown, unknown, unknown, False, unknown, False),
        ("Squad", "engagement_rate", 0.02, unknown, 0.05, True, "A", False),
        ("Flop", "engagement_rate", unknown, 0.01, unknown, True, "D", True),
    ]
    columns = ["who", "measure", "low", "value", "high", "known", "source_id", "counter_example"]
    return pd.DataFrame(records, columns=columns)


@pytest.fixture
def months() -> Callable[..., pd.DataFrame]:
    """`months(n, accounts)`: n months each, the third with most."""

    def make(count: int, accounts: int = 1) -> pd.DataFrame:
        start = pd.date_range("2026-01-01", periods=count, freq="MS", tz="UTC")
        frames = [
            pd.DataFrame(
                {
                    "handle": f"a{i}",
                    "month": start,
                    "new": np.where(np.arange(count) == 2, 50.0, 10),
                }
            )
            for i in range(accounts)
        ]
        kinds = {"handle": "str", "month": "datetime64[us, UTC]", "new": "float64"}
        return pd.concat(frames, ignore_index=True).astype(kinds)

    return make


@pytest.fixture
def order() -> pd.DataFrame:
    added = [800.0, 150.0, 50.0]
    total = np.cumsum(added)
    handles = ["a", "b", "c"]
    return pd.DataFrame(
        {"platform": "instagram", "handle": handles, "added": added, "total": total}
    )


@pytest.fixture
def rows_of() -> Callable[[Spec, Mapping[str, Any]], list[dict[str, Any]]]:
    """The rows that a layer of a chart draws from: its own, else the chart's."""

    def find(spec: Spec, layer: Mapping[str, Any]) -> list[dict[str, Any]]:
        if "data" in layer:
            return list(layer["data"]["values"])
        return list(spec["datasets"][spec["data"]["name"]])

    return find
