"""Real files of every format, beside the repository: format, rows, and what a look at them shows.

They are others' work and stay where they are; without them these tests are skipped.
"""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from core.readers import Reading, read

SAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "samples"

# Where, format, rows, rows read, table, columns, the first three rows (“…” is a beginning).
CASES: tuple[tuple[str, str, int, int, str, tuple[str, ...], tuple[tuple[Any, ...], ...]], ...] = (
    (
        "api_bluesky/get_follows.json",
        "bluesky_json",
        6,
        6,
        "accounts",
        ("platform", "handle", "name"),
        (
            ("bluesky", "why.bsky.team", "Why"),
            ("bluesky", "divy.zone", "devin ivy 🐋"),
            ("bluesky", "jay.bsky.team", "Jay 🦋"),
        ),
    ),
    (
        "api_facebook_page/facebook__apidata__pages__multi_default_fields.json",
        "facebook_json",
        2,
        2,
        "accounts",
        ("platform", "handle", "name", "followers"),
        (
            ("facebook", "FacebookforDevelopers", "Facebook for Developers", 7_966_986),
            ("facebook", "facebookapp", "Facebook App", 210_078_909),
        ),
    ),
    (
        "api_instagram_graph/instagram__apidata__discovery__user_fields.json",
        "instagram_json",
        1,
        1,
        "accounts",
        ("handle", "followers", "posts", "following"),
        (("facebookfordevelopers", 64_976, 436, None),),
    ),
    (
        "api_mastodon/accounts_multi.json",
        "mastodon_json",
        2,
        2,
        "accounts",
        ("platform", "handle", "followers", "private"),
        (("mastodon", "mastodonpy_test", 0, True), ("mastodon", "mastodonpy_test_2", 0, False)),
    ),
    (
        "api_mastodon/statuses.json",
        "mastodon_json",
        1,
        1,
        "posts",
        ("handle", "post_id", "likes", "caption"),
        (("mastodonpy_test", "117020569296803689", 0, "Toot!"),),
    ),
    (
        "api_x_v2/searches__search_tweets_query.json",
        "x_api_json",
        4,
        4,
        "posts",
        ("handle", "post_id", "posted_at"),
        (
            ("happycamper", "1276035977375477760", "2020-06-25 06:14:19"),
            ("snowman", "1275882613572583424", "2020-06-24 20:04:54"),
            ("jellybeanjones", "1275763727908798470", "2020-06-24 12:12:29"),
        ),
    ),
    (
        "api_x_v2/user__followers_resp.json",
        "x_api_json",
        5,
        5,
        "accounts",
        ("platform", "handle", "name"),
        (
            ("x", "Aman64539368", "Aman"),
            ("x", "ziauddi45395796", "ziauddin"),
            ("x", "destekportali", "Destek Portalı"),
        ),
    ),
    (
        "api_x_v2/user__user_resp.json",
        "x_api_json",
        1,
        1,
        "accounts",
        ("handle", "followers", "following", "posts", "verified"),
        (("TwitterDev", 514_020, 2_038, 3_639, True),),
    ),
    (
        "api_youtube/apidata__channel_info_single.json",
        "youtube_api_json",
        1,
        1,
        "accounts",
        ("platform", "handle", "name", "followers", "posts", "country"),
        (("youtube", "googledevelopers", "Google Developers", 1_927_873, 5_026, "US"),),
    ),
    (
        "api_youtube/apidata__comment_threads__comment_threads_by_video_paged_1.json",
        "youtube_api_json",
        5,
        5,
        "comments",
        ("post_id", "author", "text", "commented_at"),
        (("F1UP7wRCPH8", "UCzj-CjKYmGlZ7vTL-vOe57A", "Google.com", "2019-11-26 15:51:44"),),
    ),
    (
        "apify/post_scraper/dataset_instagram-post-scraper_excerpt.json",
        "apify_json",
        1,
        1,
        "posts",
        ("handle", "post_id", "kind", "likes", "comments", "posted_at"),
        (("natgeo", "DZxvMgyH8yR", "Image", 34_512, 210, "2026-06-22 17:24:20"),),
    ),
    (
        "apify/profile_scraper/dataset_instagram-profile-scraper_redacted.json",
        "apify_json",
        2,
        2,
        "accounts",
        ("handle", "followers", "following", "posts", "verified", "private"),
        (
            ("runclub_example", 806, 4, 33, False, False),
            ("creator_example", 127_862, 998, 4_521, True, False),
        ),
    ),
    (
        "apify/profile_scraper/dataset_instagram-profile-scraper_redacted.json",
        "apify_json",
        2,
        2,
        "posts",
        ("handle", "post_id", "likes", "comments", "views"),
        (
            ("runclub_example", "DXexample00", 182, 10, 4_443),
            ("runclub_example", "DXexample01", None, 0, None),
        ),
    ),
    (
        "twscrape/raw_user_by_login.json",
        "x_api_json",
        1,
        1,
        "accounts",
        ("handle", "name", "followers", "following", "posts", "verified", "private"),
        (("XDevelopers", "Developers", 695_695, 762, 4_319, True, False),),
    ),
    (
        "twscrape/raw_user_about.json",
        "x_api_json",
        1,
        1,
        "accounts",
        ("handle", "name", "country"),
        (("XDevelopers", "Developers", "United States"),),
    ),
    (
        "x_api_v1/dogsheep_tweets.json",
        "x_api_json",
        3,
        3,
        "posts",
        ("handle", "post_id", "kind", "likes", "shares"),
        (
            ("simonw", "1169246717864136705", "repost", None, None),
            ("simonw", "1169196446043664385", None, 2, 0),
            ("simonw", "1168529001599533057", None, 31, 4),
        ),
    ),
    (
        "facebook_dyi/connections/friends/your_friends.json",
        "facebook_friends_json",
        9,
        9,
        "daily",
        ("day", "measure", "value"),
        (
            ("2022-10-10 00:00:00", "new_friends", 1),
            ("2023-11-07 00:00:00", "new_friends", 1),
            ("2023-11-08 00:00:00", "new_friends", 1),
        ),
    ),
    (
        "facebook_dyi/connections/followers/who_you've_followed.json",
        "facebook_following_json",
        9,
        9,
        "daily",
        ("day", "measure", "value"),
        (("2023-11-14 00:00:00", "new_following", 9),),
    ),
    (
        "linkedin/labeldekho/Connections.csv",
        "linkedin_connections_csv",
        10,
        10,
        "accounts",
        ("platform", "handle", "name", "source_row"),
        (
            ("linkedin", "alicejohnson", "Alice Johnson", 6),
            ("linkedin", "bobwilliams", "Bob Williams", 7),
            ("linkedin", "caroldavis", "Carol Davis", 8),
        ),
    ),
    (
        "youtube_takeout/escape-the-algorithm/subscriptions.csv",
        "youtube_subscriptions_csv",
        3,
        3,
        "accounts",
        ("handle", "name"),
        (
            ("UC1JTQBa5QxZCpXrFSkMxmPw", "Raycevick"),
            ("UCFl7yKfcRcFmIUbKeCA-SJQ", "Joji"),
            ("UCBcRF18a7Qf58cCRy5xuWwQ", "TKOR"),
        ),
    ),
    (
        "mastodon_csv/mastodon_official/following_accounts.csv",
        "list_csv",
        2,
        2,
        "accounts",
        ("platform", "handle"),
        (("mastodon", "user@example.com"), ("mastodon", "user@test.com")),
    ),
    (
        "mastodon_csv/mastodon_official/utf8-followers.txt",
        "list_csv",
        1,
        1,
        "accounts",
        ("platform", "handle"),
        (("mastodon", "nare@թութ.հայ"),),
    ),
    (
        "instagram_dyi/anonymized_2020_layout/media.json",
        "instagram_posts_json",
        31,
        31,
        "posts",
        ("platform", "kind", "posted_at", "likes"),
        (
            ("instagram", "story", "2020-10-20 11:52:06", None),
            ("instagram", "story", "2020-10-20 11:51:43", None),
            ("instagram", "story", "2020-10-20 11:50:43", None),
        ),
    ),
    (
        "instagram_dyi_posts/instagram-to-bluesky/test_image/posts.json",
        "instagram_posts_json",
        1,
        1,
        "posts",
        ("kind", "posted_at", "caption"),
        (("image", "2024-08-04 19:52:37", "A great rainy day lunch…"),),
    ),
    (
        "instagram_dyi_posts/instagram-to-bluesky/test_images/posts.json",
        "instagram_posts_json",
        1,
        1,
        "posts",
        ("kind", "posted_at", "caption"),
        (("carousel", "2022-07-26 21:45:55", "A lil flower garden update:…"),),
    ),
    (
        "tiktok_dyd/json_2025/user_data_tiktok (1).json",
        "tiktok_json",
        11,
        11,
        "follows",
        ("handle", "follower", "followed_at"),
        (
            ("me_myself", "alice.m", "2024-03-01 08:15:00"),
            ("me_myself", "bob_22", "2024-03-02 09:15:00"),
            ("me_myself", "carol", "2024-03-03 10:15:00"),
        ),
    ),
    (
        "x_archive/org_2021/data/tweet.js",
        "x_archive_js",
        34,
        34,
        "posts",
        ("post_id", "likes", "shares", "posted_at"),
        (("1349038438876528641", 4, 5, "2021-01-12 17:00:02"),),
    ),
)


def sample(path: str) -> Reading:
    if not SAMPLES.exists():
        pytest.skip("shared/samples is not here")
    file = SAMPLES / path
    return read(file.name, file.read_bytes())


def plain(value: Any) -> Any:
    """The value as the table above writes it."""
    if pd.isna(value):
        return None
    return value.strftime("%Y-%m-%d %H:%M:%S") if isinstance(value, pd.Timestamp) else value


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]}-{case[4]}" for case in CASES])
def test_the_values_are_those_in_the_file(case: tuple[Any, ...]) -> None:
    path, kind, rows, rows_read, table, columns, expected = case
    made = sample(path)
    assert (made.format, made.rows, made.rows_read) == (kind, rows, rows_read)
    assert made.rows_read + made.rows_kept_out == made.rows
    frame = made.tables[table].head(len(expected))
    found = [tuple(plain(value) for value in row) for row in frame[list(columns)].to_numpy()]
    for row, wanted in zip(found, expected, strict=True):
        for value, want in zip(row, wanted, strict=True):
            if isinstance(want, str) and want.endswith("…"):
                assert value.startswith(want[:-1])
            else:
                assert value == want
