"""One's own posts, reels and stories in Instagram's download as HTML pages.

A post is some media (files in the folder `media/`) and the date that follows them. Its caption
stands over or between them; what stands in a table tells where and with what a picture was taken,
and is not read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd
from lxml import etree

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import dates, reading
from core.readers.files import BRING, File, utf8

_CHUNK: Final = 1 << 20
_MEDIA: Final = re.compile(
    r"(?:^|/)media/(?P<kind>posts|reels|stories|archived_posts|igtv|other)/", re.IGNORECASE
)
_MARK: Final = re.compile(rb"media/(?:posts|reels|stories|archived_posts|igtv)/")
_PAGE: Final = re.compile(r"^(?:posts(?:_\d+)?|reels|stories|archived_posts|igtv_videos)\b.*html?$")
_VIDEO: Final = (".mp4", ".mov", ".webm", ".srt")
_KINDS: Final = {"reels": "reel", "stories": "story", "igtv": "video"}
_SILENT: Final = frozenset({"table", "style", "script", "title", "h1", "header", "nav", "footer"})
_HEADING: Final = frozenset({"h2", "h3"})
_LONGEST_DATE: Final = 60


@dataclass(slots=True)
class Item:
    """One post while its page is read."""

    media: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    date: str | None = None


class _Posts:
    """Follows the page; a post is closed by its date, or by a heading behind its media."""

    def __init__(self, moments: frozenset[str] | None = None) -> None:
        self.items: list[Item] = []
        self.texts: set[str] = set()
        self.places = False
        self._moments = moments or frozenset()
        self._open: list[str] = []
        self._item = Item()
        self._goes_on = False  # an entity (`&amp;`) cuts a text in pieces, no tag between them

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._goes_on = False
        if tag in _HEADING and self._item.media:
            self._close()
        if tag in _SILENT or tag in _HEADING:
            self._open.append(tag)
        if tag == "table":
            self.places = True
        link = attributes.get("src") or attributes.get("href") or ""
        if _MEDIA.search(link) and link not in self._item.media:
            self._item.media.append(link)

    def end(self, tag: str) -> None:
        self._goes_on = False
        if self._open and tag == self._open[-1]:
            self._open.pop()

    def data(self, text: str) -> None:
        words = text.strip()
        if self._open and self._open[-1] in _SILENT:
            return
        said = self._item.headings if self._open else self._item.words
        if self._goes_on and said:
            said[-1] += text
            return
        if not words:
            return
        self._goes_on = True
        if self._open:
            said.append(text)
            return
        if len(words) <= _LONGEST_DATE:
            self.texts.add(words)
        if words in self._moments and self._item.media:
            self._item.date = words
            self._close()
        else:
            said.append(text)

    def _close(self) -> None:
        self.items.append(self._item)
        self._item = Item()

    def close(self) -> "_Posts":
        if self._item.media:
            self._close()
        return self


def posts(file: File, owner: str | None) -> tuple[pd.DataFrame, int, pd.DataFrame, bool] | None:
    """The posts on a page, how many there are, those that say nothing, and whether the page says
    where pictures were taken; None where it is no such page.
    """
    content = file.content
    if file.kind != "html" or not (_PAGE.match(file.base) or _MARK.search(content[:500_000])):
        return None
    body = utf8(content)
    texts = pd.Series(sorted(_read(file, body, _Posts()).texts), dtype="str")
    texts = texts[texts.str.contains(r"\d", regex=True)]
    moments = dict(zip(texts, dates.parse(texts), strict=True))
    known = frozenset(text for text, moment in moments.items() if pd.notna(moment))
    page = _read(file, body, _Posts(known))
    if not page.items:
        return None
    frame = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": pd.Series(owner, index=range(len(page.items)), dtype="str"),
            "posted_at": [moments.get(item.date or "", pd.NaT) for item in page.items],
            "kind": [_kind(item) for item in page.items],
            "caption": pd.Series([_caption(item) for item in page.items], dtype="str"),
            "source_row": pd.array(range(1, len(page.items) + 1), "Int64"),
        }
    )
    good = frame["posted_at"].notna() | frame["caption"].notna()
    lost = reading.problems(
        file.name,
        row=frame.loc[~good, "source_row"].array,
        column=None,
        value=None,
        reason="this entry has neither a date nor a caption",
    )
    return tidy.conform(frame[good], "posts"), len(frame), lost, page.places


def _read(file: File, body: bytes, target: _Posts) -> _Posts:
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=False, no_network=True)
    try:
        for start in range(0, len(body), _CHUNK):
            parser.feed(body[start : start + _CHUNK])
        return parser.close()
    except etree.LxmlError as error:
        raise UnreadableFile(f"“{file.name}” breaks off or is damaged.", BRING) from error


def _kind(item: Item) -> str:
    folder = _MEDIA.search(item.media[0])
    named = _KINDS.get(folder["kind"].casefold()) if folder else None
    if named or len(item.media) > 1:
        return named or "carousel"
    return "video" if item.media[0].casefold().endswith(_VIDEO) else "image"


def _caption(item: Item) -> str | None:
    said = item.headings or item.words
    return "\n".join(words.strip() for words in said) or None
