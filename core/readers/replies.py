"""A client's reply to a file that we gave: approve, decline and comment, creator by creator.

The page that wrote it added a sum over all it says, so a slip made while editing it is seen. The
sum is no signature: it protects from accidents, not from intent.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final, Literal

import msgspec

from core.errors import UnreadableFile
from core.readers.files import File, text
from core.readers.reading import Reading, count
from core.readers.said import Reply, Said

FORMAT: Final = "client_reply"
_MARK: Final = b'"microscope_reply"'
_AGAIN: Final = "Ask for the reply once more, as it was saved by the file. Nothing was changed."
_START: Final = 0xCBF29CE484222325  # of the sum FNV-1a with 64 bits
_PRIME: Final = 0x100000001B3
_WHOLE: Final = 2**64 - 1


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    microscope_reply: Literal[1]
    file: str
    title: str
    by: str
    answered_at: str
    decisions: tuple[Said, ...]
    check: str


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a reply; None for any other file. Raises UnreadableFile for an edited one."""
    if file.kind != "json" or _MARK not in file.content[:200]:
        return None
    reply = _decoded(file)
    return Reading(
        format=FORMAT,
        label="Reply of a client",
        tables={},
        rows=len(reply.decisions),
        sentence=_sentence(reply),
        reply=reply,
    )


def _decoded(file: File) -> Reply:
    try:
        written = msgspec.json.decode(text(file.content), type=_Written)
        answered_at = datetime.fromisoformat(written.answered_at)
        whole = answered_at.tzinfo is not None
    except (msgspec.DecodeError, ValueError) as error:
        raise _edited(file) from error
    if not whole or written.check != _sum(written):
        raise _edited(file)
    names = [said.creator for said in written.decisions]
    if not names or len(set(names)) < len(names):
        raise _edited(file)
    return Reply(
        written.file, written.title, written.by, answered_at.astimezone(UTC), written.decisions
    )


def _edited(file: File) -> UnreadableFile:
    return UnreadableFile(
        f"“{file.name}” is a client's reply, but it was changed after it was saved.", _AGAIN
    )


def _sum(written: _Written) -> str:
    """The sum that the page worked out: over the letters' UTF-16 codes, parted by zeros."""
    flat = [part for s in written.decisions for part in (s.creator, s.answer, s.comment)]
    parts = [written.file, written.by, written.answered_at, *flat]
    codes = memoryview("\x00".join(parts).encode("utf-16-le")).cast("H")
    total = _START
    for code in codes:
        total = ((total ^ code) * _PRIME) & _WHOLE
    return f"{total:016x}"


def _sentence(reply: Reply) -> str:
    who = f"Reply by {reply.by}" if reply.by else "Reply"
    yes, no = reply.having("approve"), reply.having("decline")
    open_ = len(reply.decisions) - yes - no
    said = sum(bool(each.comment) for each in reply.decisions)
    parts = [f"{yes} approved", f"{no} declined", f"{open_} not decided"]
    return f"{who} to “{reply.title}”: {', '.join(parts)}; {count(said, 'comment')}."
