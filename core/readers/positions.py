"""Tables of own posts known by what stands where: networks keep the order of their columns in every
language, and some of the headings nobody has written down yet.
"""

import re
from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.readers import dates, headers, suites
from core.readers.suites import Suite

VIDEO_ID: Final = r"[A-Za-z0-9_\-]{11}"
_MIXED: Final = re.compile(r"(?=.*[a-z]).*[A-Z0-9_\-]")
_LONG_ID: Final = r"[0-9][0-9.,]{9,}(?:E\+?[0-9]+)?"
_IN_META: Final = (
    (
        "meta_business_suite_content_instagram",
        r"https?://(?:www\.)?instagram\.com/\S+",
        "post id;account id;account username;account name;description;duration sec;publish time;"
        "permalink;post type",
    ),
    (
        "meta_business_suite_content_facebook",
        r"https?://(?:www\.)?facebook\.com/\S+",
        "post id;page id;page name;title;description;duration sec;publish time;caption type;"
        "permalink",
    ),
)
_IN_TIKTOK: Final = [
    "time",
    "video title",
    "video link",
    "post time",
    "total likes",
    "total comments",
    "total shares",
    "total views",
]
_TIKTOK_LINK: Final = r"https?://(?:www\.)?tiktok\.com/@([\w.\-]+)/(?:video|photo)/\d+\S*"
_IN_X: Final = [
    *("post id", "date", "post text", "post link", "impressions", "likes", "engagements"),
    *("bookmarks", "shares", "new follows", "replies", "reposts", "profile visits"),
    *("detail expands", "url clicks", "hashtag clicks", "permalink clicks"),
]
_X_LINK: Final = r"https?://(?:www\.)?(?:x|twitter)\.com/(\w{1,15})/status/(\d+)"
_FIGURE: Final = r"[\d\s.,']*|-+"
_COUNTED: Final = {
    "meta": {name: name for name in ("likes", "comments", "shares", "saves", "views", "reach")},
    "youtube": {"views": "views", "likes": "likes", "comments": "comments added"}
    | {"shares": "shares", "followers": "subscribers"},
}


def told(record: Sequence[str], behind: Sequence[Sequence[str]]) -> tuple[Suite, list[str]] | None:
    """The suite whose cells stand `behind` the headings, and the headings in English."""
    full = [row for row in behind if len(row) == len(record) and any(row)]
    if not full or len(record) < 4:
        return None
    for format_, link, order in _IN_META:
        names = order.split(";")
        at = names.index("permalink")
        if len(record) > len(names) and _all(full, {0: _LONG_ID, 1: _LONG_ID, at: link}):
            rest = [_counted(cell, "meta") for cell in record[len(names) :]]
            return suites.of(format_), [*names, *rest]
    return _studio(record, full) or _posts_of_x(record, full) or _videos(record, full)


def _studio(record: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Suite, list[str]] | None:
    """TikTok Studio's table of videos, all of one account; its counts are the last columns."""
    at = _IN_TIKTOK.index("video link")
    if len(record) != len(_IN_TIKTOK) or re.fullmatch(_TIKTOK_LINK, record[at]):
        return None
    links = [re.fullmatch(_TIKTOK_LINK, row[at]) for row in rows]
    owners = {link[1] if link else None for link in links}
    counts = dict.fromkeys(range(at + 2, len(_IN_TIKTOK)), _FIGURE)
    if None in owners or len(owners) > 1 or not _all(rows, counts):
        return None
    return suites.of("tiktok_studio_content"), list(_IN_TIKTOK)


def _posts_of_x(
    record: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[Suite, list[str]] | None:
    """X's table of posts, all of one account: each link ends in the id before it."""
    at = _IN_X.index("post link")
    if len(record) != len(_IN_X) or re.fullmatch(_X_LINK, record[at]):
        return None
    links = [(row[0], re.fullmatch(_X_LINK, row[at])) for row in rows]
    owners = {link[1].lower() if link and link[2] == id_ else None for id_, link in links}
    counts = dict.fromkeys(range(at + 1, len(_IN_X)), _FIGURE)
    if None in owners or len(owners) > 1 or not _all(rows, counts):
        return None
    return suites.of("x_analytics_content"), list(_IN_X)


def _videos(record: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Suite, list[str]] | None:
    """YouTube's table of videos: ids, titles, mostly when they came out, numbers."""
    found = [row for row in rows if re.fullmatch(VIDEO_ID, row[0])]
    # All but the sum over them are ids, and some look like no word.
    if len(found) < max(len(rows) - 1, 1) or not any(_MIXED.match(row[0]) for row in found):
        return None
    known = {headers.read(cell).meaning for cell in record} - {None}
    if known & {"handle", "url"}:
        return None
    names = ["content", "video title", *(_counted(cell, "youtube") for cell in record[2:])]
    if "views" not in names and (known or not _are_random([row[0] for row in found])):
        return None
    columns = {at: pd.Series([row[at] for row in found], dtype="str") for at in range(len(record))}
    when = (at for at in range(2, min(len(record), 5)) if dates.parse(columns[at]).notna().all())
    at = next(when, None)
    if at is not None:
        names[at] = "video publish time"
    return suites.of("youtube_studio_table"), names


def _are_random(ids: Sequence[str]) -> bool:
    """Whether they are ids for sure: hardly one in a hundred has letters of one size only."""
    both = [any(map(str.isupper, one)) and any(map(str.islower, one)) for one in ids]
    return len(ids) > 1 and sum(both) >= 0.9 * len(ids)


def _all(rows: Sequence[Sequence[str]], shapes: dict[int, str]) -> bool:
    return all(re.fullmatch(shape, row[at]) for row in rows for at, shape in shapes.items())


def _counted(heading: str, maker: str) -> str:
    """What a heading counts, as its maker says in English; the heading where that is unknown."""
    named = suites.canonical(heading, maker)
    if named != headers.normal(heading):
        return named
    return _COUNTED[maker].get(headers.read(heading).meaning or "", named)
