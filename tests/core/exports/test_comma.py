"""What leaves as CSV must open safely in a spreadsheet and lose nothing."""

import csv
import io

import pandas as pd
import pytest

from core.exports import comma


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1+1", " =1", "＝1+1", "|calc", '=HYPERLINK("x")'],
)
def test_a_formula_is_neutralised(text: str) -> None:
    assert cells(comma.csv(pd.DataFrame({"name": [text]})))[1] == ["'" + text]


@pytest.mark.parametrize("text", ["ana", "-5", "+49", "12%", "-1,234.5", "a=b", "Ünal 茶"])
def test_plain_text_and_numbers_stay(text: str) -> None:
    assert cells(comma.csv(pd.DataFrame({"name": [text]})))[1] == [text]


def test_headers_are_neutralised_too() -> None:
    assert cells(comma.csv(pd.DataFrame({"=cmd": ["x"]})))[0] == ["'=cmd"]


def test_numbers_and_missing_cells_keep_their_place() -> None:
    frame = pd.DataFrame({"n": [-1.5, None], "t": ["a", None], "c": pd.Categorical(["=x", None])})
    assert cells(comma.csv(frame)) == [["n", "t", "c"], ["-1.5", "a", "'=x"], ["", "", ""]]


def test_a_formula_among_cells_of_several_kinds_is_neutralised() -> None:
    mixed = pd.Series(["=1+1", None, -3, "-5", "ana", 2.5], dtype=object)
    written = [row[0] for row in cells(comma.csv(pd.DataFrame({"any": mixed, "n": range(6)})))]
    assert written == ["any", "'=1+1", "", "-3", "-5", "ana", "2.5"]


def test_multi_line_cells_survive() -> None:
    assert cells(comma.csv(pd.DataFrame({"bio": ["one\ntwo, three"]})))[1] == ["one\ntwo, three"]
