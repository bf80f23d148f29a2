"""The vetting record of a creator: three questions, who answered them, when and on what ground."""

import pandas as pd
import streamlit as st

from core.exports import vetting as exported
from core.scoring import vetting
from pages.parts import cached, emphasis, glossary
from pages.parts.words import plain


def draw(creator: str, handle: str, found: tuple[vetting.Finding, ...]) -> None:
    """The checklist with what the evidence suggests, the answers so far, and one page to print."""
    st.subheader("Vetting record", anchor=False)
    record, writing = cached.the_store().vetting, cached.writing()
    answers = record.answers(creator)
    with st.grid(min_column_width=280):
        for finding in found:
            with st.container(border=True, height="stretch"):
                _question(creator, finding, answers[answers["quality"] == finding.quality])
    glossary.words("vetting", "disclosure", "deal_breaker")
    st.download_button(
        "Download the record as a page to print",
        data=lambda: exported.html(page(creator, handle), writing, cached.the_store().now()),
        file_name=f"vetting-{exported.file_stem(handle)}.html",
        mime="text/html",
        on_click="ignore",
        icon=":material/print:",
    )


def page(creator: str, handle: str) -> exported.Page:
    """All that is on record about `creator` (`platform/handle`) as it stands now."""
    store = cached.the_store()
    return exported.Page(
        handle=handle,
        brand=store.workspace().brand,
        findings=cached.vetted(creator)[0],
        answers=store.vetting.answers(creator),
        passed=store.vetting.passed(creator),
        notes=store.notes(creator),
        sample=store.has_sample(),
    )


def _question(creator: str, finding: vetting.Finding, answers: pd.DataFrame) -> None:
    writing = cached.writing()
    st.markdown(f"**{finding.question}**")
    st.markdown(f"{vetting.SUGGESTED[finding.suggested]}. {plain(finding.why)}")
    for row in answers.head(1).itertuples():
        st.markdown(plain(exported.answered(row, writing)))
    if len(answers) > 1:
        with st.expander(f"Earlier answers: {len(answers) - 1}"):
            for row in answers.iloc[1:].itertuples():
                st.markdown(plain(exported.answered(row, writing)))
    with st.popover("Answer" if answers.empty else "Answer again", icon=":material/edit:"):
        _form(creator, finding)


def _form(creator: str, finding: vetting.Finding) -> None:
    with st.form(f"vetting_{finding.quality}", border=False, clear_on_submit=True):
        answer = st.radio(
            finding.question,
            list(vetting.ANSWERS),
            format_func=vetting.ANSWERS.__getitem__,
            horizontal=True,
        )
        evidence = st.text_area("What did you look at?", placeholder="20 posts and the replies")
        by = st.text_input("Your name")
        if st.form_submit_button("Keep the answer", type=emphasis.main()):
            cached.the_store().vetting.answer(
                creator,
                finding.quality,
                answer,
                suggested=finding.suggested,
                evidence=evidence,
                by=by,
            )
            st.rerun()
