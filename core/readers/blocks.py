"""Several tables stacked on one sheet, told apart: a header of its own after an empty row begins a
new one.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from core.readers import headers
from core.readers.cells import Sheet

_HEAD: Final = 60


def apart(sheet: Sheet) -> list[Sheet]:
    """The tables of a workbook's sheet; the sheet itself where there is one."""
    if sheet.frame is None:
        return [sheet]
    filled = (sheet.frame.fillna("") != "").any(axis=1).to_numpy()
    after_gap = np.flatnonzero(filled & ~np.append(True, filled[:-1]))
    starts = [
        int(at)
        for at in after_gap[:500]
        if at and _is_header(sheet.frame.iloc[at].dropna().tolist())
    ]
    if not starts:
        return [sheet]
    made = []
    for start, end in zip([0, *starts], [*starts, len(sheet.frame)], strict=True):
        frame = sheet.frame.iloc[start:end].reset_index(drop=True)
        head = frame.head(_HEAD).fillna("").to_numpy().tolist()
        made.append(replace(sheet, head=head, offset=start, frame=frame))
    return made


def _is_header(cells: list[str]) -> bool:
    known = {headers.read(cell).meaning for cell in cells if len(cell) <= 80} - {None}
    return len(known) >= 2
