"""What of a plan can be set beside a published campaign."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.tables import creator_key


@dataclass(frozen=True, slots=True)
class Span:
    """Lowest, middle and highest of one measure; None = unknown."""

    low: float | None = None
    value: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What of a plan can be set beside a campaign; money in the currency of `rate_per_usd`
    (None = not told)."""

    creators_count: Span
    followers: Span
    engagement_rate: Span
    pay_per_creator: Span
    posts_count: Span
    platforms: tuple[str, ...] = ()
    rate_per_usd: float | None = 1.0

    def __post_init__(self) -> None:
        if self.rate_per_usd is not None and not self.rate_per_usd > 0:
            raise ValueError(f"one US dollar cannot buy {self.rate_per_usd}")


def facts(
    chosen: pd.DataFrame, creators: pd.DataFrame, rate_per_usd: float | None = 1.0
) -> PlanFacts:
    """The facts of a plan: `chosen` has creator, price, count; `creators` is the scored frame."""
    named = creators if "creator" in creators else creators.assign(creator=creator_key)
    people = named[named["creator"].isin(chosen["creator"])]
    pay = chosen.groupby("creator")["price"].sum()
    pieces = chosen["count"].sum() if "count" in chosen else 0
    return PlanFacts(
        creators_count=_exactly(chosen["creator"].nunique()),
        followers=_span(people["followers"]),
        engagement_rate=_span(people["engagement_rate"]),
        pay_per_creator=replace(_span(pay), value=float(pay.mean())) if len(pay) else Span(),
        posts_count=_exactly(pieces),
        platforms=tuple(sorted(people["platform"].dropna().unique())),
        rate_per_usd=rate_per_usd,
    )


def _exactly(count: float) -> Span:
    return Span(*[float(count)] * 3) if count else Span()


def _span(values: pd.Series) -> Span:
    """Lowest, geometric middle and highest of what is known and above zero."""
    known = values[values > 0].astype("float64")
    if known.empty:
        return Span()
    return Span(float(known.min()), float(np.exp(np.log(known).mean())), float(known.max()))
