"""A what-if as a short text for an address, and back: the same question on another screen."""

import base64
import binascii
import json
import zlib
from dataclasses import asdict
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from core.budget.question import Question
from core.errors import MicroscopeError

_MOST: Final = 100_000  # bytes unpacked; a rate card of hundreds of edited rows fits
_KIND: Final = TypeAdapter(Question)


def changed(asked: Question) -> dict[str, Any]:
    """What of `asked` is not as usual, as plain values."""
    usual = asdict(Question())
    return {name: value for name, value in asdict(asked).items() if value != usual[name]}


def pack(asked: Question) -> str:
    """`asked` in letters that an address may hold; what is as usual takes no room."""
    text = json.dumps(changed(asked), separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def unpack(text: str) -> Question:
    """The question that `pack` wrote as `text`; raises MicroscopeError for anything else."""
    try:
        squeezed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        written = unpacking.decompress(squeezed, _MOST)
        if not unpacking.eof:
            raise _unreadable()
        return restored(json.loads(written))
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        raise _unreadable() from error


def restored(changed: Any) -> Question:
    """The question whose fields are `changed` from the usual; raises MicroscopeError."""
    try:
        return _KIND.validate_python(changed)
    except ValidationError as error:
        raise _unreadable() from error


def _unreadable() -> MicroscopeError:
    return MicroscopeError(
        "This link does not hold a budget that can be read; part of it may be missing.",
        "Copy the whole link again, or set the budget by hand.",
    )
