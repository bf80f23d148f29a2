"""Addresses inside texts (a bio, a caption, a comment): taken out at the door, and said.

Columns of e-mails, phone numbers and places are left out where they are read; this is for what
people write into texts. A handle with two @ is an account of Mastodon and stays.
"""

from dataclasses import replace
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import texts as cells
from core.readers.reading import Reading

_TEXTS: Final = {
    "accounts": ("name", "bio", "category", "country", "found_via", "url"),
    "posts": ("caption", "kind"),
    "comments": ("text",),
    "deals": ("format", "code"),
}
_MAIL: Final = (
    r"(?i)(^|[^\pL\pN@._%+\-])(?:mailto:)?[\pL\pN_%+][\pL\pN._%+\-]*(?:@|\s?[(\[]at[)\]]\s?)"
    r"[\pL\pN\-]+(?:\.[\pL\pN\-]+)*(?:\.|\s?[(\[]dot[)\]]\s?)\pL{2,}"
)
_PHONE: Final = (
    r"(?i)()(?:(?:wa\.me/|api\.whatsapp\.com/send\?phone=|tel:)\+?\d{7,15}|"
    r"(?:\+|\b00)[1-9]\d{0,2}[\s.\-/()]{0,2}\d(?:[\s.\-/()]{0,2}\d){7,12}|"
    r"(?:\b(?:tel|phone|mobile?|mobil|handy|whats ?app|call|text me|telefon|teléfono|telefone|"
    r"telp|no ?hp|wa|gsm)\b|тел|телефон|電話|电话|전화|📞|☎️?|📱)[\s.:：]{0,3}"
    r"\(?\d(?:[\s.\-/()]{0,2}\d){8,13})"
)
# A place on the map, written as two decimals with four digits or more.
_PLACE: Final = r"()-?\d{1,3}\.\d{4,},\s?-?\d{1,3}\.\d{4,}"
# What it looks like, what every cell with one has, signs of which a column with one has some.
_KINDS: Final = (
    (_MAIL, "[@(\\[]", (("@", "@"), ("(", "("), ("[", "[")), "e-mail addresses"),
    (_PHONE, r"\d{4}|\d[\s.\-/()]\d", (("0", "9"),), "phone numbers"),
    (_PLACE, r"\d\.\d{4}", (("0", "9"),), "positions on the map"),
)
_SIGNS: Final = tuple(dict.fromkeys(kind[2] for kind in _KINDS))
_TAKEN: Final = "…"
_NOTE: Final = "The {} inside texts were taken out; they are not needed."


def left_out(made: Reading) -> Reading:
    """The reading without anybody's address in its texts and problems, with a note if any was."""
    said: dict[str, None] = {}
    tables = dict(made.tables)
    for name, columns in _TEXTS.items():
        for column in columns:
            frame = tables[name]
            cleaned = _cleaned(frame[column], said)
            if cleaned is not None:
                tables[name] = frame.assign(**{column: cleaned})
    values = _cleaned(made.problems["value"], said)
    problems = made.problems if values is None else made.problems.assign(value=values)
    if not said:
        return made
    notes = [_NOTE.format(" and ".join(said))]
    return replace(made, tables=tables, problems=problems, notes=[*made.notes, *notes])


def _cleaned(column: pd.Series, said: dict[str, None]) -> pd.Series | None:
    """The column without addresses; None where it has none."""
    if not len(column) or column.isna().all():
        return None
    pieces = cells.pieces(column)
    held = [ranges for ranges in _SIGNS if any(cells.holds_any(piece, ranges) for piece in pieces)]
    kinds = [kind for kind in _KINDS if kind[2] in held]
    if not kinds:
        return None
    before = words = cells.arrow(column)
    for shape, mark, _, kind in kinds:
        # Of millions of cells few may have one: those alone are looked at closely.
        maybe = cells.matches(words, mark)
        some = words.filter(maybe)
        here = cells.matches(some, shape)
        if pc.any(here).as_py():
            said[kind] = None
            taken = pc.replace_substring_regex(some, shape, rf"\1{_TAKEN}")
            left = pc.if_else(here, taken, some)
            words = cells.woven(maybe, left, words.filter(pc.invert(maybe)))
    if words is before:
        return None
    made = pc.if_else(pc.equal(words, _TAKEN), pa.scalar(None, pa.large_string()), words)
    return cells.series(made, column.index, "str")
