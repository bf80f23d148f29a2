"""The rows behind an answer, as a person can read them."""

import pandas as pd

from core import tables
from core.scoring import audience, audiences, conversation


def comments(found: tables.Tables, creator: str) -> pd.DataFrame:
    """What was said under the posts of `creator`, and how it was read; substance first."""
    rows = found["comments"][tables.creator_key(found["comments"]) == creator]
    judged = conversation.judge(rows["text"])
    kind = pd.Series("other words", index=rows.index, dtype="str")
    kind = kind.mask(judged["generic"].eq(True), "stock phrase")
    kind = kind.mask(judged["substantive"].gt(1 / 2), "of substance")
    kind = kind.mask(judged["spam"].gt(1 / 2), "advertising")
    kind = kind.where(judged["judged"], "cannot be judged")
    own = rows["author"].str.lower().eq(creator.partition("/")[2])
    seen = pd.DataFrame({"Comment": rows["text"], "Read as": kind.mask(own, "by the creator")})
    order = judged["substantive"].sort_values(ascending=False, na_position="last", kind="stable")
    return seen.loc[order.index].dropna(subset=["Comment"]).reset_index(drop=True)


def profiles(found: tables.Tables, creator: str) -> pd.DataFrame:
    """The followers of `creator` whose profiles are here, those worth asking about first."""
    follows = found["follows"][tables.creator_key(found["follows"]) == creator]
    people = audiences.profiles_of(follows, tables.current(found["accounts"]))
    chance = audience.fake_probability(people)
    seen = pd.DataFrame(
        {
            "Follower": people["username"],
            "Picture": people["has_picture"],
            "Posts": people["posts"],
            "Followers": people["followers"],
            "Follows": people["following"],
            "Worth asking about": chance.round(2),
        }
    )
    ordered = seen.sort_values("Worth asking about", ascending=False, kind="stable")
    return ordered.reset_index(drop=True)
