"""Tables that name nobody: what they are, and what would help."""

import re
from itertools import zip_longest
from typing import Final

from core.errors import UnknownColumns, UnreadableFile
from core.readers import headers, proposals, reading
from core.readers.cells import Sheet
from core.readers.columns import Grid
from core.readers.files import BRING, File
from core.readers.handles import EMPTY, IS_NAME
from core.readers.reading import Reading, count

_NAMES: Final = "Names alone cannot be looked up or scored, as many people share one. "
_NUMBERS: Final = "Numbers of accounts alone cannot be looked up or scored here. "
_SPACED: Final = re.compile(r",(?:\s|$)")
_SENTENCE_END: Final = re.compile(
    r"[^\W\d_]{2,}[.!?…][”»\")]*(?:\s*$|\s+[^\W\d_a-z])", re.MULTILINE
)
_ACCOUNT_NUMBER: Final = re.compile(r"\d{6,20}")
# Two to four words in letters, each with a capital: how people write names.
_PARTS: Final = frozenset({"first name", "last name", "surname", "vorname", "nachname"})
_PERSON: Final = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[ .'’\-]+[^\W\d_a-z][^\W\d_]*){1,3}\.?")


def in_prose(file: File, whole: list[Sheet]) -> UnreadableFile | None:
    """The refusal of a text in which there happen to be commas; None for what may be a table."""
    texts = [sheet for sheet in whole if sheet.frame is None]
    filled = [sum(bool(cell.strip()) for cell in row) for sheet in texts for row in sheet.head]
    lines = [cells for cells in filled if cells]
    several = sum(cells > 1 for cells in lines)
    if not several or (several >= 0.5 * len(lines) and not all(map(_is_prose, texts))):
        return None
    return UnreadableFile(
        f"“{file.name}” seems to be running text or code, not a list of accounts.", BRING
    )


def _is_prose(sheet: Sheet) -> bool:
    """Whether sentences go on behind the commas: a space after each, a full stop here and there,
    now more and now fewer in a line, hardly a number between two.
    """
    rows = [[cell for cell in row if cell.strip()] for row in sheet.head]
    cells = [cell for row in rows for cell in row]
    said = sheet.content[: sheet.ends[-1]].decode() if sheet.ends else ""
    lines = [line for line in said.splitlines() if line.strip()]
    uneven = len(lines) == 1 or len({len(row) for row in rows if row}) > 1
    if sheet.delimiter != "," or not uneven:
        return False
    spaced, ends = len(_SPACED.findall(said)), len(_SENTENCE_END.findall(said))
    figures = sum(cell.strip()[:1].isdecimal() for cell in cells)
    return (
        spaced >= 0.9 * said.count(",") and ends >= 0.4 * len(lines) and figures < 0.1 * len(cells)
    )


def no_rows(file: File, made: Reading) -> UnknownColumns:
    """The refusal of a table with a column for handles and none in it."""
    reasons = made.problems[made.problems["reason"] != EMPTY]
    example = ""
    if len(reasons):
        first = reasons.iloc[0]
        example = f" (row {first['row']}: {first['reason']})"
    names = _NAMES if len(reasons) and (reasons["reason"] == IS_NAME).all() else ""
    return UnknownColumns(
        f"“{file.name}” has {count(made.rows, 'row')}, and no row has a handle that can be "
        f"used{example}.",
        names + "If another column holds the @names or profile links, say which; "
        "else bring a list that has them.",
        made.columns,
    )


def headings(grid: Grid) -> list[str]:
    """The names of its columns, each on one line."""
    return [" ".join(column.name.split()) for column in grid.columns if column.name.strip()]


def no_handles(file: File, sheets: list[Sheet], grids: list[Grid]) -> UnreadableFile:
    """The refusal that names the columns there are."""
    names = headings(grids[0]) if grids else []
    if not names:
        names = next(
            (row for sheet in sheets for row in sheet.head if len([c for c in row if c]) > 1), []
        )
    shown = reading.listing(" ".join(name.split())[:40] for name in names if name.strip())
    if not shown and any(
        "".join(sheet.head[-1]).strip().isdecimal() for sheet in sheets if sheet.head
    ):
        return UnreadableFile(
            f"“{file.name}” gives numbers in place of names; accounts cannot be scored by those.",
            "What helps: a list with @names or profile links.",
        )
    why = _NAMES if _of_names(sheets, grids) else _NUMBERS if _of_numbers(sheets) else ""
    if not shown:
        what = "a list of names" if why else "plain text"
        return UnreadableFile(
            f"“{file.name}” seems to be {what}, not a list of accounts.", why + BRING
        )
    proposal = proposals.proposed(sheets, grids)
    nameless = proposal["column"].str.startswith("column ").all() and len(proposal)
    begins = "it has no headings, and its first row is" if nameless else "its columns are"
    return UnknownColumns(
        f"“{file.name}” is a table without a column of handles or profile links that we know; "
        f"{begins} {shown}.",
        why
        + "If one of its columns holds the @names or profile links, say which; else add a column "
        "“handle” with them, and drop the file again.",
        proposal,
    )


def _of_names(sheets: list[Sheet], grids: list[Grid]) -> bool:
    """Whether a column holds people's names, by its heading or by how its first cells look."""
    said = {headers.normal(name) for grid in grids for name in headings(grid)}
    said |= {headers.normal(cell) for sheet in sheets for cell in (sheet.head or [[]])[0]}
    if said & _PARTS or any(headers.read(name).meaning == "name" for name in said):
        return True
    return any(
        sum(_PERSON.fullmatch(cell) is not None for cell in cells) >= 0.6 * len(cells)
        for cells in _columns(sheets)
    )


def _of_numbers(sheets: list[Sheet]) -> bool:
    """Whether a column called some id holds the long numbers by which networks tell accounts."""
    return any(
        len(cells) > 1
        and "id" in headers.normal(cells[0]).split()
        and all(_ACCOUNT_NUMBER.fullmatch(cell) for cell in cells[1:])
        for cells in _columns(sheets)
    )


def _columns(sheets: list[Sheet]) -> list[list[str]]:
    """The filled first cells of each column that has some."""
    every = [column for sheet in sheets for column in zip_longest(*sheet.head, fillvalue="")]
    filled = [[cell.strip() for cell in column if cell.strip()] for column in every]
    return [cells for cells in filled if cells]
