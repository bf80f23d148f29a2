"""Is the standing fair to small and large accounts alike? Prints its median tier by tier.

Protocol: every creator of the development part with its known posts; the accounts themselves are
the yardstick, as in the app from 200 accounts on: `standing` is the part of the score,
`percentile` the rank among them. Beside ours: the rank of the plain engagement
rate in the whole set, and the standing against the article's four published rates.
Acceptance: medians of tiers differ by at most 0.10.

Run: python -m tests.evaluation.engagement_percentile
"""

import sys

import numpy as np
import pandas as pd

from core import figures, tables
from core.scoring import bell, engagement, score
from tests.evaluation.engagement_forecast import SETS, posts_of
from tests.evaluation.marks import aim

EDGES = [1e3, 5e3, 1e4, 5e4, 1e5, 5e5, 1e6, 1e12]
NAMES = ["1-5k", "5-10k", "10-50k", "50-100k", "100-500k", "500k-1M", "over 1M"]


def _article(scored: pd.DataFrame) -> pd.Series:
    """What the standing would be beside the article's four rates, without the accounts' own."""
    ratio = np.log((scored["engagement_rate"] / scored["benchmark"]).clip(lower=1e-6))
    spread = figures.spread("engagement_between_creators")
    return pd.Series(bell.below(ratio.to_numpy() / spread), scored.index)


def main() -> None:
    if not SETS.exists():
        sys.exit("…/shared/datasets is not here; nothing to measure against")
    frame = posts_of("kim_posts", "posted_at").assign(platform="instagram")
    frame = frame.rename(columns={"creator": "handle"})
    columns = ["platform", "handle", "posted_at", "likes", "comments"]
    posts = tables.conform(frame[columns], "posts")
    newest = frame.drop_duplicates("handle")[["platform", "handle", "followers"]]
    accounts = tables.conform(newest, "accounts")
    scored = score(tables.none() | {"accounts": accounts, "posts": posts}).set_index("handle")
    table = pd.DataFrame(
        {
            "tier": pd.cut(accounts["followers"], EDGES, labels=NAMES, right=False),
            "plain rate": scored["engagement_rate"].rank(pct=True)[accounts["handle"]].to_numpy(),
            "article": _article(scored)[accounts["handle"]].to_numpy(),
            "standing": scored["standing"][accounts["handle"]].to_numpy(),
            "percentile": engagement.percentile(accounts, posts).to_numpy(),
        }
    ).dropna()
    medians = table.groupby("tier", observed=True).median()
    print(medians.assign(creators=table["tier"].value_counts()).round(3).to_string())
    gaps = (medians.max() - medians.min()).round(3)
    print(f"largest difference: {gaps.to_dict()}")
    for way in ("standing", "percentile"):
        wanted, other = "medians differ by at most 0.10", f"{gaps['plain rate']} (rank of the rate)"
        aim(f"Fair to every size, {way}", wanted, str(gaps[way]), other, gaps[way] <= 0.1)


if __name__ == "__main__":
    main()
