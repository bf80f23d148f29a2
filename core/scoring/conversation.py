"""Is it a conversation? Each comment: stock phrase, advertising, or something of substance.

Spam weights were fitted on ScamSpot (MIT; Instagram) and the YouTube Spam Collection (UCI; CC BY
4.0 as far as we know; Alberto, Lochter and Almeida 2015) by tests/evaluation/conversation.py.
43 % of stock phrases is normal, so nothing here is a verdict.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import grams, lists, questions, signs, spelling

Marks = npt.NDArray[np.bool_]

SPAM = "spam"  # the name of the fitted weights
FEW_WORDS = 2
_STOCK = 10  # a longer comment says more than a stock phrase, whatever its words
_ENOUGH = 4  # words from which one of them should be known, if the language is
_ALPHABETS = r"[a-zà-ɏЀ-ӿ]"
_LETTERS = r"[^\W\d_]"


def judge(texts: pd.Series) -> pd.DataFrame:
    """generic (boolean), spam, substantive (0 to 1; 0.5 is the cut) and judged, one row a text.

    generic: no words, at most two words and no question, stock praise, or self-promotion. spam:
    learnt from English comments. Known are English, Spanish, Portuguese, German, French, Italian,
    Indonesian, Turkish and Russian, in that order of trust; in other languages and alphabets
    judged is False and the rest null. A null text gives nulls, and judged False.
    """
    known = texts[texts.notna()].astype("str")
    if known.empty:
        return _frame(texts, known)
    words = spelling.words(known)
    low = spelling.plain(known).str.lower()
    promo = low.str.contains(lists.pattern("comments", "promo")).to_numpy(dtype=bool)
    marked = low.str.contains(r"[?？؟]").to_numpy(dtype=bool)
    asks = marked | (words.hits(_in(words, "question")) > 0)
    spam = grams.weights(SPAM).probability(known, signs.of_comments(known))
    short = (words.count <= FEW_WORDS) & ~asks
    return _frame(
        texts,
        known,
        generic=short | _stock(words) & ~asks | promo & (spam > 1 / 2),
        spam=spam,
        substantive=questions.substantive(known),
        judged=readable(words, low) | low.str.contains(signs.LINK).to_numpy(dtype=bool),
    )


def _frame(texts: pd.Series, known: pd.Series, **columns: npt.NDArray[np.generic]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {name: columns.get(name, []) for name in ("generic", "spam", "substantive", "judged")},
        index=known.index,
    ).astype({"generic": "boolean", "spam": "float64", "substantive": "float64", "judged": "bool"})
    values = frame.columns[:-1]
    frame[values] = frame[values].where(frame["judged"])
    # Taken by place, since the index of `texts` may hold a label twice.
    place = np.where(texts.notna(), np.cumsum(texts.notna()) - 1, -1)
    whole = frame.reset_index(drop=True).reindex(place).set_axis(texts.index)
    return whole.assign(judged=whole["judged"].eq(True).astype(bool))


def _in(words: spelling.Words, *kinds: str) -> Marks:
    entries = frozenset().union(*(lists.entries("comments", kind) for kind in kinds))
    return np.array(pd.Index(words.vocabulary, dtype=object).isin(entries))


def _stock(words: spelling.Words) -> Marks:
    """All words are praise or say nothing, and at least one is praise."""
    praise, empty = _in(words, "praise"), _in(words, "praise", "common")
    all_known = words.hits(empty) == words.count
    return all_known & (words.hits(praise) > 0) & (words.count <= _STOCK)


def legible(texts: pd.Series) -> Marks:
    """Whether alphabet and words of each text are among those that the lists know."""
    return readable(spelling.words(texts), spelling.plain(texts).fillna("").str.lower())


def readable(words: spelling.Words, low: pd.Series) -> Marks:
    """Whether alphabet and words of each text are among those that the lists and weights know."""
    letters, read = low.str.count(_LETTERS), low.str.count(_ALPHABETS)
    alphabet = (read * 2 >= letters).to_numpy(dtype=bool)
    seen = words.hits(_in(words, "praise", "common", "question", "promo", "money", "thanks"))
    return alphabet & ((seen > 0) | (words.count < _ENOUGH))
