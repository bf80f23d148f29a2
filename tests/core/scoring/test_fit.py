"""Fit: nearer texts score higher, in several languages; deal-breakers are found, never guessed."""

import subprocess
import sys

import pandas as pd
import pytest

from core.scoring import fit

SKIN = "A clean skincare and makeup brand: lipstick, foundation, hair care"
DOGS = "Treats and toys for dogs"


def test_the_nearer_text_scores_higher() -> None:
    texts = pd.Series(["New lipstick and foundation today", "Off-road with the new truck"])
    near, far = fit.similarity(texts, SKIN)
    assert near > 0.2 > far


def test_words_of_the_brief_need_not_be_said() -> None:
    texts = pd.Series(["My kitten sleeps beside the labrador", "The invoice is due on Monday"])
    near, far = fit.similarity(texts, DOGS)
    assert near > far


@pytest.mark.parametrize(
    "caption",
    [
        "Mi rutina de belleza: maquillaje y crema para la piel",
        "Ma routine beauté: soin de la peau, maquillage et cheveux",
        "Meine Hautpflege und ein neuer Lippenstift",
        "La mia routine: trucco, rossetto e capelli",
        "Моя косметика: помада и уход за волосы",
        "#makeupaddict #skincareroutine",
    ],
)
def test_a_brief_in_english_finds_captions_in_other_languages(caption: str) -> None:
    near, far = fit.similarity(pd.Series([caption, "Der Zug nach Berlin fährt um acht"]), SKIN)
    assert near > far + 0.05


def test_the_answer_for_a_text_does_not_depend_on_its_neighbours() -> None:
    alone = fit.similarity(pd.Series(["lipstick"]), SKIN).iloc[0]
    among = fit.similarity(pd.Series(["a dog", "lipstick", None]), SKIN).iloc[1]
    assert alone == pytest.approx(among, abs=1e-6)


def test_no_text_is_unknown_and_no_word_is_neutral() -> None:
    texts = pd.Series([None, "", "😍😍", "@someone https://a.example"], index=[7, 8, 9, 10])
    found = fit.similarity(texts, SKIN)
    assert found.index.tolist() == [7, 8, 9, 10]
    assert found.isna().tolist() == [True, False, False, False]
    assert found.iloc[1:].eq(0).all()


def test_a_brief_without_words_leaves_everything_unknown() -> None:
    assert fit.similarity(pd.Series(["lipstick"]), "  and the 💛").isna().all()
    assert fit.similarity(pd.Series([], dtype="str"), SKIN).empty


def test_markup_and_fancy_letters_are_read_through() -> None:
    texts = pd.Series(["lipstick &amp; foundation", "<b>𝓵𝓲𝓹𝓼𝓽𝓲𝓬𝓴</b> & foundation"])
    plain, fancy = fit.similarity(texts, SKIN)
    assert plain == pytest.approx(fancy, abs=1e-6)


def test_a_megabyte_of_caption_is_no_trouble() -> None:
    found = fit.similarity(pd.Series(["lipstick 💄 " * 100_000, "&<" * 500_000]), SKIN)
    assert found.notna().all()


def test_the_closest_posts_are_the_evidence() -> None:
    posts = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": ["ana", "ana", "ana", "ben"],
            "post_id": ["1", "2", "3", "4"],
            "caption": ["tax forms", "lipstick and mascara", None, "my foundation routine"],
        }
    )
    found = fit.closest(posts, SKIN, count=1)
    assert sorted(found["post_id"]) == ["2", "4"]
    assert len(fit.closest(posts, SKIN)) == 3  # the post without a caption proves nothing


def test_deal_breakers_name_the_text_and_the_words() -> None:
    texts = pd.Series(
        ["I love NIKE shoes", "#nikerunning", "snickers", "Real  fur, real love", None],
        index=list("abcde"),
    )
    found = fit.breaks(texts, "nike; real fur\nlove")
    assert found["text"].tolist() == ["a", "b", "d"]
    assert found["found"].tolist() == ["nike, love", "nike", "real fur, love"]
    assert fit.breaks(texts, " , ").empty
    assert list(fit.breaks(texts, "").columns) == ["text", "found"]


def test_nothing_heavy_is_loaded_before_it_is_asked() -> None:
    code = "import sys, core.scoring.fit; print('tokenizers' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
