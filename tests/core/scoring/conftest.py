"""Small tables in the shapes that readers give."""

from collections.abc import Callable

import pandas as pd
import pytest

from core import tables

LOOKED = pd.Timestamp("2026-11-20", tz="UTC")

Table = Callable[..., pd.DataFrame]


@pytest.fixture
def accounts() -> Table:
    """accounts(handle=[…], followers=[…], …), on Instagram unless said."""

    def build(**columns: object) -> pd.DataFrame:
        return tables.conform(
            pd.DataFrame({"platform": "instagram", "seen_at": LOOKED, **columns}), "accounts"
        )

    return build


@pytest.fixture
def posts() -> Table:
    """posts(handle, likes, …): one post a day, the newest first, ten days before the look at it."""

    def build(handle: str, likes: list[float | None], **columns: object) -> pd.DataFrame:
        days = pd.to_timedelta(range(len(likes)), unit="D")
        frame = pd.DataFrame(
            {
                "platform": "instagram",
                "handle": handle,
                "likes": pd.Series(likes, dtype="float64"),
                "comments": 0.0,
                "posted_at": LOOKED - pd.Timedelta(days=10) - days,
                "seen_at": LOOKED,
            }
        )
        return tables.conform(frame.assign(**columns), "posts")

    return build
