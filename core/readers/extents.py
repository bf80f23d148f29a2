"""How far the cells of a workbook reach, before a library lays all of them out in memory.

Two cells in opposite corners of a sheet are a kilobyte of file and gigabytes of memory.
"""

import io
import re
import struct
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from lxml import etree

from core.errors import UnreadableFile

_ROOM: Final = 4_000_000  # cells that are laid out, however few of them are filled
_MOST: Final = 27_300_000  # and those of a sheet of full length with 26 columns
_SPARSE: Final = 2  # bytes of file a cell, below which most cells are empty
_LETTERS: Final = 26
_LONGEST_NAME: Final = 12  # bytes of a quoted cell: "XFD1048576"
_NEAR_END: Final = 4096  # bytes in front of the last cell's value, where its name is
# Not those that are closed at once: they are empty.
_FAR: Final = re.compile(rb"[\"']([A-Za-z]{2,3})(\d+)[\"'](?:[^<>]*[^/<>])?>")
_NEAR: Final = re.compile(rb"[\"']([A-Za-z])(\d+)[\"']")
_ROW: Final = re.compile(rb"r\s*=\s*[\"'][A-Za-z]{0,3}(\d+)[\"']")
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
# Records of old workbooks with one cell, and those with several in a row.
_CELL: Final = frozenset({0x06, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x27E})
_CELLS: Final = frozenset({0xBD, 0xBE})
_SHEET: Final = 0x809
_LOCKED: Final = 0x2F
_ROW_OF_BINARY: Final = 0
_CELLS_OF_BINARY: Final = range(1, 12)


@dataclass(frozen=True, slots=True)
class Extent:
    """The rows and columns of one sheet up to its last cells, and the bytes that say so."""

    rows: int
    columns: int
    size: int


def refuse(name: str, sheets: Iterable[Extent]) -> None:
    """Refuses sheets that would be laid out as far more cells than are filled, or than can be."""
    room = 0
    for sheet in sheets:
        cells = sheet.rows * sheet.columns
        room += cells
        if room > _MOST or (cells > _ROOM and sheet.size < _SPARSE * cells):
            raise UnreadableFile(
                f"“{name}” has a cell far away from its list: {sheet.rows:,} rows by "
                f"{sheet.columns:,} columns, nearly all of them empty.",
                "Copy the list alone to a new sheet, save that, and bring it.",
            )


def of_xml(pieces: Iterable[bytes]) -> Extent:
    """A sheet of an XLSX workbook; one piece is looked at while the next is unpacked."""
    kept: list[bytes] = []
    looks, before = [], b""
    with ThreadPoolExecutor(max_workers=1) as pool:
        for piece in pieces:
            looks.append(pool.submit(_names_far_columns, piece))
            looks.append(pool.submit(_names_far_columns, before + piece[:_LONGEST_NAME]))
            before = (before + piece[-_LONGEST_NAME:])[-_LONGEST_NAME:]
            kept.append(piece)
    size = sum(map(len, kept))
    far = _FAR.findall(b"".join(kept)) if any(look.result() for look in looks) else []
    rows = max([_last_row(kept)] + [int(row) for _, row in far[-1:]])
    if not far and size < _SPARSE * rows * _LETTERS:
        far = _NEAR.findall(b"".join(kept))  # few sheets are so long and so empty
    columns = max((_number(letters) for letters, _ in far), default=_LETTERS)
    return Extent(rows, columns, size)


def _last_row(pieces: list[bytes]) -> int:
    """The row that the last filled cell names; mostly in the last pieces."""
    for some in (pieces[-2:], pieces):
        sheet = b"".join(some)
        last = max(sheet.rfind(b"v>"), sheet.rfind(b"t>"), 0)
        if last > _NEAR_END or len(some) == len(pieces):
            break
    found = _ROW.findall(sheet, max(last - _NEAR_END, 0), last)
    return int(found[-1]) if found else 0


def _names_far_columns(sheet: bytes) -> bool:
    """Whether some cell is behind column Z: two or three letters and a digit behind a quote."""
    signs = np.frombuffer(sheet, np.uint8)
    for start in range(0, len(signs), 1 << 20):
        piece = signs[start : start + (1 << 20) + 8]
        quote = (piece == ord('"')) | (piece == ord("'"))
        letter = ((piece | 32) - ord("a")) < _LETTERS
        digit = (piece - ord("0")) < 10
        two = quote[:-4] & letter[1:-3] & letter[2:-2]
        if (two & (digit[3:-1] | (letter[3:-1] & digit[4:]))).any():
            return True
    return False


def _number(letters: bytes) -> int:
    """The number of a column by its letters: 27 for `AA`."""
    made = 0
    for letter in letters.upper():
        made = made * _LETTERS + letter - ord("A") + 1
    return made


def of_open_document(content: bytes) -> Iterator[Extent]:
    """The sheets of an OpenDocument spreadsheet, where one cell or row may stand for many."""
    rows = columns = last = 0
    across = filled = 0
    parsed = etree.iterparse(
        io.BytesIO(content), events=("end",), huge_tree=True, resolve_entities=False, recover=True
    )
    for _, node in parsed:
        if node.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            across += _times(node, "columns")
            filled = across if len(node) else filled
        elif node.tag == f"{_TABLE}table-row":
            rows += _times(node, "rows")
            last, columns = (rows, max(columns, filled)) if filled else (last, columns)
            across = filled = 0
            node.clear()
        elif node.tag == f"{_TABLE}table":
            yield Extent(last, columns, len(content))
            rows = columns = last = 0
            node.clear()


def _times(node: "etree._Element", what: str) -> int:
    said = node.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(said) if said.isdecimal() and len(said) < 9 else 1


def of_records(stream: bytes) -> Iterator[Extent]:
    """The sheets of an old workbook (BIFF), from its stream of records."""
    start = rows = columns = 0
    for kind, body, end in _records(stream):
        if kind == _SHEET:
            yield Extent(rows, columns, body - start)
            start, rows, columns = body, 0, 0
        elif (kind in _CELL or kind in _CELLS) and body + 4 <= end <= len(stream):
            row, column = struct.unpack_from("<HH", stream, body)
            if kind in _CELLS:
                (column,) = struct.unpack_from("<H", stream, end - 2)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    yield Extent(rows, columns, len(stream) - start)


def is_locked(stream: bytes) -> bool:
    """Whether an old workbook says, before its first sheet, that a password is needed."""
    return any(kind == _LOCKED for kind, _, _ in islice(_records(stream), 20))


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """The kind of each record, and where its body begins and ends."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, at + 4 + size
        at += 4 + size


def of_binary(sheet: bytes) -> Extent:
    """A sheet of a binary workbook (XLSB)."""
    at = rows = columns = 0
    while at < len(sheet):
        kind, at = _varying(sheet, at)
        size, at = _varying(sheet, at)
        if size >= 4 and at + 4 <= len(sheet):
            (number,) = struct.unpack_from("<I", sheet, at)
            if kind == _ROW_OF_BINARY:
                rows = max(rows, number + 1)
            elif kind in _CELLS_OF_BINARY:
                columns = max(columns, number + 1)
        at += size
    return Extent(rows, columns, len(sheet))


def _varying(sheet: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    made = 0
    for turn in range(4):
        byte = sheet[at] if at < len(sheet) else 0
        made |= (byte & 0x7F) << (7 * turn)
        at += 1
        if byte < 0x80:
            break
    return made, at
