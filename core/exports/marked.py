"""The user's own file given back, with a column that says what was wrong with each row.

It stands here and not beside the readers because what leaves must be safe in every spreadsheet.
"""

from typing import Final

import pandas as pd

from core.errors import UnreadableFile
from core.exports import comma, workbook
from core.readers import cells, files
from core.readers.cells import Sheet
from core.readers.reading import Reading

HEADING: Final = "Microscope says"
_LEFT_OUT: Final = "left out: "


def marked(name: str, content: bytes, reading: Reading) -> bytes:
    """The file as CSV or XLSX (as it came) with “Microscope says” behind its last column.

    Rows stay where they are. Formulas in the user's cells are made harmless. Only tables can be
    given back: anything else raises UnreadableFile.
    """
    file = files.opened(name, content)
    if file.kind not in {"text", "zip"} or reading.format.endswith("_zip"):
        raise UnreadableFile(
            f"“{name}” is no table, so no column can be added to it.",
            "The list of problems can be downloaded in its place.",
        )
    sheets = cells.sheets(file)
    frames = {
        sheet.name or f"Sheet {at}": _with_remarks(sheet, reading, alone=len(sheets) == 1)
        for at, sheet in enumerate(sheets, start=1)
    }
    if file.kind == "zip":
        return workbook.xlsx(frames)
    return _csv(next(iter(frames.values())), sheets[0].delimiter)


def _with_remarks(sheet: Sheet, reading: Reading, *, alone: bool) -> pd.DataFrame:
    """All rows of a sheet at their places, blank ones too, with the remarks behind them."""
    rows = sheet.body(-1)
    last = int(rows.index.max()) if len(rows) else sheet.offset
    rows = rows.reindex(pd.RangeIndex(sheet.offset + 1, last + 1)).fillna("")
    remarks = _remarks(sheet, reading, alone=alone).reindex(rows.index).fillna("")
    heading = _heading_row(sheet)
    if heading in remarks.index:
        remarks[heading] = HEADING
    return rows.assign(**{"remark": remarks}).set_axis(range(rows.shape[1] + 1), axis=1)


def _remarks(sheet: Sheet, reading: Reading, *, alone: bool) -> pd.Series:
    """What to say of each row, by its number in the file; a row may have several problems."""
    problems = reading.problems
    mine = problems["file"].str.endswith(f"sheet “{sheet.name}”")
    if alone or not sheet.name:
        mine = mine | ~problems["file"].str.contains(", sheet “", regex=False)
    problems = problems[mine & problems["row"].notna()]
    words = (problems["column"] + ": ").fillna(_LEFT_OUT) + problems["reason"].fillna("")
    return words.groupby(problems["row"].astype("int64")).agg("; ".join).astype("str")


def _heading_row(sheet: Sheet) -> int:
    """The row of the headings: the first of the fullest records at the start."""
    filled = [sum(bool(cell.strip()) for cell in record) for record in sheet.head[:15]]
    return sheet.offset + 1 + (filled.index(max(filled)) if filled else 0)


def _csv(frame: pd.DataFrame, delimiter: str) -> bytes:
    safe = comma.harmless(frame)
    words: str = safe.to_csv(index=False, header=False, sep=delimiter, lineterminator="\r\n")
    return words.encode("utf-8-sig", errors="replace")
