"""The engagement rate of each account, out of posts or averages, in the definition chosen."""

import numpy as np
import pandas as pd

from core.scoring import creators, posts
from core.scoring.formulas import engagement, rated, worked_out
from core.scoring.settings import Settings

OVER_ALL = "more reactions than followers"
NO_FOLLOWERS = "no followers"


def rate(posts_table: pd.DataFrame, accounts: pd.DataFrame, level: float = 0.8) -> pd.DataFrame:
    """One row an account: creator, platform, handle and what `of_creators` adds."""
    posts_table = creators.conformed(posts_table, "posts")
    known = creators.known(creators.conformed(accounts, "accounts"), posts_table)
    found = of_creators(known, posts_table, Settings(level=level))
    return found[["creator", "platform", "handle", *COLUMNS]]


COLUMNS = (
    "engagement_rate",
    "engagement_rate_low",
    "engagement_rate_high",
    "engagement_rate_n",
    "engagement_basis",
    "engagement_rate_claimed",
    "engagement_per_post",
    "engagement_seen_by",
    "engagement_by_views",
    "engagement_by_reach",
    "engagement_likes_only",
    "engagement_problem",
    "engagement_as_of",
)


def of_creators(
    accounts: pd.DataFrame, posts_table: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """`accounts` (as of tables.current) with their engagement; the claimed rate is never mixed in.

    engagement_rate = mean reactions to a post ÷ followers (or people reached, or views), from the
    newest posts where there are posts ("posts"), else from the averages that a list gives
    ("averages"); _n = posts, null for averages. The range is even on ln(1 + reactions), so a rate
    of 0 has one too. A rate above 1, below 0 or of nobody is unknown, with an engagement_problem.
    """
    by, saves = settings.definition, settings.saves
    seen = posts.per_creator(posts_table, by, saves).reindex(accounts["creator"])
    seen = seen.set_axis(accounts.index)
    # Lists do not say how often posts are saved.
    average = averages(accounts) * (np.nan if saves else 1.0)
    by_posts = seen["n"].gt(0)
    of_lists = {"followers": accounts["followers"], "views": _views(accounts)}
    listed = of_lists.get(by, pd.Series(np.nan, index=accounts.index))
    claimed = accounts["engagement_rate_claimed"]
    facts = accounts.drop(columns=["engagement_rate_claimed"]).assign(
        per_post=seen["mean"].where(by_posts, average),
        seen_by=listed if by == "followers" else seen["seen_by"].where(by_posts, listed),
        post_count=seen["n"].where(by_posts).astype("float64"),
        log_squares=seen["log_squares"].where(by_posts),
    )
    found = worked_out(
        facts, engagement.NEEDS, engagement.GIVES, lambda frame: rated(frame, settings.level)
    )
    known = found["engagement_rate"].notna()
    columns = {
        "engagement_rate_n": seen["n"].where(known & by_posts).astype("Int64"),
        "engagement_basis": _basis(by_posts, average.notna()).where(known),
        "engagement_rate_claimed": claimed.where(claimed.between(0, 1)),
        "engagement_per_post": found["per_post"],
        "engagement_seen_by": found["seen_by"],
        "engagement_by_views": seen["by_views"].where(by_posts, average / _views(accounts)),
        "engagement_by_reach": seen["by_reach"],
        "engagement_likes_only": _likes_only(accounts, seen, by_posts),
        "engagement_problem": _problem(found),
        "engagement_as_of": seen["as_of"].where(by_posts, accounts["seen_at"]).where(known),
    }
    return found.drop(columns=["per_post", "seen_by", "post_count", "log_squares"]).assign(
        **columns
    )


def averages(accounts: pd.DataFrame) -> pd.Series:
    """Likes + comments of an average post as lists give them; null without likes."""
    likes, comments = accounts["avg_likes"], accounts["avg_comments"]
    return likes + comments.fillna(0)


def _views(accounts: pd.DataFrame) -> pd.Series:
    return accounts["avg_views"].where(accounts["avg_views"] > 0)


def _basis(by_posts: pd.Series, by_averages: pd.Series) -> pd.Series:
    words = pd.Series(None, index=by_posts.index, dtype="str")
    return words.mask(by_averages, "averages").mask(by_posts, "posts")


def _likes_only(accounts: pd.DataFrame, seen: pd.DataFrame, by_posts: pd.Series) -> pd.Series:
    hidden = accounts["avg_likes"].notna() & accounts["avg_comments"].isna()
    return seen["likes_only"].eq(True).where(by_posts, hidden).astype(bool)


def _problem(found: pd.DataFrame) -> pd.Series:
    words = pd.Series(None, index=found.index, dtype="str")
    words = words.mask(found["per_post"].gt(found["seen_by"]), OVER_ALL)
    return words.mask(found["per_post"].notna() & found["seen_by"].le(0), NO_FOLLOWERS)
