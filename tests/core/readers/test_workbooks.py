"""Workbooks of every kind: the same list is the same, and no few cells fill the memory."""

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest

from core.exports import marked
from core.readers import UnreadableFile, extents, read

OLD = Path(__file__).parents[2] / "fixtures" / "readers" / "list_old_workbook.xls"
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
NUMBER = '<table:table-cell office:value-type="float" office:value="{0}"/>'
REST = '<table:table-cell table:number-columns-repeated="16380"/>'
EMPTY = '<table:table-row table:number-rows-repeated="{}">' + REST + "</table:table-row>"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    """One record of a binary workbook: kind and length in seven bits a byte."""
    named = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    return named + bytes([len(body)]) + body


def wide(said: str) -> bytes:
    return struct.pack("<I", len(said)) + said.encode("utf-16-le")


def linked(parts: zipfile.ZipFile, book: str, sheet: str) -> None:
    """Writes which part is the workbook, and which beside it is its sheet."""
    folder, _, name = book.rpartition("/")
    for place, kind, target in (
        ("_rels/.rels", "officeDocument", book),
        (f"{folder}/_rels/{name}.rels", "worksheet", sheet),
    ):
        link = f'<Relationship Id="r0" Type="{OFFICE}/{kind}" Target="{target}"/>'
        parts.writestr(place, f'<Relationships xmlns="{RELS}">{link}</Relationships>')


def binary(cells: dict[tuple[int, int], str | float]) -> bytes:
    """A binary workbook (XLSB) of one sheet, its cells by row and column."""
    rows, last = b"", None
    for (at, column), said in cells.items():
        if at != last:
            rows += record(0, struct.pack("<IIHBBBI", at, 0, 300, 0, 0, 0, 0))
            last = at
        head = struct.pack("<II", column, 0)
        rows += (
            record(6, head + wide(said))
            if isinstance(said, str)
            else record(5, head + struct.pack("<d", said))
        )
    size = struct.pack("<IIII", 0, max(at for at, _ in cells), 0, max(to for _, to in cells))
    sheet = record(129) + record(148, size) + record(145) + rows + record(146) + record(130)
    listed = record(156, struct.pack("<II", 0, 1) + wide("r0") + wide("List"))
    book = record(131) + record(143) + listed + record(144) + record(132)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        linked(parts, "xl/workbook.bin", "worksheets/s.bin")
        parts.writestr("xl/workbook.bin", book)
        parts.writestr("xl/worksheets/s.bin", sheet)
    return made.getvalue()


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def open_document(rows: str, kind: str = SPREADSHEET) -> bytes:
    spaces = "".join(f' xmlns:{one}="{NAMES}{one}:1.0"' for one in ("office", "table", "text"))
    table = f'<table:table table:name="List">{rows}</table:table>'
    sheet = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", kind)
        book.writestr("META-INF/manifest.xml", "<manifest/>")
        content = f"<office:document-content{spaces}>{sheet}</office:document-content>"
        book.writestr("content.xml", content)
    return made.getvalue()


def excel(cells: dict[str, str | float]) -> bytes:
    data = "".join(
        f'<row><c r="{at}" t="inlineStr"><is><t>{said}</t></is></c></row>'
        if isinstance(said, str)
        else f'<row><c r="{at}"><v>{said}</v></c></row>'
        for at, said in cells.items()
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        linked(book, "xl/workbook.xml", "s.xml")
        sheets = f'<sheets><sheet name="List" sheetId="1" r:id="r0" xmlns:r="{OFFICE}"/></sheets>'
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{SHEETS}">{sheets}</workbook>')
        book.writestr(
            "xl/s.xml", f'<worksheet xmlns="{SHEETS}"><sheetData>{data}</sheetData></worksheet>'
        )
    return made.getvalue()


HEAD = row(*map(TEXT.format, ("Username", "Followers")))
MANY = '<table:table-row table:number-rows-repeated="500000">' + TEXT.format("x") * 8
LISTED = HEAD + row(TEXT.format("mira.knits"), NUMBER.format(12400)) + EMPTY.format(1048574)


@pytest.mark.parametrize(
    ("name", "content", "form", "handles"),
    [
        ("list.xls", OLD.read_bytes(), "list_xls", ["mira.knits", "jonas_bakes", "007"]),
        ("list.ods", open_document(LISTED), "list_ods", ["mira.knits"]),
        (
            "list.xlsb",
            binary({(0, 0): "Username", (0, 1): "Followers", (1, 0): "mira.knits", (1, 1): 12400}),
            "list_xlsb",
            ["mira.knits"],
        ),
        (
            "list.xlsx",
            excel({"A1": "Username", "B1": "Followers", "A2": "mira.knits", "B2": "12400"}),
            "list_xlsx",
            ["mira.knits"],
        ),
    ],
)
def test_a_workbook_of_any_kind_is_read(
    name: str, content: bytes, form: str, handles: list[str]
) -> None:
    made = read(name, content)
    assert made.format == form
    assert made.tables["accounts"]["handle"].tolist() == handles
    assert made.tables["accounts"]["followers"].iloc[0] == 12_400


def test_an_old_workbook_keeps_its_prices_dates_and_sum_row() -> None:
    made = read("list.xls", OLD.read_bytes())
    assert made.tables["accounts"]["price"].tolist()[:2] == [250, 180]
    assert made.problems["reason"].tolist() == [
        "it is a sum, not an account",
        "this is not one price",
    ]


def test_an_old_workbook_is_given_back_as_a_new_one() -> None:
    old = OLD.read_bytes()
    given = marked.marked("list.xls", old, read("list.xls", old))
    assert given.startswith(b"PK")
    assert marked.named("list.xls", old) == "list marked.xlsx"
    assert marked.named("list.csv", b"handle\nmira") == "list marked.csv"


def test_an_old_workbook_with_a_password_is_called_so() -> None:
    old = bytearray(OLD.read_bytes())
    second = old.find(b"\x09\x08\x10\x00") + 20
    old[second : second + 2] = b"\x2f\x00"
    with pytest.raises(UnreadableFile, match="with a password"):
        read("list.xls", bytes(old))


def test_another_open_document_is_still_refused() -> None:
    with pytest.raises(UnreadableFile, match="an OpenDocument file"):
        read("letter.odt", open_document(LISTED, "application/vnd.oasis.opendocument.text"))


@pytest.mark.parametrize(
    "content",
    [
        excel({"A1": "Username", "A2": "mira", "XFD1048576": "x"}),
        excel({"A1": "Username", "A2": "mira", "xfd3000": "x"}),
        excel({"A1": "Username", "A2": "mira", "Z1048576": "x"}),
        excel({"A1": "Username", "A2": "mira", "XFD150000": 1}),
        binary({(0, 0): "Username", (1, 0): "mira", (1_048_575, 16_383): "x"}),
        open_document(LISTED + row(REST, TEXT.format("x"))),
        open_document(HEAD.replace("<table:table-row>", MANY) * 2),
    ],
)
def test_a_cell_far_away_is_refused_before_it_fills_the_memory(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="a cell far away from its list"):
        read("list", content)


def test_a_broken_binary_workbook_gets_a_sentence() -> None:
    whole = binary({(0, 0): "Username", (1, 0): "mira"})
    broken = whole.replace(b"workbook.bin.rels", b"workbook.bin.rela")
    with pytest.raises(UnreadableFile, match="damaged or locked"):
        read("list.xlsb", broken)


def test_a_part_that_is_longer_than_its_archive_says_is_refused() -> None:
    book = excel({"A1": "Username", "A2": "mira"})
    said = zipfile.ZipFile(io.BytesIO(book)).getinfo("xl/s.xml").file_size
    lying = book.replace(struct.pack("<I", said), struct.pack("<I", said - 20))
    with pytest.raises(UnreadableFile, match=r"“xl/s\.xml” in it cannot be unpacked"):
        read("list.xlsx", lying)


def test_a_sheet_reaches_as_far_in_pieces_as_in_one() -> None:
    cells = "".join(f'<c r="{at}"><v>1</v></c>' for at in ("A1", "B7", "AB12", "C907"))
    sheet = f"<sheetData>{cells}</sheetData>{' ' * 20}".encode()
    whole = extents.of_xml([sheet])
    assert (whole.rows, whole.columns) == (907, 28)
    for size in (1, 3, 7, 50):
        assert extents.of_xml(re.findall(b".{1,%d}" % size, sheet)) == whole
