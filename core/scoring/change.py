"""How one creator's followers changed between the times they were counted."""

from datetime import timedelta
from typing import Final

import pandas as pd

from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric
from core.scoring.cells import date

_APART: Final = timedelta(hours=1)  # counts closer together are one and the same look


def numbers(seen: pd.DataFrame, writing: Writing) -> dict[str, Number]:
    """followers_change: the newest count less the first, of the rows of `seen` (accounts).

    Empty where there are no two counts an hour apart.
    """
    dated = seen.dropna(subset=["followers", "seen_at"]).sort_values("seen_at", kind="stable")
    if dated.empty or dated["seen_at"].iloc[-1] - dated["seen_at"].iloc[0] < _APART:
        return {}
    first, last = dated.iloc[0], dated.iloc[-1]
    days = (last["seen_at"] - first["seen_at"]) / timedelta(days=1)
    change = float(last["followers"] - first["followers"])
    ends = f"{writing.number(last['followers'])} − {writing.number(first['followers'])}"
    return {
        "followers_change": Number(
            metric("followers_change"),
            Estimate(change, n=len(dated)),
            working=f"{ends} = {writing.number(change)}",
            inputs=tuple(
                Input("Followers", writing.number(row["followers"]), date(row["seen_at"]))
                for row in (first, last)
            ),
            note=f"{writing.number(change / days, 1)} a day." if days >= 1 else "",
        )
    }
