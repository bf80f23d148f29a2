"""Frames as an Excel workbook in which every cell is plain text or a number.

Written as the format has it, without formulas, styles or links: a text cell is marked as text, so
no spreadsheet works it out, whatever it begins with. Columns are as wide as their words.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NUMBER: Final = r"^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$"
_NOT_XML: Final = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_LONGEST: Final = 32_767  # letters in one cell
_NARROWEST, _WIDEST = 9, 70  # letters that a column shows
_MOST_COLUMNS: Final = 16_384  # that a sheet can have
_LONGEST_NAME: Final = 31  # letters in the name of a sheet
_WHEN: Final = (1980, 1, 1, 0, 0, 0)  # the same bytes for the same cells


def xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """The cells of the frames (text, no headings) as one workbook, a sheet each."""
    numbered = list(enumerate(sheets.items(), start=1))
    parts = {
        "[Content_Types].xml": _types(len(numbered)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book([name for _, (name, _) in numbered]),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{at}.xml") for at, _ in numbered]
        ),
        **{f"xl/worksheets/sheet{at}.xml": _sheet(frame) for at, (_, frame) in numbered},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, words in parts.items():
            info = zipfile.ZipInfo(path, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, _XML + words)
    return made.getvalue()


def _types(sheets: int) -> str:
    made = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for at in range(1, sheets + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f"{made}</Types>"
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _book(names: list[str]) -> str:
    made = "".join(
        f'<sheet name={quoteattr(name[:_LONGEST_NAME])} sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{made}</sheets></workbook>'


def _sheet(frame: pd.DataFrame) -> str:
    rows = pd.Series("", index=frame.index, dtype="str")
    for column in frame.columns:
        rows = rows + _cells(frame[column])
    body = "".join("<row>" + rows + "</row>") if len(rows) else ""
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{_width(frame[column])}" customWidth="1"/>'
        for at, column in enumerate(frame.columns[:_MOST_COLUMNS], start=1)
    )
    wide = f"<cols>{columns}</cols>" if columns else ""
    return f'<worksheet xmlns="{_MAIN}">{wide}<sheetData>{body}</sheetData></worksheet>'


def _width(column: pd.Series) -> int:
    """Letters that the column shows: its longest cell, within bounds that leave a page readable."""
    longest = column.astype("str").fillna("").str.len().max() if len(column) else 0
    return int(min(max(longest + 2, _NARROWEST), _WIDEST))


def _cells(column: pd.Series) -> pd.Series:
    texts = column.astype("str").fillna("").str.slice(0, _LONGEST)
    texts = texts.str.replace(_NOT_XML, "", regex=True)
    number = texts.str.match(_NUMBER)
    safe = texts.map({text: escape(text) for text in texts.unique()})
    written = '<c t="inlineStr"><is><t xml:space="preserve">' + safe + "</t></is></c>"
    return written.mask(number, "<c><v>" + texts + "</v></c>").mask(texts == "", "<c/>")
