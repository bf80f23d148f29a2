"""The user's own file given back, with a column that says what was wrong with each row.

It stands here and not beside the readers because what leaves must be safe in every spreadsheet.
"""

import io
import zipfile
from dataclasses import replace
from typing import Final

import msgspec
import pandas as pd

from core.errors import UnreadableFile
from core.exports import comma, workbook
from core.readers import archives, cells, files, objects, records, workbooks
from core.readers.cells import Sheet
from core.readers.files import File
from core.readers.reading import Reading

HEADING: Final = "Microscope says"
_LEFT_OUT: Final = "left out: "
_WHEN: Final = (1980, 1, 1, 0, 0, 0)  # the same bytes for the same file


def marked(name: str, content: bytes, reading: Reading) -> bytes:
    """The file as it came (CSV, a workbook, JSON, or a ZIP of such) with “Microscope says” in
    each row that has a problem: behind the last column of a table, as a field of a record.

    Rows stay where they are. Formulas in the cells of tables are made harmless. Of a ZIP only the
    tables with problems are given back. Anything else raises UnreadableFile.
    """
    file = files.opened(name, content)
    if file.kind == "zip" and not workbooks.is_workbook(file):
        return _zip(file, reading)
    if file.kind == "json":
        return _json(file, reading)
    if file.kind not in {"text", "zip", "xls"}:
        raise _no_table(name)
    return _table(file, reading)


def named(name: str, content: bytes) -> str:
    """What the file that is given back is called; every workbook is given back as XLSX."""
    stem, dot, ending = name.rpartition(".")
    ending = "xlsx" if workbooks.is_workbook(files.opened(name, content)) else ending
    return f"{stem} marked{dot}{ending}"


def _no_table(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is no table, so no column can be added to it.",
        "The list of problems can be downloaded in its place.",
    )


def _table(file: File, reading: Reading) -> bytes:
    sheets = cells.sheets(file)
    frames = {
        sheet.name or f"Sheet {at}": _with_remarks(sheet, reading, alone=len(sheets) == 1)
        for at, sheet in enumerate(sheets, start=1)
    }
    if file.kind != "text":
        return workbook.xlsx(frames)
    return _csv(next(iter(frames.values())), sheets[0].delimiter)


def _zip(file: File, reading: Reading) -> bytes:
    """The tables with problems, each marked by its own; two of one name cannot be told apart."""
    archive = archives.archive(file)
    last = pd.Series(list(archive.members), dtype="str").str.rsplit("/", n=1).str[-1]
    member_of = dict(zip(last, list(archive.members), strict=True))
    whose = reading.problems["file"].str.split(", sheet “").str[0].str.rsplit("/", n=1).str[-1]
    known = [name for name in whose.unique() if (last == name).sum() == 1]
    if not known:
        raise _no_table(file.name)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as given:
        for name in known:
            inside = archive.file(member_of[name])
            own = replace(reading, problems=reading.problems[whose == name])
            write = _json if inside.kind == "json" else _table
            given.writestr(zipfile.ZipInfo(name, _WHEN), write(inside, own))
    return made.getvalue()


def _json(file: File, reading: Reading) -> bytes:
    """The records with a field more where something was wrong; everything else as it was."""
    if not len(reading.columns):
        raise _no_table(file.name)
    value = objects.decoded(file)
    found = records.records(value)
    words = _words(reading.problems)
    for row, remark in words[words.index <= len(found)].items():
        found[int(str(row)) - 1][HEADING] = remark
    encoded = msgspec.json.encode(value)
    if encoded.count(HEADING.encode()) < len(words):  # some records were not read as they stand
        encoded = msgspec.json.encode(found)
    return msgspec.json.format(encoded, indent=1)


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
    return _words(problems[mine])


def _words(problems: pd.DataFrame) -> pd.Series:
    """What was wrong in each row, by its number; a row may have several problems."""
    problems = problems[problems["row"].notna()]
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
