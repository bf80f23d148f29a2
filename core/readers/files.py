"""The bytes of one file before anybody reads them: what kind it is by content, and its text."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pyarrow as pa

from core.errors import UnreadableFile
from core.readers import code_pages, packed, texts
from core.readers.progress import Tell, silent

LIMIT: Final = 200 * 1024 * 1024

# First bytes, kind, and what a person would call it.
_SIGNATURES: Final = (
    (b"PK\x03\x04", "zip", "a ZIP archive"),
    (b"PK\x05\x06", "zip", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "an old Office file"),
    (b"%PDF", "other", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "picture", "a PNG picture"),
    (b"\xff\xd8\xff", "picture", "a JPEG picture"),
    (b"GIF8", "picture", "a GIF picture"),
    (b"II*\x00", "picture", "a TIFF picture"),
    (b"MM\x00*", "picture", "a TIFF picture"),
    (b"\x1f\x8b", "other", "a gzip archive"),
    (b"7z\xbc\xaf'\x1c", "other", "a 7-Zip archive"),
    (b"Rar!", "other", "a RAR archive"),
    (b"BZh", "other", "a bzip2 archive"),
    (b"SQLite format 3\x00", "other", "a SQLite database"),
    (b"PAR1", "other", "a Parquet file"),
    (b"{\\rtf", "other", "an RTF text document"),
    (b"ID3", "other", "a sound file"),
    (b"OggS", "other", "a sound file"),
    (b"\x1aE\xdf\xa3", "other", "a video"),
)
_OFFICE: Final = (
    (
        "EncryptedPackage",
        "an Excel workbook with a password",
        "Save it without the password and bring it again.",
    ),
    (
        "WordDocument",
        "an old Word document",
        "Copy the table into a spreadsheet and save that as CSV or XLSX.",
    ),
    (
        "PowerPoint",
        "an old PowerPoint file",
        "Copy the table into a spreadsheet and save that as CSV or XLSX.",
    ),
)
_OLD_WORKBOOK: Final = ("Workbook", "Book")
_CONTROL: Final = bytes([*range(9), 11, 12, *range(14, 32), 127])
_DELETE: Final = 127
_FEEDS: Final = "\v\f"  # stand before \r
_PIECE: Final = 1 << 20
_EMPTY: Final = b"\x00 \t\r\n\xef\xbb\xbf"
_NOT_CONTROL: Final = bytes(code for code in range(256) if code not in _CONTROL)
BRING: Final = (
    "Bring a follower export (Instagram, TikTok or X) as it was downloaded, "
    "or a list of creators as CSV or XLSX."
)


@dataclass(frozen=True, slots=True)
class File:
    """One file: its name, its bytes, its kind by content (json, html, js, text, xls or zip), and
    who hears how far its reading is.
    """

    name: str
    content: bytes
    kind: str
    tell: Tell = field(default=silent, compare=False, repr=False)

    @property
    def base(self) -> str:
        """The file's own name without folders, in lower case."""
        return self.name.replace("\\", "/").rsplit("/", 1)[-1].casefold()


def opened(name: str, content: bytes, limit: int = LIMIT) -> File:
    """The file with its kind; refuses what cannot hold a list of people, saying what it is."""
    # A look at the start first: stripping copies, and a ZIP may have gigabytes.
    if not content[:4096].strip(_EMPTY) and not content.strip(_EMPTY):
        raise UnreadableFile(
            f"“{name}” is empty.", "Check that the download finished, and bring the file again."
        )
    if len(content) > limit:
        raise UnreadableFile(
            f"“{name}” has {len(content) / 1024**2:,.0f} MB; more than "
            f"{limit / 1024**2:,.0f} MB is not read.",
            "Download the export without pictures and messages, or split the list into "
            "several files.",
        )
    if content.startswith(packed.START):
        return opened(name, packed.unpacked(name, content), limit)
    for start, kind, words in _SIGNATURES:
        if content.startswith(start):
            return _known(name, content, kind, words)
    if content[4:8] == b"ftyp":
        raise UnreadableFile(f"“{name}” seems to be a video or a phone picture, not a list.", BRING)
    if (content[:4] == b"RIFF" and content[8:12] in (b"WEBP", b"AVI ", b"WAVE")) or content[
        :2
    ] == b"BM":
        raise UnreadableFile(
            f"“{name}” seems to be a picture, a sound or a video, not a list.", BRING
        )
    return File(name, content, _text_kind(name, content))


def _known(name: str, content: bytes, kind: str, words: str) -> File:
    if kind == "zip":
        return File(name, content, "zip")
    if kind == "ole":
        for mark, what, do in _OFFICE:
            if mark.encode("utf-16-le") in content:
                raise UnreadableFile(f"“{name}” is {what}.", do)
        if any(mark.encode("utf-16-le") in content for mark in _OLD_WORKBOOK):
            return File(name, content, "xls")
        raise UnreadableFile(
            f"“{name}” is an old Office file.", "Save it as XLSX or CSV and bring that."
        )
    if kind == "picture":
        raise UnreadableFile(
            f"“{name}” is {words}, not a list.",
            "Names cannot be read off a picture. Bring the list itself as CSV or XLSX, or "
            "paste the handles.",
        )
    raise UnreadableFile(f"“{name}” is {words}, not a list we can read.", BRING)


def _text_kind(name: str, content: bytes) -> str:
    head = content[:4096]
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_wide(head)
    if not wide and _share_of_control(head) > 0.1:
        raise UnreadableFile(
            f"“{name}” is not text: it seems to be a program's own binary file.", BRING
        )
    start = text(head).lstrip().lower()
    if start.startswith(("window.", "ytd.", "grailbird")):
        return "js"
    if start.startswith(
        ("<!doctype", "<html", "<head", "<body", "<?xml", "<table", "<!--", "<div", "<main")
    ):
        return "html"
    return "json" if start.startswith(("{", "[")) or start.strip() == "null" else "text"


def _share_of_control(head: bytes) -> float:
    control = sum(head.count(bytes([code])) for code in (*range(9), *range(14, 32)))
    return control / max(len(head), 1)


def _is_wide(head: bytes) -> bool:
    """UTF-16 without a byte-order mark: nearly every second byte is zero."""
    return len(head) >= 4 and max(head[0::2].count(0), head[1::2].count(0)) > 0.4 * len(head) / 2


def utf8(content: bytes) -> bytes:
    """The text as UTF-8 without a byte-order mark; plain UTF-8 comes back uncopied."""
    body = content[3:] if content[:3] == b"\xef\xbb\xbf" else content
    if not _is_wide(content[:4096]) and all(texts.on_every_core(_is_clean, _pieces(body))):
        return body
    return text(content).encode("utf-8", errors="replace")


def _pieces(content: bytes) -> list[memoryview]:
    """The text in pieces that end with a whole letter."""
    made, start = [], 0
    while start < len(content):
        end = start + _PIECE
        while end < len(content) and content[end] & 0xC0 == 0x80 and end < start + _PIECE + 4:
            end += 1
        made.append(memoryview(content)[start:end])
        start = end
    return made


def _is_clean(piece: memoryview) -> bool:
    """Whether it is UTF-8 without control signs."""
    signs = np.frombuffer(piece, np.uint8)
    if not len(signs):
        return True
    # Where the least or greatest of all is; the rests of a subtraction below zero are the greatest.
    lowest, highest = signs.min() < ord("\t"), signs.view(np.int8).max() == _DELETE
    feeds = (signs - np.uint8(ord("\r"))).max() >= 256 - len(_FEEDS)
    if lowest or highest or feeds or (signs - np.uint8(14)).min() < ord(" ") - 14:
        return False
    ends = pa.py_buffer(np.array([0, len(piece)], np.int64))
    try:
        pa.LargeStringArray.from_buffers(1, ends, pa.py_buffer(piece)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def text(content: bytes) -> str:
    """The text: by byte-order mark, by zeros, as UTF-8, else by the likeliest code page."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace").replace("\x00", "")
    if not _is_wide(content[:4096]):
        content = (
            content.translate(None, _CONTROL) if content.translate(None, _NOT_CONTROL) else content
        )
    if content[:3] == b"\xef\xbb\xbf":
        return content[3:].decode("utf-8", errors="replace")
    if _is_wide(content[:4096]):
        order = (
            "utf-16-le" if content[1:4096:2].count(0) > content[0:4096:2].count(0) else "utf-16-be"
        )
        return content.decode(order, errors="replace").replace("\x00", "")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A head cut inside a letter is still UTF-8.
        if error.start > len(content) - 4:
            return content[: error.start].decode("utf-8")
    return code_pages.decode(content)
