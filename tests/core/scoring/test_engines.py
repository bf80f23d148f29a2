"""The same formulas on every engine: polars (in the app), pandas, DuckDB and PySpark.

What comes back must be equal: numbers to 9 digits and ranks exactly.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pytest

from core.scoring import Settings, curve
from core.scoring.formulas import combined, placed, placing, price, priced, rated, total
from core.scoring.formulas.engagement import GIVES

PARTS = ("standing", "fit", "value")
COLUMNS = ["creator", *GIVES, *placing.GIVES, *price.GIVES, *total.GIVES]
PLATFORMS = ("instagram", "tiktok", "facebook", "any")


def facts(count: int = 240) -> pd.DataFrame:
    """Accounts with everything that can be missing or odd."""
    random = np.random.default_rng(3)

    def some(values: np.ndarray, share: float) -> np.ndarray:
        return np.where(random.random(count) < share, np.nan, values)

    followers = some(np.exp(random.uniform(5, 14, count)).round(), 0.1)
    followers[:4] = (0, 1, 30, 2000)
    per_post = some((followers * random.uniform(0, 0.2, count)).round(), 0.1)
    per_post[:6] = (5, 0, 90, 0, 120, 120)
    middle = some(random.random(count), 0.5)
    cost = some(random.uniform(5, 900, count), 0.4)
    posts = some(random.integers(0, 30, count).astype(float), 0.5)
    return pd.DataFrame(
        {
            "creator": [f"a{i:03}" for i in range(count)],
            "platform": random.choice(PLATFORMS, count),
            "followers": followers,
            "seen_by": followers,
            "per_post": per_post,
            "post_count": np.where(posts > 0, posts, np.nan),
            "posts": some(random.integers(0, 900, count).astype(float), 0.3),
            "log_squares": np.where(posts > 0, random.random(count) * 4, np.nan),
            "fit": middle,
            "fit_low": np.clip(middle - 0.2, 0, 1),
            "fit_high": np.clip(middle + 0.2, 0, 1),
            "cost": cost,
            "cost_low": cost * 0.5,
            "cost_high": cost * 2,
            "usual_cost": some(np.full(count, 150.0), 0.2),
            "cap": np.where(random.random(count) < 0.05, 0.2, np.nan),
        }
    )


def worked_out(native: Any) -> Any:
    """Everything about accounts, on the engine that `native` belongs to."""
    settings = Settings(weights=(("standing", 2.0), ("fit", 1.0), ("value", 0.5)))
    frame = rated(nw.from_native(native).lazy(), settings.level)
    yardsticks = curve.yardsticks(list(PLATFORMS), settings.benchmark)
    placed_ = placed(frame, yardsticks)
    return combined(priced(placed_), dict(settings.weights)).select(*COLUMNS).to_native()


@pytest.fixture(scope="module")
def expected() -> pd.DataFrame:
    frame = pl.from_pandas(facts())
    return worked_out(frame).collect().to_pandas()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A local Spark, where Java is there to run it."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: not tested")
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        pytest.skip("no Java is installed: PySpark is not tested")
    session = (
        sql.SparkSession.builder.master("local[1]")
        .config("spark.driver.memory", "1g")
        # Two hundred rows never repay a thorough compiler, several collectors or a second plan.
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def nulls(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The rows as Python values: Spark would take NaN for a number."""
    known = frame.astype(object).where(frame.notna(), None)
    return list(known.itertuples(index=False, name=None))


def same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    found = found.sort_values("creator").reset_index(drop=True)
    numbers = [name for name in COLUMNS if name != "creator"]
    pd.testing.assert_frame_equal(
        found[numbers].astype("float64"), expected[numbers], rtol=1e-9, atol=1e-12
    )
    pd.testing.assert_series_equal(found["score"].rank(), expected["score"].rank())


def test_the_facts_hold_what_is_known_and_what_is_not(expected: pd.DataFrame) -> None:
    assert expected["coverage"].nunique() > 4
    for name in ("engagement_rate", "standing", "value"):
        assert 0.2 < expected[name].notna().mean() < 1
    assert expected["score"].notna().all()


def test_pandas(expected: pd.DataFrame) -> None:
    same(worked_out(facts()), expected)


def test_duckdb(expected: pd.DataFrame) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: not tested")
    with duckdb.connect() as connection:
        table = pl.from_pandas(facts()).to_arrow()
        same(worked_out(connection.from_arrow(table)).df(), expected)


@pytest.mark.filterwarnings("ignore")
def test_pyspark(spark: Any, expected: pd.DataFrame) -> None:
    frame = facts()
    kinds = [f"{name} {'string' if frame[name].dtype != 'float64' else 'double'}" for name in frame]
    table = spark.createDataFrame(nulls(frame), schema=", ".join(kinds))
    rows = worked_out(table).collect()
    same(pd.DataFrame([row.asDict() for row in rows]), expected)
