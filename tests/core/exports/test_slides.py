"""Slides that can be edited and read aloud: titles, words as text, pictures with words."""

import io
from math import ceil

from pptx import Presentation
from pptx.presentation import Presentation as Deck

from core.exports import slides
from core.exports.dossier import SAMPLE, Brand
from core.metrics import Input
from tests.core.exports.dossiers import SEEN, creator, dossier

LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def made(**changes: object) -> Deck:
    """The slides of a dossier, opened again."""
    return Presentation(io.BytesIO(slides.pptx(dossier(**changes))))


def words(deck: Deck) -> list[str]:
    """The text of each slide, its tables among it."""
    told = []
    for slide in deck.slides:
        frames = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
        cells = [c.text for s in slide.shapes if s.has_table for r in s.table.rows for c in r.cells]
        told.append("\n".join([*frames, *cells]))
    return told


def test_every_slide_has_a_title_and_says_when_and_from_what() -> None:
    deck = made(sample=True, hashtags=("#tea", "#kettle"))
    assert "Hashtags: #tea #kettle" in words(deck)[1]
    assert all(slide.shapes.title.text_frame.text for slide in deck.slides)
    assert all(SAMPLE in text and "as of 20 Nov 2026" in text for text in words(deck))
    assert any("Multimodal Post Attentive Profiling" in text for text in words(deck))


def test_pictures_have_words_and_are_crisp() -> None:
    deck = made(brand=Brand("Kettle & Quay", logo=LOGO))
    drawn = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    told = [shape._element.nvPicPr.cNvPr.get("descr") for shape in drawn]
    assert told == ["Kettle & Quay", "Equal parts."]
    assert drawn[1].image.size[0] > 1500


def test_long_and_odd_names_stay_on_the_slide() -> None:
    text = "\n".join(words(made(creators=(creator("n" * 500), creator("=1+1\x00\x0b")))))
    assert "nnn…" in text
    assert "@=1+1" in text


def test_a_long_title_is_set_smaller_so_that_it_stays_above_its_rule() -> None:
    deck = made(title="n " * 100, aim=f"At least {'many ' * 12} engagements for up to €300.")
    sizes = [s.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt for s in deck.slides]
    assert sizes[0] < 40
    assert 28 in sizes
    for slide, size in zip(deck.slides, sizes, strict=True):
        title = slide.shapes.title
        lines = ceil(len(title.text_frame.text) * 0.69 * size / (title.width / 12700 - 14.4))
        assert lines * size * 1.17 + 7.2 <= title.height / 12700


def test_what_a_plan_rests_on_stands_on_one_slide_where_it_fits() -> None:
    few, many = (
        made(files=tuple(Input(f"List {at}", "40 rows", SEEN) for at in range(count)))
        for count in (10, 60)
    )
    assert [sum("What this rests on" in text for text in words(deck)) for deck in (few, many)] == [
        1,
        5,
    ]


def test_no_slide_holds_the_one_creator_who_is_left_over() -> None:
    deck = made(creators=tuple(creator(f"c{at}") for at in range(15)), pictures={})
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert [len(shape.table.rows) - 1 for shape in shapes] == [5, 5, 5]


def test_fees_can_be_left_out() -> None:
    text = "\n".join(words(made(creators=(creator("zoe", None),), fees=False, numbers={})))
    assert "Fee" not in text
