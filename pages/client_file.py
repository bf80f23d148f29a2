"""Client file: the story to show a client, and the files that leave the building."""

import streamlit as st

from pages.parts import frame

frame.enter()

from core.errors import MicroscopeError
from pages.parts import cached, heading, leaving, plan, present
from pages.parts.words import plain

if cached.creators().empty:
    heading.draw("Client file")
    heading.ask_for_creators()
asked = plan.question()
try:
    if present.is_on():
        present.draw(asked, cached.writing())
        st.stop()
    dossier = cached.dossier(asked)
except MicroscopeError as error:
    heading.draw("Client file")
    st.warning(plain(error.do), title=plain(error.what))
    st.stop()

heading.draw("Client file", dossier.finding, dossier.numbers.values())
present.door()
leaving.draw(asked)
