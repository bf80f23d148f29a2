"""The conversation under a creator's posts, beside what is usual for its size: one row a creator.

Stock phrases are normal and grow with size, so a share says nothing by itself: 43 % in the set
that the usual shares come from. Comments under one post resemble each other; they count for fewer.
"""

import numpy as np
import pandas as pd

from core import figures, tables
from core.scoring import bell, conversation
from core.scoring.creators import conformed, counted

_FEW_POSTS = 5  # fewer say little about a creator, however many comments they have
COLUMNS = (
    "conversation",
    "conversation_low",
    "conversation_high",
    "conversation_n",
    "conversation_posts",
    "conversation_few_posts",
    "generic_share",
    "generic_usual",
    "spam_share",
    "substantive_share",
    "unjudged_share",
    "replies_share",
    "replies_usual",
    "distinct_commenters",
    "comments_per_like",
    "comments_per_like_usual",
    "comments_per_like_standing",
)


def of_creators(
    comments: pd.DataFrame, posts: pd.DataFrame, accounts: pd.DataFrame, level: float = 0.8
) -> pd.DataFrame:
    """`accounts` with COLUMNS: conversation (0 to 1) is its standing among accounts of its size.

    The share of such accounts that have more stock phrases among the comments of others; range =
    `level`; conversation_n counts the comments judged. Null without comments or followers.
    """
    key = tables.creator_key(accounts)
    usual = norms(accounts["followers"])
    shares = _shares(conformed(comments, "comments")).reindex(key).set_axis(accounts.index)
    rows = accounts.assign(**shares, generic_usual=usual["generic_share"])
    per_like = _per_like(conformed(posts, "posts")).reindex(key).set_axis(accounts.index)
    spread = figures.spread("comments_per_like_between_creators")
    with np.errstate(divide="ignore"):
        above = np.log((per_like / usual["comments_per_like"]).to_numpy(dtype=float))
    rows = rows.assign(
        replies_usual=usual["replies_share"],
        comments_per_like=per_like,
        comments_per_like_usual=usual["comments_per_like"],
        comments_per_like_standing=bell.below(above / spread),
    )
    return _standing(rows, level)


def norms(followers: pd.Series) -> pd.DataFrame:
    """What is usual at each number of followers (data/figures/comment_norms.csv); null if unknown.

    Every row is a range of sizes from its smallest on; the last one is open.
    """
    table = figures.read("comment_norms")
    place = table["followers_min"].searchsorted(followers, side="right") - 1
    known = followers.ge(0).to_numpy(dtype=bool)
    return table.reindex(np.where(known, place, -1)).set_axis(followers.index)


def _shares(comments: pd.DataFrame) -> pd.DataFrame:
    """Counts and shares of each creator's comments, index = creator."""
    creator = tables.creator_key(comments)
    own = comments["author"].str.lower().eq(comments["handle"].str.lower()).to_numpy(dtype=bool)
    judged = conversation.judge(comments["text"])
    frame = pd.DataFrame(
        {
            "creator": creator,
            "post": comments["post_id"],
            "own": own,
            "here": ~own & comments["text"].notna().to_numpy(),
            "judged": judged["judged"] & ~own,
            "generic": judged["generic"].astype("float64").mask(own),
            "spam": judged["spam"].gt(1 / 2).where(judged["spam"].notna() & ~own),
            "substantive": judged["substantive"]
            .gt(1 / 2)
            .where(judged["substantive"].notna() & ~own),
            "author": comments["author"].str.lower().mask(own),
        }
    ).astype({"spam": "float64", "substantive": "float64"})
    each = frame.groupby("creator")
    others = each["here"].sum()
    named = each["author"].count()
    n = each["judged"].sum()
    return pd.DataFrame(
        {
            "conversation_n": n.where(n > 0).astype("Int64"),
            "conversation_posts": frame[frame["judged"]].groupby("creator")["post"].nunique(),
            "effective": _effective(frame[frame["judged"]]),
            "generic_share": each["generic"].mean(),
            "spam_share": each["spam"].mean(),
            "substantive_share": each["substantive"].mean(),
            "unjudged_share": (1 - n / others).where(others > 0),
            "replies_share": each["own"].mean().where(others > 0),
            "distinct_commenters": (each["author"].nunique() / named).where(named > 0),
        }
    )


def _effective(judged: pd.DataFrame) -> pd.Series:
    """How many independent comments each creator's are worth."""
    under = judged.fillna({"post": ""}).groupby(["creator", "post"]).size()
    alike = figures.spread("generic_within_post")
    return (under / (1 + (under - 1) * alike)).groupby("creator").sum()


def _per_like(posts: pd.DataFrame) -> pd.Series:
    both = posts[["likes", "comments"]].apply(counted)
    both = both.where(both.notna().all(axis=1))
    sums = both.groupby(tables.creator_key(posts)).sum(min_count=1)
    return (sums["comments"] / sums["likes"].where(sums["likes"] > 0)).astype("float64")


def _standing(rows: pd.DataFrame, level: float) -> pd.DataFrame:
    """The share pulled towards the usual one by what few comments are worth, on the bell curve."""
    spread = figures.spread("generic_between_creators")
    usual = rows["generic_usual"]
    noise = usual * (1 - usual) / rows["effective"]
    trust = spread**2 / (spread**2 + noise)
    middle = trust * (usual - rows["generic_share"]) / spread
    width = bell.reach(level) * np.sqrt(trust * noise) / spread
    ends = {"": middle, "_low": middle - width, "_high": middle + width}
    bells = {f"conversation{end}": bell.below(value) for end, value in ends.items()}
    few = rows["conversation_posts"].lt(_FEW_POSTS).where(rows["conversation_posts"].notna())
    return rows.drop(columns="effective").assign(
        **bells,
        conversation_posts=rows["conversation_posts"].astype("Int64"),
        conversation_few_posts=few.astype("boolean"),
    )
