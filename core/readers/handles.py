"""Names of accounts out of anything a cell holds."""

import string
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import links
from core.readers import texts as cells
from core.readers.texts import matches

# No counted repeats of \pL here: RE2 unrolls them and takes 50 ms to compile one.
_NAME: Final = r"^[\pL\pN_.·\-]+$"
_LONGEST: Final = 100
_ADDRESS: Final = r"^@?[\w.\-]+@(?:[^\s@/.,;:]+\.)+[^\s@/.,;:\d]+$"
_DID: Final = r"^did:(?:plc|web):[\w.:%\-]+$"
_BLUESKY: Final = r"(?i)\.bsky\.social$"
# An address at one of these is somebody's mailbox, not a Mastodon account.
_MAIL: Final = (
    r"(?i)@(?:(?:g(?:oogle)?mail|icloud|me|mac|aol|msn|qq|163|126)\.com|(?:yahoo|ymail|"
    r"hotmail|outlook|live|gmx|yandex)\.[a-z.]{2,6}|"
    r"proton(?:mail)?\.(?:com|me)|pm\.me|(?:web|t-online|freenet|posteo|mailbox)\.(?:de|org)|"
    r"mail\.ru|libero\.it|"
    r"(?:orange|wanadoo|free)\.fr|laposte\.net)$"
)
EMPTY: Final = "no handle in this row"
IS_NAME: Final = "it has a space in it, so it is a name and not a handle"
_NOTHING: Final = r"(?i)^(?:n/?a|-+|—|#n/a|nan)$"
_PLAIN: Final = r"^@?[A-Za-z0-9_.\-]*[A-Za-z0-9][A-Za-z0-9_.\-]*$"
_PLAIN_SIGNS: Final = (string.ascii_letters + string.digits + "_.-").encode()
_MARKS: Final = np.array([*b"._-"], np.uint8)
_LOWER: Final = 0x20  # the bit that capitals lack
_BLUESKY_ENDS: Final = ord("l")
_NO_NAMES: Final = pa.array(["na", "nan"], pa.large_string())

Found = tuple[pa.Array, pa.Array, pa.Array]
Way = tuple[Callable[[pa.Array], pa.Array], Callable[[pa.Array], Found]]

# Why a cell holds no handle, the first that fits.
_REASONS: Final = (
    (r"^$", EMPTY),
    (r"^[=+](?:\w|[(\"'@])|^-\w+\(", "it is a spreadsheet formula, not a handle"),
    (
        r"^#(?:NAME|REF|N/A|VALUE|NULL|DIV)",
        "the spreadsheet lost the handle (an error stands in its place)",
    ),
    (r"<[^>]*>?", "it holds HTML, not a handle"),
    (_MAIL, "it is an e-mail address, not a handle"),
    (r"^(?:https?://|www\.)|/", "this link leads to no account (a post or a page)"),
    (r"@\S+[\s,;]+@", "it holds more than one handle"),
    (r"\n", "it goes over several lines; a quotation mark may be opened here and never closed"),
    (r"\s", IS_NAME),
)
_OTHER_REASON: Final = "it holds signs that no handle has"


def clean(texts: pd.Series) -> pd.DataFrame:
    """`platform` (null where the cell does not say) and `handle` (null where it holds none) of
    each cell.
    """
    return examine(texts)[["platform", "handle"]]


def examine(texts: pd.Series) -> pd.DataFrame:
    """As `clean`, with `reason`: why there is no handle, null where there is one."""
    pieces = cells.pieces(texts)
    # Plain handles take so little that threads would only wait for each other.
    plain = cells.made_of(pieces[0], _PLAIN_SIGNS)
    read = list(map(_examined, pieces)) if plain else cells.on_every_core(_examined, pieces)
    columns = zip(("platform", "handle", "reason"), zip(*read, strict=True), strict=True)
    return pd.DataFrame(
        {name: cells.column(pa.chunked_array(found), texts.index) for name, found in columns}
    )


def _examined(piece: pa.Array) -> Found:
    return _told(pc.fill_null(cells.tidy(piece), ""), _WAYS)


def _told(tidy: pa.Array, ways: Sequence[Way]) -> Found:
    """Network, handle and reason of each cell: by the first way whose test it passes."""
    if not ways:
        return _searched(tidy)
    (test, read), *others = ways
    here = test(tidy)
    if pc.all(here).as_py():
        return read(tidy)
    outside = _told(tidy.filter(pc.invert(here)), others)
    if len(outside[0]) == len(tidy):
        return outside
    inside = read(tidy.filter(here))
    platform, handle, reason = (
        cells.woven(here, *found) for found in zip(inside, outside, strict=True)
    )
    return platform, handle, reason


def _is_plain(tidy: pa.Array) -> pa.Array:
    """True where the cell is a handle in ASCII with or without its @, and nothing else."""
    first, last = cells.edges(tidy)
    if not cells.made_of(tidy, _PLAIN_SIGNS):
        shaped = matches(tidy, _PLAIN).to_numpy(zero_copy_only=False)
    elif np.isin(first, _MARKS).any():
        shaped = pc.not_equal(pc.ascii_trim(tidy, "._-"), "").to_numpy(zero_copy_only=False)
    else:
        shaped = first > 0
    lengths = np.diff(cells.ends(tidy))
    others = lengths > _LONGEST
    for maybe, are in (
        ((last | _LOWER) == _BLUESKY_ENDS, lambda some: pc.ends_with(some, ".bsky.social")),
        (lengths < 4, lambda some: pc.is_in(some, _NO_NAMES)),
    ):
        if maybe.any():
            some = pc.ascii_lower(tidy.filter(pa.array(maybe)))
            others[maybe] |= are(some).to_numpy(zero_copy_only=False)
    return pa.array(shaped & ~others)


def _as_written(tidy: pa.Array) -> Found:
    nothing = pa.nulls(len(tidy), pa.large_string())
    bare = pc.ascii_ltrim(tidy, "@") if cells.holds_any(tidy, [("@", "@")]) else tidy
    return nothing, bare, nothing


def _has_steps(tidy: pa.Array) -> pa.Array:
    return pc.and_not(pc.match_substring(tidy, "/"), matches(tidy, _NOTHING))


def _linked(tidy: pa.Array) -> Found:
    platform, handle = links.accounts(tidy)
    return platform, handle, _reason(tidy, handle)


def _searched(tidy: pa.Array) -> Found:
    """What is left: names in any script, addresses, DIDs, and all that is no handle."""
    tidy = pc.if_else(matches(tidy, _NOTHING), pa.scalar("", pa.large_string()), tidy)
    platform = pa.nulls(len(tidy), pa.large_string())
    bare = pc.replace_substring_regex(tidy, r"^@\s*", "")
    named = matches(bare, _NAME)
    named = pc.and_(named, matches(bare, r"[\pL\pN]"))
    named = pc.and_(named, pc.less_equal(pc.utf8_length(bare), _LONGEST))
    handle = pc.if_else(named, bare, cells.NONE)
    platform = pc.if_else(pc.and_(named, matches(bare, _BLUESKY)), "bluesky", platform)
    if not pc.all(named).as_py():
        platform, handle = _addresses(tidy, platform, handle)
    return platform, handle, _reason(tidy, handle)


def _addresses(tidy: pa.Array, platform: pa.Array, handle: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Network and handle where addresses and DIDs have been read too."""
    inside = matches(tidy, ".@")
    if pc.any(inside).as_py():
        inside = pc.and_(inside, pc.and_(matches(tidy, _ADDRESS), pc.invert(matches(tidy, _MAIL))))
        handle = pc.if_else(inside, pc.replace_substring_regex(tidy, "^@", ""), handle)
        platform = pc.if_else(inside, "mastodon", platform)
    decentralised = matches(tidy, _DID)
    handle = pc.if_else(decentralised, tidy, handle)
    return pc.if_else(decentralised, "bluesky", platform), handle


def _reason(tidy: pa.Array, handle: pa.Array) -> pa.Array:
    lost = pc.is_null(handle)
    reason = pa.nulls(len(tidy), pa.large_string())
    if not pc.any(lost).as_py():
        return reason
    reason = pc.if_else(lost, pa.scalar(_OTHER_REASON, pa.large_string()), reason)
    for pattern, words in reversed(_REASONS):
        reason = pc.if_else(
            pc.and_(lost, matches(tidy, pattern)), pa.scalar(words, pa.large_string()), reason
        )
    return reason


# `name.surname` looks like a host too: only what has a path or a scheme is a link.
_WAYS: Final[tuple[Way, ...]] = ((_is_plain, _as_written), (_has_steps, _linked))
