"""The archive of X (Twitter): JavaScript files that assign one JSON value each; never run, only
read.

Followers are numeric ids, nothing else: the names are not in the archive.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import dates, followings, loose, numbers, reading
from core.readers.files import File
from core.readers.followings import People
from core.readers.reading import Reading, count

_NAME: Final = re.compile(rb"window\.(?:YTD\.([A-Za-z_]+)(?:\.part\d+)?|(__THAR_CONFIG))\s*=")
_BRING: Final = "Bring the whole archive as ZIP, or “data/follower.js” from it."
_NOT_FOLLOWERS: Final = "accounts that the owner follows"


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a single file of the archive; None where it is none."""
    if file.kind != "js":
        return None
    kind = kind_of(file)
    if kind in {"follower", "following"}:
        return followings.read(
            [people(file)],
            kind="x_archive_js",
            label=f"X {'followers' if kind == 'follower' else 'following'} (archive file)",
            owner=None,
            followers_file="follower.js",
        )
    if kind == "account":
        return _account_alone(file)
    if kind in {"tweet", "tweets"}:
        return _posts_alone(file)
    raise UnreadableFile(
        f"“{file.name}” belongs to an X archive ({kind or 'its settings'}), but holds no "
        f"followers and no posts.",
        _BRING,
    )


def kind_of(file: File) -> str | None:
    """What one file of the archive holds: follower, following, account, tweets …"""
    named = _NAME.search(file.content[:4096])
    return named[1].decode() if named and named[1] else None


def people(file: File) -> People:
    """The follower or following list in one part file."""
    kind = kind_of(file) or "follower"
    ids = [str(entry.get("accountId") or "") for entry in _entries(file, kind)]
    return People(
        file=file.name,
        platform="x",
        following=kind == "following",
        names=pd.Series(ids, dtype="str"),
        times=pd.Series(pd.NaT, index=range(len(ids)), dtype=tidy.TIME),
        ids=True,
    )


def account(file: File) -> pd.DataFrame:
    """The owner's account; the e-mail and phone number beside it stay out."""
    entries = _entries(file, "account")
    return pd.DataFrame(
        {
            "platform": "x",
            "handle": pd.Series([_text(entry, "username") for entry in entries], dtype="str"),
            "name": pd.Series(
                [_text(entry, "accountDisplayName") for entry in entries], dtype="str"
            ),
            "source_row": pd.array(range(1, len(entries) + 1), "Int64"),
        }
    ).dropna(subset=["handle"])


def profile(file: File) -> dict[str, Any]:
    """The owner's description and whether there is a picture; where they live stays out."""
    entries = _entries(file, "profile")
    said = entries[0].get("description") if entries else None
    bio = said.get("bio") if isinstance(said, dict) else None
    picture = bool(entries and entries[0].get("avatarMediaUrl"))
    return {"bio": bio if isinstance(bio, str) and bio else None, "has_picture": picture}


def posts(file: File, owner: str | None) -> tuple[pd.DataFrame, int]:
    """The owner's posts with likes and reposts, and how many there are in the file.

    Reposts of others are kept as such, without likes: those belong to somebody else's post.
    """
    entries = _entries(file, "tweet")

    def said(*keys: str) -> pd.Series:
        found = [next((v for v in (_text(e, key) for key in keys) if v), None) for e in entries]
        return pd.Series(found, dtype="str")

    caption = said("full_text", "text")
    own = ~caption.str.startswith("RT @").fillna(False).astype("bool")
    frame = pd.DataFrame(
        {
            "platform": "x",
            "handle": pd.Series(owner, index=caption.index, dtype="str"),
            "post_id": said("id_str", "id"),
            "posted_at": dates.parse(said("created_at")),
            "kind": pd.Series(None, index=caption.index, dtype="str").where(own, "repost"),
            "likes": numbers.parse(said("favorite_count")).where(own),
            "shares": numbers.parse(said("retweet_count")).where(own),
            "caption": caption,
            "source_row": pd.array(range(1, len(caption) + 1), "Int64"),
        }
    )
    return tidy.conform(frame, "posts"), len(entries)


def _entries(file: File, kind: str) -> list[dict[str, Any]]:
    """The records, out of the wrapper object each stands in."""
    whole = loose.decoded(file)
    if not isinstance(whole, list):
        raise UnreadableFile(
            f"“{file.name}” looks like an X archive file, but holds no list.", _BRING
        )
    found = [entry.get(kind, entry) if isinstance(entry, dict) else {} for entry in whole]
    return [entry if isinstance(entry, dict) else {} for entry in found]


def _text(entry: dict[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return None if value is None else str(value)


def _account_alone(file: File) -> Reading:
    owner = account(file)
    if owner.empty:
        raise UnreadableFile(
            f"“{file.name}” is the account file of an X archive, without a name in it.", _BRING
        )
    return Reading(
        format="x_archive_js",
        label="X account (archive file)",
        tables={"accounts": tidy.conform(owner, "accounts")},
        rows=len(owner),
        sentence=f"The X account @{owner['handle'].iloc[0]}: its name only, no numbers.",
        notes=[f"It holds no followers. {_BRING}"],
    )


def _posts_alone(file: File) -> Reading:
    made, total = posts(file, None)
    when = reading.span(made["posted_at"])
    return Reading(
        format="x_archive_js",
        label="X posts (archive file)",
        tables={"posts": made},
        rows=total,
        sentence=f"X posts of one account: {count(total, 'post')}{', ' + when if when else ''}.",
        notes=[
            "It does not say whose posts these are. Bring the whole archive as ZIP, which does.",
            "Reposts of others carry no likes of their own.",
        ],
    )
