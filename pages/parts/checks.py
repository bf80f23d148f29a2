"""What to check next: the look-ups that would most probably change the top of the ranking."""

from collections.abc import Hashable
from typing import Final

import pandas as pd
import streamlit as st

from core.metrics import Number
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

    def told() -> tuple[list[str], tuple[Number, ...]]:
        found = checks.among(cached.worth_checking(ground), kept["creator"])
        said = [checks.told(check, settings, writing) for _, check in found.iterrows()]
        return said, headlines.checks(found, writing)

    said, numbers = cached.once(("checks", about), told)
    if said:
        lines = (f"- {plain(each)}" for each in said)
        st.markdown("\n".join([f"**What to check next.** {_WHY}\n", *lines]))
        number.passports(numbers, writing)
