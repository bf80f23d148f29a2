"""Files packed by xz, as Instaloader writes them: unpacked in memory, within a limit."""

import lzma
from typing import Final

from core.errors import UnreadableFile

START: Final = b"\xfd7zXZ\x00"
_MOST: Final = 64 * 1024 * 1024  # a profile with its posts has one or two
_MEMORY: Final = 128 * 1024 * 1024


def unpacked(name: str, content: bytes) -> bytes:
    """The bytes inside; refuses what is damaged or unpacks beyond the limit."""
    try:
        packer = lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_MEMORY)
        made = packer.decompress(content, max_length=_MOST)
    except (lzma.LZMAError, EOFError, MemoryError) as error:
        raise UnreadableFile(
            f"“{name}” is packed (xz) and damaged.", "Save it again and bring it as it came."
        ) from error
    if len(made) >= _MOST or not packer.eof or made.startswith(START):
        raise UnreadableFile(
            f"“{name}” breaks off, or unpacks to far more than it should; it was not read.",
            "Unpack it yourself and bring the JSON file inside.",
        )
    return made
