"""The files that leave: one button each, and each file is made only when it is asked for."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from core.exports.dossier import Dossier
from pages.parts import cached, vetting

_KINDS: Final[Mapping[str, str]] = {
    "html": "text/html",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "vetting.pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


def draw(dossier: Dossier) -> None:
    """A button for every kind of file."""
    with st.grid(min_column_width=260):
        _button(dossier, "Page to click through (HTML)", "html", _page, ":material/web:")
        _button(dossier, "Slides (PPTX)", "pptx", _slides, ":material/slideshow:")
        _button(dossier, "Plan on paper (PDF)", "pdf", _plan, ":material/picture_as_pdf:")
        _button(dossier, "Vetting records (PDF)", "vetting.pdf", _records, ":material/fact_check:")
        _button(dossier, "Workbook (XLSX)", "xlsx", _book, ":material/table:")
        _button(dossier, "Table (CSV)", "csv", _table, ":material/table_rows:")


def _button(
    dossier: Dossier, label: str, ending: str, make: Callable[[Dossier], bytes], icon: str
) -> None:
    from core.exports import wording

    st.download_button(
        label,
        data=lambda: make(dossier),
        file_name=f"{wording.stem(dossier)}.{ending}".replace(".vetting", " vetting"),
        mime=_KINDS[ending],
        on_click="ignore",
        key=f"leaving_{ending}",
        icon=icon,
        width="stretch",
    )


def _page(dossier: Dossier) -> bytes:
    from core.exports import client_page

    creators = [creator.key for creator in dossier.creators]
    cached.the_store().clients.given(dossier.number, dossier.title, creators)
    return client_page.html(dossier)


def _slides(dossier: Dossier) -> bytes:
    from core.exports import slides

    return slides.pptx(dossier)


def _plan(dossier: Dossier) -> bytes:
    from core.exports import paper

    return paper.plan(dossier)


def _records(dossier: Dossier) -> bytes:
    from core.exports import paper

    pages = [vetting.page(creator.key, creator.handle) for creator in dossier.creators]
    made_at, sample = dossier.made_at, dossier.sample
    return paper.records(pages, dossier.brand, dossier.writing, made_at, sample=sample)


def _book(dossier: Dossier) -> bytes:
    from core.exports import plan_book

    return plan_book.xlsx(dossier)


def _table(dossier: Dossier) -> bytes:
    from core.exports import comma

    return comma.csv(dossier.lines)
