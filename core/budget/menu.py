"""The options as arrays that the solver reads: whole cents, sorted, nothing pointless in them.

Money is whole cents from here on: a price is rounded up and a budget down, so no plan costs more
than it may, not even by a fraction of a cent.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_CENTS: Final = 100
_FLOAT_DUST: Final = 1e-6  # 19.99 × 100 is 1998.9999999999998 in binary
_MOST: Final = 10**15  # cents; beyond it sums of prices would not fit
_ABSURD: Final = 1e9  # nobody's price


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Limits beside the money: the sum of `uses` (rows × entries) lies from `least` to `most`."""

    uses: Real
    least: Real
    most: Real

    @classmethod
    def none(cls, entries: int) -> "Rows":
        """No limits."""
        return cls(np.empty((0, entries)), np.empty(0), np.empty(0))


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """What is on offer, in any order: whole cents, value, the person's code, an order of equals."""

    cost: Whole
    value: Real
    person: Whole
    label: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Menu:
    """One entry an option, sorted by creator and cost; every creator may also be left as they are.

    A must-have creator starts at the cheapest option (`base_rows`, `base_cost`, `base_value`), and
    the entries are what the dearer ones add. `seat` is 1 where choosing takes one of `seats`,
    0 where places are not counted.
    """

    cost: Whole  # cents
    value: Real
    creator: Whole
    row: Whole  # position in the offer
    seat: Whole
    seats: int
    rows: Rows
    base_rows: Whole
    base_creators: Whole
    base_cost: int = 0
    base_value: float = 0.0

    @property
    def starts(self) -> Whole:
        """Where each creator's entries begin."""
        return np.flatnonzero(np.diff(self.creator, prepend=-1)).astype(np.int64)

    @property
    def group(self) -> Whole:
        """The creator of each entry, counted 0, 1, 2 … without gaps."""
        return np.cumsum(np.diff(self.creator, prepend=-1) != 0) - 1

    @property
    def most_spent(self) -> float:
        """What everybody's dearest entry costs together: no plan can spend more."""
        dearest = np.maximum.reduceat(self.cost, self.starts).sum() if len(self.cost) else 0
        return money(self.base_cost + int(dearest))

    def keep(self, wanted: Flags) -> "Menu":
        """The entries that are wanted; what must be bought stays."""
        if wanted.all():
            return self
        names = ("cost", "value", "creator", "row", "seat")
        rows = replace(self.rows, uses=self.rows.uses[:, wanted])
        return replace(self, rows=rows, **{name: getattr(self, name)[wanted] for name in names})

    def bought(self, entries: Whole) -> Whole:
        """Positions in the offer for the chosen entries, must-haves included."""
        kept = ~np.isin(self.base_creators, self.creator[entries])
        return np.concatenate([self.base_rows[kept], self.row[entries]])


def cents(amounts: pd.Series) -> Whole:
    """Amounts as whole cents, rounded up."""
    raw = amounts.to_numpy(np.float64) * _CENTS
    return np.minimum(np.ceil(raw - _FLOAT_DUST), _MOST).astype(np.int64)


def budget_cents(budget: float) -> int:
    """A budget as whole cents, rounded down."""
    return int(np.floor(min(budget * _CENTS, _MOST) + _FLOAT_DUST))


def money(whole: int) -> float:
    """Cents as an amount."""
    return whole / _CENTS


def faults(options: pd.DataFrame) -> pd.Series:
    """Why a row cannot be bought, in words; null where it can."""
    price, value = options["price"], options["value"]
    reason = pd.Series(None, index=options.index, dtype="str")
    reason = reason.mask(~np.isfinite(value.fillna(np.nan)), "what it would bring is unknown")
    reason = reason.mask(value < 0, "its value is below zero")
    reason = reason.mask(price > _ABSURD, "its price is too high to be one")
    reason = reason.mask(~np.isfinite(price.fillna(np.nan)), "its price is unknown")
    reason = reason.mask(price < 0, "its price is below zero")
    return reason.mask(options["creator"].isna(), "it names no creator")


def compile_menu(offer: Offer, must: Whole, rows: Rows, seats: int | None = None) -> Menu:
    """The offer as a menu under `rows`; persons in `must` are in, and `seats` limits the others."""
    order = np.lexsort((offer.label, -offer.value, offer.cost, offer.person))
    forced = np.isin(offer.person[order], must)
    menu = Menu(
        cost=offer.cost[order],
        value=offer.value[order],
        creator=offer.person[order],
        row=order.astype(np.int64),
        seat=np.where(forced, 0, int(seats is not None)).astype(np.int64),
        seats=seats or 0,
        rows=replace(rows, uses=rows.uses[:, order]),
        base_rows=np.empty(0, np.int64),
        base_creators=np.empty(0, np.int64),
    )
    menu = _from_base(menu, forced) if len(must) else menu
    return menu if len(menu.rows.least) else _worthwhile(menu)


def _from_base(menu: Menu, forced: Flags) -> Menu:
    """Count the must-haves' entries from their cheapest one."""
    starts = menu.starts
    first, floor = starts[forced[starts]], starts[menu.group]
    uses = menu.rows.uses
    base = uses[:, first].sum(axis=1)
    rows = Rows(
        np.where(forced, uses - uses[:, floor], uses),
        menu.rows.least - base,
        menu.rows.most - base,
    )
    return replace(
        menu,
        rows=rows,
        cost=np.where(forced, menu.cost - menu.cost[floor], menu.cost),
        value=np.where(forced, menu.value - menu.value[floor], menu.value),
        base_rows=menu.row[first],
        base_creators=menu.creator[first],
        base_cost=int(menu.cost[first].sum()),
        base_value=float(menu.value[first].sum()),
    )


def _worthwhile(menu: Menu) -> Menu:
    """Without the entries that cost as much as another of the same creator and bring no more."""
    menu = menu.keep(menu.value > 0)
    while True:
        same = np.diff(menu.creator, prepend=-1) == 0
        worse = same & (np.diff(menu.value, prepend=np.inf) <= 0)
        if not worse.any():
            return menu
        menu = menu.keep(~worse)
