"""Comments: stock phrase, advertising or substance; unknown where the language is not known."""

import pandas as pd
import pytest

from core.scoring import conversation


def judged(*texts: str | None) -> pd.DataFrame:
    return conversation.judge(pd.Series(list(texts), dtype="str"))


@pytest.mark.parametrize(
    "text",
    [
        "😍😍🔥",
        "Nice pic",
        "Love it so much!! ❤️",
        "Qué linda",
        "Wunderschön 😍",
        "Trop belle",
        "Bellissima!",
        "Cantik banget kak",
        "Çok güzel canım",
        "Очень красиво",
        "@friend",
    ],
)
def test_stock_phrases_in_many_languages(text: str) -> None:
    row = judged(text).iloc[0]
    assert row["judged"] and row["generic"] and row["spam"] < 0.5 and row["substantive"] < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Where did you buy this dress?",
        "which oil do you use for the crust",
        "It does not work for me, the oven says error 5",
        "¿Dónde compraste el vestido?",
        "Wo hast du das gekauft?",
        "Où est-ce que tu as trouvé ce sac ?",
        "Dove hai comprato questa borsa?",
        "Bu elbise nereden?",
        "Где купить такое платье?",
    ],
)
def test_questions_have_substance_and_are_never_stock(text: str) -> None:
    row = judged(text).iloc[0]
    assert row["substantive"] > 0.5 and not row["generic"] and row["spam"] < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Check out my channel and subscribe!!! https://youtu.be/abc",
        "I invested $500 and got $6,000 in 5 days, thanks to @mr_trader",
        "𝓘 𝓲𝓷𝓿𝓮𝓼𝓽𝓮𝓭 $500 𝔀𝓲𝓽𝓱 @mr_trader 𝓪𝓷𝓭 𝓶𝔂 𝓹𝓻𝓸𝓯𝓲𝓽 𝔀𝓪𝓼 $9000",
        "ɪ ᴅᴇᴘᴏꜱɪᴛᴇᴅ $1000 ᴀɴᴅ ɢᴏᴛ $10 200 ɪɴ ʀᴇᴛᴜʀɴ ᴀꜰᴛᴇʀ ᴛʀᴀᴅɪɴɢ",
        "https://www.example.com/win",
        "follow me please &amp; visit my page http://a.example",
    ],
)
def test_advertising_is_seen_through_fancy_letters(text: str) -> None:
    assert judged(text)["spam"].iloc[0] > 0.5


def test_self_promotion_is_generic() -> None:
    assert judged("Great! Please subscribe to my channel and check out my video")["generic"].all()


@pytest.mark.parametrize(
    "text", ["とても可愛いですね", "น่ารักมาก", "ایشاالله منم برسم", "예뻐 언니 원피스"]
)
def test_other_alphabets_are_unknown_not_bad(text: str) -> None:
    row = judged(text).iloc[0]
    assert not row["judged"]
    assert row[["generic", "spam", "substantive"]].isna().all()


def test_other_languages_are_unknown() -> None:
    assert not judged("Wszystko ustawione bardzo przyjemna miejscówka")["judged"].any()


def test_null_stays_null_and_rows_keep_their_place() -> None:
    texts = pd.Series(["wow", None, "Where is it from?"], index=[5, 5, 2], dtype="str")
    found = conversation.judge(texts)
    assert found.index.tolist() == [5, 5, 2]
    assert found["generic"].isna().tolist() == [False, True, False]
    assert found["judged"].tolist() == [True, False, True]
    assert list(found.columns) == ["generic", "spam", "substantive", "judged"]
    assert found["generic"].dtype == "boolean"


def test_nothing_to_judge() -> None:
    assert conversation.judge(pd.Series([], dtype="str")).empty
    assert not judged(None, None)["judged"].any()
    assert judged("")["generic"].all()


def test_a_text_is_judged_alike_alone_and_among_others() -> None:
    texts = ["Check my page", "<b>hello</b> &lt;3", "a\x1eb", "🙂"] * 3
    among = judged(*texts)["spam"].tolist()
    alone = [judged(text)["spam"].iloc[0] for text in texts]
    assert among == pytest.approx(alone, abs=1e-9)


def test_very_long_texts_are_no_trouble() -> None:
    found = judged("so nice " * 150_000, "?" * 1_000_000, "a" * 1_000_000, " 1" * 500_000)
    assert found.loc[found["judged"], "spam"].between(0, 1).all()
