"""How the files for clients look: the brand's hue and its logo."""

import streamlit as st

from core.errors import MicroscopeError
from core.exports.dossier import COLOUR
from core.store import Workspace
from pages.parts import cached
from pages.parts.words import plain


def draw(workspace: Workspace) -> None:
    """A form for hue and logo; what cannot be used is a sentence, and nothing is changed."""
    st.subheader("In the files for clients", anchor=False)
    if workspace.logo:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.image(workspace.logo, width=160)
            st.button("Remove the logo", key="look_remove", on_click=_remove)
    with st.form("workspace_look", border=False):
        colour = st.color_picker("Brand colour", workspace.colour or COLOUR)
        file = st.file_uploader(
            "Logo",
            type=["png", "jpg", "jpeg", "webp", "gif", "svg"],
            help="PNG, JPEG, WebP or SVG, up to 5 MB. It is drawn anew and stays on this computer.",
        )
        if not st.form_submit_button("Save"):
            return
    from core.exports import logos

    try:
        changes: dict[str, object] = {"colour": colour}
        if file is not None:
            changes["logo"] = logos.png(file.name, file.getvalue())
        cached.the_store().change_workspace(**changes)
    except MicroscopeError as error:
        st.error(plain(error.do), title=plain(error.what), icon=":material/block:")
    else:
        st.rerun()


def _remove() -> None:
    cached.the_store().change_workspace(logo=None)
