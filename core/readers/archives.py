"""ZIP archives: listed without trust, read member by member within limits, never unpacked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from core.errors import UnreadableFile
from core.readers.files import BRING, File, opened

MOST_MEMBERS: Final = 200_000
MOST_UNPACKED: Final = 400 * 1024 * 1024  # of the members that are read, together
MOST_RATIO: Final = 400  # unpacked to packed; a follower list has about 15
_PACKED: Final = 1 << 20  # bytes that are unpacked at once
_LOCAL: Final = 30  # bytes before the name in front of a member
_BIG_ENOUGH: Final = 20 * 1024 * 1024  # below this no ratio is a danger
_JUNK: Final = ("__macosx/", "._", ".ds_store", "thumbs.db", "desktop.ini")
_SPREADSHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_AGAIN: Final = "Download it again and bring the ZIP as it came, without opening it first."


@dataclass(frozen=True, slots=True)
class Archive:
    """The useful members of a ZIP by their names, `\\` made `/`, system junk left out."""

    name: str
    zip: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    content: bytes

    def named(self, *endings: str) -> list[str]:
        """The members whose path ends so, lower case, in the order of their numbers."""
        return sorted(
            (name for name in self.members if name.casefold().endswith(endings)),
            key=lambda name: (len(name), name),
        )

    def file(self, member: str) -> File:
        """One member, unpacked in memory within the limits, its kind by content."""
        return opened(member.rsplit("/", 1)[-1], self.read(member))

    def files(self, members: Iterable[str]) -> list[File]:
        """Several members; refused together if they unpack to more than the limit."""
        wanted = list(members)
        self.within(wanted)
        return [self.file(name) for name in wanted]

    def within(self, members: Iterable[str]) -> None:
        """Refuse members that together unpack to more than the limit."""
        if sum(self.members[name].file_size for name in members) > MOST_UNPACKED:
            raise _bomb(self.name)

    def check(self) -> None:
        """Refuse what would unpack beyond the limit, for parsers that unpack by themselves."""
        for info in self.members.values():
            self._within(info)
        if sum(info.file_size for info in self.members.values()) > MOST_UNPACKED:
            raise _bomb(self.name)

    def _within(self, info: zipfile.ZipInfo) -> None:
        packed = max(info.compress_size, 1)
        if info.file_size > _BIG_ENOUGH and info.file_size / packed > MOST_RATIO:
            raise _bomb(self.name)

    def packed(self, member: str) -> memoryview:
        """The bytes of one member as they are packed."""
        info = self._open(member)
        start = info.header_offset + _LOCAL
        try:
            lengths = struct.unpack_from("<HH", self.content, start - 4)
        except struct.error as error:
            raise self._damaged(member) from error
        return memoryview(self.content)[start + sum(lengths) :][: info.compress_size]

    def pieces(self, member: str) -> Iterator[bytes]:
        """The bytes of one member, piece by piece; refused unless they are as many as it says."""
        info = self._open(member)
        if info.compress_type != zipfile.ZIP_DEFLATED:
            yield self.read(member)
            return
        packed, left = self.packed(member), info.file_size
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        for at in range(0, len(packed), _PACKED):
            try:
                piece = unpacker.decompress(packed[at : at + _PACKED], left + 1)
            except zlib.error as error:
                raise self._damaged(member) from error
            left -= len(piece)
            if left < 0:
                break
            yield piece
        if left or not unpacker.eof:
            raise self._damaged(member)

    def _open(self, member: str) -> zipfile.ZipInfo:
        """What the directory says of a member that may be unpacked."""
        info = self.members[member]
        if info.flag_bits & 0x1:
            raise UnreadableFile(
                f"“{self.name}” is locked with a password.",
                "Unpack it with the password and bring the files inside.",
            )
        self._within(info)
        return info

    def _damaged(self, member: str) -> UnreadableFile:
        return UnreadableFile(
            f"“{self.name}” is damaged: “{member}” in it cannot be unpacked.", _AGAIN
        )

    def read(self, member: str) -> bytes:
        """The bytes of one member, in memory, never more than the limit."""
        info = self._open(member)
        try:
            with self.zip.open(info) as stream:
                content = stream.read(MOST_UNPACKED + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self._damaged(member) from error
        # zipfile's, for a way of packing that it does not know and for a password.
        except (NotImplementedError, RuntimeError) as error:
            raise UnreadableFile(
                f"“{self.name}” is packed in a way that cannot be read here.",
                "Unpack it and bring the files inside.",
            ) from error
        if len(content) > MOST_UNPACKED:
            raise _bomb(self.name)
        return content


def archive(file: File) -> Archive:
    """The archive in a file; refuses half ones, bombs and other Office documents."""
    try:
        zipped = zipfile.ZipFile(io.BytesIO(file.content))
        infos = zipped.infolist()
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,  # zipfile's, for a newer version of the format
        OverflowError,
        RuntimeError,
    ) as error:
        raise UnreadableFile(
            f"“{file.name}” is a ZIP archive that breaks off in the middle.", _AGAIN
        ) from error
    if len(infos) > MOST_MEMBERS:
        raise _bomb(file.name)
    members = {}
    for info in infos:
        name = info.filename.replace("\\", "/")
        low = name.casefold()
        if info.is_dir() or low.startswith("__macosx/") or low.rsplit("/", 1)[-1].startswith(_JUNK):
            continue
        members[name] = info
    _refuse_documents(file, zipped, members)
    if not members:
        raise UnreadableFile(f"“{file.name}” is a ZIP archive with nothing in it.", BRING)
    return Archive(file.name, zipped, members, file.content)


def _refuse_documents(
    file: File, zipped: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]
) -> None:
    kinds = (
        ("word/", "a Word document"),
        ("ppt/", "a PowerPoint file"),
        ("meta-inf/manifest.xml", "an OpenDocument file"),
    )
    if _is_spreadsheet(zipped, members):
        return
    for start, words in kinds:
        if any(name.casefold().startswith(start) for name in members):
            raise UnreadableFile(
                f"“{file.name}” is {words}, not a list we can read.",
                "Copy the table into a spreadsheet and save that as CSV or XLSX.",
            )


def is_workbook(members: dict[str, zipfile.ZipInfo]) -> bool:
    """Whether the archive is a workbook; whatever else is OpenDocument was refused before."""
    return "content.xml" in members or any(name.casefold().startswith("xl/") for name in members)


def _is_spreadsheet(zipped: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> bool:
    """Whether an OpenDocument file says of itself that it is a spreadsheet."""
    if not {"mimetype", "content.xml"} <= members.keys():
        return False
    try:
        with zipped.open("mimetype") as said:
            return said.read(len(_SPREADSHEET)) == _SPREADSHEET
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError):
        return False


def _bomb(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” unpacks to far more than it should; it was not opened.",
        "Bring the export as the network made it, or only the follower file in it.",
    )
