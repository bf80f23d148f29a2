"""Which language a text seems to be in: whose small words it uses.

Nine languages are told apart, by words that only one of them has (wordlists/comments.csv and
empty.csv). It is a hint for words that mean something else elsewhere, not a language detector.
"""

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import lists, spelling

USUAL: Final = "en"  # of a text without any such word
_KINDS: Final = ("common", "question")

Floats = npt.NDArray[np.float64]


@cache
def _own_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each language with the small words that no other one has."""
    listed = lists.rows("comments")
    listed = listed[listed["kind"].isin(_KINDS)]
    spoken = {
        str(language): set("|".join(rows["words"]).split("|"))
        for language, rows in listed.groupby("language")
    }
    for language, words in lists.rows("empty")[["language", "words"]].itertuples(index=False):
        spoken[language] |= set(words.split())
    return tuple(
        (language, frozenset(words.difference(*(o for n, o in spoken.items() if n != language))))
        for language, words in spoken.items()
    )


def leaning(words: spelling.Words) -> pd.DataFrame:
    """How many words of each text only one language has: a column a language, a row a text."""
    names = pd.Index(words.vocabulary, dtype=object)
    return pd.DataFrame(
        {language: words.hits(np.array(names.isin(own))) for language, own in _own_words()}
    )


def speaks(counts: pd.DataFrame, language: pd.Series) -> npt.NDArray[np.bool_]:
    """Whether each row of `counts` (of `leaning`) leans to its `language` and to no other more.

    A text without any sign counts as English.
    """
    table = counts.to_numpy(dtype=np.float64)
    place = counts.columns.get_indexer(language)
    here = table[np.arange(len(table)), place]
    some = (here > 0) | (language.to_numpy(dtype=object) == USUAL)
    return np.asarray(some & (here >= table.max(axis=1)) & (place >= 0), dtype=bool)
