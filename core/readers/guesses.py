"""What a column holds where its heading does not say, or says something else: @names, links,
networks, or a word spelt nearly like one we know.

Every guess shows in the mapping grid and in a note; two words that a slip could confuse
(followers, following) are never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.readers import handles, headers, money, networks, numbers, reading, texts
from core.readers.headers import Header

_SHORTEST: Final = 6  # letters of a heading that may be a slip
_DANGEROUS: Final = (frozenset({"followers", "following"}),)
_OF_WORDS: Final = frozenset({"name", "bio", "caption", "category", "country", "kind", "found_via"})
_MAYBE_NETWORKS: Final = frozenset({None, "name", "kind", "category", "found_via", "handle"})
# What a column of prices is called by the work alone: “IG reel”, “TT video (1x)”.
_WORK: Final = re.compile(
    r"(?:(?:\d++x?|stor(?:y|ies)|reels?|posts?|videos?|feed|carousels?|static|photos?|shorts?|ugc|"
    r"integrations?|dedicated|bundle|package|paket|beitr[aä]ge?|publicaci(?:ón|ones)|"
    r"publicaç(?:ão|ões)|publications?|vídeos?|vidéos?|wpis|gönderi|пост|сторис|рилс|видео)\s?)+"
)
_NEVER_SPELT: Final = frozenset({"engagements", "engagement count", "profile id"})
_LONG_ID: Final = r"^\d{8,}$"
_SPELT: Final = "“{}” is read as “{}”; correct it in the table of columns if that is wrong."
_EITHER: Final = "“{}” may be {}; it was left out until you choose in the table of columns."


def by_cells(columns: Sequence[Header], filled: Sequence[pd.Series]) -> list[Header]:
    """The columns, those whose filled cells leave no doubt with the meaning of their cells."""
    named = any(column.meaning == "handle" for column in columns)
    pairs = zip(columns, filled, strict=True)
    made = [_by_cells(column, cells, named=named) for column, cells in pairs]
    taken = {column.meaning for column in made}
    pairs = zip(made, filled, strict=True)
    return [_by_spelling(column, cells, taken) for column, cells in pairs]


def _by_cells(column: Header, filled: pd.Series, *, named: bool) -> Header:
    if filled.empty:
        return column
    if column.meaning in _MAYBE_NETWORKS and len(filled) >= 2:
        known = {word for word in filled.unique() if headers.platform_called(word)}
        sure = column.meaning == "handle" or any(map(_is_network, known))
        most = 0.9 if column.meaning == "handle" else 0.6
        if sure and filled.isin(known).mean() >= most and column.platform is None:
            return replace(column, meaning="platform")
    if column.meaning in {"handle", "name"} and filled.str.match(_LONG_ID).all():
        return replace(column, meaning=None)  # an account's number is not its name
    if column.meaning in {None, "posts"} and _is_price(column.name, filled):
        return replace(column, meaning="price")
    if column.meaning in {None, "name"} and not named:
        seen = handles.examine(filled)
        links = (seen["platform"].notna() & filled.str.contains("/", regex=False)).mean()
        signs = (filled.str.startswith("@") & seen["handle"].notna()).mean()
        if column.meaning is None and links >= 0.6:
            return replace(column, meaning="url")
        if signs + links >= 0.5 and seen["handle"].notna().mean() >= 0.8 and column.name.strip():
            return replace(column, meaning="handle")
    return column


def _is_network(cell: str) -> bool:
    """Whether a cell names a network and nothing else: x, ok and josh are ticks and names too."""
    word = headers.normal(cell)
    return word != "x" and bool(networks.named(word))


def _is_price(name: str, filled: pd.Series) -> bool:
    """Whether a heading names a piece of work, and the cells are amounts of money."""
    if not _WORK.fullmatch(networks.without(headers.normal(name))):
        return False
    if texts.between(texts.arrow(filled), "0", "9"):
        return False  # no currency stands in any
    amounts = money.currencies_of(filled).notna() & money.parse(filled).notna()
    return bool(amounts.mean() >= 0.6)


def _by_spelling(column: Header, filled: pd.Series, taken: set[str | None]) -> Header:
    """The column read as the word its heading is nearly spelt like, if nothing speaks against."""
    if column.meaning is not None:
        return column
    meant = _near(column.name)
    if len(meant) != 1 or (meaning := next(iter(meant))) in taken:
        return column
    counted = meaning not in _OF_WORDS | {"handle", "url", "post_url", "platform", "posted_at"}
    if counted and numbers.parse(filled).notna().mean() < 0.5:
        return column
    return replace(column, meaning=meaning)


@lru_cache(headers.REMEMBERED)
def _near(name: str) -> frozenset[str]:
    """The meanings of the known words that are one slip away (two in a long word)."""
    words = headers.normal(name)
    if len(words) < _SHORTEST or words in _NEVER_SPELT or words.endswith(" id"):
        return frozenset()
    most = 1 if len(words) < 9 else 2
    found = process.extract(
        words, headers.KNOWN.keys(), scorer=OSA.distance, score_cutoff=most + 1, limit=12
    )
    if not found or found[0][1] > most:
        return frozenset()
    nearest = frozenset(headers.KNOWN[word] for word, away, _ in found if away <= found[0][1])
    wider = frozenset(headers.KNOWN[word] for word, _, _ in found)
    if any(pair <= wider for pair in _DANGEROUS):
        return wider
    return nearest


def said(columns: Sequence[Header]) -> list[str]:
    """A note for each heading that was read as a word spelt nearly like it, or could be two."""
    notes = []
    for column in columns:
        shown = " ".join(column.name.split())
        if not shown or headers.read(column.name).meaning is not None:
            continue
        meant = _near(column.name)
        if column.meaning in meant:
            notes.append(_SPELT.format(shown, str(column.meaning).replace("_", " ")))
        elif column.meaning is None and len(meant) > 1:
            notes.append(_EITHER.format(shown, reading.listing(sorted(meant)).replace("_", " ")))
    return notes
