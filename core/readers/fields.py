"""What programs and APIs call things in JSON: each known shape of a record, told by its fields."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final

Record = dict[str, Any]

_PATHS: Final = Path(__file__).with_name("fields.csv")
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of record: its name, whose it is, on which network, and the fields that give it
    away (`field` is there, `field=value` has that value).
    """

    name: str
    format: str
    label: str
    platform: str
    marks: tuple[str, ...]
    meanings: dict[str, str] = field(default_factory=dict, compare=False)  # path to meaning

    def fits(self, record: Record) -> bool:
        """Whether the record has every field that this shape is told by."""
        return all(_marked(record, mark) for mark in self.marks)


# name, format, label, network, marks; the first that fits a record is its shape.
_KNOWN: Final = (
    ("x_graphql_tweet", "x_api_json", "Posts from X", "x", "rest_id legacy.full_text"),
    ("x_graphql_user", "x_api_json", "Accounts from X", "x", "rest_id core.screen_name"),
    ("x_graphql_user", "x_api_json", "Accounts from X", "x", "rest_id legacy.screen_name"),
    ("x_v1_tweet", "x_api_json", "Posts from X", "x", "user.screen_name created_at"),
    ("x_v1_user", "x_api_json", "Accounts from X", "x", "screen_name followers_count"),
    ("x_v1_user", "x_api_json", "Accounts from X", "x", "screen_name friends_count"),
    ("x_twscrape_tweet", "x_api_json", "Posts from X", "x", "rawContent user.username"),
    ("x_twscrape_user", "x_api_json", "Accounts from X", "x", "rawDescription username"),
    ("x_v2_tweet", "x_api_json", "Posts from X", "x", "text public_metrics.like_count"),
    ("x_v2_tweet", "x_api_json", "Posts from X", "x", "text author_id"),
    ("x_v2_user", "x_api_json", "Accounts from X", "x", "username public_metrics.followers_count"),
    ("x_v2_user", "x_api_json", "Accounts from X", "x", "username pinned_tweet_id"),
    ("bluesky_post", "bluesky_json", "Posts from Bluesky", "bluesky", "uri author.did record.text"),
    ("bluesky_profile", "bluesky_json", "Accounts from Bluesky", "bluesky", "did handle"),
    ("mastodon_status", "mastodon_json", "Posts from Mastodon", "mastodon", "account.acct content"),
    ("mastodon_account", "mastodon_json", "Accounts from Mastodon", "mastodon", "acct url"),
    (
        "youtube_channel",
        "youtube_api_json",
        "Channels from YouTube",
        "youtube",
        "kind=youtube#channel id",
    ),
    (
        "youtube_video",
        "youtube_api_json",
        "Videos from YouTube",
        "youtube",
        "kind=youtube#video snippet.channelId statistics.viewCount",
    ),
    (
        "youtube_subscription",
        "youtube_api_json",
        "Subscriptions from YouTube",
        "youtube",
        "kind=youtube#subscription snippet.resourceId.channelId",
    ),
    (
        "youtube_comment",
        "youtube_api_json",
        "Comments from YouTube",
        "youtube",
        "kind=youtube#commentThread snippet.videoId",
    ),
    (
        "instagram_web_user",
        "instagram_json",
        "Accounts from Instagram",
        "instagram",
        "username edge_followed_by.count",
    ),
    (
        "instagram_web_post",
        "instagram_json",
        "Posts from Instagram",
        "instagram",
        "shortcode taken_at_timestamp",
    ),
    (
        "instagram_web_post",
        "instagram_json",
        "Posts from Instagram",
        "instagram",
        "shortcode owner.username",
    ),
    (
        "instagram_graph_user",
        "instagram_json",
        "Accounts from Instagram",
        "instagram",
        "username media_count",
    ),
    (
        "instagram_graph_post",
        "instagram_json",
        "Posts from Instagram",
        "instagram",
        "media_type comments_count",
    ),
    ("facebook_page", "facebook_json", "Pages from Facebook", "facebook", "fan_count name"),
    (
        "apify_tiktok_video",
        "apify_json",
        "Posts from TikTok (Apify)",
        "tiktok",
        "authorMeta.name webVideoUrl",
    ),
    (
        "tiktok_web_video",
        "tiktok_web_json",
        "Posts from TikTok",
        "tiktok",
        "author.uniqueId stats.playCount",
    ),
    (
        "tiktok_web_user",
        "tiktok_web_json",
        "Accounts from TikTok",
        "tiktok",
        "user.uniqueId stats.followerCount",
    ),
    (
        "apify_youtube_video",
        "apify_json",
        "Videos from YouTube (Apify)",
        "youtube",
        "channelUrl viewCount",
    ),
    (
        "apify_instagram_profile",
        "apify_json",
        "Accounts from Instagram (Apify)",
        "instagram",
        "username followersCount followsCount postsCount",
    ),
    (
        "apify_instagram_comment",
        "apify_json",
        "Comments from Instagram (Apify)",
        "instagram",
        "commentUrl text",
    ),
    (
        "apify_instagram_post",
        "apify_json",
        "Posts from Instagram (Apify)",
        "instagram",
        "shortCode likesCount",
    ),
)


def _known() -> tuple[Shape, ...]:
    meanings: dict[str, dict[str, str]] = {}
    with _PATHS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            meanings.setdefault(row["shape"], {})[row["path"]] = row["meaning"]
    return tuple(
        Shape(name, kind, label, platform, tuple(marks.split()), meanings[name])
        for name, kind, label, platform, marks in _KNOWN
    )


SHAPES: Final = _known()


def shape(records: Iterable[Record]) -> Shape | None:
    """The first known shape that any of the records has; None if they are of no known kind."""
    sample = list(records)
    return next((one for one in SHAPES if any(one.fits(record) for record in sample)), None)


def at(record: Any, path: str) -> Any:
    """The value at a dotted path, list positions included; None where there is none."""
    if path in record:
        return record[path]
    value = record
    for step in path.split(".")[:_DEEPEST]:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _marked(record: Record, mark: str) -> bool:
    path, _, value = mark.partition("=")
    found = at(record, path)
    return found == value if value else found is not None


def text(value: Any) -> str:
    """A JSON value as the text a CSV file would hold; lists and objects have none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _without_tags(value) if value.startswith("<p>") else value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value) if isinstance(value, int | float) else ""


def _without_tags(html: str) -> str:
    """Mastodon writes posts and descriptions as HTML."""
    return unescape(re.sub(r"<[^>]{0,500}>", "", re.sub(r"<br ?/?>|</p><p>", "\n", html)))
