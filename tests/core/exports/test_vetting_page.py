"""The vetting record as a page to print: complete, safe to open, without a single request."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from core.exports import vetting as exported
from core.exports.dossier import SAMPLE
from core.locale import Writing
from core.scoring import vetting

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
EVIL = '<script>alert(1)</script><img src="https://example.com/x.png">'


def page(answers: list[dict[str, object]], **more: object) -> str:
    columns = ["quality", "answer", "suggested", "evidence", "by", "answered_at"]
    findings = tuple(vetting.Finding(q, vetting.LOOK, "Why.") for q in vetting.QUESTIONS)
    given = {
        "handle": "ann",
        "brand": "Kettle",
        "findings": findings,
        "answers": pd.DataFrame(answers, columns=columns),
        "passed": pd.DataFrame(columns=["reason", "by", "passed_at"]),
        "notes": pd.DataFrame(columns=["text", "added_at"]),
    }
    return exported.html(exported.Page(**{**given, **more}), Writing(), NOON).decode()


def answer(**said: str) -> dict[str, object]:
    told = {"quality": "fit", "answer": "yes", "suggested": vetting.LOOK, "evidence": "20 posts"}
    return {**told, "by": "Mia", "answered_at": NOON, **said}


def test_the_newest_answer_stands_in_the_list_and_overrides_are_told() -> None:
    html = page([answer(), answer(answer="open", evidence="")])
    assert "Yes, Mar 1, 2026, Mia: 20 posts (the evidence then: read it yourself)" in html
    assert "Shares our values: Not decided, Mar 1, 2026, Mia" in html
    assert html.count("☐ yes") == 2
    assert "Mar 1, 2026" in html and "Kettle" in html


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_says_so(sample: bool) -> None:
    assert (SAMPLE in page([], sample=sample)) is sample


def test_nothing_in_the_page_can_run_or_call_home() -> None:
    passed = pd.DataFrame({"reason": [EVIL], "by": [EVIL], "passed_at": [NOON]})
    notes = pd.DataFrame({"text": [EVIL], "added_at": [NOON]})
    html = page([answer(evidence=EVIL, by=EVIL)], handle=EVIL, passed=passed, notes=notes)
    assert "<script" not in html and "<img" not in html
    assert html.count("&lt;script&gt;") >= 5


def test_a_file_name_has_only_what_every_disk_takes() -> None:
    assert exported.file_stem("../an n/é") == "an-n-é"
    assert exported.file_stem("///") == "creator"
