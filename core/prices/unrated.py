"""Amounts that cannot be read, because nobody has said what their currency is worth."""

from dataclasses import dataclass

import pandas as pd

from core.prices.exchange import DOLLAR, Exchange


@dataclass(frozen=True, slots=True)
class Unrated:
    """How many asked prices and past fees there are in a `currency` without a rate."""

    currency: str
    prices: int
    fees: int = 0

    def words(self, into: str) -> str:
        """`3 asked prices in CHF are not used: there is no rate to USD.`"""
        counts = ((self.prices, "asked price"), (self.fees, "past fee"))
        told = " and ".join(f"{n:,} {what}{'s' * (n != 1)}" for n, what in counts if n)
        verb = "is" if self.prices + self.fees == 1 else "are"
        return f"{told} in {self.currency} {verb} not used: there is no rate to {into}."


def unrated(creators: pd.DataFrame, deals: pd.DataFrame, exchange: Exchange) -> tuple[Unrated, ...]:
    """One for each currency without a rate, by name; `creators` has price, `deals` fee, in it."""
    asked = _counted(creators, "price", exchange)
    paid = _counted(deals, "fee", exchange)
    return tuple(
        Unrated(str(code), int(asked.get(code, 0)), int(paid.get(code, 0)))
        for code in sorted({*asked.index, *paid.index})
    )


def needed(found: tuple[Unrated, ...], exchange: Exchange) -> list[str]:
    """The currencies whose rate would make everything readable, the own one first."""
    own = [] if exchange.per_usd is not None else [exchange.currency]
    rated = {code for code, _ in exchange.rates} | {DOLLAR, exchange.currency}
    return own + [each.currency for each in found if each.currency not in rated]


def _counted(rows: pd.DataFrame, amount: str, exchange: Exchange) -> pd.Series:
    if not {amount, "currency"} <= set(rows.columns):
        return pd.Series(dtype="int64")
    stated = rows.loc[rows[amount] > 0, "currency"].dropna().str.upper()
    return stated[exchange.worth(stated).isna()].value_counts()
