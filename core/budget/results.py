"""What one piece of work of each creator should bring, with its range and where that comes from.

  engagements     what the next posts should bring on average; else followers × engagement rate
  people reached  average views where the list has them; else followers × share that sees a post
  clicks          people reached × click rate
  orders          clicks × share of visits that end in an order
  revenue         orders × value of an order
Its range joins how sure each rate is and how much posts of one creator differ (measured, KIM20).
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from core import figures
from core.budget import lognormal
from core.budget.assumptions import OWN, Assumptions, Goal, applied
from core.metrics import NEXT_POSTS
from core.prices.asked import UNRATED
from core.tables import NUMBER, PLATFORMS, TEXT, creator_key

OWN_FIGURES: Final = "own figures"
BENCHMARK: Final = "benchmark"
OWN_VIEWS: Final = "own average views"

_USED: Final = ("followers", "engagement_rate", "engagement_rate_low", "engagement_rate_high")
_ALSO_USED: Final = ("benchmark", "avg_views", "next_posts", "next_posts_low", "next_posts_high")


def keys(creators: pd.DataFrame) -> pd.Series:
    """`platform/handle` of each of `creators`."""
    key = creators["creator"] if "creator" in creators else creator_key(creators)
    return key.astype(TEXT)


def of_one_piece(creators: pd.DataFrame, goal: Goal, assumptions: Assumptions) -> pd.DataFrame:
    """creator, tier, value, spread, value_source, value_ids, value_note, and every goal's value.

    `value` is the goal's; null where it is unknown, and value_note then says why.
    """
    frame = creators.reindex(columns=[*_USED, *_ALSO_USED]).astype(NUMBER)
    names = creators.reindex(columns=["platform", "handle", "tier"]).astype(TEXT)
    frame = pd.concat([names, frame], axis=1)
    engaged = _engagements(frame)
    seen = _people(frame, assumptions)
    clicked = _clicks(frame, seen, assumptions)
    ordered = _orders(frame, clicked, assumptions)
    found: Mapping[Goal, pd.DataFrame] = {
        "engagements": engaged,
        "people_reached": seen,
        "clicks": clicked,
        "orders": ordered,
        "revenue": _revenue(ordered, assumptions),
    }
    result = found[goal].rename(columns={"source": "value_source", "note": "value_note"})
    result = result.assign(creator=keys(creators), tier=frame["tier"])
    return result.assign(**{name: each["value"] for name, each in found.items()})


def _engagements(frame: pd.DataFrame) -> pd.DataFrame:
    """The forecast's mean, else followers × rate, else × the benchmark with its wide range."""
    rate = frame["engagement_rate"]
    own = rate.notna()
    told = lognormal.spread(
        frame["engagement_rate_low"],
        rate,
        frame["engagement_rate_high"],
        figures.spread("engagement_between_posts"),
    )
    mean, ahead = _forecast(frame)
    value = mean.where(own).fillna(frame["followers"] * rate.fillna(frame["benchmark"]))
    source = pd.Series(BENCHMARK, index=frame.index, dtype=TEXT).mask(own, OWN_FIGURES)
    note = pd.Series("the engagement rate and its benchmark are unknown", index=frame.index)
    return pd.DataFrame(
        {
            "value": value,
            "spread": ahead.fillna(told).where(own, figures.spread("engagement_between_creators")),
            "source": source.where(value.notna()),
            "value_ids": pd.Series("KIM20", index=frame.index, dtype=TEXT),
            "note": note.mask(frame["followers"].isna(), "the number of followers is unknown"),
        }
    )


def _forecast(frame: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Mean and spread of what a next post should bring; null without a forecast.

    A forecast is of ten posts: what they differ by is taken out, for it comes in by the pieces.
    """
    between = figures.spread("engagement_between_posts")
    middle = frame["next_posts"].where(frame["next_posts"] > 0)
    told = lognormal.spread(frame["next_posts_low"], middle, frame["next_posts_high"], between)
    alone = np.sqrt(np.maximum(told**2 - between**2 / NEXT_POSTS, 0.0))
    return middle * np.exp(told**2 / 2), alone.where(middle.notna())


def _people(frame: pd.DataFrame, assumptions: Assumptions) -> pd.DataFrame:
    """Own average views, else followers × the share that sees a post."""
    rate = applied(assumptions.reach_rates, frame)
    views = frame["avg_views"].where(frame["avg_views"] > 0)
    own = views.notna()
    value = views.fillna(frame["followers"] * rate["typical"])
    note = "no share of followers reached is published for " + _platform(frame)
    note = note + "; set your own"
    return pd.DataFrame(
        {
            "value": value,
            "spread": rate["spread"].mask(own, figures.spread("engagement_between_posts")),
            "source": rate["source_id"].mask(own, OWN_VIEWS),
            "value_ids": _ids(rate["source_id"]).mask(own, "KIM20"),
            "note": note.mask(frame["followers"].isna(), "the number of followers is unknown"),
        }
    )


def _clicks(frame: pd.DataFrame, seen: pd.DataFrame, assumptions: Assumptions) -> pd.DataFrame:
    """People reached × click rate; the two ranges joined."""
    rate = applied(assumptions.click_rates, frame)
    note = "no click rate is published for " + _platform(frame) + "; set your own"
    return _times(seen, rate["typical"], rate["spread"], rate["source_id"], note)


def _orders(frame: pd.DataFrame, clicked: pd.DataFrame, assumptions: Assumptions) -> pd.DataFrame:
    """Clicks × the share of visits that end in an order; the two ranges joined."""
    rate = applied(assumptions.order_rates, frame)
    note = "no share of visits that buy is published for " + _platform(frame) + "; set your own"
    return _times(clicked, rate["typical"], rate["spread"], rate["source_id"], note)


def _revenue(ordered: pd.DataFrame, assumptions: Assumptions) -> pd.DataFrame:
    """Orders × the value of an order, in the workspace's currency."""
    each, index = assumptions.in_currency(), ordered.index
    unread = f"the value of an order is in US dollars{UNRATED}{assumptions.exchange.currency}"
    return _times(
        ordered,
        pd.Series(each.typical if each else np.nan, index=index),
        pd.Series(each.spread if each else np.nan, index=index),
        pd.Series(each.source_id if each else None, index=index, dtype=TEXT),
        pd.Series(unread, index=index, dtype=TEXT),
    )


def _times(
    before: pd.DataFrame, rate: pd.Series, spread: pd.Series, source: pd.Series, note: pd.Series
) -> pd.DataFrame:
    """The next step of the funnel: `before` × `rate`, the two spreads joined."""
    return pd.DataFrame(
        {
            "value": before["value"] * rate,
            "spread": np.hypot(before["spread"], spread),
            "source": source,
            "value_ids": (before["value_ids"] + " " + _ids(source)).str.strip(),
            "note": before["note"].where(before["value"].isna(), note),
        }
    )


def _ids(source: pd.Series) -> pd.Series:
    """The published sources among `source`; a figure of one's own has none."""
    return source.where(source != OWN, "").fillna("").astype(TEXT)


def _platform(frame: pd.DataFrame) -> pd.Series:
    named = frame["platform"].map(PLATFORMS).astype(TEXT)
    return named.fillna(frame["platform"]).fillna("an unknown platform")
