"""Which of our listed words a text says, and of what kind; words meant in another language are not.

All texts are broken into words once and only their vocabulary is compared with the lists, so a
text that says nothing costs no search. Only the others are searched for whole entries.
"""

import re
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import figures
from core.scoring import languages, lists, spelling

_TOKEN: Final = re.compile(r"[^\W_]+")
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1\1+")  # "fuuuck"
_START: Final = 2  # letters by which most words are seen to begin no entry
_COLUMNS: Final = ("text", "word", "kind")

Marks = npt.NDArray[np.int64]


def hits(low: pd.Series, words: spelling.Words) -> pd.DataFrame:
    """text, word, kind, weight, offends, key, level, label: a row a hit, a text's heaviest first.

    `low` are texts in plain lower case, `words` their words; text = the place in `low`. Letters
    that are drawn out ("fuuuck") are read as they are listed.
    """
    kinds = lists.rows("kinds").astype({"weight": "float64"})
    labels = figures.read("garm_categories")[["key", "label"]]
    short = _shortened(words.vocabulary)
    marks = _said(words.vocabulary, short)
    parts = []
    for bit, kind in enumerate(kinds["kind"]):
        places = np.flatnonzero(words.hits((marks >> bit) % 2 == 1))
        said = pd.Series(low.to_numpy()[places], index=places, dtype="str")
        parts.append(_of_kind(_as_listed(said, short), str(kind)))
    found = _meant(pd.concat(parts, ignore_index=True), words)
    found = found.merge(kinds, on="kind").merge(labels, on="key")
    return found.sort_values(["text", "weight"], ascending=[True, False], kind="stable")


def said_in(words: spelling.Words, levels: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """Which texts hold a word that a listed entry of one of `levels` cannot be without."""
    asked = sum(
        1 << bit for bit, level in enumerate(lists.rows("kinds")["level"]) if level in levels
    )
    marks = _said(words.vocabulary, _shortened(words.vocabulary))
    return np.asarray(words.hits((marks & asked) > 0) > 0, dtype=bool)


@cache
def _triggers() -> tuple[dict[str, int], dict[str, int]]:
    """One word of each entry, without which the entry is not said; those that only begin words.

    With each word the kinds of its entries, one bit a kind in the order of kinds.csv.
    """
    whole: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    common = lists.entries("comments", "common")
    for bit, kind in enumerate(lists.rows("kinds")["kind"]):
        for entry in lists.entries("reputation", str(kind)):
            rarest = max(_TOKEN.findall(entry), key=lambda word: (word not in common, len(word)))
            words = beginnings if entry.endswith(rarest + "*") else whole
            words[rarest] = words.get(rarest, 0) | 1 << bit
    return whole, beginnings


@cache
def _starts() -> tuple[frozenset[str], tuple[int, ...]]:
    """How the entries that begin words begin themselves, and how long they are."""
    beginnings = _triggers()[1]
    return frozenset(entry[:_START] for entry in beginnings), tuple(sorted({*map(len, beginnings)}))


def _said(vocabulary: list[str], short: dict[str, str]) -> Marks:
    """The kinds that each word may say, as bits; `short` is read for words drawn out."""
    whole, starts = _triggers()[0], _starts()[0]
    marks = np.zeros(len(vocabulary), dtype=np.int64)
    for place, name in enumerate(vocabulary):
        if name in short or name in whole or name[:_START] in starts:
            marks[place] = _kinds_of(short.get(name, name))
    return marks


def _kinds_of(name: str) -> int:
    whole, beginnings = _triggers()
    said = whole.get(name, 0)
    for length in _starts()[1]:
        said |= beginnings.get(name[:length], 0)
    return said


def _shortened(vocabulary: list[str]) -> dict[str, str]:
    """Words with letters drawn out → the listed word that they are, if they are one."""
    found = {}
    for name in filter(_DRAWN_OUT.search, vocabulary):
        for times in (1, 2):
            short = _DRAWN_OUT.sub(r"\1" * times, name)
            if name not in found and _kinds_of(short):
                found[name] = short
    return found


def _as_listed(low: pd.Series, short: dict[str, str]) -> pd.Series:
    if not short:
        return low
    drawn = re.compile(rf"\b(?:{'|'.join(map(re.escape, short))})\b")
    return low.str.replace(drawn, lambda word: short[word[0]], regex=True)


def _of_kind(low: pd.Series, kind: str) -> pd.DataFrame:
    pattern = lists.pattern("reputation", kind)
    found = low.str.extractall(f"({pattern})")[0]
    text = found.index.get_level_values(0)
    return pd.DataFrame({"text": text.astype(np.intp), "word": found.to_numpy(), "kind": kind})


def _meant(found: pd.DataFrame, words: spelling.Words) -> pd.DataFrame:
    """`found` without words that the text's own language uses for something harmless."""
    friends = lists.rows("false_friends").set_index("word")["language"]
    meant_in = found["word"].map(friends)
    doubtful = meant_in.notna()
    if not doubtful.any():
        return found
    texts = found.loc[doubtful, "text"].to_numpy()
    counts = languages.leaning(words).iloc[texts].reset_index(drop=True)
    keep = np.ones(len(found), dtype=bool)
    keep[doubtful.to_numpy()] = languages.speaks(counts, meant_in[doubtful])
    return found[keep]
