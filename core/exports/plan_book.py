"""The plan as a workbook: one sheet a table, numbers as numbers, no formula, notes with sources."""

import io
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.exports import hues, plan_table, wording
from core.exports.dossier import SAMPLE, Creator, Dossier
from core.locale import is_known
from core.metrics import Number

_PLAIN: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "in_memory": True,
}
_FORMATS: Final[Mapping[str, str]] = {
    "share": "0.0%",
    "money": "#,##0.00",
    "count": "#,##0",
    "compact": "#,##0",
    "score": "0",
    "ratio": "0.0",
    "text": "@",
}
_WIDEST: Final = 60  # letters
_LONGEST: Final = 32_767  # letters in one cell


def xlsx(dossier: Dossier) -> bytes:
    """The workbook; texts that look like formulas stay texts."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _PLAIN) as book:
        sheets = _Sheets(book, dossier)
        sheets.summary()
        sheets.add("Plan", _plan(dossier))
        sheets.add("Creators", _creators(dossier))
        if len(dossier.overlap):
            sheets.add("Overlap", _overlap(dossier))
        sheets.add("Odds", _odds(dossier))
        sheets.add("Sources", _sources(dossier))
    return made.getvalue()


class _Sheets:
    """The sheets of one book, all in one look."""

    def __init__(self, book: xlsxwriter.Workbook, dossier: Dossier) -> None:
        self._book = book
        self._dossier = dossier
        ground = hues.readable(dossier.brand.colour, "#ffffff", hues.MARKS)
        head = {"bold": True, "bg_color": ground, "font_color": hues.on(ground), "valign": "top"}
        self._head = book.add_format({**head, "text_wrap": True})
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._quiet = book.add_format({"font_color": "#5a616b", "text_wrap": True})
        self._formats = {
            unit: book.add_format({"num_format": look, "valign": "top"})
            for unit, look in _FORMATS.items()
        }
        book.set_properties({"title": dossier.title, "comments": wording.made(dossier)})

    def summary(self) -> None:
        """The plan in a few lines, and what all of it rests on."""
        sheet = self._book.add_worksheet("Summary")
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 3, 18)
        sheet.set_column(4, 4, 70)
        told = self._dossier
        said = [told.finding, told.aim, wording.hashtags(told), wording.made(told)]
        said += [wording.RANGES, SAMPLE if told.sample else ""]
        said = [sentence for sentence in said if sentence]
        sheet.write_string(0, 0, told.title[:_LONGEST], self._title)
        for row, sentence in enumerate(said, start=1):
            sheet.write_string(row, 0, sentence)
        self._rows(sheet, _numbers(told), len(said) + 2)

    def add(self, name: str, table: pd.DataFrame) -> None:
        """One table on a sheet of its own, its headings in view while one scrolls."""
        sheet = self._book.add_worksheet(name)
        top = 1 if self._dossier.sample else 0
        if top:
            sheet.write_string(0, 0, SAMPLE, self._quiet)
        self._rows(sheet, table, top)
        sheet.freeze_panes(top + 1, 1)
        if len(table):
            sheet.autofilter(top, 0, top + len(table), len(table.columns) - 1)
        for at, column in enumerate(table.columns):
            longest = max([len(str(column)), *(_letters(cell) for cell in table[column])])
            sheet.set_column(at, at, min(longest + 3, _WIDEST))

    def _rows(self, sheet: Worksheet, table: pd.DataFrame, top: int) -> None:
        units = table.attrs.get("units", {})
        for at, column in enumerate(table.columns):
            sheet.write_string(top, at, str(column), self._head)
            for note, row in table.attrs.get("notes", {}).get(column, ()):
                sheet.write_comment(top + 1 + row, at, note, {"x_scale": 2.5, "y_scale": 1.5})
        for row, cells in enumerate(table.itertuples(index=False, name=None), start=top + 1):
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                self._cell(sheet, row, at, cell, units.get(column, "count"))

    def _cell(self, sheet: Worksheet, row: int, at: int, cell: Any, unit: str) -> None:
        look: Format = self._formats[unit]
        if not is_known(cell):
            return
        if isinstance(cell, tuple):  # a number with a unit of its own
            self._cell(sheet, row, at, cell[0], cell[1])
        elif isinstance(cell, bool | str):
            sheet.write_string(row, at, str(cell)[:_LONGEST], self._formats["text"])
        else:
            sheet.write_number(row, at, float(cell), look)


def _letters(cell: Any) -> int:
    return len(cell) if isinstance(cell, str) else 8


def _numbers(dossier: Dossier) -> pd.DataFrame:
    rows = [_row(number, dossier) for number in dossier.numbers.values()]
    heads = ["Number", "Value", "From", "To", "What it says", "Sources"]
    table = pd.DataFrame(rows, columns=heads)
    table.attrs["notes"] = {
        "Value": [
            (note, at)
            for at, number in enumerate(dossier.numbers.values())
            if (note := _note(number, dossier))
        ]
    }
    return table


def _row(number: Number, dossier: Dossier) -> tuple[Any, ...]:
    estimate, unit = number.estimate, number.metric.unit
    money = f" ({number.currency or dossier.writing.currency})" if unit == "money" else ""
    ends = [
        None if end is None else (end, unit)
        for end in (estimate.value, estimate.low, estimate.high)
    ]
    first = ends[0] if ends[0] is not None else "unknown"
    label, marks = number.metric.label + money, _marks([number], dossier)
    return (label, first, *ends[1:], number.metric.sentence, marks)


def _marks(numbers: Iterable[Number], dossier: Dossier) -> str | None:
    """The footnotes of some numbers, each once: their lines on the sheet of sources."""
    places = wording.places(dossier)
    marks = {mark for number in numbers for mark in wording.marks(number, places)}
    return " ".join(wording.raised(mark) for mark in sorted(marks)) or None


def _plan(dossier: Dossier) -> pd.DataFrame:
    marks = {
        each.key: _marks([each.brings, *([each.fee] if each.fee else [])], dossier)
        for each in dossier.creators
    }
    return plan_table.lines(dossier).assign(Sources=dossier.lines["creator"].map(marks))


def _note(number: Number, dossier: Dossier) -> str:
    """Formula, working and published sources of a number."""
    ids = set(number.source_ids)
    named = [source.citation for source in dossier.sources if source.source_id in ids]
    parts = [number.metric.formula, number.working, number.note]
    parts += [f"Source: {each}." for each in named]
    return "\n".join(part for part in parts if part)


def _creators(dossier: Dossier) -> pd.DataFrame:
    table = pd.DataFrame([_creator(each, dossier) for each in dossier.creators])
    ends = [name for name in table if str(name).endswith((" from", " to"))]
    return table.drop(columns=[name for name in ends if table[name].isna().all()])


def _creator(creator: Creator, dossier: Dossier) -> dict[str, Any]:
    told: dict[str, Any] = {
        "Creator": creator.called,
        "Name": creator.name or None,
        "Platform": creator.platform,
        "Profile": creator.url or None,
        "Work": creator.work,
    }
    for number in creator.numbers.values():
        estimate, unit, label = number.estimate, number.metric.unit, number.metric.label
        told[label] = None if estimate.value is None else (estimate.value, unit)
        for end, value in (("from", estimate.low), ("to", estimate.high)):
            told[f"{label} {end}"] = None if value is None else (value, unit)
    told["Why"] = " ".join((*creator.why, *creator.audience)) or None
    told["Not known yet"] = ", ".join(creator.unknown) or None
    told["Sources"] = _marks(creator.numbers.values(), dossier)
    return told


def _overlap(dossier: Dossier) -> pd.DataFrame:
    names = {"handle": "Creator", "followers": "Followers", "added": "New people"}
    names["total"] = "Different people so far"
    return dossier.overlap[list(names)].rename(columns=names)


def _odds(dossier: Dossier) -> pd.DataFrame:
    places = range(1, len(dossier.outcomes) + 1)
    return pd.DataFrame({"Equally likely result": places, dossier.goal: dossier.outcomes})


def _sources(dossier: Dossier) -> pd.DataFrame:
    writing = dossier.writing
    brought = [("", "Brought in", f.label, f.text, writing.day(f.as_of), "") for f in dossier.files]
    published = [
        (wording.raised(at), "Published", source.citation, source.note, source.year, source.url)
        for at, source in enumerate(dossier.sources, start=1)
    ]
    heads = ["Mark", "Kind", "Source", "Note", "As of", "Address"]
    return pd.DataFrame([*brought, *published], columns=heads)
