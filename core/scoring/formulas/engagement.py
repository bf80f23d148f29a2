"""The engagement rate of each account, and how far it can be off."""

from typing import Final

import narwhals as nw

from core import figures
from core.scoring import bell
from core.scoring.formulas.engine import Frame

# How many posts an average of unknown count is taken to stand for: lists rarely say; from twelve
# on the range hardly narrows, because creators drift.
ASSUMED_POSTS: Final = 12

NEEDS: Final = ("per_post", "seen_by", "post_count", "posts", "log_squares")
GIVES: Final = ("engagement_rate", "engagement_rate_low", "engagement_rate_high")


def rated(accounts: Frame, level: float) -> Frame:
    """Adds engagement_rate, _low, _high: reactions per post ÷ those who could have reacted.

    Needs per_post (reactions), seen_by (followers, people reached or views), post_count (null for
    averages of a list), posts (ever made), log_squares (squared distances of ln(1 + reactions) from
    their mean). The spread between posts is shrunk towards the measured one; drift from then to now
    is added. A rate above 1, below 0 or of nobody is null.
    """
    usual = figures.spread("engagement_between_posts") ** 2
    weight = figures.spread("engagement_posts_weight")
    counted = nw.col("post_count")
    made = nw.when(nw.col("posts") > 0).then(nw.col("posts").clip(0, ASSUMED_POSTS))
    n = nw.coalesce(nw.when(counted > 0).then(counted), made, nw.lit(float(ASSUMED_POSTS)))
    freedom = (counted - 1).clip(0)
    variance = (nw.col("log_squares") + weight * usual) / (freedom + weight)
    spread = (
        nw.coalesce(variance, nw.lit(usual)) / n + figures.spread("engagement_drift") ** 2
    ) ** 0.5
    people = nw.when(nw.col("seen_by") > 0).then(nw.col("seen_by"))
    ratio = nw.col("per_post") / people
    known = (ratio >= 0) & (ratio <= 1)
    logs = nw.when(nw.col("per_post") >= 0).then(nw.col("per_post") + 1).log()
    reach = spread * bell.reach(level)
    ends = {"_low": logs - reach, "_high": logs + reach}
    return accounts.with_columns(
        nw.when(known).then(ratio).alias("engagement_rate"),
        *(
            nw.when(known)
            .then(((end.exp() - 1) / people).clip(0, 1))
            .alias(f"engagement_rate{name}")
            for name, end in ends.items()
        ),
    )
