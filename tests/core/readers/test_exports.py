"""Follower downloads of Instagram, TikTok and X: every layout, one small made-up file each."""

from pathlib import Path

import pandas as pd
import pytest

from core import tables as tidy
from core.readers import Reading, read
from tests.core.readers.downloads import zipped

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
THREE = ["mira.knits", "tomas_bakes", "lea__climbs"]


def fixture(name: str) -> bytes:
    return (FIXTURES / name).read_bytes()


def reading(name: str, as_name: str | None = None) -> Reading:
    return read(as_name or name, fixture(name))


@pytest.mark.parametrize(
    ("file", "kind", "followers"),
    [
        ("instagram_2021_followers.json", "instagram_followers_json", THREE),
        ("instagram_2023_followers_1.json", "instagram_followers_json", THREE),
        ("instagram_2024_followers_1.html", "instagram_followers_html", THREE),
        ("tiktok_2024_activity.json", "tiktok_json", ["alva.m", "ben_22"]),
        ("tiktok_2025_your_activity.json", "tiktok_json", ["alva.m", "ben_22"]),
        ("tiktok_2026_profile.json", "tiktok_json", ["alva.m", "ben_22"]),
        ("tiktok_hand_edited.json", "tiktok_json", ["alva.m"]),
        ("tiktok_Follower.txt", "tiktok_txt", ["alva.m", "ben_22"]),
        ("tiktok_Volger.txt", "tiktok_txt", ["alva.m", "ben_22"]),
        ("x_follower.js", "x_archive_js", ["1432874569021935616", "12"]),
    ],
)
def test_followers_are_the_people_in_the_file(file: str, kind: str, followers: list[str]) -> None:
    made = reading(file)
    assert made.format == kind
    follows = made.tables["follows"].dropna(subset=["follower"])
    assert follows.loc[follows["follower"] != "my_shop", "follower"].tolist() == followers
    assert made.rows_read + made.rows_kept_out == made.rows
    assert set(made.tables) == set(tidy.NAMES)


@pytest.mark.parametrize(
    "file", ["instagram_2026_following.json", "instagram_2026_following.html", "x_following.js"]
)
def test_following_is_not_followers(file: str) -> None:
    made = reading(file, file.removeprefix("instagram_2026_").removeprefix("x_"))
    follows = made.tables["follows"]
    assert "following" in made.label.lower()
    assert follows["handle"].notna().all()
    assert follows["follower"].isna().all()
    assert any("not followers" in note for note in made.notes)


def test_times_are_read_and_a_date_that_says_nothing_is_missing() -> None:
    followed = reading("instagram_2024_followers_1.html").tables["follows"]["followed_at"]
    assert followed[0] == pd.Timestamp("2025-04-18 07:37", tz="UTC")
    assert followed[1] == pd.Timestamp("2024-12-02 15:15", tz="UTC")
    assert followed.isna().tolist() == [False, False, True]
    first = reading("instagram_2023_followers_1.json").tables["follows"]["followed_at"][0]
    assert first == pd.Timestamp(1552300000, unit="s", tz="UTC")
    assert reading("tiktok_Follower.txt").tables["follows"]["followed_at"][0] == pd.Timestamp(
        "2023-08-10 06:18:18", tz="UTC"
    )


def test_the_sentence_says_who_how_many_and_since_when() -> None:
    assert reading("instagram_2023_followers_1.json").sentence == (
        "Instagram followers of one account: 3 people, Mar 2019 to Nov 2026."
    )


def test_the_layout_of_2020_has_both_directions() -> None:
    made = reading("instagram_2020_connections.json")
    follows = made.tables["follows"]
    assert follows["follower"].dropna().tolist() == ["mira.knits", "tomas_bakes"]
    assert follows["handle"].dropna().tolist() == ["lea__climbs"]
    assert made.rows == 3


def test_an_entry_without_a_name_is_a_problem_row() -> None:
    content = fixture("instagram_2023_followers_1.json").replace(b"tomas_bakes", b"")
    made = read("followers_1.json", content.replace(b'https://www.instagram.com/"', b'"'))
    assert (made.rows, made.rows_read, made.rows_kept_out) == (3, 2, 1)
    assert made.problems.iloc[0]["row"] == 2


def test_the_owner_of_a_tiktok_download_becomes_an_account_without_their_mail() -> None:
    made = reading("tiktok_2026_profile.json")
    owner = made.tables["accounts"].iloc[0]
    assert (owner["platform"], owner["handle"], owner["followers"]) == ("tiktok", "my_shop", 2)
    assert made.tables["follows"]["handle"].tolist() == ["my_shop", "my_shop", "cleo"]
    assert (
        not made.tables["accounts"]
        .astype("str")
        .apply(lambda c: c.str.contains("example.org"))
        .any(axis=None)
    )


def test_a_damaged_x_account_file_is_read_and_never_run() -> None:
    made = reading("x_account_formatted.js")
    assert made.tables["accounts"]["handle"].tolist() == ["our_shop"]
    posts = reading("x_tweets.js").tables["posts"]
    assert posts[["post_id", "likes", "shares"]].iloc[0].tolist() == ["1349038438876528641", 4, 5]


THREADS = b'{"text_post_app_text_post_app_followers": []}'
INSIDE = "x/connections/followers_and_following"


def test_an_instagram_zip_is_read_with_its_parts_and_owner() -> None:
    first = fixture("instagram_2023_followers_1.json")
    made = read(
        "instagram-our_shop-2026-11-01-abc.zip",
        zipped(
            {
                f"{INSIDE}/followers_1.json": first,
                f"{INSIDE}/followers_1 (1).json": first,
                f"{INSIDE}/followers_2.json": first.replace(b"mira", b"nina"),
                f"{INSIDE}/following.json": fixture("instagram_2026_following.json"),
                "x/your_instagram_activity/threads/followers.json": THREADS,
                "__MACOSX/x/._followers_1.json": b"junk",
                "x/media/posts/1.jpg": b"\xff\xd8\xff",
            }
        ),
    )
    follows = made.tables["follows"]
    assert made.format == "instagram_zip"
    assert follows.loc[follows["handle"] == "our_shop", "follower"].tolist() == [
        *THREE,
        "nina.knits",
        *THREE[1:],
    ]
    assert follows.loc[follows["follower"] == "our_shop", "handle"].tolist() == THREE[:2]
    assert any("followers_1 (1).json" in note and "read once" in note for note in made.notes)


def test_the_owner_is_found_in_the_profile_and_a_lost_part_is_named() -> None:
    profile = b'{"profile_user":[{"string_map_data":{"Benutzername":{"value":"Our_Shop"}}}]}'
    made = read(
        "download.zip",
        zipped(
            {
                f"{INSIDE}/followers_2.json": fixture("instagram_2023_followers_1.json"),
                "x/personal_information/personal_information.json": profile,
            }
        ),
    )
    assert made.tables["follows"]["handle"].unique().tolist() == ["our_shop"]
    assert any("followers_1" in note and "not in this ZIP" in note for note in made.notes)


def test_tiktok_and_x_zips_are_read() -> None:
    tiktok = read(
        "TikTok.zip", zipped({"TikTok/Your Activity/Follower.txt": fixture("tiktok_Follower.txt")})
    )
    assert (tiktok.format, len(tiktok.tables["follows"])) == ("tiktok_zip", 2)
    part = b'window.YTD.follower.part1 = [ {"follower": {"accountId": "99"}} ]'
    archive = read(
        "twitter-2026.zip",
        zipped(
            {
                "data/follower.js": fixture("x_follower.js"),
                "data/follower-part1.js": part,
                "data/account.js": fixture("x_account_formatted.js"),
                "data/tweets.js": fixture("x_tweets.js"),
            }
        ),
    )
    assert archive.tables["follows"]["follower"].tolist() == ["1432874569021935616", "12", "99"]
    assert archive.tables["follows"]["handle"].unique().tolist() == ["our_shop"]
    assert archive.tables["posts"]["handle"].tolist() == ["our_shop"]
    assert archive.rows == 4
