"""What a heading says, checked against the cells below: links, handles, rates that are counts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from core.readers import handles, headers, links, numbers, texts
from core.readers.headers import Header
from core.readers.texts import matches

MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")
_POST_LINK: Final = (
    r"(?i)/(?:p|reel|reels|tv|video|videos|status|shorts|watch|posts|clip)/|"
    r"[?&]v=|youtu\.be/|/share/(?:v|r|p)/"
)


def by_content(columns: list[Header], sample: Sequence[pd.Series]) -> list[Header]:
    """The meanings after a look at the cells: links, real handles, rates that are counts, twins."""
    settled = [_settled(column, sample[at]) for at, column in enumerate(columns)]
    post_like = any(column.meaning in {"post_url", "post_id", "caption"} for column in settled)
    if post_like:
        # In tables of posts, “follows” are follows the post brought, and “title” is the post's.
        settled = [
            replace(c, meaning=None) if c.meaning in {"following", "posts"} else c for c in settled
        ]
        settled = _post_like(settled)
    else:
        settled = [
            replace(c, meaning="seen_at") if c.meaning == "posted_at" and _is_stamp(c) else c
            for c in settled
        ]
    return _one_handle(settled, sample)


def _post_like(columns: list[Header]) -> list[Header]:
    """In tables of posts the description is the post's, and a stamp beside a date is when it was
    looked up.
    """
    has_caption = any(column.meaning == "caption" for column in columns)
    dated = any(column.meaning == "posted_at" and not _is_stamp(column) for column in columns)
    made = []
    for column in columns:
        if column.meaning == "bio" and not has_caption:
            made.append(replace(column, meaning="caption"))
        elif dated and column.meaning == "posted_at" and headers.normal(column.name) == "timestamp":
            made.append(replace(column, meaning="seen_at"))
        else:
            made.append(column)
    return made


def _is_stamp(column: Header) -> bool:
    return headers.normal(column.name) in {"timestamp", "date", "datum", "fecha"}


def _settled(column: Header, filled: pd.Series) -> Header:
    if filled.empty:
        return column
    if column.meaning is None and "@" in filled.iloc[0]:
        mailed = filled.str.fullmatch(MAIL).mean() > 0.5
        return replace(column, meaning="email") if mailed else column
    if column.meaning in {"url", "post_url"}:
        return replace(column, meaning="post_url") if _of_posts(filled) else column
    if column.meaning in {"name", "handle"} and "/" in filled.iloc[0]:
        linked = handles.examine(filled)["platform"].notna() & filled.str.contains("/", regex=False)
        return replace(column, meaning="url") if linked.mean() > 0.5 else column
    if column.meaning == "engagement_rate_claimed" and not _is_rate(filled):
        return replace(column, meaning=None)
    if column.meaning == "platform" and filled.map(headers.platform_called).notna().mean() < 0.3:
        return replace(column, meaning=None)
    if column.meaning == "posts" and numbers.parse(filled).notna().mean() < 0.2:
        return replace(column, meaning="caption" if filled.str.len().median() > 20 else None)
    if column.meaning == "has_picture" and filled.str.contains("/", regex=False).mean() > 0.5:
        return replace(column, meaning=None)
    return column


def _of_posts(filled: pd.Series) -> bool:
    """Whether most of the links lead to posts on networks we know."""
    posts = matches(texts.arrow(filled), _POST_LINK).to_numpy(zero_copy_only=False)
    return bool(posts.mean() > 0.5 and links.platforms(filled).notna().mean() > 0.5)


def _is_rate(filled: pd.Series) -> bool:
    """Whether the values can be rates: percent signs, or none above 100."""
    values = numbers.parse(filled).dropna()
    return bool(
        filled.str.contains("%", regex=False).any() or (len(values) and values.quantile(0.9) <= 100)
    )


def _one_handle(columns: list[Header], sample: Sequence[pd.Series]) -> list[Header]:
    """The columns with one handle among them: of name columns, the one whose cells are handles."""
    strong = [
        at for at, c in enumerate(columns) if c.meaning == "handle" and _share(sample[at]) > 0
    ]
    weak = (
        []
        if strong
        else [
            at for at, c in enumerate(columns) if c.meaning == "name" and _share(sample[at]) >= 0.25
        ]
    )
    candidates = strong or weak
    chosen = max(
        candidates,
        key=lambda at: (round(_share(sample[at]), 2), columns[at].platform is not None, -at),
        default=None,
    )
    linked = any(c.meaning == "url" and _share(sample[at]) >= 0.5 for at, c in enumerate(columns))
    if chosen is None or (chosen in weak and linked):
        return columns
    if chosen in weak and not _believable(columns, chosen):
        return columns
    made = [
        replace(c, meaning="name") if c.meaning == "handle" and at != chosen else c
        for at, c in enumerate(columns)
    ]
    made[chosen] = replace(made[chosen], meaning="handle")
    return made


def _believable(columns: list[Header], chosen: int) -> bool:
    """A mere “name” is a handle only beside numbers of an account, or when a network is in its
    name.
    """
    meanings = {column.meaning for column in columns}
    counted = meanings & {"followers", "avg_likes", "avg_views", "engagement_rate_claimed"}
    return bool(counted) or columns[chosen].platform is not None


def _share(filled: pd.Series) -> float:
    return float(handles.examine(filled)["handle"].notna().mean()) if len(filled) else 0.0
