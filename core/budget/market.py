"""What is on offer under the limits, made ready once and asked about any number of budgets."""

from dataclasses import dataclass
from typing import Self

import pandas as pd

from core.budget.limits import Limits
from core.budget.menu import Menu, budget_cents, compile_menu, faults, money
from core.errors import ImpossibleLimits


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """The rows that can be bought (`usable`, `menu`) and, with the reason, those that cannot."""

    usable: pd.DataFrame
    left_out: pd.DataFrame
    menu: Menu
    creators: int
    cheapest: float | None  # lowest price on offer; null when nothing is

    @classmethod
    def of(cls, options: pd.DataFrame, limits: Limits | None = None) -> Self:
        """The market of `options` (creator, option, price, value …); raises ImpossibleLimits."""
        reasons = faults(options)
        fine = reasons.isna()
        usable = options[fine]
        menu = compile_menu(usable, limits or Limits())
        return cls(
            usable=usable,
            left_out=options.loc[~fine, ["creator", "option"]].assign(reason=reasons[~fine]),
            menu=menu,
            creators=len(menu.starts),
            cheapest=float(usable["price"].min()) if len(usable) else None,
        )

    def to_spend(self, budget: float) -> int:
        """Cents left when the must-haves are paid; raises ImpossibleLimits if they are too dear."""
        if not budget >= 0:
            raise ImpossibleLimits(
                f"A budget of {budget:,.2f} cannot be planned with.",
                "Give an amount of 0 or more.",
            )
        spend = budget_cents(budget) - self.menu.base_cost
        if spend < 0:
            count = len(self.menu.base_rows)
            raise ImpossibleLimits(
                f"Those who must be in ({count}) cost at least "
                f"{money(self.menu.base_cost):,.2f}, and the budget is {budget:,.2f}.",
                "Raise the budget or take a must-have away.",
            )
        return spend
