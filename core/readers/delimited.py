"""Delimited text to columns by Arrow: cut into blocks of whole rows, read on every core at once.

Between the blocks nothing is held twice: what a block gave is already in the form it stays in.
"""

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv

from core.readers import compact, memory, texts
from core.readers.progress import Tell, silent

LONGEST_CELL: Final = 1 << 24
_BLOCK: Final = 1 << 22
_PIECE: Final = 1 << 19  # what the memory next to a core holds
_QUOTE: Final = ord('"')
_NEWLINE: Final = ord("\n")


def table(
    content: bytes,
    start: int,
    delimiter: str,
    width: int,
    tell: Tell = silent,
    as_text: Collection[int] = (),
) -> pd.DataFrame | None:
    """All cells from `start` of UTF-8 text, `compact` but for the columns that stay `as_text`; None
    where rows are ragged or quotes broken.
    """
    cuts = _cuts(content, start, delimiter)
    if cuts is None:
        return None
    quoted = content.find(b'"', start) >= 0

    def read(ends: tuple[int, int]) -> list[pa.Array]:
        left = _read(memoryview(content)[slice(*ends)], delimiter, width, quoted=quoted).columns
        last_first = [
            compact.packed(texts.whole(left.pop()), as_text=at in as_text)
            for at in reversed(range(width))
        ]
        pa.default_memory_pool().release_unused()  # of this thread
        return last_first

    with ThreadPoolExecutor(max_workers=pa.cpu_count()) as pool:
        blocks = pool.map(read, cuts) if len(cuts) > 1 else map(read, cuts)
        parts = []
        try:
            for (_, end), block in zip(cuts, blocks, strict=True):
                parts.append(block)
                tell(end / len(content))
        except pa.ArrowException:
            pool.shutdown(cancel_futures=True)
            return None
    # Each column is let go of before the next is put together.
    memory.give_back(sum(len(part[0]) for part in parts if part))
    columns = {at: compact.joined([part.pop() for part in parts]) for at in range(width)}
    made = pd.DataFrame(columns, copy=False)
    memory.give_back(len(made))
    return made


def _read(block: memoryview, delimiter: str, width: int, *, quoted: bool) -> pa.Table:
    """All cells of one block as text, piece by piece unless one row is longer than that."""
    try:
        return _read_in(_PIECE, block, delimiter, width, quoted=quoted)
    except pa.ArrowInvalid:
        return _read_in(LONGEST_CELL, block, delimiter, width, quoted=quoted)


def _read_in(
    piece: int, block: memoryview, delimiter: str, width: int, *, quoted: bool
) -> pa.Table:
    names = [str(column) for column in range(width)]
    return pyarrow.csv.read_csv(
        pa.BufferReader(pa.py_buffer(block)),
        read_options=pyarrow.csv.ReadOptions(
            column_names=names, block_size=piece, use_threads=False
        ),
        parse_options=pyarrow.csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=quoted, ignore_empty_lines=False
        ),
        # Whoever calls has made sure that it is UTF-8.
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.large_string()),
            strings_can_be_null=False,
            check_utf8=False,
        ),
    )


def _cuts(content: bytes, start: int, delimiter: str) -> list[tuple[int, int]] | None:
    """Where each block begins and ends; one block where quotes leave open what is a row."""
    quotes = _quotes(content, start, delimiter)
    if quotes is None:
        return [(start, len(content))]
    made = []
    while start < len(content):
        end = _row_end(content, start + _BLOCK, quotes)
        if end - start > LONGEST_CELL:
            return None
        made.append((start, end))
        start = end
    return made


def _row_end(content: bytes, at: int, quotes: np.ndarray) -> int:
    """Behind the first line end from `at` on that stands in no quoted cell."""
    while (at := content.find(b"\n", at) + 1) > 0:
        passed = int(np.searchsorted(quotes, at))
        if passed % 2 == 0:
            return at
        at = int(quotes[passed])
    return len(content)


def _quotes(content: bytes, start: int, delimiter: str) -> np.ndarray | None:
    """Where quotation marks stand; None where some stand inside of a cell that is not quoted, so
    that counting them does not tell what is quoted.
    """
    signs = np.frombuffer(content, np.uint8)
    first = content.find(b'"', start)
    if first < 0:
        return np.array([], np.int64)
    pieces = range(first, len(signs), _BLOCK)
    found = np.concatenate(
        [at + np.flatnonzero(signs[at : at + _BLOCK] == _QUOTE) for at in pieces]
    )
    around = np.array([_QUOTE, _NEWLINE, ord("\r"), ord(delimiter)], np.uint8)
    opening, closing = found[0::2], found[1::2]
    before = signs[np.maximum(opening - 1, 0)][opening > start]
    behind = signs[np.minimum(closing + 1, len(signs) - 1)]
    regular = len(opening) == len(closing) and np.isin(before, around).all()
    return found if regular and np.isin(behind, around).all() else None
