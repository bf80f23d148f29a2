"""PDF that says what it should, with every letter as it was, tagged for screen readers."""

from datetime import UTC, datetime

import pandas as pd
import pypdfium2
import pytest

from core.exports import paper, vetting
from core.exports.dossier import SAMPLE, Brand
from core.scoring.vetting import UNKNOWN, Finding
from tests.core.exports.dossiers import creator, dossier
from tests.core.exports.test_slides import LOGO

MADE = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
MARKUP = '#panic("x") *bold* $x$ = Title <label> @ref \\ `raw` //'


def words(content: bytes) -> str:
    """All text of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_plan_says_dates_version_and_sources() -> None:
    brand = Brand("Kettle & Quay", logo=LOGO)
    content = paper.plan(dossier(sample=True, brand=brand, hashtags=("#tea", "#panic()")))
    text = words(content)
    assert "Hashtags: #tea #panic()" in text
    assert "Made 25 Nov 2026 from data as of 20 Nov 2026 with Microscope 0.1.0." in text
    assert "Multimodal Post Attentive Profiling" in text.replace("\r\n", " ")
    assert SAMPLE in text
    assert b"/StructTreeRoot" in content and b"pdfuaid" in content


@pytest.mark.parametrize("name", ["Zoë Łapiński", "Ελένη Дарья", MARKUP])
def test_a_name_is_set_letter_by_letter(name: str) -> None:
    text = words(paper.plan(dossier((creator("zoe", name=name),))))
    assert name in text.replace("\r\n", " ")


def test_a_very_long_name_breaks_nothing() -> None:
    assert words(paper.plan(dossier((creator("n" * 500), creator("zoe"))))).count("n" * 20) > 1


def test_the_vetting_record_holds_the_answer_and_room_for_one() -> None:
    columns = ["quality", "answer", "suggested", "evidence", "by", "answered_at"]
    said = [("fit", "yes", UNKNOWN, "20 posts", "Mia", MADE)]
    page = vetting.Page(
        handle="zoe",
        brand="Kettle",
        findings=(Finding("fit", UNKNOWN, "Why."), Finding("reputation", UNKNOWN, "Why.")),
        answers=pd.DataFrame(said, columns=columns),
        passed=pd.DataFrame(columns=["reason", "by", "passed_at"]),
        notes=pd.DataFrame({"text": ["Rang her."], "added_at": [MADE]}),
    )
    text = words(paper.records([page], dossier(sample=True)))
    flat = " ".join(text.split())
    assert "Yes, 25 Nov 2026, Mia: 20 posts" in flat
    assert flat.count("yes no not decided") == 1
    assert "Published figures" in flat and "Multimodal Post Attentive Profiling" in flat
    assert "List of creators (CSV), 40 rows, as of 20 Nov 2026" in flat
    assert "Made 25 Nov 2026 from data as of 20 Nov 2026 with Microscope 0.1.0." in flat
    assert SAMPLE in flat
    assert "25 Nov 2026: Rang her." in flat
