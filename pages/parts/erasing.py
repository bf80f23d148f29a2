"""The way out with everything, behind two clicks."""

import streamlit as st

from pages.parts import cached, frame


@frame.part
def draw() -> None:
    """A tick that arms the button; a fragment, so that the tick redraws these two alone."""
    sure = st.checkbox("Yes, erase everything", key="workspace_sure")
    st.button(
        "Erase",
        key="workspace_erase",
        disabled=not sure,
        on_click=_erase,
        icon=":material/delete_forever:",
    )


def _erase() -> None:
    cached.forget_everything()
    st.rerun()  # all of the page, which still shows what was there
