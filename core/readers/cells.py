"""Bytes of a table to cells: every cell is text as it stands in the file, nothing is guessed.

Readers that infer types turn a handle `007` into 7 and `NA` into nothing; none is used here.
"""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from core.errors import UnreadableFile
from core.readers import compact, delimited, mangled, workbooks
from core.readers.files import File, utf8
from core.readers.progress import Tell, silent
from core.readers.wrapped import unwrapped

_HEAD: Final = 60  # records looked at to find the header
_HEAD_CHARS: Final = 400_000
_DELIMITERS: Final = (",", ";", "\t", "|")
_STRING: Final = pd.StringDtype(na_value=np.nan)
_WIDEST: Final = 2_000


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One table of a file: its first records, and the rest on demand."""

    file: str
    name: str | None
    head: list[list[str]]
    offset: int  # records before the first of `head` (a `sep=` line)
    content: bytes = b""  # the text in UTF-8, for a text file …
    ends: tuple[int, ...] = ()  # … where each record of `head` ends in it …
    delimiter: str = ","
    frame: pd.DataFrame | None = None  # … or all cells, for a workbook
    tell: Tell = silent

    def body(self, header: int) -> pd.DataFrame:
        """All rows behind record `header` (-1: from the start); the index is the row in the file,
        from 1.
        """
        return compact.texts_of(self.packed_body(header))

    def packed_body(self, header: int, as_text: Collection[int] = ()) -> pd.DataFrame:
        """As `body`, but for the columns `as_text` kept as small as they can be (see `compact`)."""
        first = self.offset + header + 2
        rows = self._behind(header, as_text)
        rows = rows.set_axis(pd.RangeIndex(first, first + len(rows)), axis=0)
        rows = rows.set_axis(range(rows.shape[1]), axis=1)
        blank = _blank(rows)
        return rows if blank is None else rows[~blank]

    def _behind(self, header: int, as_text: Collection[int]) -> pd.DataFrame:
        if self.frame is not None:
            rows = self.frame.iloc[header + 1 :].fillna("")
            return compact.packed_frame(rows, as_text)
        start = self.ends[header] if header >= 0 else 0
        width = len(self.head[max(header, 0)])
        start_of_rest = self.content[start : start + _HEAD]
        if not start_of_rest.strip() and not self.content[start:].decode().strip():
            return pd.DataFrame({column: pd.Series([], dtype=_STRING) for column in range(width)})
        rows = delimited.table(self.content, start, self.delimiter, width, self.tell, as_text)
        if rows is not None:
            return rows
        return _patient(self.content[start:].decode(), self.delimiter, width, self.file)


def sheets(file: File) -> list[Sheet]:
    """Every table in a CSV, a TSV or a workbook."""
    if file.kind in {"zip", "xls"}:
        return [_legible(sheet) for sheet in _workbook(file)]
    return [replace(_legible(_text_sheet(file.name, utf8(file.content))), tell=file.tell)]


def _legible(sheet: Sheet) -> Sheet:
    """The sheet with headings that can be read, where their letters were garbled."""
    return replace(sheet, head=[[mangled.righted(cell) for cell in row] for row in sheet.head])


def _blank(rows: pd.DataFrame) -> np.ndarray | None:
    """True for rows without a single filled cell; None where there are none such."""
    blank = np.ones(len(rows), bool)
    for column in rows:
        blank &= compact.is_empty(rows[column])
        if not blank.any():
            return None
    return blank


def _text_sheet(name: str, content: bytes) -> Sheet:
    if b"\n" not in content:
        content = content.replace(b"\r", b"\n")
    offset, delimiter = 0, None
    first = content[: content.find(b"\n") + 1 or None]
    if first[:40].strip().strip(b'"').lower().startswith(b"sep="):
        said = first.decode().strip("\r\n").strip('"')[4:]
        delimiter = said[0] if said else None
        content, offset = content[len(first) :], 1
    start = _start(content)
    if unwrapped(start) != start:
        content = unwrapped(content.decode()).encode()
        start = _start(content)
    delimiter = delimiter if delimiter in _DELIMITERS else _sniffed(start)
    whole = len(content) <= 4 * _HEAD_CHARS and len(start.encode()) == len(content)
    head, ends = _head(start, delimiter, whole=whole)
    _refuse_wide(name, max((len(record) for record in head), default=0))
    return Sheet(name, None, head, offset, content, ends, delimiter)


def _start(content: bytes) -> str:
    return content[: 4 * _HEAD_CHARS].decode(errors="ignore")[:_HEAD_CHARS]


def _records(words: str, delimiter: str) -> Iterator[tuple[list[str], int]]:
    """Each record and where it ends, in bytes."""
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for line in io.StringIO(words, newline=""):
            taken += len(line.encode())
            yield line

    csv.field_size_limit(delimited.LONGEST_CELL)
    for record in csv.reader(lines(), delimiter=delimiter, skipinitialspace=delimiter != "\t"):
        yield record, taken


def _head(start: str, delimiter: str, *, whole: bool) -> tuple[list[list[str]], tuple[int, ...]]:
    found: list[tuple[list[str], int]] = []
    try:
        for record in _records(start, delimiter):
            found.append(record)
            if len(found) > _HEAD:
                break
    except csv.Error:
        pass
    if not whole and len(found) > 1:
        found = found[:-1]  # the last may be cut
    found = found[:_HEAD]
    return [record for record, _ in found], tuple(end for _, end in found)


def _refuse_wide(file: str, width: int) -> None:
    if width > _WIDEST:
        raise UnreadableFile(
            f"“{file}” has more than {_WIDEST:,} columns; no list of people has so many.",
            "Keep the columns with handles and numbers, and bring that.",
        )


def _sniffed(start: str) -> str:
    """The delimiter that cuts most of the first records into the same number of cells."""
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        if delimiter not in start:
            continue
        head, _ = _head(start, delimiter, whole=False)
        widths = [len(record) for record in head if any(record)]
        usual = max(set(widths), key=widths.count, default=1)
        share = widths.count(usual) / len(widths) if widths else 0
        score = share * min(usual, 12) if usual > 1 else 0.1 * max(widths, default=1)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _patient(words: str, delimiter: str, width: int, file: str) -> pd.DataFrame:
    """All cells record by record; short rows are padded, blank lines keep their place."""
    try:
        records = [record for record, _ in _records(words, delimiter)]
    except csv.Error as error:
        if "limit" in str(error):
            raise UnreadableFile(
                f"One cell of “{file}” has more than {delimited.LONGEST_CELL >> 20} MB of text.",
                "Take that cell out, or bring only the columns with handles and numbers.",
            ) from error
        raise UnreadableFile(
            f"A quotation mark is opened in “{file}” and never closed, so its rows cannot be "
            f"told apart.",
            "Open it in a spreadsheet, check the last rows, and save it as CSV or XLSX again.",
        ) from error
    width = max((len(record) for record in records), default=width)
    _refuse_wide(file, width)
    padded = [record[:width] + [""] * (width - len(record)) for record in records]
    return pd.DataFrame(padded, columns=range(width), dtype="str").astype(_STRING)


def _workbook(file: File) -> list[Sheet]:
    return [_sheet(file.name, name, frame) for name, frame in workbooks.frames(file)]


def _sheet(file: str, name: str, frame: pd.DataFrame) -> Sheet:
    if frame.shape[1] > _WIDEST and frame.iloc[:, _WIDEST:].notna().any(axis=None):
        _refuse_wide(file, frame.shape[1])
    frame = frame.iloc[:, :_WIDEST]
    head = frame.head(_HEAD).fillna("").to_numpy().tolist()
    return Sheet(file, name, head, 0, frame=frame)
