"""Which code page a text is in that is neither UTF-8 nor UTF-16: a guess, and said so.

What its headings say under each page decides; letters are counted only where they say nothing.
"""

import re
from typing import Final

import charset_normalizer

from core.readers import headers

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
    "cp932": "Japanese (Shift JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "gb18030": "Chinese (GB 18030)",
    "big5": "Chinese (Big5)",
    "cp949": "Korean (CP949)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "cp874": "Thai (Windows-874)",
    "cp1257": "Baltic (Windows-1257)",
    "koi8_r": "Cyrillic (KOI8-R)",
    "cp866": "Cyrillic (DOS 866)",
    "mac_roman": "Western European (Macintosh)",
    "mac_cyrillic": "Cyrillic (Macintosh)",
    "cp850": "Western European (DOS 850)",
    "cp852": "Central European (DOS 852)",
}
# The likelier ones first: where several say the same, that is the one.
_PAGES: Final = ("cp1252", *(page for page in _WORDS if page != "cp1252"))
_WESTERN: Final = ("cp1252", "cp1250", "cp1254")
_OTHERS: Final = ["cp1251", "cp1253", "cp1252", "cp1250"]
_HEAD: Final = 65_536
# Kana; the syllables and characters used most, so that Cyrillic words do not pass for them.
_EASTERN: Final = (
    ("cp932", "[\u3041-\u30fe]"),
    ("euc_jp", "[\u3041-\u30fe]"),
    ("cp949", "[\uac00-\ud7a3]"),
)
# On these pages people type, and see, the sign of their money where ASCII has a backslash.
_SIGN_AT_5C: Final = {"cp932": "¥", "euc_jp": "¥", "cp949": "₩"}
_BEFORE_AMOUNT: Final = re.compile(r"(?<![\w\\:/])\\(?=\s?\d)")
_LINES: Final = 12  # in which headings are looked for …
_FEW_LINES: Final = 2  # … as far as they are not plain ASCII
_LONG: Final = 4_000
_FEW: Final = 20  # letters beyond ASCII; statistics need more


def decode(content: bytes) -> str:
    """The text of bytes that are no UTF-8, in the likeliest code page."""
    page = guess(content)
    said = content.decode(page, errors="replace")
    sign = _SIGN_AT_5C.get(page)
    return _BEFORE_AMOUNT.sub(sign, said) if sign else said


def guess(content: bytes) -> str:
    """The likeliest code page of bytes that are no UTF-8."""
    start = content[:_HEAD]
    headed = _by_headings(start)
    if headed:
        return headed[0] if len(headed) == 1 else _fewest_odd(start, headed)
    head = start if not start.isascii() else re.sub(rb"[\x00-\x7f]{80,}", b" ", content)[:_HEAD]
    high = sum(byte > 127 for byte in head)
    eastern = _eastern(head)
    if eastern is not None:
        return eastern
    in_words = sum(len(run) for run in re.findall(rb"[\x80-\xff]{3,}", head))
    # A few signs are accents of western languages; whole words are Cyrillic, Greek and others.
    if in_words < 0.5 * high:
        return _fewest_odd(head, _WESTERN) if high < _FEW else _by_statistics(head, list(_WESTERN))
    return "cp1251" if high < _FEW else _by_statistics(head, _OTHERS)


def _by_headings(start: bytes) -> tuple[str, ...]:
    """The pages under which most of the first lines' headings beyond ASCII are known; empty if
    none is under any.
    """
    lines = [line for line in start.splitlines()[:_LINES] if not line.isascii()]
    best: dict[str, int] = {}
    for page in _PAGES:
        known = 0
        for line in lines[:_FEW_LINES]:
            try:
                cells = re.split("[,;\t|]", line[:_LONG].decode(page))
            except UnicodeDecodeError:
                continue
            words = [cell.strip(' "') for cell in cells if not cell.isascii() and len(cell) < 80]
            known += sum(headers.read(word).meaning is not None for word in words[:12])
        best[page] = known
    most = max(best.values())
    return tuple(page for page in _PAGES if most and best[page] == most)


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


def _eastern(head: bytes) -> str | None:
    """The page of two bytes a letter that a text can only be in; null where it can be another."""
    for page, letters in _EASTERN:
        try:
            words = head.decode(page, errors="strict" if len(head) < _HEAD else "ignore")
        except UnicodeDecodeError:
            continue
        beyond = [sign for sign in words if not sign.isascii()]
        usual = sum(bool(re.match(letters, sign)) for sign in beyond)
        if len(beyond) >= 4 and usual > 0.6 * len(beyond):
            return page
    return None


def _fewest_odd(head: bytes, pages: tuple[str, ...]) -> str:
    """The page in which the fewest signs beside a letter are no letters (`³` for `ł`)."""
    beside = b"".join(re.findall(rb"(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])", head))

    def odd(page: str) -> int:
        return sum(not sign.isalpha() for sign in beside.decode(page, errors="replace"))

    return min(pages, key=odd)
