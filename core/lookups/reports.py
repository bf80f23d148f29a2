"""How far a run is, in words."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

import pandas as pd

from core.lookups.desk import settled
from core.lookups.harvest import label
from core.lookups.outcomes import State, words

_KINDS: Final = {
    "handles": "accounts",
    "followers": "list of followers",
    "search": "search",
}
_FINE: Final = (State.FOUND, State.WAITING)


def summary(rows: pd.DataFrame, kind: str, running: bool) -> str:
    """`37 of 40 accounts asked for: 31 found, 6 not.` and whether it goes on."""
    over = int(rows["state"].map(settled).sum())
    found = int((rows["state"] == State.FOUND).sum())
    if kind == "handles":
        said = f"{over:,} of {len(rows):,} accounts settled: {found:,} found, {over - found:,} not."
    else:
        said = f"{rows['handle'].iloc[0]} on {label(rows['platform'].iloc[0])}:"
        said += " done." if over else " not done yet."
    if running:
        return f"{said} Asking …"
    return said if over == len(rows) else f"{said} It waits for you to go on."


def steps(rows: pd.DataFrame, moment: Callable[[datetime | None], str], most: int = 8) -> list[str]:
    """A sentence for each thing that keeps accounts of a network from being found, and what next.

    `5 on YouTube: no token. …`, the largest group first, `most` at the most.
    """
    told = lines(rows[rows["state"] != State.FOUND], moment)
    groups = told.groupby(["network", "state", "next"], sort=False).size()
    largest = groups.sort_values(ascending=False, kind="stable").head(most)
    return [
        f"{count:,} on {network}: {state}. {text}"
        for (network, state, text), count in largest.items()
    ]


def lines(
    rows: pd.DataFrame, moment: Callable[[datetime | None], str], newest: int | None = None
) -> pd.DataFrame:
    """One line a handle: network, handle, state, next; what needs attention first.

    With `newest`, only so many of those that were asked for last. `moment` writes a time.
    """
    rank = rows["state"].map(lambda state: _FINE.index(State(state)) + 1 if state in _FINE else 0)
    order = ["tried_at", "number"] if newest else ["rank", "number"]
    chosen = rows.assign(rank=rank).sort_values(
        order, ascending=[newest is None, True], na_position="last", kind="stable"
    )
    chosen = chosen.head(newest) if newest else chosen
    said: dict[tuple[str, str, str, str], tuple[str, str]] = {}
    told = []
    detail = chosen["detail"].fillna("")
    for platform, state, until, more in zip(
        chosen["platform"], chosen["state"], chosen["until"], detail, strict=True
    ):
        key = (platform, state, moment(until) if state == State.LIMITED else "", more)
        if key not in said:
            short, what, do = words(state, label(platform), key[2], more)
            about = f" {more}." if more and more not in what else ""
            said[key] = (short, about.strip() if state == State.FOUND else f"{what}{about} {do}")
        told.append(said[key])
    return pd.DataFrame(
        {
            "network": [label(platform) for platform in chosen["platform"]],
            "handle": chosen["handle"].to_numpy(),
            "state": [short for short, _ in told],
            "next": [text for _, text in told],
        }
    )
