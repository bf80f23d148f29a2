"""Instagram's insights of one's own account in its download: numbers buried in sentences."""

import re
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from core.readers import loose, mangled, numbers
from core.readers.files import File
from core.readers.reading import Reading, count

_MARK: Final = re.compile(rb'"(?:organic_insights_\w+|ig_insights\w*)"')
_ABOUT: Final = (
    "It tells about one account as a whole: the dates in it have no year, so nothing is drawn or "
    "scored from it. What it is good for here: the values below are for you to read; no page shows "
    "them. To rank creators, bring a list of them."
)
_FOLLOWERS: Final = re.compile(
    r"^(?:followers?|abonn[eé]e?s?|seguidores|seguaci|volgers|takipçi\w*|подписчики|obserwujący|"
    r"フォロワー)$",
    re.IGNORECASE,
)
_SHOWN: Final = 8
_LONGEST: Final = 100


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of one insights file: its numbers as notes; None where it is none."""
    if file.kind != "json" or not _MARK.search(file.content[:20_000]):
        return None
    said = facts(file)
    if not said:
        return None
    shown = [f"{name}: {value[:_LONGEST]}" for name, value in list(said.items())[:_SHOWN]]
    return Reading(
        format="instagram_insights_json",
        label="Instagram insights (JSON)",
        tables={},
        rows=len(said),
        sentence=f"Instagram's insights of one's own account: {count(len(said), 'value')}.",
        notes=[_ABOUT, "It says: " + "; ".join(shown) + "."],
    )


def facts(file: File) -> dict[str, str]:
    """What the file says, name by name, in the language of the download."""
    whole = loose.decoded(file)
    found: dict[str, str] = {}
    for entries in whole.values() if isinstance(whole, dict) else ():
        for entry in entries if isinstance(entries, list) else ():
            said = entry.get("string_map_data") if isinstance(entry, dict) else None
            for name, held in said.items() if isinstance(said, dict) else ():
                value = held.get("value") if isinstance(held, dict) else None
                if isinstance(value, str) and value:
                    found.setdefault(mangled.righted(name), mangled.righted(value))
    return found


def followers(said: Mapping[str, str]) -> int | None:
    """How many followers the insights count; None where they do not say."""
    values: list[Any] = [value for name, value in said.items() if _FOLLOWERS.match(name)]
    parsed = numbers.parse(pd.Series(values[:1], dtype="str")).dropna()
    return int(parsed.iloc[0]) if len(parsed) else None
