"""What a heading means, in the words of many languages."""

import pytest

from core.readers import headers

# Heading, what it means, its network, its currency.
HEADINGS = (
    ("Anzahl der Follower", "followers", None, None),
    ("Followers (K)", "followers", None, None),
    ("Nombre d'abonnés", "followers", None, None),
    ("インスタフォロワー数", "followers", "instagram", None),
    ("Instagramフォロワー", "followers", "instagram", None),
    ("จำนวนผู้ติดตาม", "followers", None, None),
    ("Követők száma", "followers", None, None),
    ("Prosečan broj lajkova", "avg_likes", None, None),
    ("Moyenne de likes", "avg_likes", None, None),
    ("Ср. просмотры", "avg_views", None, None),
    ("Average reel plays", None, None, None),
    ("Abonnements", "following", None, None),
    ("Подписки", "following", None, None),
    ("关注", "following", None, None),
    ("Средняя стоимость", "price", None, None),
    ("Rate per post (USD)", "price", None, "USD"),
    ("Instagram Photo Feed Post Price", "price", "instagram", None),
    ("Pris (kr)", "price", None, None),
    ("Media", "posts", None, None),
    ("Media like", "avg_likes", None, None),
    ("e-posta adresi", "email", None, None),
    ("Телефон менеджера", "phone", None, None),
    ("緯度", "position", None, None),
)


@pytest.mark.parametrize(("name", "meaning", "network", "currency"), HEADINGS)
def test_a_heading_means(
    name: str, meaning: str | None, network: str | None, currency: str | None
) -> None:
    made = headers.read(name)
    assert (made.meaning, made.platform, made.currency) == (meaning, network, currency)


def test_a_heading_of_followers_never_means_following_and_each_word_one_thing() -> None:
    pages = [(name, headers.read(name).meaning) for name in headers.KNOWN]
    assert all(meaning for _, meaning in pages)
    assert headers.KNOWN["followers"] == "followers"
    assert headers.KNOWN["following"] == "following"
