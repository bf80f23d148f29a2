"""The user's file given back: same rows at the same places, one column more, nothing that runs."""

import csv
import io
import json
import re
import zipfile

import fastexcel
import pandas as pd
import pytest

from core.errors import UnreadableFile
from core.exports import workbook
from core.exports.marked import HEADING, marked
from core.readers import read


def table(content: bytes, delimiter: str = ",") -> list[list[str]]:
    words = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(words, newline=""), delimiter=delimiter))


LIST = b'My list\n\nusername,followers\nmira,10\n,5\n"=HYPERLINK(1)",7\ntom,abc\n'


def test_each_row_says_what_was_wrong_with_it() -> None:
    rows = table(marked("list.csv", LIST, read("list.csv", LIST)))
    assert rows[0] == ["My list", "", ""]
    assert rows[1] == ["", "", ""]
    assert rows[2] == ["username", "followers", HEADING]
    assert rows[3] == ["mira", "10", ""]
    assert rows[4][2] == "left out: no handle in this row"
    assert rows[5][0] == "'=HYPERLINK(1)"
    assert "formula" in rows[5][2]
    assert rows[6] == ["tom", "abc", "followers: this is not a number"]


def test_delimiter_letters_and_sep_line() -> None:
    text = 'sep=;\nusername;name\nmira;"Zoë; Müller"\n;x\n'.encode("cp1252")
    rows = table(marked("list.csv", text, read("list.csv", text)), ";")
    assert rows == [
        ["username", "name", HEADING],
        ["mira", "Zoë; Müller", ""],
        ["", "x", "left out: no handle in this row"],
    ]


def test_a_workbook_comes_back_as_a_workbook_sheet_by_sheet() -> None:
    creators = pd.DataFrame([["username", "followers"], ["mira", "10"], ["tom <b>", "12"]])
    notes = pd.DataFrame([["Call & ask"], ["=1+1"]])
    content = workbook.xlsx({"Creators": creators, "Notes": notes})
    made = marked("list.xlsx", content, read("list.xlsx", content))
    book = fastexcel.read_excel(made)
    assert book.sheet_names == ["Creators", "Notes"]
    cells = book.load_sheet("Creators", header_row=None, dtypes="string").to_pandas().fillna("")
    assert cells.iloc[:, :2].to_numpy().tolist() == creators.to_numpy().tolist()
    assert cells.iloc[0, 2] == HEADING
    assert cells.iloc[2, 2].startswith("left out: ")
    other = book.load_sheet("Notes", header_row=None, dtypes="string").to_pandas().fillna("")
    assert other.iloc[1, 0] == "=1+1"  # text, not a formula


def test_columns_of_a_workbook_are_as_wide_as_their_words() -> None:
    made = workbook.xlsx({"List": pd.DataFrame([["id", "w" * 40, "w" * 500]])})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'width="(\d+)"', sheet) == ["9", "42", "70"]
    assert fastexcel.read_excel(made).load_sheet(0, header_row=None).width == 3


def test_what_is_no_table_is_not_given_back() -> None:
    content = b'[{"string_list_data":[{"value":"mira","timestamp":1732655897}]}]'
    with pytest.raises(UnreadableFile, match="no table"):
        marked("followers_1.json", content, read("followers_1.json", content))


def test_analytics_in_a_workbook_are_marked_on_their_own_sheet() -> None:
    days = pd.DataFrame(
        [
            ["Date", "Video views", "Profile views"],
            ["2026-01-01", "1", "2"],
            ["2026-01-02", "x", "3"],
        ]
    )
    content = workbook.xlsx({"Overview": days, "Again": days.iloc[:2]})
    reading = read("studio.xlsx", content)
    assert reading.format == "tiktok_studio_overview"
    book = fastexcel.read_excel(marked("studio.xlsx", content, reading))
    sheets = [
        book.load_sheet(name, header_row=None, dtypes="string").to_pandas().fillna("")
        for name in book.sheet_names
    ]
    assert sheets[0].iloc[:, 3].tolist()[1:] == ["", "video views: this is not a number"]
    assert sheets[1].iloc[:, 3].tolist() == [HEADING, ""]


def zipped(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return made.getvalue()


ROWS = b"username,followers\nmira,10\n,5\ntom,abc\n"


def test_of_a_zip_each_table_with_problems_comes_back_with_its_own() -> None:
    content = zipped(
        a__one_csv=ROWS, b__two_csv=ROWS.replace(b",5", b"lea,x"), c__fine_csv=ROWS[:27]
    )
    made = io.BytesIO(marked("all.zip", content, read("all.zip", content)))
    with zipfile.ZipFile(made) as given:
        assert given.namelist() == ["one.csv", "two.csv"]
        remarks = {name: [row[2] for row in table(given.read(name))] for name in given.namelist()}
    number = "followers: this is not a number"
    assert remarks["one.csv"] == [HEADING, "", "left out: no handle in this row", number]
    assert remarks["two.csv"] == [HEADING, "", number, number]


def test_tables_of_one_name_in_a_zip_are_not_mixed_up() -> None:
    content = zipped(a__one_csv=ROWS, b__one_csv=ROWS.replace(b"mira", b"ida"))
    with pytest.raises(UnreadableFile):
        marked("all.zip", content, read("all.zip", content))


@pytest.mark.parametrize(
    "content",
    [
        b'[{"username":"mira","followers":10},{"username":"","followers":5}]',
        b'{"page":1,"items":[{"username":"mira","followers":10},{"username":"","followers":5}]}',
        b'{"username":"mira","followers":10}\n{"username":"","followers":5}\n',
    ],
)
def test_a_list_in_json_comes_back_with_a_field_more(content: bytes) -> None:
    given = json.loads(marked("list.json", content, read("list.json", content)))
    records = given["items"] if isinstance(given, dict) else given
    assert records == [
        {"username": "mira", "followers": 10},
        {"username": "", "followers": 5, HEADING: "left out: no handle in this row"},
    ]
