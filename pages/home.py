"""Home: three doors, then what to do next. Imports nothing heavy."""

import streamlit as st

from pages.parts import frame

frame.enter()

from pages.parts import doors, warm

st.title("Microscope", anchor=False)
st.markdown(
    "## Find the creators with a few thousand followers who are worth working with: who, why,"
    " how sure that is, and what it costs.",
    anchors=False,
)
doors.three()
st.caption(":material/lock: Nothing leaves this computer without your click. No account is needed.")
if warm.ready():
    doors.next_steps()
else:
    doors.wait_for_next_steps()
