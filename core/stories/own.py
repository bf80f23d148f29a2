"""One's own finished campaigns as stories, on equal terms with the published ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from core.locale import Writing
from core.metrics import metric
from core.stories import grades, sizes
from core.stories.plan import facts
from core.stories.published import campaigns
from core.tables import PLATFORMS

OWN_SOURCE = "your own campaign"
_FIRST_HAND = grades.Evidence("first hand", describes="your own plan and what came of it")


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A kept plan and what came of it: `came` has the goal and fee by creator (null = unknown)."""

    plan_id: int
    name: str
    goal: str
    currency: str
    made_at: datetime
    chosen: pd.DataFrame
    came: pd.DataFrame
    low: float | None = None  # of what was forecast
    high: float | None = None


def stories(
    finished: Iterable[Finished],
    creators: pd.DataFrame,
    brand: str,
    rate_per_usd: float | None,
    writing: Writing,
) -> pd.DataFrame:
    """The columns of `campaigns()`, one row a campaign of which something came; pay in US dollars.

    Money in another currency than the reader's stays unknown. A campaign that brought less than the
    whole forecast range is a counter-example.
    """
    rows = [
        _story(one, creators, brand, rate_per_usd, writing)
        for one in finished
        if one.came[one.goal].notna().any()
    ]
    shape = campaigns().iloc[:0]
    return pd.DataFrame(rows, columns=list(shape)) if rows else shape


def _story(
    one: Finished, creators: pd.DataFrame, brand: str, rate: float | None, writing: Writing
) -> dict[str, object]:
    brought = float(one.came[one.goal].sum())
    unit = metric(one.goal).unit
    forecast = writing.span(one.low, one.high, unit)
    gifted = one.chosen["format"].eq("gift").all() if "format" in one.chosen else False
    grade, _ = grades.reasoned(_FIRST_HAND)
    return {
        **_people(one, creators, writing),
        **_money(one, rate if one.currency == writing.currency else None, writing),
        "campaign_id": f"own_{one.plan_id}",
        "brand": brand or "You",
        "campaign": one.name,
        "year": str(one.made_at.year),
        "outcome": f"{writing.value(brought, unit)} {metric(one.goal).label.lower()}"
        f" (forecast {forecast})",
        "playbook": "Your own plan, with what came of it.",
        "playbooks": "gifting" if gifted else "posts",
        "fee": "no fee" if gifted else "fee",
        "counter_example": one.low is not None and brought < one.low,
        "evidence_grade": grade,
        "source_id": OWN_SOURCE,
    }


def _people(one: Finished, creators: pd.DataFrame, writing: Writing) -> dict[str, object]:
    """Who was in it and what they made."""
    known = facts(one.chosen, creators)
    people = creators[creators["creator"].isin(one.chosen["creator"])]
    tier = sizes.counted(people["followers"])
    pieces = known.posts_count.value
    return {
        "platform": ", ".join(PLATFORMS.get(name, name) for name in known.platforms) or None,
        "creators_low": known.creators_count.value,
        "creators_high": known.creators_count.value,
        "tier": tier or None,
        "sizes": sizes.named(tier),
        "followers_low": known.followers.low,
        "followers_high": known.followers.high,
        "engagement_rate": known.engagement_rate.value,
        "engagement_rate_low": known.engagement_rate.value,
        "posts": pieces,
        "posts_count": None if pieces is None else writing.number(pieces),
    }


def _money(one: Finished, rate: float | None, writing: Writing) -> dict[str, object]:
    """What was paid, in US dollars; what it cost in all only where everybody's fee is known."""
    fees = one.came["fee"]
    paid = fees.dropna()
    if paid.empty or not rate:
        return {}
    least, most = float(paid.min()), float(paid.max())
    return {
        "compensation": f"{writing.span(least, most, 'money')} a creator",
        "pay_low": least / rate,
        "pay_high": most / rate,
        "spend": float(paid.sum()) / rate if fees.notna().all() else None,
    }


def among(own: pd.DataFrame) -> pd.DataFrame:
    """One's own finished campaigns before the published ones."""
    every = campaigns()
    if own.empty:
        return every
    typed = own.astype({name: kind for name, kind in every.dtypes.items() if kind != "int64"})
    return pd.concat([typed, every], ignore_index=True)


def stamp(own: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """A frozen value that is another one whenever own campaigns are."""
    return tuple(zip(own["campaign_id"], own["outcome"], strict=True))
