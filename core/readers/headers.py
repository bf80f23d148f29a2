"""What a column is called, in whatever spelling and language, and which tidy column that means."""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.readers import texts

# What each known name means: the tidy columns and a few helpers (platform, url, post_url, email …).
# `position` is a place on the map, `error` what a program says of a row that it could not fill.
# Averages and counts are written once: those words are taken off before the look-up.
_ALIASES: Final = Path(__file__).with_name("aliases.csv")
with _ALIASES.open(encoding="utf-8", newline="") as lines:
    _BY_NAME: Final = {row["alias"]: row["meaning"] for row in csv.DictReader(lines)}
_NOT_OFFERED: Final = {"total_likes", "email", "phone", "position", "error"}
KNOWN: Final = tuple(_BY_NAME)
MEANINGS: Final = tuple(dict.fromkeys(m for m in _BY_NAME.values() if m not in _NOT_OFFERED))
_PLATFORMS: Final = {
    **dict.fromkeys(("instagram", "insta", "ig", "instagrammer"), "instagram"),
    **dict.fromkeys(("tiktok", "tiktoker", "tik tok", "tt"), "tiktok"),
    **dict.fromkeys(("youtube", "youtuber", "yt", "you tube", "you tuber"), "youtube"),
    **dict.fromkeys(("twitter", "x"), "x"),
    **dict.fromkeys(("facebook", "fb"), "facebook"),
    **dict.fromkeys(("bluesky", "bsky"), "bluesky"),
    **dict.fromkeys(("snapchat", "snap"), "snapchat"),
    **{name: name for name in ("mastodon", "linkedin", "threads", "twitch", "pinterest")},
}
_PLATFORM: Final = re.compile(rf"\b(?:{'|'.join(sorted(_PLATFORMS, key=len, reverse=True))})\b")
_AVERAGE: Final = re.compile(
    r"\b(?:avg|average|averages|mean|per post|per "
    r"video|durchschnitt\w*|ø|promedio|moyenne|média|media de|gemiddeld\w*|typical)\b|ø"
)
_COUNT: Final = re.compile(
    r"^(?:number of|no of|num|count of|nb|anzahl(?: der)?|número de|nombre de|n° de|total "
    r"number of)\s|\s(?:values?|numbers?|counts?|anzahl|nos?)$"
)
_PERSONAL: Final = (
    ("email", re.compile(r"\b(?:e ?mails?|correo|courriel)\b")),
    ("phone", re.compile(r"\b(?:phones?|whats ?app|telefon\w*|teléfono|mobile number)\b")),
)
_SYMBOLS: Final = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "zł": "PLN",
    "₺": "TRY",
    "₽": "RUB",
    "r$": "BRL",
    "kč": "CZK",
    "₩": "KRW",
}
ISO: Final = [
    "EUR",
    "USD",
    "GBP",
    "CHF",
    "JPY",
    "INR",
    "PLN",
    "TRY",
    "RUB",
    "BRL",
    "CZK",
    "KRW",
    "SEK",
    "NOK",
    "DKK",
    "HUF",
    "RON",
    "BGN",
    "AUD",
    "CAD",
    "NZD",
    "SGD",
    "HKD",
    "CNY",
    "TWD",
    "THB",
    "IDR",
    "MYR",
    "PHP",
    "VND",
    "MXN",
    "ARS",
    "CLP",
    "COP",
    "PEN",
    "ZAR",
    "NGN",
    "KES",
    "EGP",
    "MAD",
    "AED",
    "SAR",
    "ILS",
    "UAH",
]
_CURRENCY: Final = re.compile(rf"\b({'|'.join(ISO).lower()})\b|(r\$|kč|zł|[€$£¥₹₺₽₩])")


@dataclass(frozen=True, slots=True)
class Header:
    """One column's name: what it means (null: unknown), on which network, in which currency."""

    name: str
    meaning: str | None
    platform: str | None = None
    currency: str | None = None


def normal(name: str) -> str:
    """The name for comparing: NFKC, no invisible signs, words apart, one space, lower case."""
    shaped = texts.plain(unicodedata.normalize("NFKC", name))
    shaped = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shaped)
    return re.sub(r"[\s_\-./\\:()\[\]#*,|]+", " ", shaped).casefold().strip()


def currency(text: str) -> str | None:
    """The ISO code that a heading or a price names by code or sign; null if none."""
    found = _CURRENCY.search(text.casefold())
    if not found:
        return None
    return found[1].upper() if found[1] else _SYMBOLS[found[2]]


def read(name: str) -> Header:
    """The header of a column by its name alone; what is in it may overrule that."""
    words = normal(name)
    said = currency(words)
    words = " ".join(_CURRENCY.sub(" ", words).split()).removesuffix(" in") if said else words
    if words == "account address":
        return Header(
            name, "handle", "mastodon"
        )  # Mastodon's own lists; local accounts have no domain
    exact = _BY_NAME.get(words)
    if exact and exact not in {"name"}:
        return Header(name, exact, None, said)
    network = _PLATFORM.search(words)
    platform = _PLATFORMS[network[0]] if network else None
    rest = " ".join(_PLATFORM.sub(" ", words).split()) if network else words
    average = bool(_AVERAGE.search(rest))
    rest = " ".join(_AVERAGE.sub(" ", rest).split())
    bare = " ".join(_COUNT.sub(" ", rest).split())
    meaning = _BY_NAME.get(rest) or _BY_NAME.get(bare)
    if average:
        meaning = f"avg_{meaning}" if meaning in {"likes", "comments", "views"} else _kept(meaning)
    if network and not rest:
        meaning = "name"
    return Header(name, meaning or _personal(words), platform, said)


def _personal(words: str) -> str | None:
    """“Manager e-mail”, “contact phone”: nobody's address is kept, whoever it belongs to."""
    return next((meaning for meaning, shape in _PERSONAL if shape.search(words)), None)


def _kept(meaning: str | None) -> str | None:
    """Averages of anything else have no column of their own; a rate stays a rate."""
    return meaning if meaning in {"engagement_rate_claimed", "price"} else None


def platform_in(text: str) -> str | None:
    """The network named in a file or sheet name; null if none or several are."""
    words = re.sub(r"[^\w]+|_", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)).casefold()
    found = {
        _PLATFORMS[match] for match in _PLATFORM.findall(words) if match not in {"x", "tt", "snap"}
    }
    return found.pop() if len(found) == 1 else None


def platform_called(cell: str) -> str | None:
    """The network that one cell of a platform column means; null if it is none we know."""
    return _PLATFORMS.get(normal(cell))


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
