"""TikTok's own download: JSON in three layouts (keys are English in every language), and TXT."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd

from core import tables as tidy
from core.readers import dates, followings, loose, reading, tiktok_videos
from core.readers.files import File, text
from core.readers.followings import People
from core.readers.reading import Reading

_MARKS: Final = (b'"FansList"', b'"ProfileMap"', b'"Follower List"', b'"VideoList"')
_ENTRY: Final = re.compile(
    r"^\ufeff?[ \t]*(?P<date_label>[^\s:][^:\n]{1,20}):\s*(?P<date>\d{4}-\d{2}-\d{2}[ "
    r"T]\d{2}:\d{2}:\d{2})(?:\s*UTC)?[ \t]*\r?\n"
    r"\s{0,9}(?P<name_label>[^\s:][^:\n]{1,25}):[ \t]*(?P<name>[^\r\n]*)",
    re.MULTILINE,
)
# “Following” in the file names of TXT downloads seen or documented; everything else is followers.
_FOLLOWING: Final = re.compile(
    r"following|volgend|folge ich|gefolgt|abonnements|seguindo|siguiendo", re.IGNORECASE
)
_START: Final = 65_536
_FOLLOWERS_FILE: Final = "user_data_tiktok.json"


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a TikTok download; None where it is none."""
    if file.kind == "json" and any(mark in file.content for mark in _MARKS):
        return json(file)
    return txt(file) if file.kind == "text" else None


def json(file: File) -> Reading | None:
    """Followers, following and the owner's own profile out of `user_data_tiktok.json`."""
    whole = loose.decoded(file)
    fans, following = (_found(whole, key, list | None) for key in ("FansList", "Following"))
    profile: dict[str, Any] = next(_found(whole, "ProfileMap", dict), {})
    owner = str(profile.get("userName") or "") or None
    lists = [
        _people(file, entries, side == 1)
        for side, every in enumerate((fans, following))
        for entries in every
    ]
    videos, rows, lost = tiktok_videos.posts(whole, file.name, owner)
    if not lists and not owner and not rows:
        return None
    linked = tiktok_videos.networks(profile)
    made = followings.read(
        lists,
        kind="tiktok_json",
        label="TikTok download (JSON)",
        owner=owner,
        accounts=_account(profile, owner) if owner or not rows else tidy.empty("accounts"),
        followers_file=_FOLLOWERS_FILE,
        notes=[f"The profile is linked to {reading.listing(linked)}."] if linked else [],
    )
    if not rows:
        return made
    return followings.with_posts(made, videos, rows=rows, problems=lost, notes=[])


def txt(file: File) -> Reading | None:
    """A follower or following list of the TXT download; None where the text is no such list."""
    people_ = people(file)
    if people_ is None:
        return None
    return followings.read(
        [people_],
        kind="tiktok_txt",
        label="TikTok download (TXT)",
        owner=None,
        followers_file="Follower.txt",
    )


def people(file: File) -> People | None:
    """The list in one TXT file: a date line, then a name line, whatever the language of the
    labels.
    """
    if not _ENTRY.match(text(file.content[:_START]).lstrip()):
        return None
    words = text(file.content)
    entries = [
        (match["date"], match["name"].strip(), match.start()) for match in _ENTRY.finditer(words)
    ]
    if "http" in entries[0][1]:
        return None
    moments, names, starts = zip(*entries, strict=True)
    return People(
        file=file.name,
        platform="tiktok",
        following=bool(_FOLLOWING.search(file.base)),
        names=pd.Series(names, dtype="str"),
        times=dates.parse(pd.Series(moments, dtype="str")),
        rows=pd.Series(_lines(words, starts)),
    )


def _lines(words: str, starts: tuple[int, ...]) -> list[int]:
    """The line each entry begins on."""
    lines, line, last = [], 1, 0
    for start in starts:
        line += words.count("\n", last, start)
        last = start
        lines.append(line)
    return lines


def _people(file: File, entries: list[Any] | None, following: bool) -> People:
    frame = pd.DataFrame([entry if isinstance(entry, dict) else {} for entry in entries or []])
    frame.columns = [str(column).casefold() for column in frame.columns]
    frame = frame.loc[:, ~frame.columns.duplicated()]
    nothing = pd.Series(None, index=frame.index, dtype="str")
    name, link = (frame.get(key, nothing).astype("str") for key in ("username", "link"))
    return People(
        file=file.name,
        platform="tiktok",
        following=following,
        names=name.fillna(link),
        times=dates.parse(frame.get("date", nothing).astype("str")),
    )


def _found(value: object, key: str, kind: Any, depth: int = 0) -> Iterator[Any]:
    """Every value under `key`, wherever it stands: the lists moved three times in five years."""
    if not isinstance(value, dict) or depth > 6:
        return
    for name, inner in value.items():
        if name == key and isinstance(inner, kind):
            yield inner
        else:
            yield from _found(inner, key, kind, depth + 1)


def _account(profile: dict[str, Any], owner: str | None) -> pd.DataFrame | None:
    """The owner's own account, as far as the profile says; the e-mail and phone in it stay out."""
    if owner is None:
        return None
    bio, picture = str(profile.get("bioDescription") or ""), profile.get("profilePhoto")
    return pd.DataFrame(
        {
            "platform": ["tiktok"],
            "handle": [owner],
            "bio": [None if bio in {"", "None", "N/A"} else bio],
            "followers": [_number(profile.get("followerCount"))],
            "following": [_number(profile.get("followingCount"))],
            "has_picture": pd.array([bool(picture) if picture is not None else None], "boolean"),
            "source_row": [1],
        }
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) or str(value or "").isdigit() else None  # type: ignore[arg-type]
