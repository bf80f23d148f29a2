"""One's own posts, reels and stories in Instagram's download, in every layout since 2020.

The download has no likes and no comments on them; where pictures were taken is never read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import dates, instagram_pages, loose, mangled, reading
from core.readers.files import File
from core.readers.reading import Reading, count

# The key a list stands under, and what its posts are.
_KINDS: Final = {
    "ig_reels_media": "reel",
    "ig_stories": "story",
    "ig_archived_post_media": "archived post",
    "ig_igtv_media": "video",
    "stories": "story",
    "photos": "image",
    "videos": "video",
}
_OF_2020: Final = frozenset({"stories", "photos", "videos"})
_PICTURES: Final = (b'"creation_timestamp"', b'"taken_at"', b'"ig_reels_media"', b'"ig_stories"')
_PLACES: Final = re.compile(rb'"(?:latitude|longitude|exif_data|location)"')
_VIDEO: Final = (".mp4", ".mov", ".webm", ".srt")
_NO_NUMBERS: Final = (
    "Instagram's download has no likes and no comments on one's own posts. For those, bring the "
    "content export of Meta Business Suite."
)
_NO_PLACES: Final = (
    "Where the pictures were taken (GPS), and with which camera, was left out; it is not needed."
)
_WHOSE: Final = "It does not say whose posts these are. Bring the whole ZIP, which does."


@dataclass(frozen=True, slots=True, eq=False)
class Posts:
    """The posts of one file, how many entries it has, which say nothing, and whether it has GPS."""

    posts: pd.DataFrame
    rows: int
    problems: pd.DataFrame
    places: bool

    @property
    def notes(self) -> list[str]:
        """What has to be said about posts without numbers."""
        return [_NO_NUMBERS, _NO_PLACES] if self.places else [_NO_NUMBERS]


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of one file of posts; None where it is none of Instagram's."""
    made = posts(file, None)
    if made is None:
        return None
    if not made.rows:
        raise UnreadableFile(
            f"“{file.name}” is Instagram's list of one's own posts or stories, and it is empty.",
            "If there should be posts in it, ask for the download again, for “All time”.",
        )
    when = reading.span(made.posts["posted_at"])
    return Reading(
        format=f"instagram_posts_{file.kind}",
        label=f"Instagram posts ({file.kind.upper()})",
        tables={"posts": made.posts},
        rows=made.rows,
        sentence=f"Instagram posts of one account: {count(len(made.posts), 'post')}"
        f"{', ' + when if when else ''}.",
        problems=made.problems,
        notes=[*made.notes, _WHOSE],
    )


def posts(file: File, owner: str | None) -> Posts | None:
    """The posts in one file of the download; None where it holds none."""
    if file.kind == "html":
        page = instagram_pages.posts(file, owner)
        return None if page is None else Posts(*page)
    if file.kind != "json" or not any(mark in file.content[:50_000] for mark in _PICTURES):
        return None
    entries = _entries(loose.decoded(file))
    if entries is None:
        return None
    frame = pd.DataFrame(
        [_post(entry, kind) for kind, entry in entries], columns=["posted_at", "kind", "caption"]
    )
    frame["posted_at"] = dates.parse(frame["posted_at"].astype("str"))
    frame["source_row"] = pd.array(range(1, len(frame) + 1), "Int64")
    good = frame["posted_at"].notna() | frame["caption"].notna()
    whose = {"platform": "instagram", "handle": owner}
    return Posts(
        posts=tidy.conform(frame[good].assign(**whose), "posts"),
        rows=len(frame),
        problems=reading.problems(
            file.name,
            row=frame.loc[~good, "source_row"].array,
            column=None,
            value=None,
            reason="this entry has neither a date nor a caption",
        ),
        places=bool(_PLACES.search(file.content)),
    )


def _entries(whole: Any) -> list[tuple[str | None, Any]] | None:
    """Every post with what its list says it is; None where there is no list of posts."""
    if isinstance(whole, list):
        return [(None, entry) for entry in whole] if any(map(_is_post, whole[:50])) else None
    if not isinstance(whole, dict):
        return None
    of_2020 = {"stories", "photos", "videos", "profile", "direct"} & whole.keys()
    names = [name for name in _KINDS if isinstance(whole.get(name), list)]
    names = [name for name in names if name not in _OF_2020 or len(of_2020) > 1]
    if names:
        return [(_KINDS[name], entry) for name in names for entry in whole[name]]
    # One post alone stands without its list.
    return [(None, whole)] if _is_post(whole) else None


def _is_post(entry: Any) -> bool:
    if not isinstance(entry, dict):
        return False
    media = entry.get("media")
    inner = media[0] if isinstance(media, list) and media else entry
    return isinstance(inner, dict) and "uri" in inner and "creation_timestamp" in inner


def _post(entry: Any, kind: str | None) -> tuple[str | None, str | None, str | None]:
    """When it was posted, what it is, and its caption, repaired once."""
    if not isinstance(entry, dict):
        return None, None, None
    media = [item for item in _listed(entry.get("media")) or [entry] if isinstance(item, dict)]
    first = media[0] if media else {}
    said = (entry.get("title"), entry.get("caption"), *(item.get("title") for item in media))
    caption = next((text for text in said if isinstance(text, str) and text), None)
    when = next(
        (
            value
            for value in (entry.get("creation_timestamp"), first.get("creation_timestamp"))
            if isinstance(value, int | float) and value > 600_000_000
        ),
        entry.get("taken_at"),
    )
    is_video = str(first.get("uri", entry.get("path", ""))).casefold().endswith(_VIDEO)
    alone = "video" if is_video else "image"
    return (
        None if when is None else str(when).removesuffix(".0"),
        kind or ("carousel" if len(media) > 1 else alone),
        None if caption is None else mangled.righted(caption),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
