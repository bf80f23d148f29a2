"""What could be bought: every creator's formats and numbers of pieces with price and value.

What one piece brings
  engagements     followers × engagement rate
  people reached  average views where the list has them; else followers × share that sees a post
  clicks          people reached × click rate
Its range joins how sure the rate is and how much posts of one creator differ (measured, KIM20).
"""

from typing import Final, get_args

import numpy as np
import pandas as pd

from core import figures, prices
from core.budget import lognormal
from core.budget.assumptions import Assumptions, Goal, applied
from core.errors import UnknownName
from core.tables import NUMBER, PLATFORMS, TEXT, creator_key

OWN_FIGURES: Final = "own figures"
BENCHMARK: Final = "benchmark"
OWN_VIEWS: Final = "own average views"

_USED: Final = ("followers", "engagement_rate", "engagement_rate_low", "engagement_rate_high")
_ALSO_USED: Final = ("benchmark", "avg_views")


def options(
    creators: pd.DataFrame, rates: pd.DataFrame, goal: Goal, assumptions: Assumptions
) -> pd.DataFrame:
    """One row for each creator, format and number of pieces that has a price and a value.

    Columns: creator, option (words), platform, handle, tier, format, count, followers, price,
    price_low, price_high, price_source, value, value_low, value_high, value_source, source_ids,
    and the three expected results engagements, people_reached and clicks (null where unknown).
    """
    pieces = _pieces(creators, rates, goal, assumptions)
    pieces = pieces[pieces["price"].notna() & pieces["value"].notna()]
    counts = pd.DataFrame({"count": np.arange(1, assumptions.max_pieces + 1)})
    lines = pieces.merge(counts, how="cross")
    for column in ("price", "price_low", "price_high", "value", *get_args(Goal)):
        lines[column] = lines[column] * lines["count"]
    differ = figures.spread("engagement_between_posts") / np.sqrt(lines["count"])
    low, high = lognormal.bounds(lines["value"], np.hypot(lines["spread"], differ))
    lines = lines.assign(option=_words(lines), value_low=low, value_high=high)
    first = ["creator", "option", "platform", "handle", "tier", "format", "count", "followers"]
    priced = ["price", "price_low", "price_high", "price_source"]
    valued = ["value", "value_low", "value_high", "value_source", "source_ids"]
    return lines[[*first, *priced, *valued, *get_args(Goal)]].reset_index(drop=True)


def unpriced(
    creators: pd.DataFrame, rates: pd.DataFrame, goal: Goal, assumptions: Assumptions
) -> pd.DataFrame:
    """The creators that are no option, with the reason: creator, platform, handle, reason."""
    pieces = _pieces(creators, rates, goal, assumptions)
    fine = pieces["price"].notna() & pieces["value"].notna()
    rest = pieces[~pieces["creator"].isin(pieces.loc[fine, "creator"])]
    reason = rest["price_note"].where(rest["price"].isna()).fillna(rest["value_note"])
    rest = rest.assign(reason=reason).drop_duplicates("creator")
    return rest[["creator", "platform", "handle", "reason"]].reset_index(drop=True)


def _pieces(
    creators: pd.DataFrame, rates: pd.DataFrame, goal: Goal, assumptions: Assumptions
) -> pd.DataFrame:
    """One piece of work for each creator and format, with price and value or the reason without."""
    if goal not in get_args(Goal):
        raise UnknownName.among("goal", goal, get_args(Goal))
    told = assumptions
    priced = prices.price(creators, rates, told.formats, told.currency, told.rate_per_usd)
    valued = _valued(creators, goal, assumptions)
    lines = priced.merge(valued.drop_duplicates("creator"), on="creator", how="left")
    ids = lines["price_source"].where(lines["price_source"] != prices.ASKED).fillna("")
    joined = (ids + " " + lines["value_ids"]).str.strip()
    return lines.assign(source_ids=joined)


def _valued(creators: pd.DataFrame, goal: Goal, assumptions: Assumptions) -> pd.DataFrame:
    """What one piece of each creator brings: the goal with spread and source, and the others."""
    frame = creators.reindex(columns=[*_USED, *_ALSO_USED]).astype(NUMBER)
    names = creators.reindex(columns=["platform", "handle", "tier"]).astype(TEXT)
    frame = pd.concat([names, frame], axis=1)
    key = creators["creator"] if "creator" in creators else creator_key(frame)
    engaged = _engagements(frame)
    seen = _people(frame, assumptions)
    clicked = _clicks(frame, seen, assumptions)
    found = {"engagements": engaged, "people_reached": seen, "clicks": clicked}
    result = found[goal].rename(columns={"source": "value_source", "note": "value_note"})
    result = result.assign(creator=key.astype(TEXT), tier=frame["tier"])
    return result.assign(**{name: each["value"] for name, each in found.items()})


def _engagements(frame: pd.DataFrame) -> pd.DataFrame:
    """Followers × engagement rate; the benchmark of the size with its wide range where unknown."""
    rate = frame["engagement_rate"]
    own = rate.notna()
    told = lognormal.spread(
        frame["engagement_rate_low"],
        rate,
        frame["engagement_rate_high"],
        figures.spread("engagement_between_posts"),
    )
    value = frame["followers"] * rate.fillna(frame["benchmark"])
    source = pd.Series(BENCHMARK, index=frame.index, dtype=TEXT).mask(own, OWN_FIGURES)
    note = pd.Series("the engagement rate and its benchmark are unknown", index=frame.index)
    return pd.DataFrame(
        {
            "value": value,
            "spread": told.where(own, figures.spread("engagement_between_creators")),
            "source": source.where(value.notna()),
            "value_ids": pd.Series("KIM20", index=frame.index, dtype=TEXT),
            "note": note.mask(frame["followers"].isna(), "the number of followers is unknown"),
        }
    )


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
            "value_ids": rate["source_id"].mask(own, "KIM20").fillna(""),
            "note": note.mask(frame["followers"].isna(), "the number of followers is unknown"),
        }
    )


def _clicks(frame: pd.DataFrame, seen: pd.DataFrame, assumptions: Assumptions) -> pd.DataFrame:
    """People reached × click rate; the two ranges joined."""
    rate = applied(assumptions.click_rates, frame)
    note = "no click rate is published for " + _platform(frame) + "; set your own"
    return pd.DataFrame(
        {
            "value": seen["value"] * rate["typical"],
            "spread": np.hypot(seen["spread"], rate["spread"]),
            "source": rate["source_id"],
            "value_ids": (seen["value_ids"] + " " + rate["source_id"].fillna("")).str.strip(),
            "note": seen["note"].where(seen["value"].isna(), note),
        }
    )


def _platform(frame: pd.DataFrame) -> pd.Series:
    named = frame["platform"].map(PLATFORMS).astype(TEXT)
    return named.fillna(frame["platform"]).fillna("an unknown platform")


def _words(lines: pd.DataFrame) -> pd.Series:
    """`2 Instagram posts`."""
    plural = lines["format"].str.replace(r"y$", "ie", regex=True) + "s"
    thing = lines["format"].where(lines["count"] == 1, plural)
    named = lines["platform"].map(PLATFORMS).astype(TEXT).fillna(lines["platform"]) + " "
    return lines["count"].astype(TEXT) + " " + named.fillna("") + thing
