"""Our own list of what people post about: topic by topic, the words that give it away.

It lets a brief speak other languages than its own: a caption in Spanish and a brief in English
meet in a topic. `wordlists/topics.csv`, written by us from general knowledge.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import vectors

LISTS: Final = Path(__file__).resolve().parent / "wordlists"
_INSIDE = 5  # letters from which a listed word may also stand inside another
_COMPOUND = 8  # letters from which a word may be several run together, as hashtags are

Marks = npt.NDArray[np.bool_]


@cache
def listed() -> dict[str, tuple[str, ...]]:
    """topic → its words in all languages."""
    rows = pd.read_csv(LISTS / "topics.csv", dtype="str")
    return {
        str(topic): tuple(sorted(set(" ".join(group).split())))
        for topic, group in rows.groupby("topic", sort=False)["words"]
    }


@cache
def empty() -> frozenset[str]:
    """Words that say nothing about a brand, in nine languages."""
    rows = pd.read_csv(LISTS / "empty.csv", dtype="str")
    return frozenset(" ".join(rows["words"]).split())


def topics_of(vocabulary: list[str]) -> Marks:
    """Which topics each word gives away, one row a word, one column a topic of `listed`."""
    names = pd.Index(vocabulary, dtype=object)
    return np.column_stack([_marks(names, _compounds(names), each) for each in listed().values()])


def marks(vocabulary: list[str], words: tuple[str, ...]) -> Marks:
    """Which of `vocabulary` is one of `words`, or has one inside: `veganfood` has `vegan`."""
    names = pd.Index(vocabulary, dtype=object)
    return _marks(names, _compounds(names), words)


def _compounds(names: pd.Index) -> pd.Series:
    """The words long enough to be several run together, by their place."""
    series = pd.Series(names, dtype="str")
    return series[series.str.len().ge(_COMPOUND)]


def _marks(names: pd.Index, compounds: pd.Series, words: tuple[str, ...]) -> Marks:
    # As objects: on Arrow strings `isin` takes forty times as long.
    same = np.array(names.isin(words))
    inside = "|".join(re.escape(word) for word in words if len(word) >= _INSIDE)
    if inside:
        same[compounds.index[compounds.str.contains(inside)]] = True
    return same


@cache
def directions() -> vectors.Vectors:
    """The direction of each topic of `listed`, one row a topic."""
    each = [vectors.unit(vectors.of_words(list(words))).mean(axis=0) for words in listed().values()]
    return vectors.unit(np.stack(each))


def middle() -> vectors.Vectors:
    """The direction that all topics share: what any post has in common with any other."""
    return np.asarray(directions().mean(axis=0), dtype=np.float32)
