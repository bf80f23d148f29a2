"""What else is in a download: one's own posts, insights, other networks, parts that are missing."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from core.readers import Reading, UnreadableFile, read
from tests.core.readers.downloads import PARTIAL, zipped

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
MAY = 1_714_550_400  # 1 May 2024, 08:00
MANGLED = "B\u00c3\u00bccher \u00e2\u009d\u00a4"  # “Bücher ❤”, byte by byte, as Meta writes it


def of(value: Any, name: str) -> Reading:
    made = read(name, json.dumps(value).encode())
    assert made.rows_read + made.rows_kept_out == made.rows
    return made


def medium(name: str, title: str = "") -> dict[str, Any]:
    exif = {"exif_data": [{"latitude": 48.1, "longitude": 11.5}]}
    metadata = {"photo_metadata": exif}
    return {
        "uri": f"media/posts/{name}",
        "creation_timestamp": MAY,
        "media_metadata": metadata,
        "title": title,
    }


POSTS = [
    {"media": [medium("a.jpg", MANGLED)]},
    {"media": [medium("b.jpg"), medium("c.mp4")], "title": "Müller", "creation_timestamp": MAY + 1},
    {"media": [medium("d.mp4")], "title": "Größe → M", "creation_timestamp": MAY + 2},
]


def test_own_posts_have_captions_put_right_once_and_no_place() -> None:
    made = of(POSTS, "posts_1.json")
    posts = made.tables["posts"]
    assert made.format == "instagram_posts_json"
    assert posts["caption"].tolist() == ["Bücher ❤", "Müller", "Größe → M"]
    assert posts["kind"].tolist() == ["image", "carousel", "video"]
    assert posts["posted_at"][1] == pd.Timestamp("2024-05-01 08:00:01", tz="UTC")
    assert posts["likes"].isna().all()
    assert any("GPS" in note for note in made.notes)
    assert "48.1" not in posts.to_string() + made.problems.to_string()


@pytest.mark.parametrize(
    ("value", "name", "kinds"),
    [
        ({"ig_reels_media": [{"media": [medium("r.mp4")]}]}, "reels.json", ["reel"]),
        ({"ig_stories": [medium("s.jpg", "Hi")]}, "stories.json", ["story"]),
        (POSTS[0], "posts_1.json", ["image"]),
        (
            {
                "stories": [{"caption": "", "taken_at": "2020-10-20T11:52:06+00:00"}],
                "photos": [{"caption": "Hi", "taken_at": "2020-10-21T11:52:06+00:00"}],
                "videos": [{"caption": "", "path": "x.mp4"}],
            },
            "media.json",
            ["story", "image"],
        ),
    ],
)
def test_reels_stories_and_the_layout_of_2020(value: Any, name: str, kinds: list[str]) -> None:
    made = of(value, name)
    assert sorted(made.tables["posts"]["kind"]) == sorted(kinds)
    assert made.rows_kept_out == (name == "media.json")


def test_an_empty_list_of_reels_is_said() -> None:
    with pytest.raises(UnreadableFile, match=r"own posts or stories, and it is empty"):
        of({"ig_reels_media": []}, "reels.json")


INSIGHTS = {
    "organic_insights_audience": [
        {
            "string_map_data": {
                "Followers": {"href": "", "value": "1,196", "timestamp": 0},
                "Followers delta": {"value": "-1.6% vs Nov 8 - Feb 5"},
                "Follower percentage by country": {"value": "Nigeria: 60.1%"},
            }
        }
    ]
}


def test_insights_are_told_and_not_counted_as_anything() -> None:
    made = of(INSIGHTS, "audience_insights.json")
    assert made.format == "instagram_insights_json"
    assert "Followers: 1,196; Followers delta: -1.6% vs Nov 8 - Feb 5" in made.notes[1]
    assert all(table.empty for table in made.tables.values())


LISTS = "connections/followers_and_following"


def test_an_instagram_zip_has_posts_beside_people_and_says_what_is_missing() -> None:
    person = {"title": "", "string_list_data": [{"value": "mira.knits", "timestamp": MAY}]}
    made = read(
        "instagram-our_shop-2026-11-01-abc.zip",
        zipped(
            {
                f"{LISTS}/followers_1.json": [person],
                f"{LISTS}/close_friends.json": {"relationships_close_friends": [person]},
                f"{LISTS}/blocked_profiles.json": {"relationships_blocked_users": [person]},
                "your_instagram_activity/media/posts_1.json": POSTS,
                "your_instagram_activity/media/stories.json": {"ig_stories": [medium("s.jpg")]},
                "your_instagram_activity/threads/followers.json": {},
                "logged_information/past_instagram_insights/audience_insights.json": INSIGHTS,
            }
        ),
    )
    assert made.format == "instagram_zip"
    assert made.tables["follows"]["follower"].tolist() == ["mira.knits"]
    assert made.tables["posts"]["handle"].unique().tolist() == ["our_shop"]
    assert (made.rows, made.rows_read) == (5, 5)
    assert made.sentence == (
        "Instagram followers of @our_shop: 1 person, May 2024; and 4 posts of their own."
    )
    notes = "\n".join(made.notes)
    assert "count 1,196 followers, the list in it has 1 person" in notes
    assert "lists of Threads in this download were kept apart" in notes
    assert "The oldest follow in this file is from May 2024; if your account is older, choose" in (
        notes
    )
    assert "(GPS)" in notes


def test_a_zip_of_posts_alone_is_read() -> None:
    made = read("instagram-our_shop-2026-11-01-x.zip", zipped({"content/posts_1.json": POSTS}))
    assert made.sentence == "Instagram download (ZIP): 3 posts of their own."
    assert len(made.tables["posts"]) == made.rows == 3


def test_threads_are_a_network_of_their_own() -> None:
    person = {"string_list_data": [{"value": "mira.knits", "timestamp": MAY}]}
    made = of({"text_post_app_text_post_app_followers": [person]}, "followers.json")
    assert made.format == "threads_followers_json"
    assert made.tables["follows"][["platform", "follower"]].to_numpy().tolist() == [
        ["threads", "mira.knits"]
    ]
    made = of({"text_post_app_text_post_app_following": [person]}, "following.json")
    assert made.format == "threads_following_json"


def test_a_second_part_alone_asks_for_the_first() -> None:
    person = {"string_list_data": [{"value": "mira.knits", "timestamp": MAY}]}
    made = of([person], "followers_2.json")
    assert "This is one part of the list; bring “followers_1” as well." in made.notes


def test_another_list_of_the_download_is_not_taken_for_followers() -> None:
    liked = {"title": "mira", "string_list_data": [{"href": "https://www.instagram.com/p/x/"}]}
    with pytest.raises(UnreadableFile, match="no list of followers"):
        of({"likes_media_likes": [liked]}, "liked_posts.json")


@pytest.mark.parametrize("place", [("Video", "Videos"), ("Post", "Posts")])
def test_own_videos_on_tiktok_are_posts_and_watched_ones_are_not(place: tuple[str, str]) -> None:
    link = "https://www.tiktokv.com/share/video/7373458057486978346/"
    watched = {"VideoList": [{"Date": "2024-01-01 10:00:00", "Link": link.replace("73", "74")}]}
    own = [
        {"Date": "2024-12-06 07:30:35", "Link": link, "Likes": "12", "Title": "Wool"},
        {"Likes": "3"},
    ]
    profile = {
        "userName": "our_shop",
        "emailAddress": "a@example.org",
        "PlatformInfo": [{"Platform": "Instagram", "Name": "our_shop"}],
    }
    made = of(
        {
            "Activity": {"Video Browsing History": watched, "Follower List": {"FansList": None}},
            "Profile": {"Profile Information": {"ProfileMap": profile}},
            place[0]: {place[1]: {"VideoList": own}},
        },
        "user_data_tiktok.json",
    )
    post = made.tables["posts"].iloc[0]
    assert post[["handle", "post_id", "likes", "caption"]].tolist() == [
        "our_shop",
        "7373458057486978346",
        12,
        "Wool",
    ]
    assert (made.rows, made.rows_read) == (2, 1)
    assert any("linked to “Instagram”" in note for note in made.notes)


def test_the_manifest_of_x_names_the_parts_that_are_missing_and_the_owner() -> None:
    profile = '[{"profile":{"description":{"bio":"We knit","location":"Bonn"}}}]'
    made = read(
        "twitter-2026.zip",
        zipped(
            {
                "data/follower.js": (FIXTURES / "x_follower.js").read_bytes(),
                "data/manifest.js": f"window.__THAR_CONFIG = {json.dumps(PARTIAL)}",
                "data/profile.js": f"window.YTD.profile.part0 = {profile}",
            }
        ),
    )
    owner = made.tables["accounts"].iloc[0]
    assert owner[["handle", "name", "bio"]].tolist() == ["our_shop", "Our Shop", "We knit"]
    assert made.tables["follows"]["handle"].unique().tolist() == ["our_shop"]
    notes = "\n".join(made.notes)
    assert "“data/follower-part1.js” with 4,000 followers is named in the archive" in notes
    assert "only a part of the archive" in notes
    assert "only numbers in place of names" in notes


def test_a_facebook_zip_counts_every_list_by_itself() -> None:
    friends = {"friends_v2": [{"name": "Ada", "timestamp": MAY}]}
    made = read(
        "facebook-ada-2026.zip",
        zipped(
            {
                "connections/friends/your_friends.json": friends,
                "connections/followers/who_you've_followed.json": {
                    "following_v3": [{"name": "Cups", "timestamp": MAY}]
                },
                "connections/friends/removed_friends.json": {"deleted_friends_v2": []},
            }
        ),
    )
    assert made.format == "facebook_zip"
    assert sorted(made.tables["daily"]["measure"]) == ["new_following", "new_friends"]
    assert made.rows == made.rows_read == 2
