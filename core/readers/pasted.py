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
_UNLIKE: Final = "it has no @ and is no link, as those of the other lines are"
_CUSTOM: Final = (
    "YouTube's older addresses need not be the @name, which may be somebody else: open it, and"
    " paste the @name that is shown there"
)


def pieces(text: str) -> pd.DataFrame:
    """Every piece of a pasted text: `row` (its line), `value` as written, `platform`, `handle`,
    `reason`. Of a line with tabs, which a spreadsheet makes, only the cells most like a handle.
    """
    rows, values, labels, tabbed = [], [], [], []
    for number, line in enumerate(text.splitlines(), start=1):
        for part in _parts(line):
            label, rest = _LABEL.match(part).groups()  # type: ignore[union-attr]
            for piece in _apart(rest):
                rows.append(number)
                values.append(piece)
                labels.append(_NETWORK_WORDS[label.lower()] if label else None)
                tabbed.append("\t" in line.strip())
    frame = pd.DataFrame(
        {
            "row": pd.array(rows, "Int64"),
            "value": pd.Series(values, dtype="str"),
            "label": pd.Series(labels, dtype="str"),
        }
    )
    seen = handles.examine(frame["value"])
    seen["platform"] = seen["platform"].fillna(frame["label"])
    found = frame.drop(columns="label").join(seen)
    return _without_custom(_of_spreadsheets(found, pd.Series(tabbed, dtype=bool)))


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


def _of_spreadsheets(found: pd.DataFrame, tabbed: pd.Series) -> pd.DataFrame:
    """`found`, of the lines with tabs only what is most like a handle: an @name or a link before
    a name that tells its network, before any word; and a word only where no line has better.
    """
    if not tabbed.any():
        return found
    value, handle = found["value"], found["handle"].notna()
    number = tabbed & value.str.match(_NUMBER)
    like = pd.Series(np.where(handle & ~number, 0, -1), index=found.index)
    like = like.mask(handle & found["platform"].notna(), 1)
    like = like.mask(handle & value.str.contains("^@|/"), 2)
    best = like.groupby(found["row"]).transform("max")
    unlike = tabbed & (like == 0) & (like[tabbed].max() > 0)
    found = found.assign(
        handle=found["handle"].mask(number | unlike),
        reason=found["reason"].mask(unlike, _UNLIKE).mask(number, _A_NUMBER),
    )
    return found[~tabbed | (like == best)].reset_index(drop=True)


def _apart(part: str) -> list[str]:
    """A piece cut at its spaces, unless it reads as a name, a sentence or one broken cell."""
    if part.lstrip().startswith(("=", "<")) or _NUMBER.match(part):
        return [part.strip()]
    words = [word.strip(_TRIM) for word in part.split()]
    words = [word for word in words if word]
    if len(words) > 1 and not any(map(_SIGN.search, words)):
        return [" ".join(words)]
    return words
