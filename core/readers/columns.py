"""Which row of a sheet is its header and what each column means: by its name, then by what is in
it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import pandas as pd

from core.readers import compact, flattened, guesses, handles, headers, mangled, numbers, reading
from core.readers import texts as cells
from core.readers.cells import Sheet
from core.readers.checked import MAIL, by_content
from core.readers.headers import Header
from core.readers.meanings import DECIMAL

_SAMPLE: Final = 400  # cells looked at to see what a column holds
_POST_MARKS: Final = ("post_url", "post_id", "caption", "posted_at")


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A sheet cut at its header: the columns with their meanings, and the rows behind them, columns
    of plain whole numbers `compact`. `title` is a first line that was taken for the heading of a
    bare list.
    """

    name: str | None
    columns: list[Header]
    rows: pd.DataFrame
    title: str = ""

    def having(self, meaning: str) -> list[int]:
        """The positions of the columns with this meaning."""
        return [at for at, column in enumerate(self.columns) if column.meaning == meaning]

    def cells(self, at: int) -> pd.Series:
        """The cells of one column as text."""
        return compact.text(self.rows[at])

    def coded(self, at: int) -> pd.Series:
        """The cells of one column as text, codes where it has them."""
        column = self.rows[at]
        return column if cells.is_coded(column) else compact.text(column)

    def numbers(self, at: int) -> pd.Series:
        """The numbers in one column, NaN where a cell holds none."""
        column = self.rows[at]
        return column.rename(None) if compact.is_packed(column) else numbers.parse(column)

    def sample(self, at: int) -> pd.Series:
        """The first cells of one column."""
        return compact.text(self.rows[at].head(_SAMPLE))

    @property
    def of_posts(self) -> bool:
        """Whether a row is one post: something of a post's own, and something counted about it."""
        marks = {mark for mark in _POST_MARKS if self.having(mark)}
        counted = any(
            self.having(meaning) for meaning in ("likes", "comments", "views", "shares", "reach")
        )
        return bool(marks - {"posted_at"}) and counted


def grid(sheet: Sheet, mapping: Mapping[str, str] | None) -> Grid | None:
    """The sheet with its header found and read; None where nothing in it looks like a table of
    people.
    """
    if not sheet.head:
        return None
    wanted = {headers.normal(name): meaning for name, meaning in (mapping or {}).items()}
    fields = len(sheet.head) > 1 and flattened.are_headings(*sheet.head[:2])
    at = 0 if fields else _header_row(sheet.head, wanted)
    if at is None:
        return _without_header(sheet, wanted)
    named = headers.under(sheet.head[at - 1], sheet.head[at]) if at else sheet.head[at]
    first = sheet.head[at + 1] if at + 1 < len(sheet.head) else []
    read = flattened.read(named, first)
    rows = sheet.packed_body(at, headers.as_written(read))
    nameless = [headers.read("")] * (rows.shape[1] - len(named))
    return weighed(sheet.name, [*read, *nameless][: rows.shape[1]], rows, mapping)


def weighed(
    name: str | None, columns: list[Header], rows: pd.DataFrame, mapping: Mapping[str, str] | None
) -> Grid:
    """The table after a look at its cells, and with the meanings that a person gave."""
    columns, rows = mangled.mended(columns, rows)
    head = rows.head(_SAMPLE)
    filled = [_filled(compact.text(head[at])) for at in head]
    seen = by_content(guesses.by_cells(columns, filled), filled)
    return corrected(name, seen, rows, mapping)


def _filled(cells: pd.Series) -> pd.Series:
    """The cells that hold something; a table may have two thousand columns of them."""
    words = cells.tolist()
    return cells if "" not in words else cells[[word != "" for word in words]]


def corrected(
    name: str | None, columns: list[Header], rows: pd.DataFrame, mapping: Mapping[str, str] | None
) -> Grid:
    """A table with the meanings that a person gave."""
    wanted = {headers.normal(said): meaning for said, meaning in (mapping or {}).items()}
    return Grid(name, [_mapped(column, wanted) for column in columns], rows)


def described(grid: Grid, own_id: int | None = None) -> pd.DataFrame:
    """Each column, what it was taken for, and three examples: for the preview, where it can be
    corrected. Column `own_id` has the ids that other tables of a brand use.
    """
    rows: list[tuple[str | None, ...]] = []
    for at, column in enumerate(grid.columns):
        examples = dict.fromkeys(grid.sample(at).tolist())
        shown = [value[:80] for value in islice(filter(None, examples), 3)]
        if column.meaning in {"email", "phone", "position"}:
            shown = []  # nobody's address is kept, not even as an example
        if column.meaning is None:
            shown = [value for value in shown if not MAIL.search(value)]
        if column.name.strip() or shown:
            meaning = f"{column.meaning}{DECIMAL}" if column.decimals else column.meaning
            meaning = "own_id" if at == own_id else meaning
            rows.append((" ".join(column.name.split()), meaning, *[*shown, None, None, None][:3]))
    return reading.columns_frame(rows)


def _mapped(column: Header, wanted: Mapping[str, str]) -> Header:
    """The column with the meaning a person gave it, if they did; an empty one leaves it out."""
    said = wanted.get(headers.normal(column.name))
    if said is None:
        return column
    decimals = said.endswith(DECIMAL)
    return replace(column, meaning=said.removesuffix(DECIMAL) or None, decimals=decimals)


def _header_row(head: list[list[str]], wanted: Mapping[str, str]) -> int | None:
    """The first record with the most known names; None where no record has one that leads to
    people.
    """
    best, most = None, 0
    widest = max(map(len, head[:40])) + 3 * len(wanted)
    for at, record in enumerate(head[:40]):
        if most == widest:
            break  # no other can have more
        names = {headers.normal(cell) for cell in record if 0 < len(cell) <= 80}
        known = {name: headers.read(name).meaning for name in names if name}
        score = sum(meaning is not None for meaning in known.values()) + 3 * len(
            names & wanted.keys()
        )
        # One known word alone is a header only at the top of a narrow list, or beside other names.
        alone = score == 1 and len([cell for cell in record if cell]) > 1 and at > 3
        if score > most and not alone:
            best, most = at, score
    return best


def nameless(width: int) -> list[Header]:
    """Headers for the columns of a table that has none."""
    return [Header(f"column {number}", None) for number in range(1, width + 1)]


def _without_header(sheet: Sheet, wanted: Mapping[str, str]) -> Grid | None:
    """A bare list: a column in which nearly every cell is a handle or a link to an account, or
    that a person called so.
    """
    rows = sheet.body(-1)
    columns, rows = mangled.mended(nameless(rows.shape[1]), rows)
    mapped = [_mapped(column, wanted) for column in columns]
    if any(column.meaning for column in mapped):
        return Grid(sheet.name, mapped, rows)
    for at in range(min(rows.shape[1], 12)):
        sample = rows[at].head(_SAMPLE)
        found = handles.examine(sample)
        sure = found["platform"].notna() | sample.str.startswith("@")
        others = rows.head(_SAMPLE).drop(columns=at)
        title = _title(sample, sure) if (others == "").all(axis=None) else ""
        if title:
            columns[at] = Header(title, "handle")
            return Grid(sheet.name, columns, rows.iloc[1:], title=title)
        named = found["handle"].notna() & ~sample.str.fullmatch(r"\d+")  # an account's number
        alone = rows.shape[1] == 1 and named.mean() >= 0.8
        if len(sample) and (sure.mean() >= 0.8 or alone):
            columns[at] = replace(columns[at], meaning="handle")
            return Grid(sheet.name, columns, rows)
    return None


def _title(sample: pd.Series, sure: pd.Series) -> str:
    """What stands over a bare list: a word or two, all below it @names and links; else nothing."""
    marked = (sure | sample.str.contains("/", regex=False)).to_numpy(dtype=bool)
    over = len(sample) > 2 and not marked[0] and marked[1:].all() and bool(sure.mean() >= 0.5)
    return " ".join(sample.iloc[0].split()) if over else ""
