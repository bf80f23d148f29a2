"""A list on its way to the tables: columns parsed, every bad cell noted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from core.readers import damage, headers, modifiers, numbers, reading, texts
from core.readers.columns import Grid
from core.readers.headers import Header

_YES: Final = frozenset(
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
_MOST: Final = 1e11  # no account, post or video has a count above this
_OF_NUMBERS: Final = ("this is not a number", "this is not a rate", "this is not a price")
_NO: Final = frozenset(
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
            column, cells = self.grid.columns[at], self.grid.cells(at)
            if parse is numbers.parse:
                values = self._scaled(at, parse(modifiers.spelt_out(column.name, cells)))
            else:
                values = parse(cells)
            unread = values.isna()
            said = ~numbers.missing(cells) if unread.any() else ~unread
            bad = unread & said
            if best is not None and bad.sum() == said.sum():
                continue  # a twin with words (“Lifetime” beside the publish time) adds nothing
            if bad.sum() > 0.8 * max(said.sum(), 1) and bad.sum() > 3:
                self._leave_out(self.grid.columns[at], cells[bad], reason)
                continue
            self._list(self.grid.columns[at], cells[bad], reason)
            best = values if best is None else best.fillna(values)
        return best

    def _scaled(self, at: int, values: pd.Series) -> pd.Series:
        """The numbers, those without a unit of their own times the unit of their heading."""
        scale = modifiers.scale(self.grid.columns[at].name)
        if scale == 1:
            return values
        self.notes.append(_SCALED.format(shown(self.grid.columns[at]), f"{scale:,.0f}"))
        return values * scale if (values.abs() * scale < _MOST).all() else values

    def counts(self, meaning: str) -> pd.Series | None:
        """Numbers that cannot be below zero; -1 is how tools write “hidden”, no problem."""
        values = self.column(meaning, numbers.parse, "this is not a number")
        if values is None:
            return None
        below = values[values < 0]
        for at in self.grid.having(meaning)[:1]:
            self._list(
                self.grid.columns[at],
                self.grid.cells(at)[below.index[below != -1]],
                "a count is not below zero",
            )
            if numbers.guessed(self.grid.cells(at)):
                self.notes.append(
                    f"In “{shown(self.grid.columns[at])}”, numbers such as 1.234 are taken "
                    f"as one thousand two hundred "
                    "thirty-four. Nothing in the column says otherwise; if they are "
                    "decimals, correct them in the file."
                )
        self._list_impossible(meaning, values)
        return values.where((values >= 0) & (values <= _MOST))

    def _list_impossible(self, meaning: str, values: pd.Series) -> None:
        above = values.index[values > _MOST]
        for at in self.grid.having(meaning)[:1] if len(above) else []:
            self._list(
                self.grid.columns[at], self.grid.cells(at)[above], "more than there are people"
            )

    def flags(self, meaning: str) -> pd.Series | None:
        """Yes and no in the languages and signs seen."""
        answers = {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}
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
            cells = self.grid.cells(at).str.strip()
            none = numbers.missing(cells)
            cells = cells.mask(none) if none.any() else cells
            found = cells if found is None else found.fillna(cells)
        return found

    def list_strange_networks(self, rows: pd.Index) -> None:
        """A problem for every cell of a column of networks that names none we know."""
        for at in self.grid.having("platform"):
            cells = self.grid.cells(at).loc[rows]
            known = {word: headers.platform_called(word) for word in cells.unique()}
            strange = cells[cells.map(known).isna() & ~numbers.missing(cells)]
            self._list(self.grid.columns[at], strange, "this is no network we know")

    def _clearest_first(self, meaning: str) -> list[int]:
        """Twin columns (`409.8M` beside `409800000`): the one with the exact numbers first."""
        columns = self.grid.having(meaning)
        if len(columns) < 2:
            return columns
        plain = {
            at: self.grid.cells(at).head(400).str.fullmatch(r"\d+(?:\.\d+)?").mean()
            for at in columns
        }
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
