"""Tables and JSON of scrapers: their post times, their failures, the authors inside."""

import json
from typing import Any

import pandas as pd

from core.readers import Reading, read


def of(value: Any, name: str = "dataset.json") -> Reading:
    return read(name, json.dumps(value).encode())


PHANTOM = (
    "postUrl,description,commentCount,likeCount,pubDate,isSidecar,type,profileUrl,username,"
    "taggedFullName1,taggedUsername1,imgUrl,postId,timestamp,query,error\n"
    "https://www.instagram.com/p/Dx1/,Blue wool,3,120,2026-03-14T13:34:16.000Z,false,Photo,"
    "https://www.instagram.com/mira.knits,mira.knits,Tom,tom_b,https://x.example/1.jpg,38,"
    "2026-05-01T08:00:00.000Z,mira.knits,\n"
    ",,,,,,,,,,,,,2026-05-01T08:00:00.000Z,gone.one,Profile doesn't exist\n"
)


def test_a_phantom_of_posts_is_read_by_its_post_time_and_its_failures_are_told() -> None:
    made = read("result.csv", PHANTOM.encode())
    post = made.tables["posts"].iloc[0]
    assert post[["handle", "likes", "comments", "caption"]].tolist() == [
        "mira.knits",
        120,
        3,
        "Blue wool",
    ]
    assert post["posted_at"] == pd.Timestamp("2026-03-14 13:34:16", tz="UTC")
    assert post["seen_at"] == pd.Timestamp("2026-05-01 08:00", tz="UTC")
    assert (made.rows, made.rows_kept_out) == (2, 1)
    assert "Profile doesn't exist" in made.problems["reason"].iloc[0]


FOLLOWERS = (
    "profileUrl,username,fullName,imgUrl,id,isPrivate,isVerified,query,timestamp,error\n"
    "https://www.instagram.com/mira.knits/,mira.knits,Mira,,123,false,TRUE,our_shop,"
    "2026-05-01T08:00:00.000Z,\n"
)


def test_a_phantom_of_followers_is_a_list_of_accounts() -> None:
    account = read("result.csv", FOLLOWERS.encode()).tables["accounts"].iloc[0]
    assert account[["platform", "handle", "private", "verified"]].tolist() == [
        "instagram",
        "mira.knits",
        False,
        True,
    ]
    assert account["seen_at"] == pd.Timestamp("2026-05-01 08:00", tz="UTC")


def test_videos_of_tiktok_carry_their_author() -> None:
    made = of(
        [
            {
                "id": "7373458057486978346",
                "text": "Wool",
                "createTimeISO": "2026-03-14T13:34:16.000Z",
                "authorMeta": {"name": "mira", "nickName": "Mira", "fans": 900, "verified": False},
                "webVideoUrl": "https://www.tiktok.com/@mira/video/7373458057486978346",
                "diggCount": 12,
                "shareCount": 1,
                "playCount": 300,
                "commentCount": 2,
            }
        ]
    )
    assert made.tables["posts"][["handle", "likes", "views"]].to_numpy().tolist() == [
        ["mira", 12, 300]
    ]
    assert made.tables["accounts"][["handle", "followers"]].to_numpy().tolist() == [["mira", 900]]


def test_posts_of_x_keep_the_only_id_they_have() -> None:
    made = of(
        [
            {
                "id": 1861234567890123456,
                "user": {"username": "mira", "followersCount": 1200},
                "rawContent": "tea",
                "likeCount": 30,
                "date": "2026-10-12T08:00:00+00:00",
            }
        ]
    )
    assert made.tables["posts"]["post_id"].tolist() == ["1861234567890123456"]
