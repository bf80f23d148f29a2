"""The engagement rate of each account, out of posts or averages, and how far it can be off."""

import numpy as np
import pandas as pd

from core import figures
from core.scoring import bell, creators, posts

# How many posts an average of unknown count is taken to stand for: lists rarely say; from twelve
# on the range hardly narrows, because creators drift.
ASSUMED_POSTS = 12

OVER_ALL = "more reactions than followers"
NO_FOLLOWERS = "no followers"


def rate(posts_table: pd.DataFrame, accounts: pd.DataFrame, level: float = 0.8) -> pd.DataFrame:
    """One row an account: creator, platform, handle and what `of_creators` adds."""
    posts_table = creators.conformed(posts_table, "posts")
    known = creators.known(creators.conformed(accounts, "accounts"), posts_table)
    rated = of_creators(known, posts_table, level)
    return rated[["creator", "platform", "handle", *COLUMNS]]


COLUMNS = (
    "engagement_rate",
    "engagement_rate_low",
    "engagement_rate_high",
    "engagement_rate_n",
    "engagement_basis",
    "engagement_rate_claimed",
    "engagement_per_post",
    "engagement_by_views",
    "engagement_likes_only",
    "engagement_problem",
    "engagement_as_of",
)


def of_creators(
    accounts: pd.DataFrame, posts_table: pd.DataFrame, level: float = 0.8
) -> pd.DataFrame:
    """`accounts` (as of tables.current) with their engagement; the claimed rate is never mixed in.

    engagement_rate = mean likes + comments of a post ÷ followers, from the newest posts where there
    are posts ("posts"), else from the averages that a list gives ("averages"); _n = posts, null for
    averages. The range is even on ln(1 + reactions), so a rate of 0 has one too. A rate above 1,
    below 0 or without followers is unknown, with an engagement_problem.
    """
    seen = posts.per_creator(posts_table).reindex(accounts["creator"]).set_axis(accounts.index)
    average = averages(accounts)
    by_posts = seen["n"].gt(0)
    per_post = seen["mean"].where(by_posts, average)
    followers = accounts["followers"]
    ratio = (per_post / followers.where(followers > 0)).where(per_post.notna())
    known = ratio.between(0, 1)
    spread = _log_spread(accounts, seen) * bell.reach(level)
    claimed = accounts["engagement_rate_claimed"]
    value = ratio.where(known)
    columns = {
        "engagement_rate": value,
        "engagement_rate_low": _end(per_post, -spread, followers).where(known),
        "engagement_rate_high": _end(per_post, spread, followers).where(known),
        "engagement_rate_n": seen["n"].where(known).astype("Int64"),
        "engagement_basis": _basis(by_posts, average.notna()).where(known),
        "engagement_rate_claimed": claimed.where(claimed.between(0, 1)),
        "engagement_per_post": per_post,
        "engagement_by_views": seen["by_views"].where(by_posts, average / _views(accounts)),
        "engagement_likes_only": _likes_only(accounts, seen, by_posts),
        "engagement_problem": _problem(per_post, followers, ratio),
        "engagement_as_of": seen["as_of"].where(by_posts, accounts["seen_at"]).where(known),
    }
    return accounts.drop(columns=["engagement_rate_claimed"]).assign(**columns)


def averages(accounts: pd.DataFrame) -> pd.Series:
    """Likes + comments of an average post as lists give them; null without likes."""
    likes, comments = accounts["avg_likes"], accounts["avg_comments"]
    return likes + comments.fillna(0)


def _views(accounts: pd.DataFrame) -> pd.Series:
    return accounts["avg_views"].where(accounts["avg_views"] > 0)


def _end(per_post: pd.Series, reach: pd.Series, followers: pd.Series) -> pd.Series:
    """The rate at `reach` from the middle on ln(1 + reactions), the scale that has a 0."""
    reactions = np.expm1(np.log1p(per_post) + reach)
    return (reactions / followers.where(followers > 0)).clip(0, 1)


def _log_spread(accounts: pd.DataFrame, seen: pd.DataFrame) -> pd.Series:
    """The SD of ln(1 + the mean): spread between posts over n, and drift from then to now."""
    usual = figures.spread("engagement_between_posts") ** 2
    made = accounts["posts"].where(accounts["posts"] > 0)
    assumed = made.clip(upper=ASSUMED_POSTS).fillna(ASSUMED_POSTS)
    n = seen["n"].where(seen["n"] > 0, assumed)
    variance = seen["log_variance"].fillna(usual) / n
    return np.sqrt(variance + figures.spread("engagement_drift") ** 2)


def _basis(by_posts: pd.Series, by_averages: pd.Series) -> pd.Series:
    words = pd.Series(None, index=by_posts.index, dtype="str")
    return words.mask(by_averages, "averages").mask(by_posts, "posts")


def _likes_only(accounts: pd.DataFrame, seen: pd.DataFrame, by_posts: pd.Series) -> pd.Series:
    hidden = accounts["avg_likes"].notna() & accounts["avg_comments"].isna()
    return seen["likes_only"].eq(True).where(by_posts, hidden).astype(bool)


def _problem(per_post: pd.Series, followers: pd.Series, ratio: pd.Series) -> pd.Series:
    words = pd.Series(None, index=per_post.index, dtype="str")
    words = words.mask(per_post.notna() & followers.le(0), NO_FOLLOWERS)
    return words.mask(ratio.gt(1), OVER_ALL)
