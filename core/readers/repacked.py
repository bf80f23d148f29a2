"""A ZIP that has nothing in it but members that were looked at, as they are packed: for parsers
that unpack by themselves, and may find others in the archive as it came.
"""

import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MOST: Final = 65_535  # members that a plain ZIP counts
_VERSION: Final = 20
_UTF8_NAME: Final = 0x800
_DAY: Final = 0x21  # the first that a ZIP can name


@dataclass(frozen=True, slots=True)
class Member:
    """One member under its name, its bytes packed as `info` says."""

    name: str
    info: zipfile.ZipInfo
    packed: bytes | memoryview


def zipped(members: Iterable[Member]) -> bytes:
    """The ZIP; no member is packed again."""
    bodies: list[bytes | memoryview] = []
    directory: list[bytes] = []
    at = 0
    for member in members:
        name, info = member.name.encode("utf-8", "replace"), member.info
        fields = struct.pack(
            "<HHHHHIIIHH",
            *(_VERSION, _UTF8_NAME, info.compress_type, 0, _DAY),
            *(info.CRC, len(member.packed), info.file_size, len(name), 0),
        )
        bodies += [b"PK\x03\x04", fields, name, member.packed]
        version = struct.pack("<H", _VERSION)
        place = struct.pack("<HHHII", 0, 0, 0, 0, at)
        directory.append(b"PK\x01\x02" + version + fields + place + name)
        at += 4 + len(fields) + len(name) + len(member.packed)
    listed = b"".join(directory)
    many = len(directory)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, many, many, len(listed), at, 0)
    return b"".join([*bodies, listed, end])
