"""Who is behind the ids in a brand's own tables: one table names the people, others count on it.

Files that came in together are read one by one; here the ids in one become the handles of another.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from core.readers import reading
from core.readers.columns import Grid
from core.readers.headers import normal
from core.readers.reading import Reading, count

IDS: Final = ("influencer id", "creator id", "influencerid", "creatorid")
PLAIN_ID: Final = "id"
BY_ID: Final = (
    "It names people by ids of your own, not by handles. Bring the table that says whose ids these"
    " are first, or drop it together with this one, and each row goes to its creator."
)
NO_HANDLES: Final = (
    "It names people by ids of your own, not by handles. Tables with the same ids fit together, but"
    " to look anybody up, add a column with the handles."
)
_MOST: Final = 20_000  # people in a brand's own table; longer lists have a network's ids
_NAMED: Final = "{} {} whose ids these are: {} found."
_HERE: Final = "{}, brought in before,"
_MISSING: Final = "Whose ids {} are, no table says; their rows stay under the id."
_BY_PEOPLE: Final = ("accounts", "posts", "deals")


def of_list(grid: Grid, found: pd.DataFrame) -> pd.DataFrame:
    """id, platform, handle of a list that has ids of its own beside the handles; else no rows."""
    names = [normal(column.name) for column in grid.columns]
    at = next((names.index(name) for name in (*IDS, PLAIN_ID) if name in names), None)
    if (
        len(found) > _MOST
        or at is None
        or grid.of_posts
        or grid.columns[at].meaning in {"handle", "url"}
    ):
        return reading.no_ids()
    ids = grid.cells(at).loc[found.index].str.strip()
    known = found.assign(id=ids)[["id", "platform", "handle"]]
    return known[known["id"] != ""].astype("str")


def together(
    readings: Sequence[tuple[str, Reading]], here: pd.DataFrame | None = None
) -> list[Reading]:
    """The readings of files that came together, given with their names: ids replaced by the
    handles behind them. `here` are ids that are known already, with the names of their files;
    where both know one, the new files are right.
    """
    registers = [one.ids.assign(file=f"“{name}”") for name, one in readings if len(one.ids)]
    if here is not None and len(here):
        taken = pd.concat([reading.no_ids(), *registers])["id"]
        before = here.assign(file=[_HERE.format(f"“{name}”") for name in here["file"]])
        registers.append(before[~before["id"].isin(taken)])
    if not registers:
        return [one for _, one in readings]
    known = pd.concat(registers).drop_duplicates(["id", "platform", "handle"])
    return [_named(one, known) if one.by_id and not len(one.ids) else one for _, one in readings]


def _named(one: Reading, known: pd.DataFrame) -> Reading:
    tables = {
        **one.tables,
        **{name: _filled(one.tables[name], known, name == "deals") for name in _BY_PEOPLE},
    }
    ids = pd.concat([one.tables[name]["handle"] for name in _BY_PEOPLE]).drop_duplicates()
    missing = ids[~ids.isin(known["id"])].tolist()
    if len(missing) == len(ids):
        return one
    files = known.loc[known["id"].isin(ids), "file"].drop_duplicates()
    said = count(len(ids) - len(missing), "person", "people")
    notes = [_NAMED.format(" and ".join(files), "says" if len(files) == 1 else "say", said)]
    notes += [_MISSING.format(reading.listing(missing))] if missing else []
    kept = [note for note in one.notes if note != BY_ID]
    return replace(one, tables=tables, notes=[*notes, *kept], by_id=False)


def _filled(frame: pd.DataFrame, known: pd.DataFrame, moved: bool) -> pd.DataFrame:
    """The rows, each id that stands for one account replaced by it.

    Rows that name another network stay on it, unless `moved`: a deal is the account's, wherever
    the order came from; a post stands where it stands.
    """
    if not len(frame):
        return frame
    alone = known.drop_duplicates("id", keep=False).set_index("id")
    exact = known.drop_duplicates(["id", "platform"], keep=False).set_index(["id", "platform"])
    keys = pd.MultiIndex.from_frame(frame[["handle", "platform"]])
    there = pd.Series(exact["handle"].reindex(keys).to_numpy(), frame.index, dtype="str")
    handle = there.fillna(frame["handle"].map(alone["handle"]))
    network, said = frame["handle"].map(alone["platform"]), frame["platform"]
    return frame.assign(
        platform=network.fillna(said) if moved else said.fillna(network),
        handle=handle.fillna(frame["handle"]),
    )
