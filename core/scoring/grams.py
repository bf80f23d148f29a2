"""Which short runs of words and letters a text holds, as numbers: the ground of both judges.

Runs are hashed into a fixed number of places, so the weights stay small (a tenth of a megabyte)
and no vocabulary has to be kept. numpy only.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import spelling

FOLDER: Final = Path(__file__).resolve().parent / "weights"
PLACES: Final = 2**15  # for runs of words, and as many again for runs of letters
_AT_ONCE = 4_000  # texts
_END = "\x1e"
_LINK = re.compile(r"https?://\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|ly|be|tk|me|co|io|info)\b\S*")
_NAME = re.compile(r"@[\w.]+")
_WORDS = re.compile(rf"[^\W_]+|[!?$#]|{_END}")
_SPACES = re.compile(r"[^\S\x1e]+")

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: one weight a place, one a sign (scaled by its mean and SD), a level."""

    places: Floats
    signs: Floats
    means: Floats
    sds: Floats
    level: float

    def probability(self, texts: pd.Series, signs: pd.DataFrame) -> Floats:
        """The probability of each text, whose `signs` have the columns of the fit."""
        scaled = (signs.to_numpy(dtype=np.float64) - self.means) / self.sds
        score = scaled @ self.signs + self.level
        for start, pairs, share in runs(texts):
            count = min(_AT_ONCE, len(texts) - start)
            added = np.bincount(pairs[0], weights=self.places[pairs[1]] * share, minlength=count)
            score[start : start + count] += added
        return 1 / (1 + np.exp(-score))


@cache
def weights(name: str) -> Weights:
    """The weights called `name`, as their fitting script wrote them."""
    with np.load(FOLDER / f"{name}.npz") as file:
        parts = {key: file[key].astype(np.float64) for key in file.files}
    return Weights(
        parts["places"], parts["signs"], parts["means"], parts["sds"], float(parts["level"])
    )


def runs(texts: pd.Series) -> Iterator[tuple[int, tuple[Ints, Ints], Floats]]:
    """Part by part: where it starts, (text within the part, place) once each, and its share.

    The share is 1 ÷ √(different runs of the text), for words and for letters apart, so that long
    texts do not shout.
    """
    for start in range(0, len(texts), _AT_ONCE):
        part = texts.iloc[start : start + _AT_ONCE]
        joined = _levelled(part)
        both = _once(*_words(joined), len(part)), _letters(joined, len(part))
        text, place, share = (np.concatenate(each) for each in zip(*both, strict=True))
        yield start, (text, place), share


def _levelled(texts: pd.Series) -> str:
    """All texts as one, without capitals and accents, links and names and digits made equal."""
    joined = _END.join(spelling.plain(texts).fillna("").to_numpy(dtype=object)).lower()
    joined = _NAME.sub(" xname ", _LINK.sub(" xlink ", joined))
    joined = "".join(c for c in unicodedata.normalize("NFKD", joined) if not _accent(c))
    return _SPACES.sub(" ", re.sub(r"\d+", "0", joined))


@cache
def _accent(letter: str) -> bool:
    return bool(unicodedata.combining(letter))


def _words(joined: str) -> tuple[Ints, Ints]:
    found = np.array(_WORDS.findall(joined + _END), dtype=object)
    code, vocabulary = pd.factorize(found)
    of_word = np.array([zlib.crc32(word.encode()) for word in vocabulary], dtype=np.int64)
    ends = found == _END
    text = np.cumsum(ends)
    value = of_word[code]
    pair = (value[:-1] * 31 + value[1:]) ^ (value[:-1] >> 7)
    whole = ~ends[:-1] & ~ends[1:]
    texts = np.concatenate([text[~ends], text[:-1][whole]])
    return texts, _mixed(np.concatenate([value[~ends], pair[whole]])) % PLACES


def _letters(joined: str, count: int) -> tuple[Ints, Ints, Floats]:
    points = np.frombuffer(f" {joined}".encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    ends = points == ord(_END)
    text = np.cumsum(ends)
    points = np.where(ends, ord(" "), points)
    texts, places = [], []
    for length in (2, 3, 4):
        size = max(len(points) - length + 1, 0)
        value = np.full(size, length, dtype=np.int64)
        for step in range(length):
            value = value * 1_000_003 + points[step : step + size]
        same = text[:size] == text[length - 1 :][:size]
        texts.append(text[:size][same])
        places.append(_mixed(value[same]) % PLACES + PLACES)
    return _once(np.concatenate(texts), np.concatenate(places), count)


def _mixed(values: Ints) -> Ints:
    """Near numbers sent far apart (the finish of MurmurHash3), never negative."""
    mixed = values.astype(np.uint64)
    for shift, factor in ((33, 0xFF51AFD7ED558CCD), (33, 0xC4CEB9FE1A85EC53)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return np.asarray((mixed >> np.uint64(17)).astype(np.int64))


def _once(text: Ints, place: Ints, count: int) -> tuple[Ints, Ints, Floats]:
    pairs = np.sort(text * (2 * PLACES) + place)  # np.unique takes four times as long
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    text, place = pairs // (2 * PLACES), pairs % (2 * PLACES)
    different = np.bincount(text, minlength=count)
    return text, place, 1 / np.sqrt(different[text])
