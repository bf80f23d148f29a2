"""Counts and rates as people write them, with the numbers worked out by hand."""

import math

import pandas as pd
import pytest

from core.readers import numbers


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["3.3k", "475.8m", "29.0b", "0.89k"], [3300, 475.8e6, 29e9, 890]),
        (
            ["12,345", "12 345", "12\u00a0345", "12\u2009345", "12\u202f345", "12'345", "12’345"],
            [12345] * 7,
        ),
        (
            ["1,2 Mio.", "34,5 Tsd.", "1,2 Mrd.", "10,5 mil", "1,2 M"],
            [1.2e6, 34500, 1.2e9, 10500, 1.2e6],
        ),
        (["123.4万", "1.2億", "10K+", ">1M", "１２３"], [1.234e6, 1.2e8, 10000, 1e6, 123]),
        (["1.39%", "-5", "+7", "1e5", ".5"], [1.39, -5, 7, 100000, 0.5]),
        (
            ["1.39%", "", "12%", "0.125%", "12.3456", "007.5"],
            [1.39, math.nan, 12, 0.125, 12.3456, 7.5],
        ),
        (["1.5%", ".5%", "5.%", "1.234%"], [1.5, 0.5, 5, 1.234]),
        (["1.5%", "5%5", "1.2.3", "5%%", "%"], [1.5, math.nan, math.nan, 5, math.nan]),
        (["12,34,567", "1,234.5", "12.5K followers"], [1234567, 1234.5, 12500]),
    ],
)
def test_a_column_of_counts_is_read(written: list[str], expected: list[float]) -> None:
    assert numbers.parse(pd.Series(written)).tolist() == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            ["1.234", "12.345"],
            [1234, 12345],
        ),  # three digits behind every mark, nothing speaks against
        (["1.234", "5.6"], [1.234, 5.6]),  # another cell proves the decimal point
        (["1.234", "1.234.567"], [1234, 1234567]),
        (["1.234", "1.234,5"], [1234, 1234.5]),
        (["12,345", "0,5"], [12.345, 0.5]),
        (["12,345", "1.234"], [12345, 1.234]),
        (["1.234", "12345.0"], [1.234, 12345]),
    ],
)
def test_the_column_decides_what_a_mark_means(written: list[str], expected: list[float]) -> None:
    assert numbers.parse(pd.Series(written)).tolist() == pytest.approx(expected)


def test_a_column_that_decides_nothing_says_so() -> None:
    assert numbers.guessed(pd.Series(["1.234", "12.345"]))
    assert not numbers.guessed(pd.Series(["1.234", "5.6"]))
    assert not numbers.guessed(pd.Series(["1234", "12,345"]))


def test_missing_words_and_unreadable_cells_are_told_apart() -> None:
    cells = pd.Series(
        [
            "",
            "N/A",
            "k. A.",
            "--",
            "—",
            "NaN",
            "null",
            "undefined",
            "#N/A",
            "NaN%",
            None,
            "abc",
            "1,2,3",
            "12 34",
        ]
    )
    assert numbers.parse(cells).isna().all()
    assert numbers.missing(cells).tolist() == [True] * 11 + [False] * 3


def test_zero_and_minus_one_are_numbers() -> None:
    assert numbers.parse(pd.Series(["0", "-1"])).tolist() == [0, -1]


def test_nothing_becomes_infinite() -> None:
    assert numbers.parse(pd.Series(["1e999", "inf", "9e307k"])).isna().all()


def test_the_index_is_kept_and_numbers_pass_through() -> None:
    made = numbers.parse(pd.Series([1, 2.5, None], index=[7, 8, 9]))
    assert made.index.tolist() == [7, 8, 9]
    assert made.tolist()[:2] == [1, 2.5]
    assert math.isnan(made[9])


@pytest.mark.parametrize(
    ("written", "expected", "rates"),
    [
        (["1.39%", "2"], None, [0.0139, 0.02]),
        (["1.91", "3.2"], None, [0.0191, 0.032]),
        (["0.0027", "0.1"], None, [0.0027, 0.1]),
        # 0.4 … 0.9 looks like a fraction; the rates recomputed from likes show that it is percent.
        (["0.4", "0.9", "0.5"], [0.0041, 0.0088, 0.005], [0.004, 0.009, 0.005]),
        (["0.4", "0.9", "0.5"], [0.39, 0.95, 0.5], [0.4, 0.9, 0.5]),
    ],
)
def test_percent_or_fraction_is_decided_for_the_column(
    written: list[str], expected: list[float] | None, rates: list[float]
) -> None:
    check = None if expected is None else pd.Series(expected)
    assert numbers.fractions(pd.Series(written), check).tolist() == pytest.approx(rates)


def test_an_assumed_fraction_is_said() -> None:
    _, assumed = numbers.percent_scale(pd.Series(["0.04", "0.9", "0.1"]))
    assert assumed is not None
    assert "0.05 is taken as 5 %" in assumed
    scale, assumed = numbers.percent_scale(pd.Series(["0.4", "0.9"]))
    assert scale == 0.01
    assert "0.5 is taken as 0.5 %" in str(assumed)
    assert numbers.percent_scale(pd.Series(["4 %"])) == (0.01, None)


def test_bare_digits_and_gaps_are_read_as_any_other_column() -> None:
    made = numbers.parse(pd.Series(["007", "", None, "12"]))
    assert made.fillna(-1).tolist() == [7, -1, -1, 12]
    assert numbers.missing(pd.Series(["7", "", None])).tolist() == [False, True, True]
    assert not numbers.guessed(pd.Series(["1234", ""]))
