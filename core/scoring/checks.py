"""What to check next: the look-ups that would most probably change who is in the top.

For each creator and each dimension that counts: if it were known exactly, how often would the
creator enter or leave the best `top`? What is unknown may lie anywhere an account may lie; what is
known may lie anywhere in its range. Worked out exactly, so no draw adds its own noise.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from core import metrics
from core.locale import Writing, is_known
from core.scoring import bell
from core.scoring.settings import Settings

HOW: Final[Mapping[str, str]] = {
    "standing": "note likes and comments of its last dozen posts",
    "conversation": "bring in the comments under five of its posts",
    "audience": "look at the profiles of 60 of its followers",
    "fit": "bring in its bio and some captions",
    "reputation": "bring in more of its captions",
    "value": "ask what it takes for a post",
}
COLUMNS: Final = ("creator", "handle", "rank", "dimension", "known", "inside", "chance")
SHOWN: Final = 5
_LEAST: Final = 0.01  # a look-up that changes less is none


def worth_most(ranked: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """The look-ups that may change the top, the likeliest first, one a creator: COLUMNS.

    `ranked` as `scoring.score` gives it, all creators, best first. inside = in the top today;
    chance = how often it would enter or leave. Empty where everybody is in the top anyway.
    """
    weights = {name: weight for name, weight in settings.weights if weight > 0}
    scores = ranked["score"].where(ranked["rank"].notna()) / 100
    order = scores.sort_values(ascending=False, kind="stable")
    if len(ranked) <= settings.top or not weights or scores.notna().sum() < settings.top:
        return _frame([])
    last = float(order.iloc[settings.top - 1])
    following = order.iloc[settings.top]
    inside = np.zeros(len(ranked), dtype=bool)
    inside[ranked.index.get_indexer(order.index[: settings.top])] = True
    bar = np.where(inside, following if pd.notna(following) else -np.inf, last)
    parts = [_of(ranked, name, weights, bar, inside, settings.level) for name in weights]
    every = pd.concat(parts, ignore_index=True)
    every = every[every["chance"] >= _LEAST].sort_values("chance", ascending=False, kind="stable")
    return _frame([every.drop_duplicates("creator")])


def among(found: pd.DataFrame, creators: pd.Series) -> pd.DataFrame:
    """The first few of `found` (as of `worth_most`) that are about one of `creators` (keys)."""
    # First whom `found` is about: thousands of names are looked up among a few dozen fast, the
    # other way round they are read one by one.
    here = creators[creators.isin(found["creator"])]
    return found[found["creator"].isin(here)].head(SHOWN)


def _of(
    ranked: pd.DataFrame,
    name: str,
    weights: Mapping[str, float],
    bar: bell.Floats,
    inside: np.ndarray,
    level: float,
) -> pd.DataFrame:
    """The chance of every creator to cross its bar, once dimension `name` were known exactly."""
    weight, whole = weights[name], sum(weights.values())
    score = ranked["score"].to_numpy(dtype=float) / 100
    value, low, high = (
        ranked[name + end].to_numpy(dtype=float, na_value=np.nan) for end in ("", "_low", "_high")
    )
    there = ranked["coverage"].to_numpy(dtype=float) * whole  # the weight that is known
    unknown = np.isnan(value)
    with np.errstate(invalid="ignore", divide="ignore"):
        fresh = ((there + weight) * bar - there * score) / weight
        below_fresh = np.clip(fresh, 0, 1)  # what is unknown lies anywhere with equal chance
        needed = value + (bar - score) * there / weight
        width = (bell.quantile(high) - bell.quantile(low)) / (2 * bell.reach(level))
        steps = (bell.quantile(np.clip(needed, 0, 1)) - bell.quantile(value)) / width
        below_known = np.where(width > 0, bell.below(steps), inside * 0.0 + ~inside)
    below = np.where(unknown, below_fresh, below_known)
    chance = np.where(inside, below, 1 - below)
    return pd.DataFrame(
        {
            "creator": ranked["creator"],
            "handle": ranked["handle"],
            "rank": ranked["rank"],
            "dimension": name,
            "known": ~unknown,
            "inside": inside,
            "chance": np.where(_held(ranked), 0.0, np.nan_to_num(chance)),
        }
    )


def _held(ranked: pd.DataFrame) -> np.ndarray:
    """Whom a deal-breaker keeps down, whatever else comes to be known."""
    if "cap" not in ranked:
        return np.zeros(len(ranked), dtype=bool)
    return ranked["cap"].notna().to_numpy(dtype=bool)


def _frame(parts: list[pd.DataFrame]) -> pd.DataFrame:
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS))
    return parts[0][list(COLUMNS)].reset_index(drop=True)


def told(check: pd.Series, settings: Settings, writing: Writing) -> str:
    """One look-up in a sentence: what to do, and why it would matter."""
    label = metrics.metric(check["dimension"]).label.lower()
    place = f"rank {check['rank']}" if is_known(check["rank"]) else "not ranked yet"
    state = "rests on little" if check["known"] else "is unknown"
    move = "leave" if check["inside"] else "enter"
    chance = writing.share(check["chance"])
    return (
        f"@{check['handle']} ({place}): {HOW[check['dimension']]}. Its {label} {state}; once known,"
        f" it would {move} the first {settings.top} in {chance} of cases."
    )
