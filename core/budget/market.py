"""What is on offer under the limits, made ready once and asked about any number of budgets."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import pandas as pd

from core.budget.bound import ladder
from core.budget.bundles import Bundles, bundles
from core.budget.clauses import SHARES, Bar, Clause, Demand, Money, Must, amount, clauses
from core.budget.hull import Steps, steps
from core.budget.limits import Limits, called, names
from core.budget.menu import Menu, Offer, Rows, Whole, budget_cents, cents, compile_menu, faults
from core.errors import ImpossibleLimits, MicroscopeError

_NEEDED: Final = ("creator", "option", "price", "value")


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """The rows that can be bought (`usable`, `menu`) and, with the reason, those that cannot.

    `clauses` are the single limits it stands under; `fits` is False where a must-have has nothing
    that they allow.
    """

    usable: pd.DataFrame
    left_out: pd.DataFrame
    menu: Menu
    ladder: Steps  # of the menu; nothing where limits bind several creators
    bundles: Bundles
    creators: int  # persons with something to buy
    cheapest: float | None  # lowest price on offer; null when nothing is
    clauses: tuple[Clause, ...]
    offered: pd.DataFrame  # without faults, before any limit
    money: Money = amount
    fits: bool = True

    @classmethod
    def of(cls, options: pd.DataFrame, limits: Limits | None = None, money: Money = amount) -> Self:
        """The market of `options` (creator, option, price, value …); raises ImpossibleLimits.

        `money` writes an amount in sentences.
        """
        absent = [name for name in _NEEDED if name not in options]
        if absent:
            raise MicroscopeError(
                f"The options have no {names(absent)}.",
                f"Each option needs a {', '.join(_NEEDED)}.",
            )
        reasons = faults(options)
        fine = reasons.isna()
        left_out = options.loc[~fine, ["creator", "option"]].assign(reason=reasons[~fine])
        told = clauses(limits or Limits(), money)
        offered = options[fine] if not fine.all() else options
        if "count" not in offered:
            offered = offered.assign(count=1)
        if "fee" not in offered:
            offered = offered.assign(fee=offered["price"])
        _check_columns(offered, told)
        _check_known(offered, told)
        return cls.under(offered, told, left_out, money)

    @classmethod
    def under(
        cls,
        offered: pd.DataFrame,
        told: tuple[Clause, ...],
        left_out: pd.DataFrame | None = None,
        money: Money = amount,
    ) -> Self:
        """The market of rows without faults under these single limits."""
        usable, barred = _allowed(offered, told)
        out = barred if left_out is None else pd.concat([left_out, barred])
        codes, creators = pd.factorize(usable["creator"], sort=True)
        must = {name for each in told if isinstance(each, Must) for name in each.creators}
        codes = codes.astype(np.int64)
        held = np.flatnonzero(creators.isin(list(must))).astype(np.int64)
        packs, persons, together = bundles(usable, codes, told).holding(codes, held)
        menu = _menu(usable, packs, persons, told)
        return cls(
            usable=usable,
            left_out=out,
            menu=menu,
            ladder=ladder(menu) if not len(menu.rows.least) else steps(*np.empty((3, 0), np.int64)),
            bundles=packs,
            creators=len(menu.starts),
            cheapest=float(usable["price"].min()) if len(usable) else None,
            clauses=told,
            offered=offered,
            money=money,
            fits=together and len(held) == len(must) and menu.seats >= 0,
        )

    def without(self, clause: Clause) -> "Market":
        """The same market with one limit less."""
        rest = tuple(each for each in self.clauses if each is not clause)
        return Market.under(self.offered, rest, self.left_out.head(0), self.money)

    def rows(self, menu: Menu, entries: Whole) -> pd.DataFrame:
        """The rows of `usable` that the entries of `menu` (a part of the own) and the musts are."""
        return self.usable.iloc[self.bundles.rows_of(menu.bought(entries))]

    def to_spend(self, budget: float) -> int:
        """Cents left when the must-haves are paid, below zero if they are too dear."""
        if not budget >= 0:
            raise ImpossibleLimits(
                f"A budget of {budget:,.2f} cannot be planned with.",
                "Give an amount of 0 or more.",
            )
        return budget_cents(budget) - self.menu.base_cost


def _allowed(offered: pd.DataFrame, told: tuple[Clause, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that no limit bars, and those that one does with its reason."""
    reason = pd.Series(None, index=offered.index, dtype="str")
    for each in told:
        if isinstance(each, Bar):
            reason = reason.mask(each.stops(offered) & reason.isna(), each.reason)
    barred = reason.notna()
    if not barred.any():
        return offered, offered.loc[barred, ["creator", "option"]].assign(reason=reason[barred])
    out = offered.loc[barred, ["creator", "option"]].assign(reason=reason[barred])
    return offered[~barred], out[out["reason"] != "kept out of the plan"]


def _menu(usable: pd.DataFrame, packs: Bundles, must: Whole, told: tuple[Clause, ...]) -> Menu:
    """The menu of these bundles; the persons in `must` are in."""
    label = pd.factorize(usable["option"], sort=True)[0]
    offer = Offer(
        cost=packs.total(cents(usable["price"])),
        value=packs.total(usable["value"].to_numpy(np.float64)),
        person=packs.person,
        label=label[packs.rows[packs.starts]],
    )
    persons = len(np.unique(packs.person))
    demands = [each for each in told if isinstance(each, Demand)]
    binding = [each for each in demands if not each.is_idle(persons)]
    if len(binding) == 1 and binding[0].is_number and binding[0].most is not None:
        seats = int(binding[0].most) - len(must)
        return compile_menu(offer, must, Rows.none(len(offer.cost)), seats)
    return compile_menu(offer, must, _rows(usable, packs, offer.cost, binding))


def _rows(usable: pd.DataFrame, packs: Bundles, cost: Whole, demands: list[Demand]) -> Rows:
    """What each bundle takes of each demand: persons, cents, or cents × thousandths."""
    uses = np.empty((len(demands), len(cost)))
    for use, each in zip(uses, demands, strict=True):
        inside = np.ones(len(usable), np.int64)
        if each.column is not None:
            inside = usable[each.column].isin(each.within).to_numpy(np.int64)
        if each.measure == "creators":
            use[:] = packs.any(inside)
            continue
        use[:] = packs.total(cents(usable["price"]) * inside)
        if each.measure == "share":
            use[:] = SHARES * use - each.share * cost
    return Rows(
        uses,
        np.array([each.lower for each in demands], np.float64),
        np.array([each.upper for each in demands], np.float64),
    )


def _check_columns(offered: pd.DataFrame, told: tuple[Clause, ...]) -> None:
    """Raise ImpossibleLimits where a limit asks for what the options do not say."""
    for each in told:
        column = each.column if isinstance(each, Bar | Demand) else None
        if column is not None and column not in offered:
            raise ImpossibleLimits(
                f"“{each.words}” cannot be kept: the options do not say the {column}.",
                f"Add a column {column}, or take the limit away.",
            )


def _check_known(offered: pd.DataFrame, told: tuple[Clause, ...]) -> None:
    """Raise ImpossibleLimits for a must-have who has no option with a price."""
    must = {name for each in told if isinstance(each, Must) for name in each.creators}
    absent = sorted(must - set(offered["creator"])) if must else []
    if absent:
        raise ImpossibleLimits(
            f"{names(called(absent))} must be in the plan but nothing with a price and a value "
            "can be bought there.",
            "Type a price, or take the must-have away.",
        )
