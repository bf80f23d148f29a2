"""Tables that are too wide, cells that are too long, workbooks with more in them than cells."""

import io
import zipfile

import pandas as pd
import pytest

from core.exports import workbook
from core.readers import UnreadableFile, delimited, read


def test_a_million_columns_are_refused_in_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="more than 2,000 columns"):
        read("wide.csv", b"username" + b",x" * 1_000_000 + b"\nmira" + b",1" * 1_000_000)
    with pytest.raises(UnreadableFile, match="more than 2,000 columns"):
        read("wide.csv", b"username,followers\nmira,1\ntom,2" + b",1" * 5_000 + b"\n")


def test_a_cell_of_fifty_megabytes_is_refused_in_a_sentence() -> None:
    content = b'username,bio\nmira,"' + b"a" * 50_000_000 + b'"\n'
    with pytest.raises(UnreadableFile, match="has more than 16 MB of text"):
        read("long.csv", content)


def test_a_row_longer_than_a_piece_of_the_file_is_read_with_its_neighbours() -> None:
    rows = ["mira,12,short", f"tom,34,{'long ' * 200_000}end", "ana,56,short"]
    made = read("list.csv", "\n".join(["username,followers,bio", *rows]).encode())
    assert made.tables["accounts"]["handle"].tolist() == ["mira", "tom", "ana"]
    assert made.tables["accounts"]["bio"].str.len().tolist() == [5, 1_000_003, 5]


def test_numbers_that_became_dates_are_named_as_such() -> None:
    rows = "".join(f"user_{n},{n}.5\n" for n in range(1, 8))
    made = read("list.csv", f"username,engagement rate\n{rows}mira,3.апр\ntom,Mar-04\n".encode())
    assert made.problems["value"].tolist() == ["3.апр", "Mar-04"]
    assert made.problems["reason"].str.contains("turned this number into a date").all()
    rates = made.tables["accounts"]["engagement_rate_claimed"]
    assert rates.tail(2).isna().all()
    assert rates[0] == pytest.approx(0.015)


def test_macros_and_links_of_a_workbook_are_passed_over() -> None:
    cells = pd.DataFrame([["username", "followers"], ["mira", "10"]])
    made = io.BytesIO(workbook.xlsx({"List": cells}))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(99))
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    read_back = read("list.xlsm", made.getvalue())
    assert read_back.tables["accounts"]["followers"].tolist() == [10]


def test_only_returns_between_the_lines() -> None:
    made = read("list.csv", b"username,followers\rmira,10\rtom,20\r")
    assert made.tables["accounts"]["followers"].tolist() == [10, 20]


def test_a_table_without_any_column_is_an_empty_one() -> None:
    made = delimited.table(b'{"a": 1}\n', 0, ",", 0)
    assert made is None or made.shape[1] == 0
