"""Does it fit our values? The brand's own words held against bios and captions.

Four views, added: the direction of the words (near words count although they are others), the
topics it points to, the topics whose words are said (in nine languages), and the brief's very
words. Nothing is fitted; the weights were set once, looking at the development briefs. Measured by
tests/evaluation/fit.py.
"""

import re

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import spelling, topics, vectors

Floats = npt.NDArray[np.float64]

# Against 1 for the direction of the words: topics it points to, topics said, the brief's words.
_POINTED, _TOPICS, _OWN_WORDS = 0.6, 0.3, 0.2
_FEW_WORDS = 20  # a text of so many words is trusted 0.7 as much as a long one
_SHARP = 10.0  # how clearly the nearest topic stands out
_SAID = 2  # hits after which a further one adds less
_SHORTEST = 3  # letters of a word that says something


def similarity(texts: pd.Series, brief: str) -> pd.Series:
    """How near each text is to `brief`, about −0.4 to 1; higher is closer, 0 is like any text.

    Best read as an order or as a mean over a creator's posts: one caption is a noisy witness.
    Null where there is no text, and everywhere when the brief has no word to go by.
    """
    named = _keywords(brief)
    if not named or texts.empty:
        return pd.Series(np.nan, index=texts.index)
    words = spelling.words(texts)
    near, pointed = _directions(words, named)
    trust = np.sqrt(words.count / (words.count + _FEW_WORDS))
    said = words.hits(topics.marks(words.vocabulary, _forms(named)))
    total = trust * (near + _POINTED * pointed) + _TOPICS * _shared_topics(words, named)
    total += _OWN_WORDS * said / (said + _SAID)
    scaled = pd.Series(total / (1 + _POINTED + _TOPICS + _OWN_WORDS), index=texts.index)
    return scaled.where(texts.notna())


def says(texts: pd.Series, brief: str) -> npt.NDArray[np.bool_]:
    """Whether each text says a word of `brief` that means something, or a hashtag made of it.

    `#harbourtea` says tea, since harbour is a word of these texts too; `#teacher` does not.
    """
    words, forms = spelling.words(texts), _forms(_keywords(brief))
    marked = topics.marks(words.vocabulary, forms) | _run_together(words.vocabulary, forms)
    return np.asarray(words.hits(marked) > 0, dtype=bool)


def _run_together(vocabulary: list[str], forms: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """Which words are one of `forms` and another known word, in either order."""
    known = {word for word in [*vocabulary, *topics.empty()] if len(word) >= _SHORTEST}
    marked = np.zeros(len(vocabulary), dtype=bool)
    for form in forms:
        for place, word in enumerate(vocabulary):
            marked[place] |= (word.startswith(form) and word[len(form) :] in known) or (
                word.endswith(form) and word[: -len(form)] in known
            )
    return marked


def closest(posts: pd.DataFrame, brief: str, count: int = 3) -> pd.DataFrame:
    """The `count` posts of each creator nearest to `brief`, nearest first, with `similarity`."""
    judged = posts.assign(similarity=similarity(posts["caption"], brief))
    judged = judged[judged["similarity"].notna()]
    ordered = judged.sort_values("similarity", ascending=False, kind="stable")
    return ordered.groupby(["platform", "handle"], sort=False, dropna=False).head(count)


def breaks(texts: pd.Series, deal_breakers: str) -> pd.DataFrame:
    """Each text that says a deal-breaker: text (its index label), found (the words), veto.

    Deal-breakers are parted by commas, semicolons or lines; a phrase counts as a whole, a word
    also inside a hashtag that begins with it. A veto caps a score, it is not averaged in.
    """
    phrases = [part.strip().casefold() for part in re.split(r"[,;\n]", deal_breakers)]
    known = spelling.plain(texts).str.casefold()
    parts = []
    for phrase in dict.fromkeys(filter(None, phrases)):
        bare = re.escape(phrase.lstrip("#@")).replace(r"\ ", r"\s+")
        said = known.str.contains(rf"(?<!\w){bare}(?!\w)|[#@]{bare}", na=False)
        parts.append(pd.DataFrame({"text": texts.index[said], "found": phrase}))
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame({"text": [], "found": []})
    joined = rows.groupby("text", sort=True)["found"].agg(", ".join).reset_index()
    return joined.astype({"found": "str"})


def _keywords(brief: str) -> list[str]:
    found = spelling.words(pd.Series([brief], dtype="str")).vocabulary
    # Scripts without spaces or with short words say something in one or two characters.
    return [
        w for w in found if w not in topics.empty() and (len(w) >= _SHORTEST or not w.isascii())
    ]


def _forms(named: list[str]) -> tuple[str, ...]:
    singular = [word[:-1] for word in named if word.endswith("s") and len(word) > _SHORTEST + 1]
    return tuple(dict.fromkeys([*named, *singular, *(word + "s" for word in named)]))


def _directions(words: spelling.Words, named: list[str]) -> tuple[Floats, Floats]:
    """How near each text points to the brief, and to the topics that the brief points to.

    Cosines once what all texts share is taken out. The second is 0 for a text of no topic.
    """
    middle = topics.middle()
    brief = vectors.unit(vectors.of_words(named)).mean(axis=0)
    aim = vectors.unit(vectors.unit(brief) - middle)
    of_word = vectors.of_words(words.vocabulary)
    total = vectors.sums(of_word, words.code, words.text, len(words.count))
    texts = vectors.unit(vectors.unit(total) - middle)
    each = vectors.unit(topics.directions() - middle).T
    wanted = _softmax(aim @ each)
    wanted = (wanted - wanted.mean()) / np.linalg.norm(wanted)
    return np.asarray(texts @ aim, dtype=np.float64), _softmax(texts @ each) @ wanted


def _softmax(cosines: vectors.Vectors) -> Floats:
    powers = np.exp(_SHARP * cosines.astype(np.float64))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def _shared_topics(words: spelling.Words, named: list[str]) -> Floats:
    """The cosine between the topics of each text and those of the brief; 0 without any."""
    wanted = topics.topics_of(named).sum(axis=0).astype(np.float64)
    if not wanted.any():
        return np.zeros(len(words.count))
    given = topics.topics_of(words.vocabulary)
    touched = np.log1p(np.column_stack([words.hits(given[:, i]) for i in range(given.shape[1])]))
    length = np.sqrt(1 + (touched**2).sum(axis=1))
    return np.asarray(touched @ (wanted / np.linalg.norm(wanted)) / length, dtype=np.float64)
