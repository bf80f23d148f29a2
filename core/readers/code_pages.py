"""Which Windows code page a text is in that is neither UTF-8 nor UTF-16: a guess, and said so."""

import re
from typing import Final

import charset_normalizer

SAID: Final = (
    "The file does not say how its letters are written; {page} is assumed. If names look wrong, "
    "save it as UTF-8 and bring it again."
)
_WORDS: Final = {
    "cp1250": "Central European (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "cp1252": "Western European (Windows-1252)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
}
_WESTERN: Final = ("cp1252", "cp1250", "cp1254")
_OTHERS: Final = ["cp1251", "cp1253", "cp1252", "cp1250"]
_HEAD: Final = 65_536
_FEW: Final = 20  # letters beyond ASCII; statistics need more


def guess(content: bytes) -> str:
    """The likeliest code page of bytes that are no UTF-8."""
    start = content[:_HEAD]
    head = start if not start.isascii() else re.sub(rb"[\x00-\x7f]{80,}", b" ", content)[:_HEAD]
    high = sum(byte > 127 for byte in head)
    in_words = sum(len(run) for run in re.findall(rb"[\x80-\xff]{3,}", head))
    # A few signs are accents of western languages; whole words are Cyrillic, Greek and others.
    if in_words < 0.5 * high:
        return _western(head) if high < _FEW else _by_statistics(head, list(_WESTERN))
    return "cp1251" if high < _FEW else _by_statistics(head, _OTHERS)


def said(content: bytes) -> str | None:
    """The guess in words, null where the text is UTF-8 or UTF-16 as far as its start shows."""
    head = content[: 16 * _HEAD]
    if head.isascii() or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(head) - 4:
            return None  # cut inside a letter
        return SAID.format(page=_WORDS[guess(content)])
    return None


def _by_statistics(head: bytes, pages: list[str]) -> str:
    found = charset_normalizer.from_bytes(head, cp_isolation=pages).best()
    return found.encoding if found and found.encoding in _WORDS else pages[0]


def _western(head: bytes) -> str:
    """The page in which the fewest signs beside a letter are no letters (`³` for `ł`)."""
    beside = b"".join(re.findall(rb"(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])", head))

    def odd(page: str) -> int:
        return sum(not sign.isalpha() for sign in beside.decode(page, errors="replace"))

    return min(_WESTERN, key=odd)
