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
    ("Prix d'un post", "price", None, None),
    ("Cost per post (max)", "price", None, None),
    ("Instagram links", "url", "instagram", None),
    ("Median likes", "avg_likes", None, None),
    ("Post count", "posts", None, None),
    ("Costo storia", "price", None, None),
    ("Valor do post", "price", None, None),
    ("Poszt ára", "price", None, None),
    ("Preț per postare", "price", None, None),
    ("Hikaye ücreti (TL)", "price", None, "TRY"),
    ("Pris/inlägg (kr)", "price", None, None),
    ("Hinta per julkaisu", "price", None, None),
    ("Вартість публікації", "price", None, None),
    ("Κόστος ανά ανάρτηση", "price", None, None),
    ("Harga per postingan", "price", None, None),
    ("Giá bài đăng", "price", None, None),
    ("投稿単価(円)", "price", None, "JPY"),
    ("1投稿あたりの料金", "price", None, None),
    ("릴스 단가", "price", None, None),
    ("ราคาต่อโพสต์", "price", None, None),
    ("视频报价", "price", None, None),
    ("سعر المنشور", "price", None, None),
    ("동영상 조회수 단가", None, None, None),
    ("Antal følgere", "followers", None, None),
    ("Αριθμός ακολούθων", "followers", None, None),
    ("Snittlikes", "avg_likes", None, None),
    ("Kommentarer i snitt", "avg_comments", None, None),
    ("Просмотров в среднем", "avg_views", None, None),
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
