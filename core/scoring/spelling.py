"""Texts as people type them → plain words: one pass over all of them, whatever the language."""

import html
import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Codes = npt.NDArray[np.intp]

LONGEST = 5_000  # characters of one text that are read; no post on any platform is longer
_END = "\x1e"
# Small capitals are letters of their own in Unicode, and a favourite disguise.
_SMALL = str.maketrans("ᴀʙᴄᴅᴇꜰғɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdeffghijklmnopqrstuvwyz")
_LINKS = re.compile(r"(?:https?://|www\.)\S+|@[\w.]+", re.IGNORECASE)
_TAGS = re.compile(rf"<[^<>{_END}]{{0,300}}>")
_WORDS = re.compile(rf"[^\W_]+|{_END}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of many texts: `vocabulary[code[i]]` stands in text number `text[i]`."""

    vocabulary: list[str]
    code: Codes
    text: Codes
    count: npt.NDArray[np.float64]  # words in each text

    def hits(self, of_word: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        """How many words of each text `of_word` marks; one mark a word of the vocabulary."""
        return np.bincount(self.text[of_word[self.code]], minlength=len(self.count)).astype(float)


def plain(texts: pd.Series) -> pd.Series:
    """`texts` without mark-up, fancy letters ("𝓕𝓻𝓮𝓮" → "Free") and all beyond 5,000 characters.

    Null stays null; links and mentions are kept.
    """
    if texts.empty:
        return texts.astype("str")
    known = texts.astype("str").fillna("").str.slice(0, LONGEST).str.replace(_END, " ")
    joined = html.unescape(_END.join(known.to_numpy(dtype=object)))
    joined = unicodedata.normalize("NFKC", _TAGS.sub(" ", joined)).translate(_SMALL)
    parts = pd.Series(joined.split(_END), index=texts.index, dtype="str")
    return parts.where(texts.notna())


def words(texts: pd.Series) -> Words:
    """The words of `texts` in lower case; hashtags count as words, links and mentions do not."""
    joined = _END.join(plain(texts).fillna("").to_numpy(dtype=object))
    found = np.array(_WORDS.findall(_LINKS.sub(" ", joined).lower()) or [""], dtype=object)
    ends = found == _END
    place = np.cumsum(ends)
    real = ~ends & (found != "")
    code, vocabulary = pd.factorize(found[real])
    where = place[real].astype(np.intp)
    count = np.bincount(where, minlength=len(texts)).astype(float)
    return Words(list(vocabulary), code.astype(np.intp), where, count)
