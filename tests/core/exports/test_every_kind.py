"""Every kind of file says the same of itself: how old, which version, whose figures, a sample."""

from collections.abc import Callable, Mapping
from typing import Final

import fastexcel
import pandas as pd
import pytest

from core.exports import client_page, paper, plan_book, plan_table, vetting
from core.exports.dossier import SAMPLE, VERSION, Dossier
from core.scoring.vetting import UNKNOWN, Finding
from tests.core.exports.dossiers import dossier
from tests.core.exports.test_paper import words as printed
from tests.core.exports.test_slides import made as deck
from tests.core.exports.test_slides import words as shown

PAGE: Final = vetting.Page(
    handle="zoe",
    brand="Kettle",
    findings=(Finding("fit", UNKNOWN, "Why."),),
    answers=pd.DataFrame(columns=["quality", "answer", "suggested", "evidence", "by"]),
    passed=pd.DataFrame(columns=["reason", "by", "passed_at"]),
    notes=pd.DataFrame(columns=["text", "added_at"]),
)


def cells(content: bytes) -> str:
    """All that stands in the sheets of a workbook."""
    book = fastexcel.read_excel(content)
    sheets = [book.load_sheet(name, header_row=None).to_pandas() for name in book.sheet_names]
    return "\n".join(sheet.to_csv(index=False, header=False) for sheet in sheets)


KINDS: Final[Mapping[str, tuple[Callable[[Dossier], str], str]]] = {  # its words, a footnote in it
    "html": (lambda told: client_page.html(told).decode(), 'href="#s1"'),
    "pptx": (lambda told: "\n".join(shown(deck(sample=told.sample))), "¹"),
    "pdf": (lambda told: printed(paper.plan(told)), "¹"),
    "vetting.pdf": (lambda told: printed(paper.records([PAGE], told)), "1."),
    "xlsx": (lambda told: cells(plan_book.xlsx(told)), "¹"),
    "csv": (lambda told: plan_table.csv(told).decode(), "Engagements sources"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_dates_version_sources_and_that_it_is_a_sample(kind: str) -> None:
    words, footnote = KINDS[kind]
    told, real = (" ".join(words(dossier(sample=sample)).split()) for sample in (True, False))
    said = ("20 Nov 2026", f"Microscope {VERSION}", "Multimodal Post Attentive Profiling", footnote)
    assert [each for each in said if each not in real] == []
    assert SAMPLE in told
    assert SAMPLE not in real
