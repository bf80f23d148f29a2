"""JSON as it arrives: strict where it is, tolerant where somebody edited it, never evaluated."""

import re
from collections.abc import Callable
from typing import Any, Final

import chompjs
import msgspec

from core.errors import UnreadableFile
from core.readers.files import File, text
from core.readers.progress import Tell

_PART: Final = 1 << 22  # bytes, some ten milliseconds of work
_OPENING: Final = re.compile(rb'\s*(?P<list>\[)\s*\{\s*(?P<key>"[^"\\]{1,80}")\s*:')


def records(content: bytes, decode: Callable[[bytes], Any], tell: Tell) -> Any:
    """What `decode` makes of a JSON text; a long list a few thousand records at a time.

    A parser holds up every other thread until it is done; between the parts they get their turn.
    """
    parts = _parts(content)
    if len(parts) < 2:
        return decode(content)
    made: list[Any] = []
    try:
        for start, end in parts:
            made += decode(b"[" + content[start:end] + b"]")
            tell(end / len(content))
    except msgspec.DecodeError:
        return decode(content)  # it was cut inside of a record, or is no JSON
    return made


def _parts(content: bytes) -> list[tuple[int, int]]:
    """Where to cut a long list: behind a record, where the next begins as the first one does.

    A cut inside of a record or of a text leaves parts that are no JSON, so none is wrong unseen.
    """
    opening = _OPENING.match(content) if len(content) > 2 * _PART else None
    last = len(content) - 1
    while last > 0 and content[last : last + 1].isspace():
        last -= 1
    if opening is None or content[last : last + 1] != b"]":
        return []
    between = re.compile(rb"\}\s*(,)\s*\{\s*" + re.escape(opening["key"]) + rb"\s*:")
    start, made = opening.end("list"), []
    while found := between.search(content, start + _PART, last):
        made.append((start, found.start(1)))
        start = found.end(1)
    return [*made, (start, last)]


def decoded(file: File) -> Any:
    """The value in a JSON or JavaScript file; trailing commas and bare keys are forgiven."""
    content = file.content
    try:
        return records(content, msgspec.json.decode, file.tell)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        words = text(content)
    body = words[_start(words) :]
    try:
        inside = body.strip().rstrip(";").encode()
        return records(inside, msgspec.json.decode, file.tell)
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
