"""Posts inside a list of accounts: a dozen of each account's latest, as scrapers give them.

In JSON they are a list in the record; in CSV and XLSX columns such as `latestPosts/0/likesCount`.
"""

import re
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.readers import columns, creators, headers, people, reading
from core.readers.columns import Grid
from core.readers.draft import Draft

_FLAT: Final = re.compile(r"^(?P<list>[^/]+?)[/.](?P<number>\d{1,3})[/.](?P<leaf>[^/]+)$")
_ELEMENT: Final = re.compile(r"[/.]\d{1,3}(?:[/.]|$)")
_OWN: Final = frozenset({"post_url", "post_id", "caption", "posted_at"})
_COUNTED: Final = frozenset({"likes", "comments", "views"})


@dataclass(frozen=True, slots=True, eq=False)
class Inner:
    """The posts of all accounts of a list as one table, and which row each came from."""

    grid: Grid
    rows: pd.Series


def is_post(names: list[str]) -> bool:
    """Whether fields of these names are a post's: something of its own, something counted."""
    meanings = {headers.read(name).meaning for name in names}
    return bool(meanings & _OWN) and bool(meanings & _COUNTED)


def apart(grid: Grid) -> tuple[Grid, Inner | None]:
    """The list without its numbered columns, and the posts in those; columns keep their names."""
    flat = [at for at, column in enumerate(grid.columns) if _ELEMENT.search(column.name)]
    if not flat or grid.of_posts:
        return grid, None
    kept = [at for at in range(len(grid.columns)) if at not in set(flat)]
    rest = Grid(
        grid.name,
        [grid.columns[at] for at in kept],
        grid.rows[kept].set_axis(range(len(kept)), axis=1),
    )
    found = [match for at in flat if (match := _FLAT.match(grid.columns[at].name))]
    lists = {match["list"] for match in found}
    named = {name: [m for m in found if m["list"] == name] for name in sorted(lists)}
    inner = [
        made
        for matches in named.values()
        if is_post([match["leaf"] for match in matches])
        and (made := _stacked(grid, matches)) is not None
    ]
    return rest, inner[0] if inner else None


def _stacked(grid: Grid, matches: list[re.Match[str]]) -> Inner | None:
    """The numbered columns of one list below each other: a row for every post."""
    places = {column.name: at for at, column in enumerate(grid.columns)}
    leaves = list(dict.fromkeys(match["leaf"] for match in matches))
    numbers = sorted({int(match["number"]) for match in matches})
    where = {(int(m["number"]), m["leaf"]): places[m.string] for m in matches}
    parts = []
    for number in numbers:
        mine = {leaf: grid.cells(where[number, leaf]) for leaf in leaves if (number, leaf) in where}
        part = pd.DataFrame(mine, index=grid.rows.index)
        parts.append(part[(part != "").any(axis=1)])
    whole = pd.concat(parts).reindex(columns=leaves).fillna("")
    return inner(leaves, whole) if len(whole) else None


def inner(names: list[str], whole: pd.DataFrame) -> Inner:
    """Posts by the names of their fields; the index of `whole` is the row each came from."""
    cells = whole.set_axis(range(len(names)), axis=1).reset_index(drop=True)
    grid = columns.weighed(None, [headers.read(name) for name in names], cells, None)
    return Inner(grid, pd.Series(whole.index, index=cells.index))


def posts(draft: Draft, posts_in: Inner, found: pd.DataFrame) -> pd.DataFrame:
    """The posts of the accounts that were read, each under its own author or its account.

    What is wrong in a post is a problem of a cell: the row is the account's, and was read.
    """
    mine = Draft(draft.file, posts_in.grid)
    mine.grid.rows.index.name = None
    named, _ = people.named(mine, None)
    read = posts_in.rows[posts_in.rows.isin(found.index)]
    parents = found.reindex(read.to_numpy()).set_axis(read.index)
    own = named.reindex(read.index)
    known = own["handle"].notna()
    whose = pd.DataFrame(
        {
            "platform": own["platform"].where(known).fillna(parents["platform"]),
            "handle": own["handle"].fillna(parents["handle"]),
        }
    )
    made = creators.posts(mine, whose)
    rows = read.reindex(made["source_row"].astype("int64").to_numpy())
    draft.problems.extend(_moved(frame, posts_in.rows) for frame in mine.problems)
    draft.notes.extend(mine.notes)
    return made.assign(source_row=pd.array(rows.to_numpy(), "Int64"))


def _moved(problems: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    return reading.problems(
        str(problems["file"].iloc[0]),
        row=rows.reindex(problems["row"].astype("int64")).to_numpy(),
        column="posts: " + problems["column"].fillna("a post"),
        value=problems["value"],
        reason=problems["reason"],
    )
