"""A list on its way to the tables: columns parsed, every bad cell noted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from core.readers import compact, damage, gaps, headers, modifiers, numbers, reading, texts
from core.readers.columns import Grid
from core.readers.headers import Header

YES: Final = frozenset(
    {
        "true",
        "yes",
        "y",
        "1",
        "1.0",
        "wahr",
        "ja",
        "oui",
        "sí",
        "si",
        "sim",
        "vrai",
        "verdadero",
        "✓",
        "✔",
        "x",
        "verified",
    }
)
_SCALED: Final = "“{}” counts in units of {}, as its heading says."
_SEVERAL_NETWORKS: Final = "this names several networks; give each account a row of its own"
_UNSURE: Final = (
    "In “{}”, numbers such as 1.234 are taken as one thousand two hundred thirty-four, since "
    "nothing in the column says otherwise."
)
_MOST: Final = 1e11  # no account, post or video has a count above this
_OF_NUMBERS: Final = ("this is not a number", "this is not a rate", "this is not a price")
NO: Final = frozenset(
    {
        "false",
        "no",
        "n",
        "0",
        "0.0",
        "falsch",
        "nein",
        "non",
        "não",
        "nao",
        "faux",
        "falso",
        "✗",
        "✘",
        "not verified",
    }
)


@dataclass(slots=True)
class Draft:
    """What a list gives, while it is being put together."""

    file: str
    grid: Grid
    problems: list[pd.DataFrame] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)  # columns where 1.234 could be two numbers
    _figures: dict[int, pd.Series] = field(default_factory=dict)

    def column(
        self,
        meaning: str,
        parse: Callable[[pd.Series], pd.Series],
        reason: str,
        only: int | None = None,
    ) -> pd.Series | None:
        """The values of all columns with this meaning (or of that at `only`), the first that is
        there; bad cells become problems.
        """
        best: pd.Series | None = None
        for at in self._clearest_first(meaning) if only is None else [only]:
            values = self.figures(at) if parse is numbers.parse else parse(self.grid.coded(at))
            unread = values.isna()
            cells, bad = self._bad(at, unread)
            if cells is None:
                best = values if best is None else best.fillna(values)
                continue
            said = ~unread | bad
            if best is not None and bad.sum() == said.sum():
                continue  # a twin with words (“Lifetime” beside the publish time) adds nothing
            if bad.sum() > 0.8 * max(said.sum(), 1) and bad.sum() > 3:
                self._leave_out(self.grid.columns[at], cells[bad], reason)
                continue
            self._list(self.grid.columns[at], cells[bad], reason)
            best = values if best is None else best.fillna(values)
        return best

    def counts(self, meaning: str) -> pd.Series | None:
        """Numbers that cannot be below zero; -1 is how tools write “hidden”, no problem."""
        values = self.column(meaning, numbers.parse, "this is not a number")
        if values is None:
            return None
        at = self.grid.having(meaning)[0]
        below = values < 0
        if below.any():
            wrong = values.index[below & (values != -1)]
            self._list(
                self.grid.columns[at], self.grid.cells(at)[wrong], "a count is not below zero"
            )
            values = values.mask(below)
        if self._is_unsure(at):
            self.unsure.append(shown(self.grid.columns[at]))
            self.notes.append(_UNSURE.format(self.unsure[-1]))
        above = values > _MOST
        if not above.any():
            return values
        wrong = self.grid.cells(at)[above]
        self._list(self.grid.columns[at], wrong, "more than there are people")
        return values.mask(above)

    def _is_unsure(self, at: int) -> bool:
        """Whether nothing decides what a mark in the numbers of a column means, and nobody did."""
        if compact.is_packed(self.grid.rows[at]) or self.grid.columns[at].decimals:
            return False
        return numbers.guessed(self.grid.coded(at))

    def flags(self, meaning: str) -> pd.Series | None:
        """Yes and no in the languages and signs seen."""
        answers = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}
        return self.column(
            meaning,
            lambda cells: texts.once(
                cells,
                lambda said: said.str.strip().str.casefold().map(answers).astype("boolean"),
            ),
            "this is neither yes nor no",
        )

    def words(self, meaning: str) -> pd.Series | None:
        """Text, null where the cell says that there is none."""
        found: pd.Series | None = None
        for at in self.grid.having(meaning):
            cells = gaps.said(self.grid.coded(at))
            found = cells if found is None else found.fillna(cells)
        return found

    def figures(self, at: int) -> pd.Series:
        """The numbers in one column, those without a unit of their own times that of the heading;
        worked out once.
        """
        if at not in self._figures:
            self._figures = {at: self._scaled(at)}  # the last one is asked for again
        return self._figures[at]

    def forget_figures(self) -> None:
        """Let go of the numbers that were worked out last."""
        self._figures = {}

    def _scaled(self, at: int) -> pd.Series:
        name = self.grid.columns[at].name
        if compact.is_packed(self.grid.rows[at]):
            values = self.grid.numbers(at)
        else:
            cells = self.grid.coded(at)
            cells = numbers.with_decimals(cells) if self.grid.columns[at].decimals else cells
            values = numbers.parse(modifiers.spelt_out(name, cells))
        scale = modifiers.scale(name)
        if scale == 1:
            return values
        note = _SCALED.format(shown(self.grid.columns[at]), f"{scale:,.0f}")
        if note not in self.notes:
            self.notes.append(note)
        return values * scale if (values.abs() * scale < _MOST).all() else values

    def _bad(self, at: int, unread: pd.Series) -> tuple[pd.Series | None, pd.Series]:
        """The cells, and which of those `unread` say something; null for none."""
        if compact.is_packed(self.grid.rows[at]) or not unread.any():
            return None, unread
        cells = self.grid.cells(at)
        bad = unread & ~numbers.missing(cells)
        return (cells if bad.any() else None), bad

    def list_strange_networks(self, rows: pd.Index) -> None:
        """A problem for every cell of a column of networks that names none we know."""
        for at in self.grid.having("platform"):
            cells = self.grid.coded(at)
            strange = texts.once(cells, lambda said: said.map(headers.platform_called).isna())
            if strange.any():
                named = self.grid.cells(at)[strange].loc[lambda c: c.index.isin(rows)]
                named = named[~numbers.missing(named)]
                several = texts.once(named, lambda said: said.map(headers.platforms_listed) > 1)
                self._list(self.grid.columns[at], named[several], _SEVERAL_NETWORKS)
                self._list(self.grid.columns[at], named[~several], "this is no network we know")

    def _clearest_first(self, meaning: str) -> list[int]:
        """Twin columns (`409.8M` beside `409800000`): the one with the exact numbers first."""
        columns = self.grid.having(meaning)
        if len(columns) < 2:
            return columns
        plain = {at: self.grid.sample(at).str.fullmatch(r"\d+(?:\.\d+)?").mean() for at in columns}
        return sorted(columns, key=lambda at: -plain[at])

    def _list(self, column: Header, cells: pd.Series, reason: str) -> None:
        if len(cells):
            self.problems.append(
                reading.problems(
                    self.file,
                    row=cells.index,
                    column=shown(column),
                    value=cells.array,
                    reason=_reasons(cells, reason),
                )
            )

    def _leave_out(self, column: Header, cells: pd.Series, reason: str) -> None:
        examples = reading.listing(cells.drop_duplicates().head(2))
        self.notes.append(
            f"The column “{shown(column)}” was left out: {reason} in nearly every row (for "
            f"example {examples})."
        )


def _reasons(cells: pd.Series, reason: str) -> pd.Series | str:
    """Why each cell was not read: in a column of numbers, a date is what a spreadsheet made of
    one.
    """
    return damage.reasons(cells, reason).array if reason in _OF_NUMBERS else reason


def shown(column: Header) -> str:
    """The heading on one line."""
    return " ".join(column.name.split()) or "(no heading)"
