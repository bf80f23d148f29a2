"""Who each row of a list is about: network and handle, or the reason why nobody can be told."""

from collections.abc import Collection
from typing import Final

import numpy as np
import pandas as pd

from core.readers import compact, handles, headers, links, reading, texts
from core.readers.columns import Grid
from core.readers.draft import Draft
from core.readers.headers import Header
from core.tables import absent

SUM_ROW: Final = frozenset(
    {
        "total",
        "totals",
        "sum",
        "gesamt",
        "summe",
        "insgesamt",
        "suma",
        "somme",
        "totaal",
        "totale",
        "average",
        "grand total",
    }
)
# What an error column holds where nothing went wrong.
_NO_FAILURE: Final = ("", "none", "null", "nan", "false", "0", "no", "ok", "-", "n/a")
_COUNTED: Final = ("followers", "following", "posts", "likes", "comments", "views", "avg_likes")


def named(draft: Draft, fallback: str | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Network and handle of every row that has one, and the rows that have none as problems."""
    grid = draft.grid
    nothing = absent(grid.rows.index)
    handle, platform, reason, written = nothing, nothing, nothing, nothing
    for meaning in ("handle", "url", "post_url"):
        for at in grid.having(meaning):
            cells = grid.cells(at)
            seen = _without_mail(grid.columns[at], cells, handles.examine(cells))
            handle = _filled(handle, seen["handle"])
            platform = _filled(platform, seen["platform"])
            platform = _filled(platform, texts.constant(grid.columns[at].platform, handle.index))
            if meaning == "handle" or reason.isna().all():
                reason, written = _filled(reason, seen["reason"]), _filled(written, cells)
            if meaning in {"url", "post_url"} and platform.hasnans:
                platform = _filled(platform, links.platforms(cells))
    for at in grid.having("platform"):
        platform = _filled(texts.once(grid.coded(at), _called), platform)
    platform = _filled(platform, texts.constant(_one_network(grid) or fallback, handle.index))
    if texts.holds(handle, "@"):
        at_home = handle.str.contains("@", regex=False).fillna(False)
        platform = platform.where(~at_home, "mastodon")
    found = pd.DataFrame({"platform": platform, "handle": handle}, copy=False)
    good, lost = _without_extras(draft, found, reason, written)
    draft.list_strange_networks(good.index)
    return good, lost


def _without_mail(column: Header, cells: pd.Series, seen: pd.DataFrame) -> pd.DataFrame:
    """What a column names, without the addresses that stand alone among handles: those are
    mailboxes, not accounts of Mastodon.
    """
    if column.platform == "mastodon" or not texts.holds(seen["handle"], "@"):
        return seen
    address = seen["handle"].str.contains("@", regex=False, na=False)
    usual = address.sum() >= 0.5 * seen["handle"].notna().sum()
    address &= ~cells.str.contains(r"^\s*@|/", regex=True)
    if usual or not address.any():
        return seen
    return seen.assign(
        platform=seen["platform"].mask(address),
        handle=seen["handle"].mask(address),
        reason=seen["reason"].mask(address, "it is an e-mail address, not a handle"),
    )


def _filled(known: pd.Series, more: pd.Series) -> pd.Series:
    """`known`, where it is null `more`; neither is copied if one of them is enough."""
    if not known.hasnans:
        return known
    return more if known.isna().all() else known.fillna(more)


def _called(said: pd.Series) -> pd.Series:
    return said.map({word: headers.platform_called(word) for word in said}).astype("str")


def _without_extras(
    draft: Draft, found: pd.DataFrame, reason: pd.Series, written: pd.Series
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows with a handle, less sums, repeated headings and badges scraped as names."""
    name = next((column.name for column in draft.grid.columns if column.meaning == "handle"), "")
    handle, heading = found["handle"], headers.normal(name)
    named = texts.means(handle, ["verified", heading])
    last = _last_row(handle, SUM_ROW)
    badge = title = named
    if named.any():
        badge = named & texts.means(handle, ["verified"])
        badge &= badge.sum() > 1
        title = named & (texts.means(handle, [heading]) if name else False)
    for extra, words in (
        (last, "it is a sum, not an account"),
        (title, "it is the heading again"),
        (badge, "it is a badge (“Verified”) where the handle should be"),
    ):
        if extra.any():
            reason = reason.mask(extra, words)
            found = found.assign(handle=found["handle"].mask(extra))
    said = _failures(draft)
    good = found["handle"].notna()
    if not said.isna().all():
        good &= said.isna()
    if good.all():
        return found, reading.no_problems()
    nothing_written = written.fillna("").str.strip() == ""
    reason = reason.mask(nothing_written & found["handle"].isna(), handles.EMPTY)
    reason = reason.mask(said.notna(), said)
    lost = reading.problems(
        draft.file,
        row=found.index[~good],
        column=None,
        value=written[~good].array,
        reason=reason[~good].fillna(handles.EMPTY).array,
    )
    return found[good], lost


def _last_row(handle: pd.Series, words: Collection[str]) -> pd.Series:
    """True for the last row, if its handle is one of the words."""
    found = np.zeros(len(handle), bool)
    found[-1:] = texts.means(handle.tail(1), list(words))
    return pd.Series(found, index=handle.index, copy=False)


def _failures(draft: Draft) -> pd.Series:
    """What the program that made the list says went wrong with a row that carries no number."""
    grid = draft.grid
    said = absent(grid.rows.index)
    for at in grid.having("error"):
        cells = grid.cells(at).str.strip()
        said = said.fillna(cells.mask(cells.str.casefold().isin(_NO_FAILURE)))
    if said.isna().all():
        return said
    counted = [at for meaning in _COUNTED for at in grid.having(meaning)]
    filled = pd.Series(False, said.index)
    for at in counted:
        filled |= ~compact.is_empty(grid.rows[at])
    return ("the tool that made the list says “" + said.str.slice(0, 120) + "”").mask(filled)


def _one_network(grid: Grid) -> str | None:
    """The network that the headings speak of, if it is one."""
    named = {column.platform for column in grid.columns if column.platform and column.meaning}
    return named.pop() if len(named) == 1 else None
