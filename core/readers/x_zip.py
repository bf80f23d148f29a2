"""The archive of X as a ZIP: followers, posts, the owner, and whether all its parts are there."""

import re
from typing import Any, Final

import pandas as pd

from core import tables as tidy
from core.readers import followings, loose, reading, x_archive
from core.readers.archives import Archive
from core.readers.files import File
from core.readers.reading import Lack, Reading, Split, count

_MEMBER: Final = re.compile(r"(?:^|/)data/[^/]+\.js$")
_WANTED: Final = re.compile(r"/(?:follower|following|account|profile|tweets?)(?:-part\d+)?\.js$")
# What the manifest counts, and what one of them is called.
_COUNTED: Final = {
    "follower": ("follower", "followers"),
    "following": ("account followed", "accounts followed"),
    "tweet": ("post", "posts"),
    "tweets": ("post", "posts"),
}
_LOST: Final = (
    "{{}} with {} {{}} named in the archive and not in this ZIP; X splits large archives, bring "
    "all parts."
)
_PARTLY: Final = "X says that this is only a part of the archive; bring the other parts too."
_PEOPLE: Final = ("follower", "following")
_TWEETS: Final = ("tweet", "tweets")


def found(archive: Archive) -> Reading | None:
    """The reading of the archive; None where the ZIP is none of X's."""
    by_kind = _by_kind(archive)
    if not by_kind:
        return None
    manifest = _manifest(archive)
    accounts = _accounts(by_kind, manifest)
    owner = None if accounts.empty else str(accounts["handle"].iloc[0])
    posts = [x_archive.posts(file, owner) for kind in _TWEETS for file in by_kind.get(kind, [])]
    made = followings.read(
        [x_archive.people(file) for kind in _PEOPLE for file in by_kind.get(kind, [])],
        kind="x_archive_zip",
        label="X archive (ZIP)",
        owner=owner,
        accounts=accounts if posts or owner else None,
        followers_file="data/follower.js",
        split=_split(archive, manifest, owner),
    )
    if not posts:
        return made
    return followings.with_posts(
        made,
        tidy.join({"posts": rows} for rows, _ in posts)["posts"],
        rows=sum(rows for _, rows in posts),
        problems=reading.no_problems(),
        notes=["Reposts of others carry no likes of their own."],
    )


def _by_kind(archive: Archive) -> dict[str | None, list[File]]:
    """The files that matter, by what they say they hold."""
    members = [name for name in archive.named(".js") if _MEMBER.search(name)]
    by_kind: dict[str | None, list[File]] = {}
    for file in archive.files(name for name in members if _WANTED.search(f"/{name}")):
        by_kind.setdefault(x_archive.kind_of(file), []).append(file)
    return by_kind


def _accounts(by_kind: dict[str | None, list[File]], manifest: dict[str, Any]) -> pd.DataFrame:
    """The owner: by the account file, else by the manifest; with what the profile says."""
    frames = [x_archive.account(file) for file in by_kind.get("account", [])]
    rows = pd.concat(frames) if frames else tidy.empty("accounts")
    user = manifest.get("userInfo")
    if rows.empty and isinstance(user, dict) and isinstance(user.get("userName"), str):
        name = user.get("displayName")
        rows = pd.DataFrame({"platform": ["x"], "handle": [user["userName"]], "name": [name]})
    for file in by_kind.get("profile", []):
        rows = rows.assign(**x_archive.profile(file))
    return rows


def _manifest(archive: Archive) -> dict[str, Any]:
    """What X says the archive holds; empty where the manifest is missing or damaged."""
    for member in archive.named("data/manifest.js"):
        whole = loose.decoded(archive.file(member))
        return whole if isinstance(whole, dict) else {}
    return {}


def _split(archive: Archive, manifest: dict[str, Any], owner: str | None) -> Split:
    """Every part that the manifest names and the ZIP does not hold; and those that it holds."""
    lacks = []
    kinds = manifest.get("dataTypes")
    for kind, (one, many) in _COUNTED.items():
        held = kinds.get(kind) if isinstance(kinds, dict) else None
        files = held.get("files") if isinstance(held, dict) else None
        for part in files if isinstance(files, list) else ():
            name = str(part.get("fileName") or "") if isinstance(part, dict) else ""
            if name and not any(member.endswith(name) for member in archive.members):
                said = str(part.get("count") or "")
                what = count(int(said), one, many) if said.isdigit() else many
                lacks.append(Lack(name, _LOST.format(what)))
    info = manifest.get("archiveInfo")
    partly = isinstance(info, dict) and info.get("isPartialArchive") is True
    members = frozenset(archive.named(".js"))
    return Split(owner, members, tuple(lacks), _PARTLY if partly else "")
