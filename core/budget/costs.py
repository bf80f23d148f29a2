"""What a piece of work costs besides the fee: product, shipping, agency, usage rights."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from core.errors import MicroscopeError

PARTS: Final = ("fee", "agency_fee", "usage_fee", "product_cost", "shipping_cost")


@dataclass(frozen=True, slots=True)
class Costs:
    """Product and shipping once a creator, in money; agency and usage rights as shares of the fee.

    Products count at what they cost the brand, not at their price in the shop.
    """

    product: float = 0.0
    shipping: float = 0.0
    agency: float = 0.0
    usage: float = 0.0

    def __post_init__(self) -> None:
        for name in self.__slots__:
            amount = getattr(self, name)
            if not (amount >= 0 and np.isfinite(amount)):
                raise MicroscopeError(
                    f"A cost of {amount:g} ({name}) cannot be planned with.",
                    "Give an amount of 0 or more.",
                )


NO_COSTS: Final = Costs()


def added(lines: pd.DataFrame, costs: Costs) -> pd.DataFrame:
    """`lines` with PARTS, and price, price_low, price_high (fees before) as their sums."""
    shares = 1 + costs.agency + costs.usage
    once = costs.product + costs.shipping
    whole = {
        name: (lines[name] * shares + once).round(2)
        for name in ("price", "price_low", "price_high")
    }
    return lines.assign(
        fee=lines["price"],
        agency_fee=(lines["price"] * costs.agency).round(2),
        usage_fee=(lines["price"] * costs.usage).round(2),
        product_cost=costs.product,
        shipping_cost=costs.shipping,
        **whole,
    )
