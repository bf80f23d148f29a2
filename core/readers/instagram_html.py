"""Instagram's own download as HTML, the form it comes in unless one asks for JSON."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
from lxml import etree

from core.errors import UnreadableFile
from core.readers import dates, followings
from core.readers.files import BRING, File, utf8
from core.readers.followings import People
from core.readers.reading import Reading

_CHUNK: Final = 1 << 20
_LINK: Final = "instagram.com/"


class _Links:
    """Collects each link to Instagram and the text that follows it; class names change, this
    stays.
    """

    def __init__(self) -> None:
        self.hrefs: list[str] = []
        self.after: list[str] = []
        self.title = ""
        self._inside = ""
        self._waiting = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._inside = tag
        href = attributes.get("href") or ""
        if tag == "a" and _LINK in href:
            self.hrefs.append(href)
            self.after.append("")
            self._waiting = True

    def end(self, tag: str) -> None:
        self._inside = ""

    def data(self, text: str) -> None:
        if self._inside == "title":
            self.title += text
        elif self._waiting and self._inside != "a" and text.strip():
            self.after[-1] = text.strip()
            self._waiting = False

    def close(self) -> "_Links":
        return self


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a follower or following page; None where the page is none."""
    if file.kind != "html":
        return None
    people_ = people(file)
    if people_ is None:
        return None
    kind = "following" if people_.following else "followers"
    return followings.read(
        [people_],
        kind=f"instagram_{kind}_html",
        label=f"Instagram {kind} (HTML)",
        owner=None,
        followers_file="followers_1.html",
    )


def people(file: File) -> People | None:
    """The list on one page of the download; None where no link leads to Instagram."""
    if _LINK.encode() not in utf8(file.content):
        return None
    links = _links(utf8(file.content))
    hrefs = pd.Series(links.hrefs, dtype="str")
    page = f"{file.base} {links.title}".casefold()
    if not hrefs.empty and not hrefs.str.contains(r"instagram\.com/(?:_u/)?[\w.]+/?(?:\?|$)").any():
        return None
    for word in (
        "blocked",
        "close_friends",
        "close friends",
        "requests",
        "restricted",
        "unfollowed",
        "hashtags",
    ):
        if word in page:
            raise UnreadableFile(
                f"“{file.name}” is Instagram's list “{links.title or word}”, not one of followers.",
                "Bring “followers_1.html” from the folder “followers_and_following”, or the "
                "whole ZIP.",
            )
    return People(
        file=file.name,
        platform="instagram",
        following=file.base.startswith("following") or _is_following(links),
        names=hrefs,
        times=dates.parse(pd.Series(links.after, dtype="str")),
    )


def _is_following(links: _Links) -> bool:
    """Pages renamed by hand: only the following page (of 2026) links through `/_u/`."""
    return (
        any("/_u/" in href for href in links.hrefs[:3]) and "follower" not in links.title.casefold()
    )


def _links(content: bytes) -> _Links:
    parser = etree.HTMLParser(target=_Links(), encoding="utf-8", huge_tree=False, no_network=True)
    try:
        for start in range(0, len(content), _CHUNK):
            parser.feed(content[start : start + _CHUNK])
        return parser.close()
    except etree.LxmlError as error:
        raise UnreadableFile("This page breaks off or is damaged.", BRING) from error
