"""Followers between two looks: the newest count less the first."""

import pandas as pd
import pytest

from core.locale import Writing
from core.scoring import change

COUNTS = [
    ([("2026-11-01", 2_000), ("2026-11-11", 1_950), ("2026-11-21", 2_120)], 120, "6.0 a day."),
    ([("2026-11-21", 2_120), ("2026-11-01", 2_200)], -80, "-4.0 a day."),
    ([("2026-11-01 10:00", 2_000), ("2026-11-01 13:00", 2_003)], 3, ""),
    ([("2026-11-01 10:00", 2_000), ("2026-11-01 10:20", 2_003)], None, ""),
    ([("2026-11-01", 2_000), ("2026-11-21", None), (None, 5)], None, ""),
    ([], None, ""),
]


@pytest.mark.parametrize(("counts", "gained", "daily"), COUNTS)
def test_followers_since_the_first_look(counts, gained, daily) -> None:
    seen = pd.DataFrame(counts, columns=["seen_at", "followers"]).astype({"followers": "float64"})
    seen["seen_at"] = pd.to_datetime(seen["seen_at"], utc=True, format="ISO8601")
    found = change.numbers(seen, Writing())
    assert [one.estimate.value for one in found.values()] == ([] if gained is None else [gained])
    if gained is not None:
        number = found["followers_change"]
        assert (number.note.replace("−", "-"), len(number.inputs)) == (daily, 2)
