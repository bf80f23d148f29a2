"""Instagram's own download as JSON: followers and following in every layout since 2020."""

import re
from collections.abc import Mapping
from typing import Any, Final

import msgspec
import pandas as pd
import pyarrow as pa

from core.errors import UnreadableFile
from core.readers import dates, followings, loose, reading, texts
from core.readers.files import File
from core.readers.followings import People
from core.readers.reading import Reading

_MARKS: Final = (b'"string_list_data"', b'"relationships_', b'"label_values"')
_THREADS: Final = "text_post_app_"
_KEYS: Final = ("relationships_", _THREADS)
_OTHER_LISTS: Final = (
    ("unfollowed", "accounts unfollowed lately"),
    ("blocked", "blocked accounts"),
    ("close_friends", "close friends"),
    ("follow_requests?", "follow requests"),
    ("restricted", "restricted accounts"),
    ("dismissed|removed_suggestions", "dismissed suggestions"),
    ("favorites|favorited", "favourites"),
    ("hide_stor", "accounts that do not see the stories"),
    ("hashtags", "followed hashtags"),
)
_BRING: Final = (
    "Bring “followers_1.json” from the folder “followers_and_following”, or the whole ZIP."
)
_PART: Final = "This is one part of the list; bring {parts} as well."


class Said(msgspec.Struct, gc=False):
    """One link to a person."""

    href: str | None = ""
    value: str | None = ""
    timestamp: int | float | None = None


class Entry(msgspec.Struct, gc=False):
    """One person in a list; what other lists of the same download hold is not asked for."""

    title: str | None = ""
    string_list_data: list[Said] | None = None
    label_values: list[dict[str, Any]] | None = None
    timestamp: int | float | None = None


_ONE_PART: Final = "This is one part of the list; bring {} as well."
_Lists = msgspec.json.Decoder(list[Entry])
_Wrapped = msgspec.json.Decoder(dict[str, msgspec.Raw])


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a follower or following list as JSON; None where it is not Instagram's."""
    lists = people(file)
    if lists is None:
        return None
    kind = "connections" if len(lists) > 1 else "following" if lists[0].following else "followers"
    platform = lists[0].platform
    return followings.read(
        lists,
        kind=f"{platform}_{kind}_json",
        label=f"{followings.NETWORK[platform]} {kind} (JSON)",
        owner=None,
        split=followings.split([file.base], None, _ONE_PART),
    )


def people(file: File) -> list[People] | None:
    """The lists in one JSON file of the download; None where it is none of Instagram's."""
    head = file.content[:200_000]
    if not any(mark in head for mark in _MARKS):
        return _of_2020(file)
    if b"facebook.com" in head or file.base.startswith(("people_who_followed_you", "who_you")):
        return None
    named = _named_or_mended(file)
    return [_people(file, key, entries) for key, entries in named.items()]


def _named_or_mended(file: File) -> dict[str, list[Entry]]:
    """As `_named`; a file that somebody edited goes through the tolerant parser first."""
    try:
        return _named(file)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        mended = msgspec.json.encode(loose.decoded(file))
    try:
        return _named(File(file.name, mended, "json"))
    except msgspec.DecodeError as error:
        raise UnreadableFile(
            f"“{file.name}” looks like a list from Instagram, but its entries are not in any "
            f"form we know.",
            _BRING,
        ) from error


def _named(file: File) -> dict[str, list[Entry]]:
    """Each list with its name: the key it stands under, or the file's for a bare list."""
    content = file.content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if content[:1] == b"[":
        return {file.base: loose.records(content, _Lists.decode, file.tell)}
    raw = _Wrapped.decode(content)
    lists = {key: value for key, value in raw.items() if key.startswith(_KEYS)}
    if not lists and not raw.keys() & {"string_list_data", "label_values"}:
        raise UnreadableFile(
            f"“{file.name}” is from Instagram's download ({reading.listing(raw)}), but it is no "
            f"list of followers.",
            _BRING,
        )
    if not lists:
        # One record alone stands without its list.
        return {file.base: [msgspec.json.decode(content, type=Entry)]}
    return {
        key: loose.records(bytes(value), _Lists.decode, file.tell) for key, value in lists.items()
    }


def _people(file: File, key: str, entries: list[Entry]) -> People:
    following = _is_following(file, key)
    for entry in entries:
        if not entry.string_list_data:
            entry.string_list_data = [_labelled(entry)]
    names = [
        said.value or entry.title or said.href
        for entry in entries
        for said in entry.string_list_data or ()
    ]
    times = [said.timestamp for entry in entries for said in entry.string_list_data or ()]
    return People(
        file=file.name,
        platform="threads" if key.startswith(_THREADS) else "instagram",
        following=following,
        names=texts.series(pa.array(names, pa.large_string()), pd.RangeIndex(len(names)), "str"),
        times=_moments(pd.Series(times, dtype="float64")),
    )


def _is_following(file: File, key: str) -> bool:
    name = key.removeprefix("relationships_").removeprefix(_THREADS * 2)
    if re.match(r"followers?(?:$|[ _(.\d])", name):
        return False
    for other, words in _OTHER_LISTS:
        if re.search(other, name):
            raise UnreadableFile(
                f"“{file.name}” is Instagram's list of {words}, not of followers.", _BRING
            )
    # A bare list under another name: only followers come without a wrapper.
    return name.startswith("following")


def _labelled(entry: Entry) -> Said:
    """A person of the layout of 2025, where values carry (translated) labels."""
    values = [str(label.get("value", "")) for label in entry.label_values or ()]
    names = [value for value in values if re.fullmatch(r"[\w.]{1,30}", value)]
    return Said(value=names[-1] if names else "", timestamp=entry.timestamp)


def _moments(seconds: pd.Series) -> pd.Series:
    return pd.to_datetime(seconds.where(seconds > 600_000_000), unit="s", utc=True, errors="coerce")


def _of_2020(file: File) -> list[People] | None:
    """`connections.json` of 2020 and before: name to time, list by list."""
    if b"{" not in file.content[:4096]:
        return None
    if b'"following"' not in file.content or b'"followers"' not in file.content:
        return None
    whole = loose.decoded(file)
    if not isinstance(whole, dict):
        return None
    lists = {key: whole.get(key) for key in ("followers", "following")}
    if not all(isinstance(value, dict) for value in lists.values()):
        return None
    return [
        People(
            file=file.name,
            platform="instagram",
            following=key == "following",
            names=pd.Series(list(value), dtype="str"),
            times=dates.parse(pd.Series(list(value.values())).astype("str")),
        )
        for key, value in lists.items()
        if isinstance(value, dict)
    ]
