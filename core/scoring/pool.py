"""Standing among the accounts at hand, where they are many enough to be their own yardstick."""

import numpy as np
import pandas as pd

from core import tables
from core.scoring import bell, creators, curve, rates

ENOUGH = 200  # accounts of one platform whose rate is known
_ARTICLE = "SEED"
_LEAST = 0.05  # reactions a post: 0 has no logarithm, and one like in twenty posts is next to it
_ROUNDS = 8
_SMALLEST = 0.1  # log units: closer than this to the curve, all accounts weigh the same


def percentile(accounts: pd.DataFrame, posts: pd.DataFrame) -> pd.Series:
    """The share (0 to 1) of accounts of its size and platform that engage less, row by row.

    From 200 known rates of a platform on, the accounts themselves are the yardstick: the rank among
    the distances from a smooth curve through the middle of the pool. With fewer, the article's
    published rates and the measured spread between creators. Unknown engagement is null.
    """
    rows = creators.conformed(accounts, "accounts")
    posts = creators.conformed(posts, "posts")
    rated = rates.of_creators(creators.known(rows, posts), posts)
    published = curve.published(rated["followers"], rated["platform"], _ARTICLE)
    value = curve.standing(rated["engagement_rate"], published["benchmark"])
    usable = rated["engagement_rate"].notna()
    for _, pool in rated[usable].groupby(rated["platform"].fillna("")):
        if len(pool) >= ENOUGH:
            value.loc[pool.index] = _within(pool)
    by_creator = value.set_axis(rated["creator"])
    keys = tables.creator_key(rows).map(by_creator)
    return keys.astype("float64").set_axis(accounts.index).rename("percentile")


def _within(pool: pd.DataFrame) -> pd.Series:
    reactions = np.log(np.maximum(pool["engagement_per_post"].to_numpy(), _LEAST))
    size = np.log(pool["followers"].to_numpy())
    distance = reactions - _middle(size, reactions)
    ranks = pd.Series(distance, index=pool.index).rank()
    return (ranks - 0.5) / len(pool)


def _middle(size: bell.Floats, reactions: bell.Floats) -> bell.Floats:
    """A parabola in log followers with half of the accounts above it (least absolute distance)."""
    centred = size - size.mean()
    terms = np.column_stack([np.ones_like(centred), centred, centred**2])
    weight = np.ones_like(centred)
    for _ in range(_ROUNDS):
        weighted = terms * weight[:, None]
        factors = np.linalg.lstsq(weighted.T @ terms, weighted.T @ reactions, rcond=None)[0]
        weight = 1 / np.maximum(np.abs(reactions - terms @ factors), _SMALLEST)
    return terms @ factors
