"""What columns are called, in the spellings and languages seen."""

import pytest

from core.readers import headers


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Username", "handle"),
        ("userName", "handle"),
        ("screen_name", "handle"),
        ("channel_info", "handle"),
        ("\ufeffAccount address", "handle"),
        ("Followers", "followers"),
        ("followersCount", "followers"),
        ("Number.of.followers", "followers"),
        ("#followers", "followers"),
        ("Abon\u00adnen\u00adten", "followers"),
        ("Inscritos", "followers"),
        ("Followers Numbers ", "followers"),
        ("Subscribers count", "followers"),
        ("edge_followed_by.count", "followers"),
        ("followsCount", "following"),
        ("avg_likes", "avg_likes"),
        ("Likes (Avg.)", "avg_likes"),
        ("\nViews avg.\n", "avg_views"),
        ("Average comments per post", "avg_comments"),
        ("commentsCount", "comments"),
        ("videoViewCount", "views"),
        ("total_likes", "total_likes"),
        ("60d_eng_rate", "engagement_rate_claimed"),
        ("Engagement Rate (%)", "engagement_rate_claimed"),
        ("Price (EUR)", "price"),
        ("Price in USD", "price"),
        ("Preis Reel", "price"),
        ("Prix (story)", "price"),
        ("Precio por reel", "price"),
        ("Instagram Post Rate", "price"),
        ("Cost per video view", None),
        ("Engagement Rate Reel", None),
        ("Is Private", "private"),
        ("Audience country(mostly)", "country"),
        ("E-Mail-Adresse", "email"),
        ("TAKİPÇİ SAYISI", "followers"),
        ("ORTALAMA BEĞENİ", "avg_likes"),
        ("N.º de seguidores", "followers"),
        ("To se mi líbí", "likes"),
        ("new_post_avg_like", None),
        ("Eng. (Avg.)", None),
        ("influence_score", None),
        ("", None),
    ],
)
def test_a_header_is_understood(name: str, meaning: str | None) -> None:
    assert headers.read(name).meaning == meaning


def test_network_and_currency_are_taken_from_the_heading() -> None:
    assert headers.read("Influencer insta name").platform == "instagram"
    assert headers.read("Tiktoker name").platform == "tiktok"
    assert headers.read("Preis €").currency == "EUR"
    assert headers.read("Rate (GBP)").currency == "GBP"


def test_a_file_name_tells_the_network_only_if_it_names_one() -> None:
    assert headers.platform_in("top_insta_list.csv") == "instagram"
    assert headers.platform_in("tiktok and instagram.csv") is None
    assert headers.platform_in("creators.csv") is None
