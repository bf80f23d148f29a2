"""Tables of own posts known by what stands where: networks keep the order of their columns in every
language, and some of the headings nobody has written down yet.
"""

import re
from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.readers import dates, headers, suites
from core.readers.suites import Suite

VIDEO_ID: Final = r"[\w\-]{11}"
_LONG_ID: Final = r"\d[\d.,]{9,}(?:E\+?\d+)?"
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
    cells = pd.DataFrame(full, dtype="str")
    for format_, link, order in _IN_META:
        names = order.split(";")
        at = names.index("permalink")
        if len(record) > len(names) and _all(cells, {0: _LONG_ID, 1: _LONG_ID, at: link}):
            rest = [_counted(cell, "meta") for cell in record[len(names) :]]
            return suites.of(format_), [*names, *rest]
    return _studio(record, cells) or _videos(record, cells)


def _studio(record: Sequence[str], cells: pd.DataFrame) -> tuple[Suite, list[str]] | None:
    """TikTok Studio's table of videos, all of one account; its counts are the last columns."""
    at = _IN_TIKTOK.index("video link")
    if len(record) != len(_IN_TIKTOK) or re.fullmatch(_TIKTOK_LINK, record[at]):
        return None
    owners = cells[at].str.extract(f"^{_TIKTOK_LINK}$")[0]
    counts = dict.fromkeys(range(at + 2, len(_IN_TIKTOK)), _FIGURE)
    if owners.isna().any() or owners.nunique() > 1 or not _all(cells, counts):
        return None
    return suites.of("tiktok_studio_content"), list(_IN_TIKTOK)


def _videos(record: Sequence[str], cells: pd.DataFrame) -> tuple[Suite, list[str]] | None:
    """YouTube's table of videos: ids, titles, mostly when they came out, numbers."""
    ids = cells[0][cells[0].str.fullmatch(VIDEO_ID)]
    mixed = ids.str.contains(r"[a-z]") & ids.str.contains(r"[A-Z\d_\-]")
    meant = {headers.read(cell).meaning for cell in record}
    # All but the sum over them are ids, and some look like no word.
    if len(ids) < max(len(cells) - 1, 1) or not mixed.any() or meant & {"handle", "url"}:
        return None
    names = ["content", "video title", *(_counted(cell, "youtube") for cell in record[2:])]
    if "views" not in names:
        return None
    found = cells.loc[ids.index]
    when = (at for at in range(2, min(len(record), 5)) if dates.parse(found[at]).notna().all())
    at = next(when, None)
    if at is not None:
        names[at] = "video publish time"
    return suites.of("youtube_studio_table"), names


def _all(cells: pd.DataFrame, shapes: dict[int, str]) -> bool:
    return all(bool(cells[at].str.fullmatch(shape).all()) for at, shape in shapes.items())


def _counted(heading: str, maker: str) -> str:
    """What a heading counts, as its maker says in English; the heading where that is unknown."""
    named = suites.canonical(heading, maker)
    if named != headers.normal(heading):
        return named
    return _COUNTED[maker].get(headers.read(heading).meaning or "", named)
