"""Rosters with one row a person and several networks in it, told apart into one account each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from core.readers import handles, headers, numbers
from core.readers.columns import Grid
from core.readers.headers import Header

_SAMPLE: Final = 400
_NAMING: Final = frozenset({"handle", "name", "url"})
# What is counted on one network; without a network's name it may belong to the one on its left.
_COUNTED: Final = frozenset(
    {
        "followers",
        "following",
        "posts",
        "avg_likes",
        "avg_comments",
        "avg_views",
        "likes",
        "comments",
        "views",
        "engagement_rate_claimed",
        "total_likes",
        "verified",
        "private",
    }
)
_OF_NETWORK: Final = _COUNTED | {"handle", "url", "platform"}
_LEFT_OUT: Final = (
    "“{}” does not say of which network it is, and the rows name several; it was left out."
)
_ONE_NAME: Final = (
    "It has followers of several networks and one name for all, “{}”; the same handle is taken on "
    "each. Correct those who are called otherwise there."
)
_PRICED: Final = "The price does not say for which network; it was kept with the first one only."
_ONCE: Final = frozenset({"price", "currency"})  # of the person: kept with the first network


def apart(grid: Grid) -> list[Grid]:
    """One grid a network, each with the columns of that network and of the person; an empty list
    where the rows are about one network.
    """
    naming = {at: network for at, network in enumerate(map(_network, grid.columns)) if network}
    naming = {at: network for at, network in naming.items() if _names_accounts(grid, at)}
    networks = list(dict.fromkeys(naming.values()))
    # By its heading: a column of first names looks like handles, too.
    general = any(
        c.platform is None and c.meaning == headers.read(c.name).meaning == "handle"
        for c in grid.columns
    )
    if general and not grid.of_posts:
        return _under_one_name(grid)
    if len(networks) < 2 or grid.of_posts:
        return []
    owners = _owners(grid.columns, naming)
    return [
        Grid(grid.name, _of(grid.columns, owners, naming, network, networks[0]), grid.rows)
        for network in networks
    ]


def _under_one_name(grid: Grid) -> list[Grid]:
    """One handle, and the followers of several networks: an account for each that has a number."""
    if grid.having("platform"):
        return []
    counted = {
        c.platform: at
        for at, c in enumerate(grid.columns)
        if c.platform and c.meaning == "followers"
    }
    if len(counted) < 2:
        return []
    made = []
    for network, followers in counted.items():
        columns = [
            replace(c, platform=network)
            if c.meaning == "handle"
            else replace(c, meaning=None)
            if (c.platform or network) != network or c.meaning == "url"
            else c
            for c in grid.columns
        ]
        empty = numbers.missing(grid.cells(followers))
        named = {at: grid.cells(at).mask(empty, "") for at in grid.having("handle")}
        rows = grid.rows.copy(deep=False)
        for at, cells in named.items():
            rows[at] = cells
        made.append(Grid(grid.name, columns, rows))
    return made


def matched(grid: Grid) -> Grid:
    """A list that names each row's network, without the counts of other networks in the row."""
    said = grid.having("platform")
    of = {
        at: column.platform
        for at, column in enumerate(grid.columns)
        if column.platform and column.meaning in _COUNTED | _ONCE
    }
    if not said or len(set(of.values())) < 2:
        return grid
    words = grid.cells(said[0])
    network = words.map({word: headers.platform_called(word) for word in words.unique()})
    rows = grid.rows.copy(deep=False)
    for at, whose in of.items():
        rows[at] = grid.cells(at).mask(network.notna() & (network != whose), "")
    return Grid(grid.name, grid.columns, rows)


def _network(column: Header) -> str | None:
    return column.platform if column.meaning in _NAMING else None


def _names_accounts(grid: Grid, at: int) -> bool:
    """Whether the cells of a column are handles or links, as far as they are filled."""
    cells = grid.cells(at)
    filled = cells[cells.str.strip() != ""].head(_SAMPLE)
    return len(filled) > 0 and handles.examine(filled)["handle"].notna().mean() >= 0.5


def _owners(columns: Sequence[Header], naming: dict[int, str]) -> dict[int, str]:
    """Whose each counted column is: by its name, else the network to its left, if the same count
    comes for several.
    """
    nameless = [c.meaning for c in columns if c.meaning in _COUNTED and c.platform is None]
    owners: dict[int, str] = {}
    left = None
    for at, column in enumerate(columns):
        left = naming.get(at, left)
        if column.platform:
            owners[at] = column.platform
        elif column.meaning in _COUNTED and left and nameless.count(column.meaning) > 1:
            owners[at] = left
    return owners


def _of(
    columns: Sequence[Header],
    owners: dict[int, str],
    naming: dict[int, str],
    network: str,
    first: str,
) -> list[Header]:
    """The columns as one network sees them: its own and the person's, nothing of the others."""
    made = []
    for at, column in enumerate(columns):
        meaning = column.meaning
        if at in naming and naming[at] == network:
            meaning = "url" if meaning == "url" else "handle"
        elif meaning == "handle" and column.platform is None:
            meaning = "name"
        elif at in owners:
            meaning = meaning if owners[at] == network else None
        elif meaning in _ONCE and column.platform:
            meaning = meaning if column.platform == network else None
        elif meaning in _OF_NETWORK or (network != first and meaning in _ONCE):
            meaning = None
        made.append(replace(column, meaning=meaning))
    return made


def shared(grid: Grid, parts: Sequence[Grid]) -> list[str]:
    """Words on the columns that were left out, or kept for one network only."""
    used = {at for part in parts for at, column in enumerate(part.columns) if column.meaning}
    counted = [
        column.name
        for at, column in enumerate(grid.columns)
        if column.meaning in _COUNTED and at not in used
    ]
    notes = [_LEFT_OUT.format(" ".join(name.split())) for name in counted]
    named = {c.platform for part in parts for c in part.columns if c.meaning == "handle"}
    if len(parts) > 1 and len(grid.having("handle")) == 1 and len(named) == len(parts):
        at = grid.having("handle")[0]
        if all(part.columns[at].meaning == "handle" for part in parts):
            notes.append(_ONE_NAME.format(" ".join(grid.columns[at].name.split())))
    if any(c.meaning == "price" and c.platform is None for c in grid.columns):
        notes.append(_PRICED)
    return notes


def lost_everywhere(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The problems of all networks: a row is kept out only if no network names anybody in it."""
    rows = [set(part.loc[part["column"].isna(), "row"]) for part in parts]
    nowhere = set.intersection(*rows)
    first = parts[0][parts[0]["column"].isna() & parts[0]["row"].isin(nowhere)]
    kept = []
    for part in parts:
        whole = part["column"].isna()
        said = whole & ~part["row"].isin(nowhere) & (part["value"].fillna("").str.strip() != "")
        kept.append(part[~whole])
        kept.append(part[said].assign(column="account"))
    return pd.concat([first, *kept], ignore_index=True).drop_duplicates(ignore_index=True)
