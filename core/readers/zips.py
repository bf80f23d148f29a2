"""Which download a ZIP is, and the members of it that matter; pictures and messages are never
unpacked.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from core import tables as tidy
from core.readers import archives, facebook, followings, instagram_zip, reading, tiktok, x_zip
from core.readers.archives import Archive
from core.readers.files import File
from core.readers.reading import Reading

_TIKTOK_TXT: Final = re.compile(
    r"(?:^|/)(?:follower|volger|seguidor|abonn|following|volgend)[^/]*\.txt$"
)


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


def _facebook(archive: Archive) -> Reading | None:
    """All the lists of names in a Facebook download as one reading."""
    parts = facebook.zipped(archive)
    if not parts:
        return None
    return Reading(
        format="facebook_zip",
        label="Facebook download (ZIP)",
        tables=tidy.join(part.tables for part in parts),
        rows=sum(part.rows for part in parts),
        sentence=" ".join(part.sentence for part in parts),
        problems=reading.join_problems(part.problems for part in parts),
        notes=list(dict.fromkeys(note for part in parts for note in part.notes)),
    )


_FAMILIES: Final[tuple[Callable[[Archive], Reading | None], ...]] = (
    instagram_zip.found,
    _tiktok,
    x_zip.found,
    _facebook,
)
