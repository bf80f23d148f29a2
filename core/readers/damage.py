"""What spreadsheets do to numbers: a decimal that became a date, a long id that became `1.8E+16`.

Neither can be put right (4.1 and 4.10 give the same date), so the cell is named and left out.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.readers import dates, decimals, reading, texts

DATE_REASON: Final = (
    "a spreadsheet turned this number into a date; bring the file as it was downloaded"
)
# “3.апр”, “Mar-04”, “4. Mai”: a day and a month in letters, no year.
_WORDED: Final = r"^(?:\d{1,2}[.\-/ ]+[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?[.\-/ ]+\d{1,2})$"
_WHOLE: Final = (
    r"^(?:\d{4}-\d{2}-\d{2}(?:[ T]00:00:00)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|"
    r"\d{1,2}[.\-/ ]+[^\W\d_]{3,}\.?[.\-/ ]+\d{2,4})$"
)
_SCIENTIFIC: Final = r"^\d(?:[.,]\d+)?[eE]\+?\d{1,2}$"
_EXACT_DIGITS: Final = 15  # of a number that a spreadsheet keeps


def became_dates(cells: pd.Series) -> pd.Series:
    """True where a cell in a column of numbers is a date."""
    if decimals.values(texts.arrow(cells)) is not None:
        return pd.Series(False, index=cells.index)
    words = cells.astype("str").str.strip()
    whole = words.str.match(_WHOLE, na=False)
    worded = words.str.match(_WORDED, na=False)
    if not worded.any():
        return whole
    spelt = words[worded].str.replace(r"[.\-/]+", " ", regex=True) + " 2024"
    return whole | dates.parse(spelt).notna().reindex(cells.index, fill_value=False)


def dates_among(rows: pd.DataFrame, headings: Sequence[str], file: str) -> pd.DataFrame:
    """A problem for every cell behind the first column that became a date."""
    found = []
    for at in range(rows.shape[1]):
        cells = rows[at][became_dates(rows[at])] if at or len(headings) == 1 else rows[at].head(0)
        name = headings[at] or f"column {at + 1}"
        found.append(
            reading.problems(
                file, row=cells.index, column=name, value=cells.array, reason=DATE_REASON
            )
        )
    return reading.join_problems(found)


def reasons(cells: pd.Series, otherwise: str) -> pd.Series:
    """Why each of these cells is no number: it became a date, or `otherwise`."""
    plain = pd.Series(otherwise, index=cells.index, dtype="str")
    return plain.mask(became_dates(cells), DATE_REASON) if len(cells) else plain


def broken_ids(ids: pd.Series) -> pd.Series:
    """True where an id lost its digits: written as a power of ten, or with zeros for its end."""
    words = ids.astype("str").str.strip()
    long = words.str.fullmatch(r"\d{16,20}", na=False)
    rounded = long & words.str.slice(_EXACT_DIGITS).str.fullmatch("0+", na=False)
    all_rounded = bool(long.sum() > 1 and rounded.sum() == long.sum())
    return words.str.match(_SCIENTIFIC, na=False) | (rounded & all_rounded)
