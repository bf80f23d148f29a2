"""The files that leave: one button each, and each file is made only when it is asked for."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import streamlit as st

from core.budget.question import Question
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


def draw(asked: Question) -> None:
    """What the files say and leave out, and a button for every kind."""
    with st.container(border=True):
        st.subheader("Files for the client", anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            title = st.text_input(
                "Title", key="leaving_title", placeholder="Spring, first idea", width=320
            )
            fees = not st.toggle("Leave out fees", key="leaving_fees")
            names = not st.toggle("Leave out names", key="leaving_names")
        dossier = cached.dossier(asked, title, fees=fees, names=names)
        named = dossier if names else cached.dossier(asked, title, fees=fees)
        page = partial(_page, _real(dossier, named))
        with st.grid(min_column_width=240):
            _button(dossier, "Page to answer (HTML)", "html", page, ":material/web:")
            _button(dossier, "Slides (PPTX)", "pptx", _slides, ":material/slideshow:")
            _button(dossier, "Plan on paper (PDF)", "pdf", _plan, ":material/picture_as_pdf:")
            if names:
                icon = ":material/fact_check:"
                _button(dossier, "Vetting records (PDF)", "vetting.pdf", _records, icon)
            _button(dossier, "Workbook (XLSX)", "xlsx", _book, ":material/table:")
            _button(dossier, "Table (CSV)", "csv", _table, ":material/table_rows:")
        st.caption(
            "Every file says its dates, its sources and its version, and sends nothing. The page"
            " lets the client approve, decline and comment; the reply comes back through Bring in."
        )


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


def _real(dossier: Dossier, named: Dossier) -> dict[str, str]:
    """Whom each key in the file stands for; begins anew if the plan was bettered in between."""
    if [each.brings.estimate for each in dossier.creators] != [
        each.brings.estimate for each in named.creators
    ]:
        st.rerun()
    pairs = zip(dossier.creators, named.creators, strict=True)
    return {shown.key: real.key for shown, real in pairs}


def _page(real: Mapping[str, str], dossier: Dossier) -> bytes:
    from core.exports import client_page

    cached.the_store().clients.given(dossier.number, dossier.title, real)
    return cached.file_of(dossier, "html", client_page.html)


def _slides(dossier: Dossier) -> bytes:
    from core.exports import slides

    return cached.file_of(dossier, "pptx", slides.pptx)


def _plan(dossier: Dossier) -> bytes:
    from core.exports import paper

    return cached.file_of(dossier, "pdf", paper.plan)


def _records(dossier: Dossier) -> bytes:
    from core.exports import paper

    pages = [vetting.page(creator.key, creator.handle) for creator in dossier.creators]
    made_at, sample = dossier.made_at, dossier.sample
    return paper.records(pages, dossier.brand, dossier.writing, made_at, sample=sample)


def _book(dossier: Dossier) -> bytes:
    from core.exports import plan_book

    return cached.file_of(dossier, "xlsx", plan_book.xlsx)


def _table(dossier: Dossier) -> bytes:
    from core.exports import comma

    return comma.csv(dossier.lines)
