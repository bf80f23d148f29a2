"""Who contributes most to a topic: a ranking of its own, with the posts behind it.

A creator's voice on a topic is the share that it has in what people react to in their posts: of
their newest posts, how many are about it, each weighed by its engagement against the creator's own
usual and by its age. Size does not count, only what they make of their own audience.
"""

from typing import Final

import numpy as np
import pandas as pd

from core import tables
from core.locale import Writing
from core.metrics import metric
from core.scoring import bell, fit, posts
from core.scoring.bell import Floats

COLUMNS: Final = (
    "creator",
    "handle",
    "platform",
    "voice",
    "voice_low",
    "voice_high",
    "topic_posts",
    "read_posts",
    "topic_lift",
    "topic_latest",
)
NEWEST: Final = 100  # posts of one creator that are read
_NEAR: Final = 0.2  # as near as one caption in fifty of a mixed crowd: about it without its words
_HALF_LIFE: Final = 90.0  # days after which a post counts half
_LEAN: Final = 3.0  # posts about something else that every creator is taken to have made besides
_ENDS: Final = ("voice", "voice_low", "voice_high")
_MOST: Final = 3.0  # one post that went round the world counts as three


def of_topic(
    posts_table: pd.DataFrame, topic: str, now: pd.Timestamp, level: float = 0.8
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """COLUMNS, one row a creator with a post about `topic`, strongest first; and those posts.

    topic_lift = engagement on them ÷ on the creator's other posts (medians), null without both.
    The posts have creator, posted_at, likes, comments, caption, url; newest first. Range = `level`.
    """
    read = _read(posts_table, topic, now)
    on = read[read["on"]]
    if on.empty:
        return pd.DataFrame(columns=list(COLUMNS)), on
    groups = read.groupby("creator")
    told = read["weight"] * read["against"]
    whole = told.groupby(read["creator"]).sum() + _LEAN
    share = (told * read["on"]).groupby(read["creator"]).sum() / whole
    worth = whole**2 / ((told**2).groupby(read["creator"]).sum() + _LEAN)
    low, high = bell.wilson(share, worth, level)
    frame = pd.DataFrame(
        {
            "handle": groups["handle"].first(),
            "platform": groups["platform"].first(),
            "voice": share,
            "voice_low": low,
            "voice_high": high,
            "topic_posts": groups["on"].sum().astype("Int64"),
            "read_posts": groups.size().astype("Int64"),
            "topic_lift": _lift(read),
            "topic_latest": on.groupby("creator")["posted_at"].max(),
        }
    ).reset_index()
    frame = frame[frame["topic_posts"] > 0]
    ordered = frame.sort_values(["voice", "creator"], ascending=[False, True], kind="stable")
    newest = on.sort_values("posted_at", ascending=False, na_position="last", kind="stable")
    kept = ["creator", "posted_at", "likes", "comments", "caption", "url"]
    return ordered[list(COLUMNS)].reset_index(drop=True), newest[kept].reset_index(drop=True)


def finding(voices: pd.DataFrame, topic: str, writing: Writing) -> str:
    """Who leads, in a sentence, and how many speak of it at all."""
    if voices.empty:
        return f"No caption here is about {topic}"
    first = voices.iloc[0]
    number, whole = (writing.number(first[x]) for x in ("topic_posts", "read_posts"))
    leads = f"@{first['handle']} says most about {topic}: {number} of {whole} posts"
    others = len(voices) - 1
    if not others:
        return f"{leads}; nobody else here does"
    close = int((voices["voice_high"].iloc[1:] >= first["voice_low"]).sum())
    many = "1 other" if others == 1 else f"{writing.number(others)} others"
    return f"{leads}; {many} speak of it, {writing.number(close)} of them perhaps as much"


def _read(posts_table: pd.DataFrame, topic: str, now: pd.Timestamp) -> pd.DataFrame:
    """The newest posts with a caption: on, weight (by age), against (the creator's own usual)."""
    given = posts_table[posts_table["caption"].notna() & posts_table["handle"].notna()]
    given = given.assign(creator=tables.creator_key(given))
    twice = given["post_id"].notna() & given.duplicated(["creator", "post_id"], keep="last")
    given = given[~twice].sort_values("posted_at", ascending=False, na_position="last")
    read = given.groupby("creator", sort=False).head(NEWEST).reset_index(drop=True)
    near = fit.similarity(read["caption"], topic)
    on = near.ge(_NEAR).to_numpy(dtype=bool) | fit.says(read["caption"], topic)
    age = (now - pd.to_datetime(read["posted_at"], utc=True)).dt.total_seconds() / 86_400
    weight = 0.5 ** (age.clip(lower=0) / _HALF_LIFE)
    # A post without a date is taken to be as old as half of what counts.
    return read.assign(on=on, weight=weight.fillna(0.5), against=_against(read))


def _against(read: pd.DataFrame) -> Floats:
    """Engagement of each post ÷ the creator's median, 1 where either is unknown."""
    reactions = posts.reactions(read)
    usual = reactions.groupby(read["creator"]).transform("median")
    ratio = (reactions / usual.where(usual > 0)).clip(0, _MOST).fillna(1.0)
    return ratio.to_numpy(dtype=np.float64)


def _lift(read: pd.DataFrame) -> pd.Series:
    reactions = posts.reactions(read)
    about, others = (
        reactions[kind].groupby(read.loc[kind, "creator"]).median()
        for kind in (read["on"], ~read["on"])
    )
    return about / others[others > 0].reindex(about.index)


def readable(voices: pd.DataFrame) -> pd.DataFrame:
    """`voices` with column names for people."""
    names = {
        "handle": "Handle",
        "voice": metric("voice").label,
        "voice_low": f"{metric('voice').label} from",
        "voice_high": f"{metric('voice').label} to",
        "topic_posts": metric("topic_posts").label,
        "read_posts": "Posts read",
        "topic_lift": metric("topic_lift").label,
        "topic_latest": "Latest",
    }
    ends = {name: voices[name].astype("float64").round(2) for name in _ENDS}
    return voices.assign(**ends)[list(names)].rename(columns=names)


def readable_posts(found: pd.DataFrame) -> pd.DataFrame:
    """The posts of `of_topic` with column names for people; only links that are web addresses."""
    names = {
        "creator": "Creator",
        "posted_at": "Posted",
        "likes": "Likes",
        "comments": "Comments",
        "caption": "Caption",
        "url": "Link",
    }
    links = found["url"].where(found["url"].str.startswith("https://"))
    handles = found["creator"].str.partition("/")[2]
    return found.assign(creator=handles, url=links)[list(names)].rename(columns=names)
