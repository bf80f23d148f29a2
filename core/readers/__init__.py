"""Bytes of one file to tidy tables, problems and words: `read(name, content)`; pasted handles:
`typed(text)`.

Whatever the bytes are, the answer is a `Reading`, or an `UnreadableFile` that says what the file
seems to be.
"""

from core.errors import UnknownColumns, UnreadableFile
from core.readers import dates, handles, headers, meanings, numbers, registers, shapes
from core.readers.dropped import together
from core.readers.reader import read, typed
from core.readers.reading import Reading

__all__ = [
    "Reading",
    "UnknownColumns",
    "UnreadableFile",
    "dates",
    "handles",
    "headers",
    "meanings",
    "numbers",
    "read",
    "registers",
    "shapes",
    "together",
    "typed",
]
