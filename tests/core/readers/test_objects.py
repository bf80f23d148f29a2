"""Lists in JSON: what scrapers and APIs give, one small made-up answer each."""

import json
from typing import Any

import pandas as pd
import pytest

from core.readers import Reading, UnreadableFile, read

POST = {
    "id": "38",
    "type": "Video",
    "shortCode": "Dx1",
    "caption": "Blue wool",
    "url": "https://www.instagram.com/p/Dx1/",
    "likesCount": 182,
    "commentsCount": 10,
    "videoViewCount": 4443,
    "timestamp": "2026-03-14T13:34:16.000Z",
    "ownerUsername": "mira.knits",
}
PROFILE = {
    "inputUrl": "https://www.instagram.com/mira.knits",
    "username": "mira.knits",
    "fullName": "Mira",
    "followersCount": 806,
    "followsCount": 4,
    "postsCount": 33,
    "private": False,
    "publicEmail": "mira@example.org",
    "latestPosts": [POST, {**POST, "shortCode": "Dx2", "likesCount": -1}],
}


def of(value: Any, name: str = "dataset.json") -> Reading:
    made = read(name, json.dumps(value).encode())
    assert made.rows_read + made.rows_kept_out == made.rows
    return made


def test_profiles_bring_their_latest_posts_and_a_row_that_failed_says_why() -> None:
    made = of([PROFILE, {"username": "gone.one", "error": "Page not found"}])
    assert (made.format, made.rows, made.rows_read) == ("apify_json", 2, 1)
    account = made.tables["accounts"].iloc[0]
    assert (account["handle"], account["followers"], account["posts"]) == ("mira.knits", 806, 33)
    posts = made.tables["posts"]
    assert posts["post_id"].tolist() == ["Dx1", "Dx2"]
    assert posts["likes"].isna().tolist() == [False, True]
    assert posts["source_row"].tolist() == [1, 1]
    assert made.problems[["row", "reason"]].iloc[0].tolist() == [
        2,
        "the tool that made the list says “Page not found”",
    ]
    assert any("e-mail" in note for note in made.notes)
    assert "mira@example.org" not in made.columns.to_string()
    assert made.sentence == (
        "Accounts from Instagram (Apify): 1 creator on Instagram, with followers; "
        "and 2 posts of theirs, Mar 2026."
    )


def test_posts_of_an_account_that_was_kept_out_do_not_stay() -> None:
    made = of([{**PROFILE, "username": "two words", "inputUrl": ""}, PROFILE])
    assert made.tables["posts"]["source_row"].tolist() == [2, 2]


FLAT = (
    "username,followersCount,latestPosts/0/likesCount,latestPosts/0/shortCode,"
    "latestPosts/0/hashtags/0,latestPosts/1/likesCount,latestPosts/1/shortCode\n"
    "mira.knits,806,182,Dx1,wool,-1,Dx2\n"
    "tomas_bakes,90,lots,Dx3,,,\n"
)


def test_columns_with_numbers_are_posts_too() -> None:
    made = read("instagram_profiles.csv", FLAT.encode())
    posts = made.tables["posts"]
    assert posts[["handle", "post_id", "platform"]].to_numpy().tolist() == [
        ["mira.knits", "Dx1", "instagram"],
        ["tomas_bakes", "Dx3", "instagram"],
        ["mira.knits", "Dx2", "instagram"],
    ]
    assert posts["likes"].fillna(-9).tolist() == [182, -9, -9]
    assert (made.rows, made.rows_kept_out) == (2, 0)
    assert made.problems[["row", "value"]].to_numpy().tolist() == [[3, "lots"]]
    assert made.columns["column"].tolist() == ["username", "followersCount"]


def test_comments_are_people_under_posts() -> None:
    comment = {
        "postUrl": "https://www.instagram.com/p/Dx1/",
        "commentUrl": "https://www.instagram.com/p/Dx1/c/9",
        "id": "9",
        "text": "Lovely!",
        "ownerUsername": "tomas_bakes",
        "timestamp": "2026-03-15T08:00:00.000Z",
        "likesCount": 0,
        "repliesCount": 0,
    }
    as_csv = pd.DataFrame([comment]).to_csv(index=False).encode()
    for made in (of([comment]), read("comments.csv", as_csv)):
        row = made.tables["comments"].iloc[0]
        assert (row["author"], row["post_id"], row["text"]) == ("tomas_bakes", "Dx1", "Lovely!")
        assert row["commented_at"] == pd.Timestamp("2026-03-15 08:00", tz="UTC")
        assert made.tables["posts"].empty


def test_a_hashtag_search_gives_the_posts_and_their_authors() -> None:
    made = of([{"name": "wool", "postsCount": 9, "latestPosts": [POST]}])
    assert made.tables["posts"]["handle"].tolist() == ["mira.knits"]
    assert made.rows == 1


BLUESKY = {"did": "did:plc:a", "handle": "mira.bsky.social", "displayName": "Mira"}
CHANNEL = {
    "kind": "youtube#channel",
    "id": "UCaaaaaaaaaaaaaaaaaaaaaa",
    "snippet": {"title": "Mira knits", "customUrl": "@miraknits", "country": "DE"},
    "statistics": {"subscriberCount": "1230", "videoCount": "12", "viewCount": "9"},
}
MASTODON = {
    "acct": "mira",
    "url": "https://knit.example/@mira",
    "note": "<p>Wool &amp; tea</p>",
    "followers_count": 5,
    "following_count": 6,
    "statuses_count": 7,
}
X_USER = {"screen_name": "mira", "followers_count": 5, "friends_count": 6, "statuses_count": 7}
GRAPHQL = {
    "__typename": "User",
    "rest_id": "12",
    "legacy": {"screen_name": "mira", "followers_count": 5, "friends_count": 6},
}
INSTALOADER = {
    "node": {
        "username": "mira",
        "edge_followed_by": {"count": 5},
        "edge_follow": {"count": 6},
        "is_private": True,
    },
    "instaloader": {"version": "4.15", "node_type": "Profile"},
}
GRAPH = {
    "business_discovery": {
        "username": "mira",
        "followers_count": 5,
        "media_count": 7,
        "media": {"data": [{"id": "1", "media_type": "IMAGE", "comments_count": 2}]},
    }
}
PAGE = {"id": "19", "name": "Mira knits", "fan_count": 5, "username": "miraknits"}
X_NOW = {"username": "mira", "public_metrics": {"followers_count": 5}}
TWSCRAPE = {"username": "mira", "rawDescription": "", "followersCount": 5}
UNKNOWN = {"profile": {"username": "mira"}, "stats": {"followers": "5"}, "platform": "tiktok"}
TIMELINE = {"instructions": [{"entries": [{"content": {"user_results": {"result": GRAPHQL}}}]}]}


@pytest.mark.parametrize(
    ("value", "kind", "platform", "handle", "followers"),
    [
        ([X_USER], "x_api_json", "x", "mira", 5),
        ({"users": [X_USER], "next_cursor": 0}, "x_api_json", "x", "mira", 5),
        ({"data": {"user": {"result": GRAPHQL}}}, "x_api_json", "x", "mira", 5),
        ({"data": {"timeline": TIMELINE}}, "x_api_json", "x", "mira", 5),
        ({"data": X_NOW}, "x_api_json", "x", "mira", 5),
        ([TWSCRAPE], "x_api_json", "x", "mira", 5),
        ({**BLUESKY, "followersCount": 5}, "bluesky_json", "bluesky", "mira.bsky.social", 5),
        ([MASTODON], "mastodon_json", "mastodon", "mira@knit.example", 5),
        ({"items": [CHANNEL]}, "youtube_api_json", "youtube", "miraknits", 1230),
        (INSTALOADER, "instagram_json", "instagram", "mira", 5),
        (GRAPH, "instagram_json", "instagram", "mira", 5),
        ({"19": PAGE}, "facebook_json", "facebook", "miraknits", 5),
        ([UNKNOWN], "list_json", "tiktok", "mira", 5),
    ],
)
def test_an_account_is_found_wherever_the_answer_puts_it(
    value: Any, kind: str, platform: str, handle: str, followers: int
) -> None:
    made = of(value)
    account = made.tables["accounts"].iloc[0]
    assert made.format == kind
    assert (account["platform"], account["handle"], account["followers"]) == (
        platform,
        handle,
        followers,
    )
    assert len(made.tables["accounts"]) == made.rows == 1


def test_descriptions_lose_their_html() -> None:
    assert of([MASTODON]).tables["accounts"]["bio"].tolist() == ["Wool & tea"]


def test_bluesky_says_who_follows_whom() -> None:
    other = {"did": "did:plc:b", "handle": "tomas.bsky.social"}
    follows = of({"subject": BLUESKY, "followers": [other]}).tables["follows"]
    assert follows[["handle", "follower"]].to_numpy().tolist() == [
        ["mira.bsky.social", "tomas.bsky.social"]
    ]
    follows = of({"subject": BLUESKY, "follows": [other]}).tables["follows"]
    assert follows["follower"].tolist() == ["mira.bsky.social"]


def test_a_repost_carries_no_likes_of_its_own() -> None:
    user = {"screen_name": "mira"}
    tweet = {
        "created_at": "Wed Sep 04 13:51:55 +0000 2019",
        "id_str": "1169246717864136705",
        "user": user,
        "favorite_count": 7,
    }
    posts = of([{**tweet, "full_text": "RT @tom: Hi"}, {**tweet, "full_text": "Wool"}]).tables[
        "posts"
    ]
    assert posts["kind"].fillna("").tolist() == ["repost", ""]
    assert posts["likes"].fillna(-9).tolist() == [-9, 7]
    assert posts["post_id"].tolist() == ["1169246717864136705"] * 2


def test_authors_of_posts_stand_beside_them() -> None:
    made = of(
        {
            "data": [{"id": "1", "text": "Hi", "author_id": "9", "public_metrics": {}}],
            "includes": {"users": [{"id": "9", "username": "mira"}]},
        }
    )
    assert made.tables["posts"]["handle"].tolist() == ["mira"]


def test_one_object_a_line_is_a_list() -> None:
    lines = "\r\n".join(json.dumps({**X_USER, "screen_name": name}) for name in ("mira", "tomas"))
    assert read("users.jsonl", lines.encode()).tables["accounts"]["handle"].tolist() == [
        "mira",
        "tomas",
    ]


def test_columns_can_be_given_a_meaning() -> None:
    rows = [{"who": "mira.knits", "town": "Bonn"}, {"who": "tomas_bakes", "town": "Ulm"}]
    made = read("people.json", json.dumps(rows).encode(), mapping={"who": "handle"})
    assert made.tables["accounts"]["handle"].tolist() == ["mira.knits", "tomas_bakes"]


@pytest.mark.parametrize(
    "value", [{"error": {"code": 190}}, {"lexicon": 1, "defs": {}}, [1, 2], [[]]]
)
def test_what_names_nobody_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFile, match=r"answer\.json"):
        of(value, "answer.json")


def test_a_list_beside_the_one_that_was_read_is_named() -> None:
    people = [{"username": "mira.knits"}, {"username": "tomas_bakes"}]
    made = of({"people": people, "towns": [{"town": "Bonn"}]})
    assert made.rows == 2
    assert "Nothing was read from “towns (1)” in it." in made.notes


def test_accounts_that_x_could_not_give_are_problem_rows() -> None:
    failed = {"value": "gone_one", "detail": "Could not find user", "parameter": "usernames"}
    made = of({"data": [X_NOW], "errors": [failed]})
    assert (made.rows, made.rows_read) == (2, 1)
    assert made.problems[["value", "reason"]].to_numpy().tolist() == [
        ["gone_one", "the tool that made the list says “Could not find user”"]
    ]


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ({"kind": "youtube#subscriptionListResponse", "items": []}, "holds an empty list"),
        ([{"town": "Bonn", "size": 3}, {"town": "Ulm"}], "its columns are “town” and “size”"),
    ],
)
def test_a_list_of_something_else_says_what_is_in_it(value: Any, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what):
        of(value)


@pytest.mark.parametrize(
    "profile",
    [
        {"username": "mira", "name": "Mira", "private_account": True, "date_joined": "2020-01-01"},
        {"profile_user": [{"string_map_data": {"Username": {"value": "mira"}}}]},
    ],
)
def test_ones_own_profile_is_no_list_of_creators(profile: dict[str, object]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read("profile.json", json.dumps(profile).encode())
    assert "the profile of one's own Instagram account" in caught.value.what
    assert "follower export" in caught.value.do
