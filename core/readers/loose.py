"""JSON as it arrives: strict where it is, tolerant where somebody edited it, never evaluated."""

from typing import Any

import chompjs
import msgspec

from core.errors import UnreadableFile
from core.readers.files import File, text


def decoded(file: File) -> Any:
    """The value in a JSON or JavaScript file; trailing commas and bare keys are forgiven."""
    content = file.content
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        words = text(content)
    body = words[_start(words) :]
    try:
        return msgspec.json.decode(body.strip().rstrip(";"))
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    try:
        return chompjs.parse_js_object(body, loader=msgspec.json.decode)
    except (ValueError, RecursionError, msgspec.DecodeError, UnicodeError) as error:
        raise UnreadableFile(
            f"“{file.name}” begins like a data file but breaks off or is damaged.",
            "Download it again and bring it untouched; opening and saving it in another "
            "program can break it.",
        ) from error


def _start(words: str) -> int:
    """Where the value begins: behind `window.YTD.follower.part0 =` if that is there."""
    spots = [spot for spot in (words.find("["), words.find("{")) if spot >= 0]
    return min(spots, default=0)


def unmangled(said: str) -> str:
    """Text that Meta wrote byte by byte (`MÃ¼ller`) put right once; text that is right stays."""
    try:
        return said.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return said
