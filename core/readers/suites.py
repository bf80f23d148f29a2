"""The tables that networks' own analytics come as: which headings give each away, and what they
mean.

These describe one account over time. They are no lists of creators, whatever their headings.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.readers import headers


@dataclass(frozen=True, slots=True)
class Suite:
    """One kind of table: all of `needs` and one of `beside` must be among its headings.

    `holds` is daily, posts or audience; `posts` says which heading is which column of a post, the
    first that is there of several (`total views/video views`).
    """

    maker: str
    format: str
    label: str
    platform: str
    holds: str
    needs: frozenset[str]
    beside: frozenset[str]
    never: frozenset[str]
    posts: Mapping[str, str]

    def fits(self, names: frozenset[str]) -> bool:
        """Whether a row with these headings is the head of such a table."""
        return (
            self.needs <= names
            and (not self.beside or bool(self.beside & names))
            and not self.never & names
        )


_POSTS: Final[Mapping[str, Mapping[str, str]]] = {
    "": {},
    "meta": {
        "post_id": "post id",
        "posted_at": "publish time",
        "kind": "post type",
        "caption": "description",
        "url": "permalink",
        "views": "views",
        "reach": "reach",
        "likes": "likes/reactions/likes and reactions",
        "comments": "comments/replies",
        "shares": "shares",
        "saves": "saves",
    },
    "x": {
        "post_id": "post id/tweet id",
        "posted_at": "date/time",
        "caption": "post text/tweet text",
        "url": "post link/tweet permalink",
        "views": "impressions",
        "likes": "likes",
        "comments": "replies",
        "shares": "reposts/retweets",
        "saves": "bookmarks",
    },
    "tiktok": {
        "caption": "video title",
        "url": "video link",
        "posted_at": "post time",
        "views": "total views/video views",
        "likes": "total likes/likes",
        "comments": "total comments/comments",
        "shares": "total shares/shares",
        "saves": "add to favorites/total favorites/favorites",
    },
    "youtube": {
        "post_id": "content",
        "caption": "video title",
        "posted_at": "video publish time",
        "views": "views",
        "likes": "likes",
        "comments": "comments added",
        "shares": "shares",
    },
}
# First headings of YouTube's tables about the audience; with a date beside them, a chart of them.
AUDIENCE: Final = frozenset(
    {
        "viewer age",
        "viewer gender",
        "geography",
        "cities",
        "subscription status",
        "traffic source",
        "device type",
        "operating system",
        "playback location",
        "new and returning viewers",
        "content type",
    }
)
# Headings that only YouTube Studio uses for its totals a day, and the names of those files.
YOUTUBE_ONLY: Final = frozenset(
    {"watch time hours", "estimated revenue", "impressions click through rate %"}
)
TOTALS: Final = ("totals", "total", "gesamtwerte", "totales", "totaux", "totali")
_DAYS: Final = ("date", "datum", "fecha", "data", "дата", "tarih", "day", "jour", "tag", "dato")
_MAKERS: Final = ("meta", "x", "tiktok", "youtube")


def _table(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split(";")) - {""}


_ALIASES: Final = {(row["maker"], row["alias"]): row["heading"] for row in _table("headings.csv")}
SUITES: Final = tuple(
    Suite(
        row["maker"],
        row["format"],
        row["label"],
        row["platform"],
        row["holds"],
        _names(row["needs"]),
        _names(row["beside"]),
        _names(row["never"]),
        _POSTS[row["posts"]],
    )
    for row in _table("suites.csv")
)


def canonical(name: str, maker: str) -> str:
    """The heading as its maker writes it in English; an unknown one as it stands, in lower case."""
    plain = headers.normal(name)
    return _ALIASES.get((maker, plain), plain)


def of(format_: str) -> Suite:
    """The suite with this format key."""
    return next(suite for suite in SUITES if suite.format == format_)


def is_day(name: str) -> bool:
    """Whether a heading means the day, in the languages seen."""
    return headers.normal(name) in _DAYS


def headed(record: Sequence[str]) -> Suite | None:
    """The first suite that the headings in a record fit; null if none."""
    plain = [cell for cell in record if cell and len(cell) <= 120]
    if len(plain) < 2:
        return None
    named = {maker: frozenset(canonical(cell, maker) for cell in plain) for maker in _MAKERS}
    return next((s for s in SUITES if s.maker in named and s.fits(named[s.maker])), None)
