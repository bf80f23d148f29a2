"""Words of headings that say how something is counted, not what: “Ø Likes”, “Anzahl der Follower”,
平均いいね数.
"""

import csv
import re
import unicodedata
from pathlib import Path
from typing import Final

import pandas as pd

with Path(__file__).with_name("modifiers.csv").open(encoding="utf-8", newline="") as lines:
    _ROWS: Final = list(csv.DictReader(lines))


def _any(kind: str) -> str:
    listed = [row["pattern"] for row in _ROWS if row["kind"] == kind]
    words = {*listed, *(word.replace("ı", "i") for word in listed)}
    return "|".join(sorted(words, key=len, reverse=True))


# “Media” is the average in southern languages before what is counted; alone it means posts.
_MEDIA: Final = (
    r"^(?:la )?media (?=(?:(?:de|di|dei|delle|del) )?(?:like|likes|me gusta|mi piace|curtidas|"
    r"com|visual|interac|reprod|vistas|aprec))"
)
_AVERAGE: Final = re.compile(
    rf"(?<!\w)(?:{_any('average')})(?!\w)|(?<!\w)ø(?!\w)|{_MEDIA}|(?:{_any('average_inside')})"
)
_COUNT: Final = re.compile(
    rf"^(?:{_any('count')})(?:\s|(?<='))|(?<=\w)\s(?:{_any('count_behind')})$|(?:{_any('count_inside')})$"
    rf"|^(?:{_any('count_first')})\s?"
)
_LOCAL: Final = (
    ("takip|beğeni|begeni|yorum|izlen|görüntülen|abone", r"(?i)(?<=\d)\s*b\.?$", " bin"),
    ("người|lượt|theo dõi|bình luận", r"(?i)(?<=\d)\s*n\.?$", " nghìn"),
)
_SIZES: Final = {"thousands": 1e3, "myriads": 1e4, "millions": 1e6}
_SCALE: Final = re.compile(
    r"[\s(\[](?:in |en |em |w |в )?(?:(?P<thousands>k|000s?|'000|thousands?|tsd\.?|tausend|"
    r"milliers|miles|milhares|migliaia|duizend|tys\.?|тыс\.?|тис\.?|千)|(?P<myriads>万|萬|만)|"
    r"(?P<millions>m|mm|mn|mio\.?|millions?|millionen|mln\.?|млн\.?|百万))(?:人|명)?[)\]]?$"
)
_FILLER: Final = re.compile(rf"^(?:{_any('filler')})\s|\s(?:{_any('filler')})$|^d'|^l'|の$|的$")


def without_average(words: str) -> tuple[str, bool]:
    """The heading without words for an average, and whether there were any."""
    rest = " ".join(_AVERAGE.sub(" ", words).split())
    return rest, bool(_AVERAGE.search(words))


def scale(name: str) -> float:
    """What the numbers under a heading are multiplied by: “Followers (K)” counts thousands."""
    found = _SCALE.search(unicodedata.normalize("NFKC", name).casefold())
    return _SIZES[next(key for key in _SIZES if found[key])] if found else 1.0


def spelt_out(name: str, cells: pd.Series) -> pd.Series:
    """The cells with short units spelt out that are others elsewhere: “125,3 B” is bin (thousand)
    under a Turkish heading, “12 N” nghìn under a Vietnamese one.
    """
    words = unicodedata.normalize("NFKC", name).casefold()
    for heading, unit, spelt in _LOCAL:
        if re.search(heading, words):
            return cells.str.replace(unit, spelt, regex=True)
    return cells


def spellings(words: str) -> tuple[str, ...]:
    """The heading as it stands, without what counts, and without prepositions left over."""
    words = _SCALE.sub("", words)
    bare = " ".join(_COUNT.sub(" ", words).split())
    plain = " ".join(_FILLER.sub(" ", _FILLER.sub(" ", bare)).split())
    start = " ".join(_FILLER.sub(" ", words).split())
    return tuple(dict.fromkeys((words, bare, plain, start)))
