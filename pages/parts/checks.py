"""What to check next: the look-ups that would most probably change the top of the ranking."""

from collections.abc import Hashable
from typing import Final

import pandas as pd
import streamlit as st

from core.scoring import Settings, checks, headlines
from pages.parts import cached, number
from pages.parts.words import plain

_WHY: Final = (
    ":small[:gray[Look-ups that would most probably change who is at the top, by the ranges above;"
    " of those shown.]]"
)


def draw(kept: pd.DataFrame, ground: cached.Ground, settings: Settings, about: Hashable) -> None:
    """A short list of look-ups about the creators `kept`, each with its reason.

    `about` are frozen values that decide which rows of the ranking on `ground` are kept.
    """
    writing = cached.writing()
    found = cached.once(
        ("checks", about), lambda: checks.among(cached.worth_checking(ground), kept["creator"])
    )
    if found.empty:
        return
    told = (checks.told(check, settings, writing) for _, check in found.iterrows())
    said = [f"**What to check next.** {_WHY}\n", *(f"- {plain(each)}" for each in told)]
    st.markdown("\n".join(said))
    number.passports(headlines.checks(found, writing), writing)
