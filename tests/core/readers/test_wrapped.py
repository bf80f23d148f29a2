"""Rows that a spreadsheet put wholly into quotes, in tables of two, three and more columns."""

import pytest

from core.readers import read, wrapped

TABLES = {
    2: "username,followers\nmira.knits,12400\ntom_bakes,8100\n",
    3: 'username,name,followers\nmira.knits,"Weber, Mira",12400\ntom_bakes,Tom,8100\n',
    4: 'username,name,followers,bio\nmira.knits,"Weber, Mira",12400,a\ntom_bakes,Tom,8100,"b, c"\n',
}


def quoted(table: str, *, all_of_them: bool) -> bytes:
    """Each line as one quoted cell; or only those that have quotes of their own."""
    lines = table.rstrip("\n").split("\n")
    done = [
        '"' + line.replace('"', '""') + '"' if all_of_them or '"' in line else line
        for line in lines
    ]
    return "\r\n".join(done).encode()


@pytest.mark.parametrize("columns", TABLES)
@pytest.mark.parametrize("all_of_them", [True, False])
def test_rows_wholly_in_quotes_are_rows(columns: int, all_of_them: bool) -> None:
    made = read("list.csv", quoted(TABLES[columns], all_of_them=all_of_them))
    accounts = made.tables["accounts"]
    assert accounts["handle"].tolist() == ["mira.knits", "tom_bakes"]
    assert accounts["followers"].tolist() == [12_400, 8_100]
    assert made.problems.empty


@pytest.mark.parametrize(
    "text",
    [
        '"Name, first"\n"Weber, Mira"\n"Baker, Tom"\n',
        '"Username"\n"mira.knits"\n"tom_bakes"\n',
        'username,caption\nmira,"She said ""a"", b"\ntom,"x\n""y"", z"\n',
    ],
)
def test_other_quoted_cells_stay_as_they_are(text: str) -> None:
    assert wrapped.unwrapped(text) == text
