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
_COLUMNS: Final = ("text", "word", "kind")


def hits(low: pd.Series, words: spelling.Words) -> pd.DataFrame:
    """text, word, kind, weight, offends, key, level, label: a row a hit, a text's heaviest first.

    `low` are texts in plain lower case, `words` their words; text = the place in `low`.
    """
    kinds = lists.rows("kinds").astype({"weight": "float64"})
    labels = figures.read("garm_categories")[["key", "label"]]
    places = np.flatnonzero(said_in(words, tuple(kinds["level"].unique())))
    candidates = pd.Series(low.to_numpy()[places], index=places, dtype="str")
    parts = [_of_kind(candidates, str(kind)) for kind in kinds["kind"]]
    found = _meant(pd.concat(parts, ignore_index=True), words)
    found = found.merge(kinds, on="kind").merge(labels, on="key")
    return found.sort_values(["text", "weight"], ascending=[True, False], kind="stable")


def said_in(words: spelling.Words, levels: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """Which texts hold a word that a listed entry of one of `levels` cannot be without."""
    return np.asarray(words.hits(_said(words.vocabulary, levels)) > 0, dtype=bool)


@cache
def _triggers(levels: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """One word of each entry, without which the entry is not said; those that only begin words."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    kinds = lists.rows("kinds")
    for kind in kinds.loc[kinds["level"].isin(levels), "kind"]:
        for entry in lists.entries("reputation", str(kind)):
            longest = max(_TOKEN.findall(entry), key=len)
            (beginnings if entry.endswith(longest + "*") else whole).add(longest)
    return frozenset(whole), tuple(sorted(beginnings))


def _said(vocabulary: list[str], levels: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    whole, beginnings = _triggers(levels)
    names = pd.Series(vocabulary, dtype=object)
    begins = np.fromiter((name.startswith(beginnings) for name in vocabulary), dtype=bool)
    return np.asarray(names.isin(whole).to_numpy(dtype=bool) | begins)


def _of_kind(low: pd.Series, kind: str) -> pd.DataFrame:
    pattern = lists.pattern("reputation", kind)
    said = low[low.str.contains(pattern)]
    found = said.str.extractall(f"({pattern})")[0]
    text = found.index.get_level_values(0)
    return pd.DataFrame({"text": text, "word": found.to_numpy(), "kind": kind})


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
