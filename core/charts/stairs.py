"""The frontier as stairs: each step begins at what its plan costs, as from there it can be had."""

from typing import Final

import pandas as pd

_FLAT: Final = 1.3  # times the money with which nothing is left to buy


def rising(known: pd.DataFrame) -> pd.DataFrame:
    """Without the budgets far above the first one that brings as much as any."""
    enough = known.loc[known["value"] >= known["value"].max(), "budget"].min()
    return known[known["budget"] <= _FLAT * enough] if len(known) else known


def steps(known: pd.DataFrame) -> pd.DataFrame:
    """`known` (budget, cost, value, in order) with `budget` where each step begins, and an end.

    Budgets are tried so far apart that a plan may cost much less than the one it was found for.
    """
    if "cost" not in known or known.empty:
        return known
    begin = known["cost"].clip(upper=known["budget"]).fillna(known["budget"])
    stairs = known.assign(budget=begin.where(known["value"].gt(0), known["budget"]))
    end = known.tail(1)
    last = float(stairs["budget"].iloc[-1]) < float(end["budget"].iloc[0])
    joined = pd.concat([stairs, end], ignore_index=True) if last else stairs
    return joined.sort_values(["budget", "value"], kind="stable", ignore_index=True)
