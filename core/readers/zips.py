"""Which download a ZIP is, and the members of it that matter; pictures and messages are never
unpacked.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd

from core import tables as tidy
from core.readers import (
    archives,
    followings,
    instagram,
    instagram_html,
    loose,
    reading,
    tiktok,
    x_archive,
)
from core.readers.archives import Archive
from core.readers.files import File
from core.readers.followings import People
from core.readers.reading import Reading, count

_INSTAGRAM: Final = re.compile(
    r"(?:^|/)(?:followers(?:_\d+)?|following)(?: "
    r"?\(\d+\))?\.(?:json|html)$|(?:^|/)connections\.json$"
)
_OTHER_NETWORK: Final = re.compile(r"(?:^|/)(?:threads|facebook|your_facebook_activity)/")
_TIKTOK_TXT: Final = re.compile(
    r"(?:^|/)(?:follower|volger|seguidor|abonn|following|volgend)[^/]*\.txt$"
)
_OWNER_IN_NAME: Final = re.compile(r"instagram-(?P<user>[A-Za-z0-9._]+?)-\d{4}-\d{2}-\d{2}")
_PROFILE: Final = ("personal_information/personal_information.json", "profile.json")


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a download in a ZIP; None where the ZIP is none that we know."""
    if file.kind != "zip":
        return None
    archive = archives.archive(file)
    if archives.is_workbook(archive.members):
        return None
    for family in _FAMILIES:
        found = family(archive)
        if found is not None:
            return found
    return None


def _instagram(archive: Archive) -> Reading | None:
    members = [
        name
        for name in archive.named(".json", ".html")
        if _INSTAGRAM.search(name.casefold()) and not _OTHER_NETWORK.search(name.casefold())
    ]
    lists: list[People] = []
    for file in archive.files(members):
        if file.kind == "json":
            lists += instagram.people(file) or []
        elif file.kind == "html" and (page := instagram_html.people(file)) is not None:
            lists.append(page)
    if not lists:
        return None
    lists, notes = followings.merged(lists)
    return followings.read(
        lists,
        kind="instagram_zip",
        label="Instagram download (ZIP)",
        owner=_instagram_owner(archive),
        notes=[*notes, *_missing_parts(lists)],
    )


def _missing_parts(lists: list[People]) -> list[str]:
    """A note where a part of the followers is not among the files (`followers_2` without
    `followers_1`).
    """
    found = [re.search(r"followers_(\d+)", people.file) for people in lists if not people.following]
    parts = {int(match[1]) for match in found if match}
    lost = sorted(set(range(1, max(parts, default=0) + 1)) - parts)
    if not lost:
        return []
    names = reading.listing(f"followers_{part}" for part in lost)
    return [
        f"The part {names} of the followers is not in this ZIP; large accounts get several "
        f"ZIPs, bring them all."
    ]


def _instagram_owner(archive: Archive) -> str | None:
    """Whose download it is: by the ZIP's or its folder's name, else by the profile in it."""
    for name in (archive.name, next(iter(archive.members))):
        named = _OWNER_IN_NAME.search(name)
        if named:
            return named["user"].lower()
    for member in archive.named(*_PROFILE):
        user = _username(loose.decoded(archive.file(member)))
        if user:
            return user.lower()
    return None


def _username(profile: Any) -> str | None:
    """The user name in the profile: the layout of 2020, or today's (translated) labels."""
    if not isinstance(profile, dict):
        return None
    if isinstance(profile.get("username"), str):
        return str(profile["username"])
    users = profile.get("profile_user")
    first = users[0] if isinstance(users, list) and users and isinstance(users[0], dict) else {}
    said = first.get("string_map_data")
    for label, entry in said.items() if isinstance(said, dict) else ():
        if re.search(
            r"user|usuario|usuário|utilis|benutzer|gebruiker|kullan", str(label).casefold()
        ):
            value = entry.get("value") if isinstance(entry, dict) else None
            return str(value) if value else None
    return None


def _tiktok(archive: Archive) -> Reading | None:
    for member in archive.named(".json"):
        if "user_data" in member.casefold():
            found = tiktok.json(archive.file(member))
            if found is not None:
                return found
    members = [name for name in archive.named(".txt") if _TIKTOK_TXT.search(name.casefold())]
    lists = [people for people in map(tiktok.people, archive.files(members)) if people is not None]
    if not lists:
        return None
    return followings.read(
        lists,
        kind="tiktok_zip",
        label="TikTok download (ZIP)",
        owner=None,
        followers_file="Follower.txt",
    )


def _x(archive: Archive) -> Reading | None:
    members = [name for name in archive.named(".js") if re.search(r"(?:^|/)data/[^/]+\.js$", name)]
    wanted = re.compile(r"/(?:follower|following|account|tweets?)(?:-part\d+)?\.js$")
    files = archive.files(name for name in members if wanted.search(f"/{name}"))
    if not files:
        return None
    by_kind: dict[str | None, list[File]] = {}
    for file in files:
        by_kind.setdefault(x_archive.kind_of(file), []).append(file)
    accounts = [x_archive.account(file) for file in by_kind.get("account", [])]
    owner = next((rows["handle"].iloc[0] for rows in accounts if len(rows)), None)
    lists = [
        x_archive.people(file)
        for kind in ("follower", "following")
        for file in by_kind.get(kind, [])
    ]
    posts = [
        x_archive.posts(file, owner)
        for kind in ("tweet", "tweets")
        for file in by_kind.get(kind, [])
    ]
    made = followings.read(
        lists,
        kind="x_archive_zip",
        label="X archive (ZIP)",
        owner=owner,
        accounts=pd.concat(accounts) if accounts else None,
        followers_file="data/follower.js",
    )
    return _with_posts(made, posts) if posts else made


def _with_posts(made: Reading, posts: list[tuple[pd.DataFrame, int]]) -> Reading:
    total = sum(number for _, number in posts)
    tables = {**made.tables, "posts": tidy.join({"posts": rows} for rows, _ in posts)["posts"]}
    return Reading(
        format=made.format,
        label=made.label,
        tables=tables,
        rows=made.rows + total,
        sentence=f"{made.sentence.removesuffix('.')}; and {count(total, 'post')} of their own.",
        problems=made.problems,
        notes=made.notes,
    )


_FAMILIES: Final[tuple[Callable[[Archive], Reading | None], ...]] = (_instagram, _tiktok, _x)
