"""Times as platforms write them, to UTC."""

import pandas as pd
import pytest

from core.readers import dates
from core.tables import TIME


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1732655897", "2024-11-26 21:18:17"),
        ("1732655897000", "2024-11-26 21:18:17"),
        ("2024-03-01 08:15:00", "2024-03-01 08:15:00"),
        ("2023-08-10 06:18:18 UTC", "2023-08-10 06:18:18"),
        ("2026-03-14T13:34:16.000Z", "2026-03-14 13:34:16"),
        ("2021-08-17T19:00:42+0000", "2021-08-17 19:00:42"),
        ("2020-10-09T18:26:18+02:00", "2020-10-09 16:26:18"),
        ("2025/10/31", "2025-10-31"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10 20:19:24"),
        ("Apr 18, 2025 7:37 am", "2025-04-18 07:37:00"),
        ("Aug 26, 2025 12:05 am", "2025-08-26 00:05:00"),
        ("déc 02, 2025 3:15 pm", "2025-12-02 15:15:00"),
        ("fév 02, 2025 12:15 pm", "2025-02-02 12:15:00"),
        ("14. Nov. 2023, 22:13", "2023-11-14 22:13:00"),
        ("Tue, Aug 26, 2025", "2025-08-26"),
        ("Thu Mar 20 2025", "2025-03-20"),
        ("12 марта 2024", "2024-03-12"),
        ("05/26/2026 10:23", "2026-05-26 10:23:00"),
        ("13-06-2025", "2025-06-13"),
    ],
)
def test_a_time_is_read(written: str, expected: str) -> None:
    assert dates.parse(pd.Series([written]))[0] == pd.Timestamp(expected, tz="UTC")


@pytest.mark.parametrize(
    "written", ["", None, "nope", "23 August", "0", "2025-13-45", "31.02.2025", "ב" * 5_000]
)
def test_what_is_no_full_time_is_missing(written: str | None) -> None:
    made = dates.parse(pd.Series([written], dtype="str"))
    assert made.isna().all()
    assert str(made.dtype) == TIME


def test_the_column_decides_the_order_of_day_and_month() -> None:
    made = dates.parse(pd.Series(["05/02/2026", "05/26/2026"]))
    assert made[0] == pd.Timestamp("2026-05-02", tz="UTC")
    assert not dates.guessed(pd.Series(["05/02/2026", "05/26/2026"]))


def test_an_order_that_nothing_decides_is_said() -> None:
    assert dates.guessed(pd.Series(["03/04/2026"]))
    assert dates.parse(pd.Series(["03/04/2026"]))[0] == pd.Timestamp("2026-03-04", tz="UTC")
    assert dates.parse(pd.Series(["03.04.2026"]))[0] == pd.Timestamp("2026-04-03", tz="UTC")


def test_an_empty_column_stays_typed() -> None:
    assert str(dates.parse(pd.Series([], dtype="str")).dtype) == TIME


def test_days_and_clock_times_that_repeat_keep_their_rows() -> None:
    cells = ["May 1, 2024 1:00 pm", "May 2, 2024 1:00 pm", "May 1, 2024 2:00 am", "May 33, 2024"]
    made = dates.parse(pd.Series(cells, index=[7, 8, 9, 10]))
    assert made.dt.strftime("%d %H").fillna("").to_dict() == {
        7: "01 13",
        8: "02 13",
        9: "01 02",
        10: "",
    }
