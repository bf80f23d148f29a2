"""Who is behind the ids in a brand's own tables: one table names the people, others count on it.

Files that came in together are read one by one; here the ids in one become the handles of another.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from core import ids
from core.readers import reading
from core.readers.columns import Grid
from core.readers.headers import normal
from core.readers.reading import Reading, count

IDS: Final = ("influencer id", "creator id", "influencerid", "creatorid")
PLAIN_ID: Final = "id"
BY_ID: Final = (
    "It names people by ids of your own, not by handles. Bring the table that says whose ids these"
    " are, together with this one or at another time, and each row goes to its creator."
)
NO_HANDLES: Final = (
    "It names people by ids of your own, not by handles. Tables with the same ids fit together, but"
    " to look anybody up, add a column with the handles."
)
_MOST: Final = 20_000  # people in a brand's own table; longer lists have a network's ids
_NAMED: Final = "{} {} whose ids these are: {} found."
_HERE: Final = "{}, brought in before,"
_MISSING: Final = "Whose ids {} are, no table says yet; their rows stay under the id."
_AWAITED: Final = (
    "It also says whose the ids in {}, brought in before, are: {}. Once it is in, their rows go to"
    " these creators."
)


def of_list(grid: Grid, found: pd.DataFrame) -> pd.DataFrame:
    """id, platform, handle of a list that has ids of its own beside the handles; else no rows."""
    at = own_id(grid)
    if len(found) > _MOST or at is None or grid.of_posts:
        return ids.nobody()
    called = grid.cells(at).loc[found.index].str.strip()
    known = found.assign(id=called)[["id", "platform", "handle"]]
    return known[known["id"] != ""].astype("str")


def own_id(grid: Grid) -> int | None:
    """The column with a brand's own ids: the one a person called so, else by its heading."""
    names = [normal(column.name) for column in grid.columns]
    headed = [names.index(name) for name in (*IDS, PLAIN_ID) if name in names]
    free = [at for at in headed if grid.columns[at].meaning is None]
    return next(iter([*grid.having("own_id"), *free]), None)


def together(
    readings: Sequence[tuple[str, Reading]],
    here: pd.DataFrame | None = None,
    waiting: pd.DataFrame | None = None,
) -> list[Reading]:
    """The readings of files that came together, given with their names: ids replaced by the
    handles behind them. `here` are ids that are known already, with the names of their files;
    where both know one, the new files are right. `waiting` are ids in files brought in before
    that nobody has named yet, with the names of those.
    """
    registers = [one.ids.assign(file=f"“{name}”") for name, one in readings if len(one.ids)]
    if here is not None and len(here):
        taken = pd.concat([ids.nobody(), *registers])["id"]
        before = here.assign(file=[_HERE.format(f"“{name}”") for name in here["file"]])
        registers.append(before[~before["id"].isin(taken)])
    if not registers:
        return [one for _, one in readings]
    known = pd.concat(registers)
    made = [_named(one, known) if one.waiting else one for _, one in readings]
    return made if waiting is None else [_awaited(one, waiting) for one in made]


def _named(one: Reading, known: pd.DataFrame) -> Reading:
    known = known[known["id"].isin(one.waiting)]
    missing = one.waiting - set(known["id"])
    if missing == one.waiting:
        return one
    files = known["file"].drop_duplicates()
    said = count(len(one.waiting) - len(missing), "person", "people")
    notes = [_NAMED.format(" and ".join(files), "says" if len(files) == 1 else "say", said)]
    notes += [_MISSING.format(reading.listing(sorted(missing)))] if missing else []
    kept = [note for note in one.notes if note != BY_ID]
    tables = ids.named(one.tables, one.waiting, known)
    return replace(one, tables=tables, notes=[*notes, *kept], waiting=missing)


def _awaited(one: Reading, waiting: pd.DataFrame) -> Reading:
    """The reading, with a word on the files brought in before whose ids it names."""
    found = waiting[waiting["id"].isin(one.ids["id"])]
    if found.empty:
        return one
    said = count(found["id"].nunique(), "person", "people")
    files = reading.listing(found["file"].drop_duplicates())
    return replace(one, notes=[_AWAITED.format(files, said), *one.notes])
