"""The vetting record of one creator as one page to print: an HTML file that needs nothing else."""

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any, Final

import pandas as pd

from core.exports.dossier import SAMPLE, VERSION
from core.locale import Writing
from core.scoring import vetting

_LOOK: Final = """
@page { size: A4; margin: 16mm }
body { font: 11pt/1.45 system-ui, sans-serif; color: #1d1f27; max-width: 178mm; margin: 8mm auto }
h1 { font-size: 20pt; margin: 0 } h2 { font-size: 13pt; margin: 7mm 0 2mm }
p { margin: 1mm 0 } .quiet { color: #5b5f6a; font-size: 9.5pt }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 2mm; border-bottom: 0.3mm solid #c9ccd4 }
td, p { overflow-wrap: anywhere } tr { break-inside: avoid }
.sign { margin-top: 14mm; border-top: 0.3mm solid #1d1f27; width: 70mm; padding-top: 1mm }
@media print { body { margin: 0; max-width: none } }
"""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What goes on the page; frames as the store gives them."""

    handle: str
    brand: str
    findings: tuple[vetting.Finding, ...]
    answers: pd.DataFrame
    passed: pd.DataFrame
    notes: pd.DataFrame
    sample: bool = False


def html(page: Page, writing: Writing, made: datetime) -> bytes:
    """One HTML page: the checklist, earlier answers, prompts let pass, notes, a line to sign."""
    handle = escape(f"@{page.handle}")
    whose = f" for {escape(page.brand)}" if page.brand else ""
    sample = f"<p><strong>{SAMPLE}</strong></p>" if page.sample else ""
    pieces = [
        sample,
        f"<h1>{handle}</h1><p>Vetting record{whose}, {escape(writing.day(made))}</p>",
        _checklist(page, writing),
        *(_listed(title, lines) for title, lines in parts(page, writing)),
        '<p class="sign">Name, date</p>',
        '<p class="quiet">The evidence suggests; a person answers. Prompts are reasons to look and'
        f" to ask, not verdicts. Made with Microscope {VERSION} on this computer.</p>",
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Vetting record {handle}</title><style>{_LOOK}</style></head>"
        f"<body>{''.join(pieces)}</body></html>"
    ).encode("utf-8", "replace")


def answered(row: Any, writing: Writing) -> str:
    """One answer in a sentence: what, when, by whom, on what ground, against what."""
    words = f"{vetting.ANSWERS.get(row.answer, row.answer)}, {writing.day(row.answered_at)}"
    words += f", {row.by}" if row.by else ""
    words += f": {row.evidence}" if row.evidence else ""
    if vetting.overrides(row.suggested, row.answer):
        words += f" (the evidence then: {vetting.SUGGESTED.get(row.suggested, '').lower()})"
    return words


def file_stem(handle: str) -> str:
    """`handle` as a piece of a file name."""
    return re.sub(r"[^\w.-]+", "-", handle)[:60].strip("-.") or "creator"


def checklist(page: Page, writing: Writing) -> list[tuple[str, str, str]]:
    """Each quality, what the evidence says of it, and the answer in force (empty where none is)."""
    rows = []
    for finding in page.findings:
        mine = page.answers[page.answers["quality"] == finding.quality].head(1)
        said = [answered(row, writing) for row in mine.itertuples()]
        evidence = f"{vetting.SUGGESTED[finding.suggested]}. {finding.why}"
        rows.append((finding.question, evidence, said[0] if said else ""))
    return rows


def parts(page: Page, writing: Writing) -> list[tuple[str, list[str]]]:
    """What stands below the checklist: a title and its lines, which may be none."""
    notes = [f"{writing.day(note.added_at)}: {note.text}" for note in page.notes.itertuples()]
    return [
        ("Earlier answers", _earlier(page, writing)),
        ("Posts looked at and let pass", _let_pass(page, writing)),
        ("Notes", notes),
    ]


def _checklist(page: Page, writing: Writing) -> str:
    rows = []
    for question, evidence, said in checklist(page, writing):
        cells = (
            f"<strong>{escape(question)}</strong>",
            escape(evidence),
            escape(said) or "☐ yes &nbsp; ☐ no &nbsp; ☐ not decided",
        )
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    head = "<tr><th>Quality</th><th>What the evidence says</th><th>Our answer</th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _earlier(page: Page, writing: Writing) -> list[str]:
    older = page.answers[page.answers.duplicated("quality")]
    return [
        f"{vetting.QUESTIONS.get(row.quality, row.quality)}: {answered(row, writing)}"
        for row in older.itertuples()
    ]


def _let_pass(page: Page, writing: Writing) -> list[str]:
    return [
        f"{writing.day(row.passed_at)}{', ' + row.by if row.by else ''}: {row.reason}"
        for row in page.passed.itertuples()
    ]


def _listed(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    return f"<h2>{title}</h2>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
