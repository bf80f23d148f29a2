"""What can be bought from one person at one go: an option, or options of several accounts.

A person with two accounts counts once, so each combination of the accounts' options is one choice
of that person. Nearly everybody has one account, where a bundle is just a row.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.budget.clauses import Bar, Clause
from core.errors import MicroscopeError

Whole = npt.NDArray[np.int64]

_MOST: Final = 20_000  # combinations of one person


@dataclass(frozen=True, slots=True, eq=False)
class Bundles:
    """Bundle i belongs to `person[i]` and holds the rows from `starts[i]` on in `rows`."""

    person: Whole
    starts: Whole
    rows: Whole

    def total(self, amounts: np.ndarray) -> np.ndarray:
        """The sum over each bundle's rows of `amounts` (one a row of the options)."""
        taken = amounts[self.rows]
        return taken if len(self.starts) == len(self.rows) else np.add.reduceat(taken, self.starts)

    def any(self, flags: np.ndarray) -> np.ndarray:
        """Whether one of each bundle's rows has the flag."""
        return self.total(flags.astype(np.int64)) > 0

    def rows_of(self, bundles: Whole) -> Whole:
        """The rows of these bundles, one after the other."""
        if len(self.starts) == len(self.rows):
            return self.rows[bundles]
        ends = np.append(self.starts, len(self.rows))
        parts = [self.rows[ends[each] : ends[each + 1]] for each in bundles]
        return np.concatenate([np.empty(0, np.int64), *parts])

    def holding(self, creator: Whole, held: Whole) -> tuple["Bundles", Whole, bool]:
        """Without what leaves out one of the creators `held`, their persons, and if all are in.

        `creator` is the code of each row of the options.
        """
        if not len(held):
            return self, held, True
        is_held = np.isin(creator, held)
        has = self.total(is_held.astype(np.int64))
        need = np.zeros(int(self.person.max()) + 1, np.int64)
        np.maximum.at(need, self.person, has)
        sizes = np.diff(np.append(self.starts, len(self.rows)))
        kept = has == need[self.person]
        rows, sizes = self.rows[np.repeat(kept, sizes)], sizes[kept]
        left = Bundles(self.person[kept], np.cumsum(sizes) - sizes, rows)
        return left, np.flatnonzero(need).astype(np.int64), int(need.sum()) == len(held)


def bundles(options: pd.DataFrame, creator: Whole, clauses: tuple[Clause, ...]) -> Bundles:
    """The bundles of `options` (usable rows; `creator` their codes, 0, 1, 2 … by name)."""
    single = np.arange(len(options), dtype=np.int64)
    if "person" not in options:
        return Bundles(creator, single, single)
    named = options["person"].notna().to_numpy()
    who = pd.factorize(options["person"])[0].astype(np.int64)
    first = pd.Series(creator).groupby(who).transform("min").to_numpy(np.int64)
    person = np.where(named, first, creator)
    accounts = pd.Series(creator).groupby(person).nunique()
    shared = accounts.index[accounts > 1].to_numpy()
    joined: list[Whole] = []
    for each in shared:  # few: persons with several accounts
        joined += _combined(options, creator, np.flatnonzero(person == each), clauses)
    rows = np.concatenate([single, *joined])
    sizes = np.array([len(each) for each in joined], np.int64)
    starts = np.concatenate([single, len(single) + np.cumsum(sizes) - sizes])
    return Bundles(person[rows[starts]], starts, rows)


def _combined(
    options: pd.DataFrame, creator: Whole, rows: Whole, clauses: tuple[Clause, ...]
) -> list[Whole]:
    """All sets of two and more of these rows with at most one an account, within the caps."""
    caps = [each for each in clauses if isinstance(each, Bar) and each.kind == "most"]
    amounts = {cap.column: options[cap.column].to_numpy(np.float64) for cap in caps}
    found: list[Whole] = [np.empty(0, np.int64)]
    for account in np.unique(creator[rows]):
        own = rows[creator[rows] == account]
        grown = [np.append(before, row) for before in found for row in own]
        found += [
            each
            for each in grown
            if all(amounts[cap.column][each].sum() <= float(cap.value) + 1e-9 for cap in caps)  # type: ignore[arg-type]
        ]
        if len(found) > _MOST:
            name = options["person"].iloc[rows[0]]
            raise MicroscopeError(
                f"“{name}” has too many accounts and options to be planned as one person.",
                "Take some of the accounts away, or plan them as persons of their own.",
            )
    return [each for each in found if len(each) > 1]
