"""One's own videos in TikTok's download; they moved from `Video` to `Post` in 2025."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from core import tables as tidy
from core.readers import dates, numbers, reading

# Other lists of videos (watched, liked, shared) stand under the same key in other places.
_OWN: Final = ("Videos", "Posts")
_DEEPEST: Final = 6
_SAYS_NOTHING: Final = "this video has neither a date nor a link"
_LINK_ID: Final = r"/(?:video|photo)/(\d+)"
_COUNTS: Final = {"likes": "likes", "comments": "comments", "shares": "shares", "views": "views"}


def posts(whole: Any, file: str, owner: str | None) -> tuple[pd.DataFrame, int, pd.DataFrame]:
    """The owner's videos, how many entries there are, and those that say nothing."""
    entries = [entry for found in _lists(whole, 0) for entry in found]
    frame = _fields(entries)
    nothing = pd.Series(None, index=frame.index, dtype="str")

    def said(*names: str) -> pd.Series:
        found = next((frame[name] for name in names if name in frame), nothing)
        return found.map(lambda cell: None if isinstance(cell, dict | list) else cell).astype("str")

    link = said("link", "videolink")
    known = pd.DataFrame(
        {
            "platform": "tiktok",
            "handle": pd.Series(owner, index=frame.index, dtype="str"),
            "post_id": link.str.extract(_LINK_ID, expand=False),
            "posted_at": dates.parse(said("date")),
            "caption": said("title", "description").replace({"": None, "N/A": None}),
            "url": link.where(link.str.startswith("http")),
            **{column: numbers.parse(said(name, name[:-1])) for column, name in _COUNTS.items()},
            "source_row": pd.array(range(1, len(frame) + 1), "Int64"),
        }
    )
    good = known["posted_at"].notna() | known["url"].notna()
    empty = known.loc[~good, "source_row"].array
    lost = reading.problems(file, row=empty, column=None, value=None, reason=_SAYS_NOTHING)
    return tidy.conform(known[good], "posts"), len(frame), lost


def _fields(entries: list[Any]) -> pd.DataFrame:
    """The entries as a table; their fields are spelt in several ways."""
    frame = pd.DataFrame([entry if isinstance(entry, dict) else {} for entry in entries])
    frame.columns = [str(column).casefold().removesuffix("(s)") for column in frame.columns]
    return frame.loc[:, ~frame.columns.duplicated()]


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    """Every `VideoList` directly under the owner's videos."""
    if not isinstance(value, dict) or depth > _DEEPEST:
        return
    for name, inner in value.items():
        held = inner.get("VideoList") if isinstance(inner, dict) and name in _OWN else None
        if isinstance(held, list):
            yield held
        else:
            yield from _lists(inner, depth + 1)


def networks(profile: dict[str, Any]) -> list[str]:
    """The other networks that the profile is linked to, by name."""
    linked = profile.get("PlatformInfo")
    names = [
        str(entry.get("Platform") or entry.get("Name") or "")
        for entry in (linked if isinstance(linked, list) else ())
        if isinstance(entry, dict)
    ]
    return [name for name in dict.fromkeys(names) if name]
