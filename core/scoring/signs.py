"""What can be seen in a comment without understanding it: length, links, money, fancy letters.

Each sign is a pattern with a name; counts are ln(1 + n), the rest is yes or no. One column a sign,
in a fixed order that the fitted weights share.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from core.scoring import lists, spelling

LINK: Final = r"https?://|www\.|\b[\w-]+\.(?:com|net|org|ly|be|tk|me|co|io|info)\b"
_FLAGS: Final[Mapping[str, str]] = {
    "money": r"[$€£] ?\d|\d ?[$€£k]\b|\d+ ?(?:usd|btc|dollars)",
    "link": LINK,
    "name": r"@\w",
    "tag": r"#\w",
    "tag_of_a_name": r"#\w*_",
    "question": r"[?？؟]",
    "two_scripts": r"[a-z][\x{370}-\x{4ff}]|[\x{370}-\x{4ff}][a-z]",
    "gaps": "  ",
}
_COUNTS: Final[Mapping[str, str]] = {
    "words": r"\w+",
    "digits": r"\d",
    "exclamations": "!",
    "emoji": r"[\x{1F300}-\x{1FAFF}\x{2600}-\x{27BF}]",
    "first_person": r"\b(?:i|my|me)\b",
}
_LISTS: Final = ("money", "promo", "thanks")


def of_comments(texts: pd.Series) -> pd.DataFrame:
    """One row a text, one column a sign; null texts read as empty."""
    given = texts.astype("str").fillna("").str.slice(0, spelling.LONGEST)
    plain = spelling.plain(given)
    low = plain.str.lower()
    length = plain.str.len().clip(lower=1)
    columns = {name: low.str.contains(_escaped(pattern)) for name, pattern in _FLAGS.items()}
    columns |= {name: np.log1p(low.str.count(_escaped(p))) for name, p in _COUNTS.items()}
    columns |= {
        f"{kind}_words": np.log1p(low.str.count(lists.pattern("comments", kind))) for kind in _LISTS
    }
    columns |= {
        "length": np.log1p(length),
        "long": length > 60,
        "capitals": plain.str.count("[A-Z]") / length,
        "fancy": plain.str.replace(" ", "") != given.str.normalize("NFC").str.replace(" ", ""),
    }
    return pd.DataFrame(columns, index=texts.index).astype("float64")


def _escaped(pattern: str) -> str:
    r"""Python's spelling of `\x{…}`, so that the patterns above stay readable."""
    parts = pattern.split(r"\x{")
    rest = (part.split("}", 1) for part in parts[1:])
    return parts[0] + "".join(chr(int(code, 16)) + after for code, after in rest)
