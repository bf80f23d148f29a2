"""Engagement for its size: where each creator stands among accounts of its size and platform."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from core import figures, tables
from core.scoring import creators, curve, pool, rates
from core.scoring.formulas import Yardstick, placed, placing, worked_out
from core.scoring.settings import Settings

COLUMNS = (
    "standing",
    "standing_low",
    "standing_high",
    "standing_n",
    "standing_level",
    "standing_pool",
    *curve.COLUMNS,
)


def of_creators(rated: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """`rated` (as of rates.of_creators) with COLUMNS: standing is the share that engage less.

    Held against standing_level: the middle of the user's own accounts of that platform where they
    are many enough (standing_pool says how many; null = published), else the chosen benchmark. The
    benchmark is null where reactions are counted in another way than published ones are.
    """
    published = curve.published(rated["followers"], rated["platform"], settings.benchmark)
    if not settings.usual_definition:
        published = published * float("nan")
    rated = rated.assign(**{name: published[name] for name in curve.COLUMNS})
    yardsticks = of_platforms(rated, settings)
    here = rated.assign(platform=rated["platform"].fillna(figures.ANY_PLATFORM))
    found = worked_out(here, placing.NEEDS, placing.GIVES, lambda frame: placed(frame, yardsticks))
    counts = {one.platform: one.accounts for one in yardsticks if one.accounts}
    known = found["standing"].notna()
    return found.assign(
        platform=rated["platform"],
        standing_n=rated["engagement_rate_n"].where(known, pd.NA),
        standing_pool=rated["platform"].map(counts).where(known).astype("Int64"),
    )


def of_platforms(rated: pd.DataFrame, settings: Settings) -> Sequence[Yardstick]:
    """What each platform is held against: the own accounts first, then what is published."""
    own = pool.yardsticks(rated)
    if not settings.usual_definition:
        return own
    names = rated["platform"].fillna(figures.ANY_PLATFORM).unique().tolist()
    return [*own, *curve.yardsticks(names, settings.benchmark)]


def percentile(accounts: pd.DataFrame, posts: pd.DataFrame) -> pd.Series:
    """The share (0 to 1) of accounts of its size and platform that engage less, row by row.

    From 200 known rates of a platform on, the accounts themselves are the yardstick: the rank among
    the distances from a smooth curve through the middle of the pool. With fewer, the article's
    published rates and the measured spread between creators. Unknown engagement is null.
    """
    rows = creators.conformed(accounts, "accounts")
    posts = creators.conformed(posts, "posts")
    settings = Settings()
    rated = rates.of_creators(creators.known(rows, posts), posts, settings)
    found = of_creators(rated, settings)
    value = found["standing"].copy()
    for _, here in found[found["standing_pool"].notna()].groupby("platform"):
        distance = np.log(pool.seen(here)) - np.log(here["standing_level"].to_numpy(dtype=float))
        value.loc[here.index] = (pd.Series(distance, here.index).rank() - 0.5) / len(here)
    by_creator = value.set_axis(rated["creator"])
    keys = tables.creator_key(rows).map(by_creator)
    return keys.astype("float64").set_axis(accounts.index).rename("percentile")
