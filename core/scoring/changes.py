"""What another benchmark changes for the creators at hand, in one sentence and in numbers."""

import pandas as pd

from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric
from core.scoring import words

_LEAST = 0.005  # of the standing: less is not seen on screen


def told(before: pd.DataFrame, after: pd.DataFrame, label: str, writing: Writing) -> str:
    """What moved from `before` to `after` (scored creators) by going over to the set `label`."""
    moved, ranks = _standings(before, after), _ranks(before, after)
    whole = writing.number(len(after))
    said = f"Every page now goes by “{label}”: {writing.number(len(moved))} of {whole} creators"
    said += " stand otherwise for their size"
    if len(ranks):
        far = ranks.iloc[0]
        said += (
            f", {writing.number(len(ranks))} change rank, @{far['handle']} furthest (from"
            f" {writing.number(far['before'])} to {writing.number(far['after'])})"
        )
    above = [_above(scored) for scored in (before, after)]
    if above[0] != above[1]:
        first, then = (writing.number(count) for count in above)
        said += (
            f"; on all networks together {then} instead of {first} engage above what is published"
        )
        said += " for their size"
    return said + "."


def numbers(before: pd.DataFrame, after: pd.DataFrame, writing: Writing) -> tuple[Number, ...]:
    """The numbers of `told`."""
    moved, ranks = _standings(before, after), _ranks(before, after)
    inputs = [
        Input("Creators", writing.number(len(after))),
        Input("Change rank", writing.number(len(ranks))),
        Input("Above what is published, before", writing.number(_above(before))),
        Input("Above what is published, now", writing.number(_above(after))),
    ]
    inputs += [
        Input(f"@{row.handle}, rank", f"{writing.number(row.before)} → {writing.number(row.after)}")
        for row in ranks.head(5).itertuples()
    ]
    found = Estimate(float(len(moved)), n=len(after))
    return (Number(metric("standings_moved"), found, "", tuple(inputs)),)


def _standings(before: pd.DataFrame, after: pd.DataFrame) -> pd.Index:
    """The creators whose standing became another one, known or unknown."""
    old, new = (scored.set_index("creator")["standing"] for scored in (before, after))
    old = old.reindex(new.index)
    same = (old - new).abs().lt(_LEAST) | (old.isna() & new.isna())
    return new.index[~same]


def _ranks(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """handle, before, after of those whose rank changed, the furthest first."""
    both = after[["creator", "handle", "rank"]].merge(before[["creator", "rank"]], on="creator")
    both = both.rename(columns={"rank_x": "after", "rank_y": "before"}).dropna()
    both = both[both["after"] != both["before"]]
    far = (both["after"] - both["before"]).abs().sort_values(ascending=False, kind="stable")
    return both.loc[far.index]


def _above(scored: pd.DataFrame) -> int:
    compared = words.with_benchmark(scored)
    return 0 if compared.empty else words.of_largest_tier(compared)[2]
