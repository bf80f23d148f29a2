"""ZIP and XLSX bytes without a clock in them: the same content gives the same file at any time."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WHEN = (2026, 11, 20, 9, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Cell = str | int | float | None


def zipped(members: Mapping[str, str]) -> bytes:
    """A ZIP of text files, all of them dated the same day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, text in members.items():
            member = zipfile.ZipInfo(path, _WHEN)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # else Windows and Unix write different bytes
            archive.writestr(member, text.encode())
    return buffer.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]], merged: Mapping[str, str]) -> bytes:
    """An XLSX file of `sheets`; `merged` names the cells to be merged on a sheet, as "A1:H1"."""
    numbers = range(1, len(sheets) + 1)
    names = [f'<sheet name="{escape(n)}" sheetId="{i}" r:id="rId{i}"/>' for i, n in _count(sheets)]
    parts = [
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for i in numbers
    ]
    links = [_link(i, "worksheet", f"worksheets/sheet{i}.xml") for i in numbers]
    members = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f"{''.join(parts)}</Types>",
        "_rels/.rels": _links([_link(1, "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}">'
        f"<sheets>{''.join(names)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _links(links),
    }
    for i, name in _count(sheets):
        members[f"xl/worksheets/sheet{i}.xml"] = _sheet(sheets[name], merged.get(name))
    return zipped(members)


def _count(sheets: Mapping[str, object]) -> list[tuple[int, str]]:
    return list(enumerate(sheets, start=1))


def _links(links: Sequence[str]) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'
    )


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'


def _sheet(rows: Sequence[Sequence[Cell]], merged: str | None) -> str:
    lines = [
        f'<row r="{number}">{"".join(_cell(number, i, cell) for i, cell in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=1)
    ]
    merging = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>'
        f"{merging}</worksheet>"
    )


def _cell(row: int, column: int, cell: Cell) -> str:
    place = f"{chr(ord('A') + column)}{row}"
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'
