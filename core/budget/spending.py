"""Where the money of a plan goes, and who is in the best plan at which budget."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from core.budget.market import Market
from core.budget.plans import Plan, best_plan_on

_PARTS: Final = {
    "fee": "Fees",
    "agency_fee": "Agency",
    "usage_fee": "Usage rights",
    "product_cost": "Product",
    "shipping_cost": "Shipping",
}
_MEMBER: Final = ("creator", "budget", "handle", "price")
TOTAL: Final = "Plan costs"
LEFT: Final = "Left of the budget"


def spent(plan: Plan) -> pd.DataFrame:
    """part, amount, since, until, kind ("part", "sum", "left"): the budget taken apart, in order.

    Parts of nothing are left out; without parts the fees are the prices. Empty without a plan.
    """
    if plan.chosen.empty:
        return pd.DataFrame(columns=["part", "amount", "since", "until", "kind"])
    known = [name for name in _PARTS if name in plan.chosen]
    sums = plan.chosen[known].sum() if known else pd.Series({"fee": plan.cost})
    sums = sums[sums > 0].rename(_PARTS)
    ends = sums.cumsum()
    parts = pd.DataFrame(
        {"part": sums.index, "amount": sums.to_numpy(), "since": (ends - sums).to_numpy()}
    )
    parts = parts.assign(until=ends.to_numpy(), kind="part")
    left = max(plan.budget - plan.cost, 0.0)
    rest = pd.DataFrame(
        {
            "part": [TOTAL, LEFT],
            "amount": [plan.cost, left],
            "since": [0.0, plan.cost],
            "until": [plan.cost, plan.cost + left],
            "kind": ["sum", "left"],
        }
    )
    return pd.concat([parts, rest], ignore_index=True)


def members(market: Market, budgets: Iterable[float]) -> pd.DataFrame:
    """creator, budget, handle, price: who is in the best plan at each of `budgets`, for what."""
    every = sorted(set(budgets))
    found = [
        best_plan_on(market, budget).chosen.reindex(columns=["creator", "handle", "price"])
        for budget in every
    ]
    rows = pd.concat(found, keys=every, names=["budget"]) if found else pd.DataFrame()
    if rows.empty:
        return pd.DataFrame(columns=list(_MEMBER))
    return _by_creator(rows.reset_index(level="budget"))


def with_members(members: pd.DataFrame, plan: Plan, budget: float) -> pd.DataFrame:
    """`members` with those of `plan` at `budget`: of plans equally good, the one on screen."""
    own = plan.chosen.reindex(columns=["creator", "handle", "price"]).assign(budget=budget)
    others = members[members["budget"] != budget]
    return pd.concat([others, _by_creator(own)], ignore_index=True) if len(own) else others


def _by_creator(rows: pd.DataFrame) -> pd.DataFrame:
    each = rows.groupby(["creator", "budget"], as_index=False)
    return each.agg(handle=("handle", "first"), price=("price", "sum"))[list(_MEMBER)]
