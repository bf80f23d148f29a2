"""Facebook's own download: friends, followers and following, by name alone in every layout."""

import re
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
from lxml import etree

from core.errors import UnreadableFile
from core.readers import dates, loose, nameless
from core.readers.archives import Archive
from core.readers.files import File, text
from core.readers.reading import Reading
from core.tables import TIME

_HELP: Final = (
    "Facebook gives names only, no accounts; they cannot be looked up or scored. What helps: a "
    "list with links to profiles (a group's members, for example), the export of Meta Business "
    "Suite, or handles that people tell you."
)
_NOT_FOLLOWERS: Final = "These are people and pages that the owner follows, not followers."
# By key or file name: what the list is, and the measure that its days are counted as.
_LISTS: Final = (
    (r"removed_friends|deleted_friends", None),
    (r"requests|suggest|see_first", None),
    (r"friends|freunde|amis|amigos", ("friends", "new_friends")),
    (r"people_who_followed_you|followers", ("followers", "new_followers")),
    (r"who_you.{0,8}followed|following", ("following", "new_following")),
)
_KEY: Final = re.compile(
    rb'^\s*\{\s*"((?:deleted_|removed_)?(?:friends|followers|following)(?:_v\d)?)"\s*:\s*\['
)
_IN_ZIP: Final = re.compile(
    r"(?:^|/)(?:your_friends|friends|people_who_followed_you(?:_\d+)?|who_you.{0,8}followed|"
    r"followers|following)\.(?:json|html)$"
)
# The innermost box around a person, in today's layout and the older one.
_BOXES: Final = (
    "//*[contains(@class, '_a6-g') or contains(@class, 'uiBoxWhite')]"
    "[not(.//*[contains(@class, '_a6-g') or contains(@class, 'uiBoxWhite')])]"
)
_PAGE: Final = re.compile(r"facebook|\b_a6-[gp]\b|uiBoxWhite", re.IGNORECASE)


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of one list of the download; None where it is none of Facebook's."""
    moments = _moments(file)
    if moments is None:
        return None
    key = _KEY.match(file.content.removeprefix(b"\xef\xbb\xbf")[:200])
    what = _what(key[1].decode() if key else "") or _what(file.base)
    if what is None:
        return None
    words, measure = what
    notes = [_HELP, _NOT_FOLLOWERS] if words == "following" else [_HELP]
    return nameless.counted(
        file.name,
        moments,
        kind=f"facebook_{words}_{file.kind}",
        label=f"Facebook {words} ({file.kind.upper()})",
        platform="facebook",
        measure=measure,
        notes=notes,
    )


def zipped(archive: Archive) -> list[Reading]:
    """The readings of all such lists in a download; none where the ZIP is not Facebook's."""
    members = [
        name
        for name in archive.named(".json", ".html")
        if _IN_ZIP.search(name.casefold()) and "instagram" not in name.casefold()
    ]
    made = []
    for file in archive.files(members):
        try:
            found = recognise(file, None)
        except UnreadableFile:
            continue  # an empty list beside a full one
        if found is not None:
            made.append(found)
    return made


def _what(name: str) -> tuple[str, str] | None:
    for pattern, what in _LISTS:
        if re.search(pattern, name):
            if what is None:
                raise UnreadableFile(
                    f"“{name}” is Facebook's list of friends removed, asked or suggested, not of "
                    "followers.",
                    _HELP,
                )
            return what
    return None


def _moments(file: File) -> pd.Series | None:
    """When each person in the list came, by number in the list; None where it is no such list."""
    if file.kind == "json":
        entries = _entries(file)
        return None if entries is None else _times([_seconds(entry) for entry in entries])
    if file.kind == "html" and _IN_ZIP.search(f"/{file.base}"):
        return _of_page(file)
    return None


def _entries(file: File) -> list[Any] | None:
    head = file.content.removeprefix(b"\xef\xbb\xbf")[:200]
    named = file.base.startswith(("people_who_followed_you", "who_you"))
    if not _KEY.match(head) and not (named and b"instagram.com/" not in file.content[:20_000]):
        return None
    whole = loose.decoded(file)
    found = whole if isinstance(whole, list) else next(iter(whole.values()), None)
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        return None
    # Other networks use these words for lists of accounts.
    accounts = ("handle", "username", "did", "screen_name", "acct", "id")
    return None if any(key in entry for entry in found[:50] for key in accounts) else found


def _seconds(entry: dict[str, Any]) -> float | None:
    said = entry.get("string_list_data")
    inner = said[0] if isinstance(said, list) and said and isinstance(said[0], dict) else {}
    value = entry.get("timestamp", inner.get("timestamp"))
    return float(value) if isinstance(value, int | float) and value > 600_000_000 else None


def _times(seconds: list[float | None]) -> pd.Series:
    index = pd.RangeIndex(1, len(seconds) + 1)
    numbers = pd.Series(seconds, index=index, dtype="float64")
    return pd.to_datetime(numbers, unit="s", utc=True, errors="coerce").astype(TIME)


def _of_page(file: File) -> pd.Series | None:
    """The dates on a page of the download; each stands behind the name it belongs to."""
    words = text(file.content)
    if not _PAGE.search(words[:200_000]) or "instagram.com/" in words[:200_000]:
        return None
    try:
        tree = etree.fromstring(words.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    except etree.LxmlError:
        return None
    if tree is None:
        return None
    boxes = tree.xpath(_BOXES)
    lines = [
        (at, line.strip())
        for at, box in enumerate(boxes or [tree], start=1)
        for line in box.itertext()
        if line.strip()
    ]
    found = pd.Series([line for _, line in lines], index=[at for at, _ in lines], dtype="str")
    found = found[found.str.contains(r"\d{4}", regex=True) & (found.str.len() < 60)]
    moments = dates.parse(found).dropna()
    if moments.empty:
        return None
    if not boxes:
        return moments.set_axis(pd.RangeIndex(1, len(moments) + 1))
    # One box a person; its last date is when they came.
    last = moments[~moments.index.duplicated(keep="last")]
    return last.reindex(pd.RangeIndex(1, len(boxes) + 1)).astype(TIME)
