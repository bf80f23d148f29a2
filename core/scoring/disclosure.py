"""Does a post look like paid work without saying so clearly? A question to ask, not a finding.

What counts as clear is published (data/figures/disclosures.csv): "#ad" or "sponsored" in the first
three lines and not among other hashtags. What looks like paid work is our own list of words
(wordlists/disclosure.csv): a code, a gift, an ambassador; an offer together with a brand's name.
Measured by tests/evaluation/reputation.py on posts that say "#ad", with that word taken away.
"""

import re
from functools import cache
from typing import Final

import pandas as pd

from core.scoring import lists, spelling

NONE, LATE, CLEAR = "none", "late", "clear"
_FIRST_LINES: Final = r"^((?:[^\n]*\n){0,2}[^\n]*)"
_TAG_GROUP: Final = r"(?:#\w+[\s.,]*){3,}"
_MENTION: Final = r"(?<![\w.])@\w"


def judge(texts: pd.Series, sponsored: pd.Series | None = None) -> pd.DataFrame:
    """paid_words (what looks like paid work, null without), sure (boolean), disclosed.

    disclosed is "clear", "late" (below the third line, or among other hashtags) or "none"; a post
    that the platform itself marks (`sponsored`) is clear. All null without a text. A row a text.
    """
    low = spelling.plain(texts).str.lower().str.replace("’", "'")
    low = low.reset_index(drop=True)
    strong, vague, offer = (_found(low, kind) for kind in ("strong", "unclear", "weak"))
    named = low.str.contains(_MENTION).fillna(False).astype(bool)
    offered = offer.where(named)
    said = strong.fillna("") + ", " + vague.fillna("") + ", " + offered.fillna("")
    said = said.str.replace(r"(?:, )+", ", ", regex=True).str.strip(", ").replace("", None)
    frame = pd.DataFrame(
        {
            "paid_words": said.astype("str"),
            "sure": (strong.notna() | vague.notna()).astype("boolean").where(low.notna()),
            "disclosed": _disclosed(low, sponsored),
        }
    )
    return frame.set_axis(texts.index)


def _disclosed(low: pd.Series, sponsored: pd.Series | None) -> pd.Series:
    clear = _pattern("clear")
    anywhere = low.str.contains(clear).fillna(False).astype(bool)
    state = pd.Series(NONE, index=low.index, dtype="str").mask(anywhere, LATE)
    shown = low[anywhere].str.extract(_FIRST_LINES)[0].str.replace(_TAG_GROUP, " ", regex=True)
    early = shown.index[shown.str.contains(clear).fillna(False).astype(bool)]
    state[early] = CLEAR
    if sponsored is not None:
        marked = sponsored.reset_index(drop=True).eq(True).fillna(False).astype(bool)
        state = state.mask(marked, CLEAR)
    return state.where(low.notna())


def _found(low: pd.Series, kind: str) -> pd.Series:
    """The first listed words of one kind in each text, null where there are none."""
    return low.str.extract(f"({_pattern(kind)})")[0].astype("str")


@cache
def _pattern(kind: str) -> str:
    """The entries of one kind as whole words; an entry may begin with a sign, as "#ad" does."""
    ordered = sorted(lists.entries("disclosure", kind), key=lambda entry: (-len(entry), entry))
    return rf"(?<![\w#@])(?:{'|'.join(map(_spelled, ordered))})(?!\w)"


def _spelled(entry: str) -> str:
    word = re.escape(entry.removesuffix("*")).replace(r"\ ", r"\s+")
    return word + r"\w*" if entry.endswith("*") else word
