"""Workbooks (XLSX, XLSM, XLSB, XLS, OpenDocument) to frames of text, sheet by sheet.

Only cells are read: macros and links to other files stay where they are.
"""

import io
from collections.abc import Iterator
from typing import Final

import fastexcel
import numpy as np
import olefile
import pandas as pd

from core.errors import UnreadableFile
from core.readers import archives, extents, repacked
from core.readers.archives import Archive
from core.readers.files import File
from core.readers.repacked import Member

_STRING: Final = pd.StringDtype(na_value=np.nan)
_STREAMS: Final = ("Workbook", "Book")


def is_workbook(file: File) -> bool:
    """Whether the file is a workbook."""
    return file.kind == "xls" or (
        file.kind == "zip" and archives.is_workbook(archives.archive(file).members)
    )


def form(file: File) -> str:
    """What the kind of workbook is called: xls, ods, xlsb or xlsx."""
    if file.kind == "xls":
        return "xls"
    members = archives.archive(file).members
    if "xl/workbook.bin" in members:
        return "xlsb"
    return "ods" if "content.xml" in members else "xlsx"


def frames(file: File) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each sheet's name and its cells as text, null where they are empty."""
    content = _records(file) if file.kind == "xls" else _looked_at(archives.archive(file))
    try:
        book = fastexcel.read_excel(content)
        for name in book.sheet_names:
            sheet = book.load_sheet_eager(name, header_row=None, skip_rows=0, dtypes="string")
            yield name, sheet.to_pandas().astype(_STRING)
    except BaseException as error:  # a panic of the library's Rust is no Exception
        if isinstance(error, UnreadableFile | KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        raise _damaged(file.name) from error


def _looked_at(archive: Archive) -> bytes:
    """The workbook's parts in a ZIP of their own, after a look at how far the cells of its sheets
    reach; the library unpacks nothing that was not unpacked here within limits.
    """
    archive.check()
    members: list[Member] = []
    sheets: list[extents.Extent] = []
    for name, info in archive.members.items():
        if "media/" in name.casefold():
            continue
        sheets += _extents(name, archive.pieces(name))
        extents.refuse(archive.name, sheets)
        members.append(Member(name, info, archive.packed(name)))
    if len(members) > repacked.MOST:
        raise _damaged(archive.name)
    return repacked.zipped(members)


def _extents(name: str, pieces: Iterator[bytes]) -> list[extents.Extent]:
    if name == "content.xml":
        return list(extents.of_open_document(b"".join(pieces)))
    if name.casefold().endswith(".bin"):
        return [extents.of_binary(b"".join(pieces))]
    return [extents.of_xml(pieces)]


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” seems to be a workbook, but it is damaged or locked.",
        "Open it in Excel, save it again as “Excel Workbook (.xlsx)” without a password, "
        "and bring that.",
    )


def _records(file: File) -> bytes:
    """The old workbook, after a look at how far the cells of its sheets reach."""
    try:
        with olefile.OleFileIO(io.BytesIO(file.content)) as ole:
            name = next(name for name in _STREAMS if ole.exists(name))
            stream = ole.openstream(name).read()
    except (OSError, StopIteration, ValueError, IndexError) as error:
        raise UnreadableFile(
            f"“{file.name}” is an old Excel workbook (.xls), but it is damaged.",
            "Open it in Excel, save it as “Excel Workbook (.xlsx)”, and bring that.",
        ) from error
    if extents.is_locked(stream):
        raise UnreadableFile(
            f"“{file.name}” is an Excel workbook with a password.",
            "Save it without the password and bring it again.",
        )
    extents.refuse(file.name, extents.of_records(stream))
    return file.content
