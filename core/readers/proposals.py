"""What the columns of an unknown table may be: a proposal for a person to correct, never used by
itself.
"""

from dataclasses import replace
from typing import Final

import pandas as pd
from rapidfuzz import fuzz, process

from core.readers import columns, handles, headers, links, money, numbers, reading
from core.readers.cells import Sheet
from core.readers.columns import Grid
from core.readers.headers import Header

_SAMPLE: Final = 400  # cells looked at
_LIKE: Final = 80  # of 100: how alike two headings must be to mean the same
_SHORTEST: Final = 5  # letters of a heading that may be a slip of the key
_LONGEST_HEADING: Final = 80


def proposed(sheets: list[Sheet], grids: list[Grid]) -> pd.DataFrame:
    """column, meaning, three examples for the first table; empty where nothing is a table.

    `grids` are the tables whose headings were recognised in part; without one the fullest of the
    first records is taken for the headings, unless it looks like a row of values.
    """
    whole = grids or [made for sheet in sheets if (made := _grid(sheet)) is not None]
    full = [grid for grid in whole if len(grid.rows)]
    return columns.described(_guessed(full[0])) if full else reading.no_columns()


def _grid(sheet: Sheet) -> Grid | None:
    filled = [sum(bool(cell.strip()) for cell in record) for record in sheet.head[:15]]
    if max(filled, default=0) < 2:
        return None
    at = filled.index(max(filled))
    if not _is_heading(sheet.head[at]):
        rows = sheet.body(-1)
        return Grid(sheet.name, columns.nameless(rows.shape[1]), rows)
    rows = sheet.body(at)
    names = [*sheet.head[at], *[""] * rows.shape[1]][: rows.shape[1]]
    return Grid(sheet.name, [headers.read(name) for name in names], rows)


def _is_heading(record: list[str]) -> bool:
    """Whether a record holds names of columns: short, each once, none a number or an account."""
    cells = pd.Series([cell.strip() for cell in record if cell.strip()], dtype="str")
    values = numbers.parse(cells).notna() | links.platforms(cells).notna()
    values |= cells.str.startswith("@") | (cells.str.len() > _LONGEST_HEADING)
    return not values.any() and cells.is_unique


def _guessed(grid: Grid) -> Grid:
    """The table with a guess for the columns that have no meaning, each meaning given once."""
    made = list(grid.columns)
    taken = {column.meaning for column in made if column.meaning}
    for at, column in enumerate(made):
        cells = grid.cells(at).head(_SAMPLE)
        cells = cells[cells != ""]
        guess = None if column.meaning or cells.empty else _guess(column, cells)
        if guess and guess not in taken:
            made[at] = replace(column, meaning=guess)
            taken.add(guess)
    if not taken & {"handle", "url"}:
        named = next((at for at in range(len(made)) if _names(grid, made, at)), None)
        if named is not None:
            made[named] = replace(made[named], meaning="handle")
    return replace(grid, columns=made)


def _guess(column: Header, cells: pd.Series) -> str | None:
    """By its cells where they speak for themselves, else by a heading nearly like a known one."""
    if cells.str.contains("/", regex=False).mean() > 0.5:
        if handles.examine(cells)["platform"].notna().mean() > 0.5:
            return "url"
        if links.platforms(cells).notna().mean() > 0.5:
            return "post_url"
    for shape, meaning in ((r"@[\w.\-]+$", "handle"), (r"[\d.,]+\s?%$", "engagement_rate_claimed")):
        if cells.str.match(shape).mean() > 0.5:
            return meaning
    amounts = money.currencies_of(cells).notna() & money.parse(cells).notna()
    if amounts.mean() > 0.5:
        return "price"
    name = headers.normal(column.name)
    if len(name) < _SHORTEST:
        return None  # “wer” is no “er”
    near = process.extractOne(name, headers.KNOWN.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE)
    meant = headers.KNOWN[near[0]] if near else None
    return meant if meant in headers.MEANINGS else None


def _names(grid: Grid, made: list[Header], at: int) -> bool:
    """Whether an unknown column holds names, each another one and written as accounts are."""
    cells = grid.cells(at).head(_SAMPLE)
    cells = cells[cells != ""]
    if cells.empty or made[at].meaning or cells.nunique() < 0.9 * len(cells):
        return False
    if cells.str.contains(" ", regex=False).mean() > 0.2:
        return False  # no handle has a space; a look at each cell's signs would cost more
    dates = cells.str.match(r"\d+[./-]\d+[./-]\d+")
    fit = handles.examine(cells)["handle"].notna() & ~dates
    return bool(fit.mean() >= 0.8 and (fit & numbers.parse(cells).isna()).mean() >= 0.8)
