"""Frames as CSV that no spreadsheet will run.

A cell that begins like a formula gets an apostrophe in front: Excel, LibreOffice and Google Sheets
would otherwise work out `=…`, `+…`, `-…`, `@…`, also behind blanks and in full-width letters.
"""

from typing import Final

import pandas as pd

_DANGEROUS: Final = r"^[\s\x00-\x1f]*[=+\-@|%＝＋－＠]"
_PLAIN_NUMBER: Final = r"^[+-]?\d+([.,]\d+)*\s*%?$"


def harmless(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with every text cell and header neutralised; numbers and dates stay as they are."""
    safe = {str(name): _harmless(frame[name]) for name in frame.columns}
    result = pd.DataFrame(safe, index=frame.index)
    result.columns = _harmless(pd.Series(list(safe), dtype="str")).tolist()
    return result


def _harmless(cells: pd.Series) -> pd.Series:
    if cells.dtype == object:  # texts among numbers and nulls: only the texts can be formulas
        is_text = cells.map(lambda cell: isinstance(cell, str)).astype(bool)
        return cells.where(~is_text, _neutral(cells.where(is_text).astype("str")))
    if pd.api.types.is_string_dtype(cells) or isinstance(cells.dtype, pd.CategoricalDtype):
        return _neutral(cells.astype("str"))
    return cells


def _neutral(texts: pd.Series) -> pd.Series:
    formula = texts.str.contains(_DANGEROUS, regex=True, na=False)
    number = texts.str.fullmatch(_PLAIN_NUMBER, na=False)
    return texts.mask(formula & ~number, "'" + texts)


def csv(frame: pd.DataFrame) -> bytes:
    """`frame` as UTF-8 CSV with a byte-order mark, so that Excel reads the letters right."""
    text: str = harmless(frame).to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")
