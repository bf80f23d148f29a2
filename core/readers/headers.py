"""What a column is called, in whatever spelling and language, and which tidy column that means."""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from core.readers import currencies, modifiers, networks, priced, texts

# What each known name means: the tidy columns and a few helpers (platform, url, post_url, email …).
# `position` is a place on the map, `error` what a program says of a row that it could not fill.
# Averages and counts are written once: those words are taken off before the look-up.
_ALIASES: Final = Path(__file__).with_name("aliases.csv")
with _ALIASES.open(encoding="utf-8", newline="") as lines:
    _WRITTEN: Final = {row["alias"]: row["meaning"] for row in csv.DictReader(lines)}
# Capitals leave no dot to tell ı from i by: “TAKİPÇİ SAYISI”.
_BY_NAME: Final = {name.replace("ı", "i"): meaning for name, meaning in _WRITTEN.items()} | _WRITTEN
_NOT_OFFERED: Final = {"total_likes", "email", "phone", "position", "error"}
KNOWN: Final = _BY_NAME  # every known heading and its meaning
MEANINGS: Final = tuple(dict.fromkeys(m for m in _BY_NAME.values() if m not in _NOT_OFFERED))
_AS_WRITTEN: Final = ("handle", "name", "bio", "category", "country", "url", "post_url", "caption")
REMEMBERED: Final = 4096  # headings, as the same ones are asked for again and again
_SHORT: Final = ("x", "tt", "snap")  # too short to tell a file by
_LISTED: Final = re.compile(r"[,;/&+|]|\s(?:and|und|et|y|e|en)\s")
_PERSONAL: Final = (
    (
        "email",
        re.compile(r"\b(?:e ?mails?|e ?posta|correo|courriel|почта|имейл)\b|メール|邮箱|이메일"),
    ),
    (
        "phone",
        re.compile(
            r"\b(?:phones?|whats ?app|telefon\w*|teléfono|téléphone|mobile number|handy|celular|"
            r"телефон\w*)\b|電話|电话|手机|전화"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Header:
    """One column's name: what it means (null: unknown), on which network, in which currency; a
    letter that was garbled in its cells before they were put right; and whether a person said that
    `1.234` in it is less than two.
    """

    name: str
    meaning: str | None
    platform: str | None = None
    currency: str | None = None
    garbled: str | None = None
    decimals: bool = False


@lru_cache(REMEMBERED)
def normal(name: str) -> str:
    """The name for comparing: NFKC, no invisible signs, words apart, one space, lower case."""
    shaped = texts.plain(unicodedata.normalize("NFKC", name))
    shaped = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shaped)
    low = re.sub(r"[\s_\-./\\:()\[\]#*,|]+", " ", shaped).casefold().strip()
    return low.replace("i\u0307", "i")  # the Turkish İ, which becomes two signs


@lru_cache(REMEMBERED)
def read(name: str) -> Header:
    """The header of a column by its name alone; what is in it may overrule that."""
    words = normal(name)
    said = currencies.code(words)
    words = currencies.without(words).removesuffix(" in") or words
    if words == "account address":
        return Header(
            name, "handle", "mastodon"
        )  # Mastodon's own lists; local accounts have no domain
    exact = _BY_NAME.get(words)
    if exact and exact not in {"name"}:
        return Header(name, exact, None, said)
    network = next(iter(networks.named(words)), None)
    bare = networks.without(words) if network else words
    rest, average = modifiers.without_average(bare)
    spelt = modifiers.spellings(rest)
    known = next((_BY_NAME[one] for one in spelt if one in _BY_NAME), None)
    meaning = known or priced.meaning(rest) or priced.meaning(bare)
    if average:
        meaning = f"avg_{meaning}" if meaning in {"likes", "comments", "views"} else _kept(meaning)
    if network and rest in {"", "id"}:
        meaning = "name"
    return Header(
        name, meaning or _personal(words), networks.of(network) if network else None, said
    )


def as_written(columns: Sequence[Header]) -> list[int]:
    """The positions of the columns whose cells go into the tidy tables as they stand."""
    return [at for at, column in enumerate(columns) if column.meaning in _AS_WRITTEN]


def _personal(words: str) -> str | None:
    """“Manager e-mail”, “contact phone”: nobody's address is kept, whoever it belongs to."""
    return next((meaning for meaning, shape in _PERSONAL if shape.search(words)), None)


def _kept(meaning: str | None) -> str | None:
    """Averages of anything else have no column of their own; a rate stays a rate."""
    return meaning if meaning in {"engagement_rate_claimed", "price"} else None


def platform_in(text: str) -> str | None:
    """The network named in a file or sheet name; null if none or several are."""
    words = re.sub(r"[^\w]+|_", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)).casefold()
    named = {networks.of(word) for word in networks.named(words) if word not in _SHORT}
    return named.pop() if len(named) == 1 else None


def platform_called(cell: str) -> str | None:
    """The network that one cell of a platform column means; null if it is none we know."""
    return networks.called(normal(cell))


def platforms_listed(cell: str) -> int:
    """How many networks one cell lists: “Instagram, TikTok”, “IG + YT”."""
    return sum(platform_called(part) is not None for part in _LISTED.split(cell))


def under(above: Sequence[str], record: Sequence[str]) -> list[str]:
    """The headings with the networks written over groups of them, as merged cells leave it."""
    filled = [cell.strip() for cell in above if cell.strip()]
    known = [platform_called(cell) for cell in filled]
    if len(filled) < 2 or None in known or len(set(known)) < 2:
        return list(record)
    made, network = [], ""
    for at, name in enumerate(record):
        network = above[at].strip() if at < len(above) and above[at].strip() else network
        made.append(f"{network} {name}" if network and name.strip() else name)
    return made
