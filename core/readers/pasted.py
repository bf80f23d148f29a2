"""Accounts out of what a person pastes: handles and links in any mix, lines of a spreadsheet."""

import re
from typing import Final

import numpy as np
import pandas as pd

from core.readers import handles, links

_NETWORK_WORDS: Final = {
    "instagram": "instagram",
    "insta": "instagram",
    "ig": "instagram",
    "tiktok": "tiktok",
    "tik tok": "tiktok",
    "tt": "tiktok",
    "youtube": "youtube",
    "yt": "youtube",
    "twitter": "x",
    "x": "x",
    "facebook": "facebook",
    "fb": "facebook",
    "mastodon": "mastodon",
    "bluesky": "bluesky",
    "bsky": "bluesky",
    "linkedin": "linkedin",
    "threads": "threads",
    "twitch": "twitch",
    "pinterest": "pinterest",
    "snapchat": "snapchat",
    "snap": "snapchat",
}
_LABEL: Final = re.compile(
    rf"^\s*(?:({'|'.join(_NETWORK_WORDS)})\s*(?:[:：]|[-–—]\s)\s*)?(.*)$", re.IGNORECASE | re.DOTALL
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•·–—]\s+|\(?\d{1,4}[.)]\s+)")
_TRIM: Final = " \t\"'“”‘’`<>()[]{}*"
# What a handle or a link has inside of it, and a word of a sentence has not.
_SIGN: Final = re.compile(r"[@/_\d]|\w\.\w")
_NUMBER: Final = re.compile(r"^\s*[€$£]?\s*[+\-–]?\d[\d.,:\s/\-]*\s*[%€$£kKmM]?\s*$")
_A_NUMBER: Final = "it is a number, not a handle"
_UNLIKE: Final = "others around it have an @ or are links, so it may be a mere word"
_CUSTOM: Final = (
    "YouTube's older addresses need not be the @name, which may be somebody else: open it, and"
    " paste the @name that is shown there"
)


def pieces(text: str) -> pd.DataFrame:
    """Every piece of a pasted text: `row` (its line), `value` as written, `platform`, `handle`,
    `reason`. Of a line with tabs, which a spreadsheet makes, only the cells most like a handle.
    """
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        tabbed = "\t" in line.strip()
        for at, part in enumerate(_parts(line)):
            label, rest = _LABEL.match(part).groups()  # type: ignore[union-attr]
            network = _NETWORK_WORDS[label.lower()] if label else None
            found += [
                (number, 0 if tabbed else at, tabbed, piece, network) for piece in _apart(rest)
            ]
    frame = pd.DataFrame(found, columns=["row", "place", "tabbed", "value", "label"])
    frame = frame.astype({"row": "Int64", "tabbed": bool, "value": "str", "label": "str"})
    seen = handles.examine(frame["value"])
    seen["platform"] = seen["platform"].fillna(frame["label"])
    chosen = _most_like_handles(frame.drop(columns="label").join(seen))
    return _without_custom(chosen.drop(columns=["place", "tabbed"]))


def _parts(line: str) -> list[str]:
    """A line cut where one thing ends; formulas, HTML and numbers go on over commas."""
    if re.match(r"\s*[=<]", line):
        return [line]
    cells = _BULLET.sub("", line).split("\t")
    apart = len(cells) > 1
    return [
        part
        for cell in cells
        for part in ([cell] if apart and _NUMBER.match(cell) else re.split(r"[,;|]+", cell))
    ]


def _without_custom(found: pd.DataFrame) -> pd.DataFrame:
    """`found`, the older addresses of YouTube without a handle: nobody can tell whose they are."""
    custom = links.custom(found["value"])
    return found.assign(
        platform=found["platform"].mask(custom),
        handle=found["handle"].mask(custom),
        reason=found["reason"].mask(custom, _CUSTOM),
    )


def _most_like_handles(found: pd.DataFrame) -> pd.DataFrame:
    """`found`, of what stands together only what is most like a handle: an @name or a link before
    a name that tells its network, before any word. The rest of a spreadsheet's line goes; all
    else that is no handle by that says so.
    """
    value, tabbed, handle = found["value"], found["tabbed"], found["handle"].notna()
    number = tabbed & value.str.match(_NUMBER)
    like = pd.Series(np.where(handle & ~number, 0, -1), index=found.index)
    like = like.mask(handle & found["platform"].notna(), 1)
    like = like.mask(handle & value.str.contains("^@|/"), 2)
    best = like.groupby([found["row"], found["place"]]).transform("max")
    # Where one line of a spreadsheet has an @name, its heading and other words are none.
    best_around = best.mask(tabbed, like[tabbed].max())
    unlike = (like == 0) & (best_around > 0)
    told = found.assign(
        handle=found["handle"].mask(number | unlike),
        reason=found["reason"].mask(unlike, _UNLIKE).mask(number, _A_NUMBER),
    )
    return told[~tabbed | (like == best)].reset_index(drop=True)


def _apart(part: str) -> list[str]:
    """A piece cut at its spaces, unless it reads as a name, a sentence or one broken cell."""
    if part.lstrip().startswith(("=", "<")) or _NUMBER.match(part):
        return [part.strip()]
    words = [word.strip(_TRIM) for word in part.split()]
    words = [word for word in words if word]
    if len(words) > 1 and not any(map(_SIGN.search, words)):
        return [" ".join(words)]
    return words
