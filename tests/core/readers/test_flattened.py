"""What a program wrote as a table, its fields by their paths, reads as the same records in JSON."""

import csv
import io
import json
from typing import Any

import pytest

from core.readers import Reading, read

RECORDS: dict[str, dict[str, Any]] = {
    "a scraper's TikTok posts": {
        "id": "7300000000000000001",
        "text": "Blue wool",
        "createTimeISO": "2026-01-02T10:00:00.000Z",
        "authorMeta": {"name": "mira.moss", "nickName": "Mira", "fans": 1200, "verified": False},
        "diggCount": 30,
        "playCount": 500,
        "commentCount": 4,
        "webVideoUrl": "https://www.tiktok.com/@mira.moss/video/7300000000000000001",
    },
    "TikTok's own posts": {
        "id": "7300000000000000001",
        "desc": "Blue wool",
        "createTime": 1767348000,
        "author": {"uniqueId": "mira.moss", "nickname": "Mira", "verified": False},
        "authorStats": {"followerCount": 1200},
        "stats": {"diggCount": 30, "playCount": 500, "commentCount": 4, "shareCount": 2},
    },
    "accounts of X": {
        "id": "12",
        "username": "mira",
        "name": "Mira",
        "description": "yarn",
        "public_metrics": {"followers_count": 1200, "following_count": 30, "tweet_count": 99},
    },
    "posts of X": {
        "url": "https://x.com/mira/status/1902622306553184746",
        "date": "2026-05-23 10:00:00+00:00",
        "rawContent": "Blue wool",
        "likeCount": 30,
        "replyCount": 4,
        "user": {"username": "mira", "displayname": "Mira", "followersCount": 1200},
    },
    "channels of YouTube": {
        "kind": "youtube#channel",
        "id": "UC1234567890123456789012",
        "snippet": {"title": "Mira", "customUrl": "@mira", "country": "AT"},
        "statistics": {"subscriberCount": "1200", "videoCount": "40"},
    },
}
SEEN = ["platform", "handle", "name", "followers", "posts", "country", "verified"]
POSTED = ["platform", "handle", "posted_at", "likes", "comments", "views", "caption"]


def flat(record: dict[str, Any], mark: str, before: str = "") -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in record.items():
        inner = isinstance(value, dict)
        path = f"{before}{name}"
        fields |= flat(value, mark, f"{path}{mark}") if inner else {path: value}
    return fields


def table(record: dict[str, Any], mark: str) -> bytes:
    fields, lines = flat(record, mark), io.StringIO()
    writer = csv.DictWriter(lines, list(fields))
    writer.writeheader()
    writer.writerows([fields, fields])
    return lines.getvalue().encode()


def rows(made: Reading) -> tuple[list[Any], list[Any]]:
    accounts, posts = made.tables["accounts"][SEEN], made.tables["posts"][POSTED]
    kept = accounts.drop_duplicates().astype("str"), posts.drop_duplicates().astype("str")
    return kept[0].to_numpy().tolist(), kept[1].to_numpy().tolist()


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("mark", ["/", "."])
def test_a_flattened_table_says_what_the_records_say(kind: str, mark: str) -> None:
    record = RECORDS[kind]
    whole = read("dataset.json", json.dumps([record, record]).encode())
    made = read("dataset.csv", table(record, mark))
    assert rows(made) == rows(whole)
    assert rows(whole) != ([], [])
    assert (made.rows, made.rows_kept_out) == (2, 0)


def test_other_headings_with_dots_mean_what_their_words_say() -> None:
    made = read("list.csv", b"user.name,no.of.followers\nmira.moss,1200\n")
    assert made.tables["accounts"][["handle", "followers"]].to_numpy().tolist() == [
        ["mira.moss", 1200]
    ]
