"""Who each row of a list is about: network and handle, or the reason why nobody can be told."""

from typing import Final

import pandas as pd

from core.readers import handles, headers, links, reading, texts
from core.readers.columns import Grid
from core.readers.draft import Draft
from core.readers.headers import Header

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
    nothing = pd.Series(None, index=grid.rows.index, dtype="str")
    handle, platform, reason, written = nothing, nothing, nothing, nothing
    for meaning in ("handle", "url", "post_url"):
        for at in grid.having(meaning):
            seen = _without_mail(grid.columns[at], grid.cells(at), handles.examine(grid.cells(at)))
            new = handle.isna() & seen["handle"].notna()
            handle = handle.where(~new, seen["handle"])
            platform = platform.fillna(seen["platform"]).fillna(
                pd.Series(grid.columns[at].platform, index=handle.index, dtype="str")
            )
            if meaning == "handle" or reason.isna().all():
                reason, written = (
                    reason.fillna(seen["reason"]),
                    written.mask(written.isna(), grid.cells(at)),
                )
            if meaning in {"url", "post_url"}:
                platform = platform.fillna(links.platforms(grid.cells(at)))
    for at in grid.having("platform"):
        said = grid.cells(at)
        named = said.map({word: headers.platform_called(word) for word in said.unique()}).astype(
            "str"
        )
        platform = named.fillna(platform)
    platform = platform.fillna(
        pd.Series(_one_network(grid) or fallback, index=handle.index, dtype="str")
    )
    platform = platform.where(~(handle.str.contains("@", regex=False).fillna(False)), "mastodon")
    found = pd.DataFrame({"platform": platform, "handle": handle})
    good, lost = _without_extras(draft, found, reason, written)
    draft.list_strange_networks(good.index)
    return good, lost


def _without_mail(column: Header, cells: pd.Series, seen: pd.DataFrame) -> pd.DataFrame:
    """What a column names, without the addresses that stand alone among handles: those are
    mailboxes, not accounts of Mastodon.
    """
    address = seen["handle"].str.contains("@", regex=False, na=False)
    usual = address.sum() >= 0.5 * seen["handle"].notna().sum()
    address &= ~cells.str.contains(r"^\s*@|/", regex=True)
    if column.platform == "mastodon" or usual or not address.any():
        return seen
    return seen.assign(
        platform=seen["platform"].mask(address),
        handle=seen["handle"].mask(address),
        reason=seen["reason"].mask(address, "it is an e-mail address, not a handle"),
    )


def _without_extras(
    draft: Draft, found: pd.DataFrame, reason: pd.Series, written: pd.Series
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows with a handle, less sums, repeated headings and badges scraped as names."""
    low = texts.folded(found["handle"])
    name = next((column.name for column in draft.grid.columns if column.meaning == "handle"), "")
    badge = (low == "verified") & (low == "verified").sum().__gt__(1)
    empty_elsewhere = written.fillna("").str.strip() == ""
    for test, words in (
        (
            low.isin(SUM_ROW) & (found.index == found.index[-1] if len(found) else False),
            "it is a sum, not an account",
        ),
        ((low == headers.normal(name)) & bool(name), "it is the heading again"),
        (badge, "it is a badge (“Verified”) where the handle should be"),
    ):
        extra = test.fillna(False)
        if extra.any():
            reason = reason.mask(extra, words)
            found = found.assign(handle=found["handle"].mask(extra))
    good = found["handle"].notna()
    reason = reason.mask(empty_elsewhere & ~good, "no handle in this row")
    said = _failures(draft)
    reason, good = reason.mask(said.notna(), said), good & said.isna()
    lost = reading.problems(
        draft.file,
        row=found.index[~good],
        column=None,
        value=written[~good].array,
        reason=reason[~good].fillna("no handle in this row").array,
    )
    return found if good.all() else found[good], lost


def _failures(draft: Draft) -> pd.Series:
    """What the program that made the list says went wrong with a row that carries no number."""
    grid = draft.grid
    said = pd.Series(None, index=grid.rows.index, dtype="str")
    for at in grid.having("error"):
        cells = grid.cells(at).str.strip()
        said = said.fillna(cells.mask(cells.str.casefold().isin(_NO_FAILURE)))
    if said.isna().all():
        return said
    counted = [at for meaning in _COUNTED for at in grid.having(meaning)]
    filled = (grid.rows[counted] != "").any(axis=1) if counted else pd.Series(False, said.index)
    return ("the tool that made the list says “" + said.str.slice(0, 120) + "”").mask(filled)


def _one_network(grid: Grid) -> str | None:
    """The network that the headings speak of, if it is one."""
    named = {column.platform for column in grid.columns if column.platform and column.meaning}
    return named.pop() if len(named) == 1 else None
