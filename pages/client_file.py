"""Client file: what the client is shown, and the files that leave the building."""

import streamlit as st

from pages.parts import frame

frame.enter()

from core.errors import MicroscopeError
from pages.parts import cached, heading, leaving, plan
from pages.parts.words import plain

if cached.creators().empty:
    heading.draw("Client file")
    heading.ask_for_creators()
try:
    dossier = cached.dossier(plan.question())
except MicroscopeError as error:
    heading.draw("Client file")
    st.warning(plain(error.do), title=plain(error.what))
    st.stop()

heading.draw("Client file", dossier.finding)
leaving.draw(dossier)
