"""Any list of creators or posts in CSV, TSV or XLSX whose columns can be recognised."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import (
    analytics,
    blocks,
    campaigns,
    cells,
    columns,
    compact,
    contents,
    guesses,
    headers,
    homes,
    mangled,
    nested,
    nobody,
    people,
    reading,
    registers,
    strangers,
    twins,
    wide,
    workbooks,
)
from core.readers.cells import Sheet
from core.readers.columns import Grid
from core.readers.draft import Draft
from core.readers.files import File
from core.readers.headers import Header
from core.readers.nested import Inner
from core.readers.reading import Reading, count

_OF_ACCOUNTS: Final = ("List of creators", "Accounts", "Channels", "Pages", "Subscriptions")
_TITLE: Final = "The first line, “{}”, is taken as the heading of the list, not as a handle."
_NAMES: Final = (
    "“{}” is read as the handles, since no other column has any. If they are people's names, "
    "choose another column."
)
_NO_NUMBERS: Final = (
    "It has no follower counts and no likes, so these accounts cannot be scored yet."
)
_NO_FOLLOWERS: Final = (
    "It has no follower counts, so these accounts cannot be set beside others of their size yet."
)
_PERSONAL: Final = {
    "email": "e-mail addresses",
    "phone": "phone numbers",
    "position": "positions on the map",
}


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a list; None where the file is no table at all."""
    if file.kind != "text" and not workbooks.is_workbook(file):
        return None
    whole = cells.sheets(file)
    own = None if mapping else analytics.recognise(file, whole) or campaigns.recognise(file, whole)
    if own is not None:
        return own
    mine, others = campaigns.apart(whole) if len(whole) > 1 else ([], [])
    if mine and others:
        return _with_campaign(file, _listed(file, others, mapping), mine)
    return _listed(file, whole, mapping)


def _with_campaign(file: File, listed: Reading, mine: Sequence[Sheet]) -> Reading:
    """A workbook with a list of creators and the campaign tables that count on its ids."""
    counted = campaigns.recognise(file, mine)
    if counted is None:
        return listed
    parts = registers.together([("The list of creators", listed), ("", counted)])
    tables = homes.settled(tidy.join(part.tables for part in parts))
    return replace(
        listed,
        tables=tables,
        rows=sum(part.rows for part in parts),
        sentence=f"{listed.sentence} {counted.sentence}",
        problems=reading.join_problems(part.problems for part in parts),
        notes=homes.noted([note for part in parts for note in part.notes], tables),
        waiting=parts[1].waiting,
    )


def _listed(file: File, whole: list[Sheet], mapping: Mapping[str, str] | None) -> Reading:
    """The lists on these sheets; refuses where there is none."""
    sheets = [block for sheet in whole for block in blocks.apart(sheet)]
    strangers.refuse(file, sheets)
    grids = [
        made for made in (columns.grid(sheet, mapping) for sheet in sheets) if made is not None
    ]
    named = [grid for grid in grids if grid.having("handle") or grid.having("url")]
    grids = [grid if grid in named else _owned(grid, named) for grid in grids]
    used = [grid for grid in grids if _names_people(grid)]
    if not used:
        raise nobody.in_prose(file, whole) or nobody.no_handles(file, sheets, grids)
    full = [grid for grid in used if len(grid.rows)]
    if not full:
        raise UnreadableFile(
            f"“{file.name}” has the headings of a list "
            f"({reading.listing(nobody.headings(used[0]))}) and no rows.",
            "Run the tool again, or check that the list was not filtered when it was saved.",
        )
    return joined(file, [one(file, grid) for grid in full], _unused(sheets, full))


def _names_people(grid: Grid) -> bool:
    return bool(
        grid.having("handle") or grid.having("url") or (grid.having("post_url") and grid.of_posts)
    )


def _owned(grid: Grid, named: list[Grid]) -> Grid:
    """A table of posts that names nobody, with the one account named on the same sheet."""
    alone = [other for other in named if other.name == grid.name and len(other.rows) == 1]
    if not grid.of_posts or len(alone) != 1 or not alone[0].having("handle"):
        return grid
    cell = alone[0].cells(alone[0].having("handle")[0]).iloc[0]
    width = grid.rows.shape[1]
    return Grid(
        grid.name,
        [*grid.columns, Header("(account of the sheet)", "handle")],
        grid.rows.assign(**{str(width): cell}).set_axis(range(width + 1), axis=1),
    )


def one(file: File, grid: Grid, inner: Inner | None = None) -> Reading:
    """One table, and the posts inside its rows, as a reading that has no sentence yet."""
    grid = wide.matched(grid) if inner is None else grid
    several = wide.apart(grid) if inner is None else []
    if several:
        return _of_several(file, grid, several)
    if inner is None:
        grid, inner = nested.apart(grid)
    draft = Draft(
        f"{file.name}, sheet “{grid.name}”" if grid.name and _many(file) else file.name, grid
    )
    found, lost = people.named(
        draft, headers.platform_in(grid.name or "") or headers.platform_in(file.name)
    )
    notes = _notes(draft, found)  # before the tables are there, as looking for twins takes room
    tables = contents.tables(draft, found, inner)
    ids = registers.of_list(grid, found)
    form = workbooks.form(file) if _many(file) else "json" if file.kind == "json" else "csv"
    return Reading(
        format=f"list_{form}",
        label=f"List of {contents.rows_are(grid)} ({form.upper()})",
        tables=tables,
        rows=len(grid.rows),
        sentence="",
        problems=reading.join_problems([lost, *draft.problems]),
        notes=[*notes, *draft.notes],
        columns=columns.described(grid, own_id=registers.own_id(grid) if len(ids) else None),
        unsure=tuple(draft.unsure),
        ids=ids,
    )


def _of_several(file: File, grid: Grid, several: list[Grid]) -> Reading:
    """A roster with one row a person and several networks in it: an account for each."""
    parts = [one(file, part) for part in several]
    tables = tidy.join(part.tables for part in parts)
    notes = [note for part in parts for note in part.notes]
    if tables["accounts"]["followers"].notna().any():
        notes = [note for note in notes if note not in (_NO_NUMBERS, _NO_FOLLOWERS)]
    return replace(
        parts[0],
        tables={**tables, "accounts": tables["accounts"].sort_values("source_row", kind="stable")},
        problems=wide.lost_everywhere([part.problems for part in parts]),
        notes=list(dict.fromkeys([*wide.shared(grid, several), *notes])),
        columns=columns.described(grid),
        unsure=_unsure(parts),
    )


def _unsure(readings: Sequence[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in readings for name in part.unsure))


def _many(file: File) -> bool:
    return file.kind in {"zip", "xls"}


def joined(file: File, readings: list[Reading], unused: list[str]) -> Reading:
    """All tables of a file as one reading; refuses where no row of any has a handle."""
    first = readings[0]
    tables = homes.settled(tidy.join(part.tables for part in readings))
    notes = [note for part in readings for note in part.notes]
    if unused:
        notes.append(
            f"No list was found on the sheet {reading.listing(unused)}; nothing was read from it."
        )
    made = Reading(
        format=first.format,
        label=first.label,
        tables=tables,
        rows=sum(part.rows for part in readings),
        sentence=_sentence(first.label, tables),
        problems=reading.join_problems(part.problems for part in readings),
        notes=homes.noted(list(dict.fromkeys(notes)), tables),
        columns=pd.concat([part.columns for part in readings]).drop_duplicates(
            "column", ignore_index=True
        ),
        unsure=_unsure(readings),
        ids=pd.concat([part.ids for part in readings]),
    )
    if made.rows_read == 0:
        raise nobody.no_rows(file, made)
    return made


def _sentence(label: str, tables: Mapping[str, pd.DataFrame]) -> str:
    posts, accounts, comments = tables["posts"], tables["accounts"], tables["comments"]
    if len(comments):
        authors = comments["author"].str.casefold().nunique()
        said = f"{count(len(comments), 'comment')} by {count(authors, 'person', 'people')}"
        return f"{label}: {said}{homes.words(comments)}{_when(comments['commented_at'])}."
    if len(posts) and not (len(accounts) and label.startswith(_OF_ACCOUNTS)):
        authors = posts["handle"].str.casefold().nunique()
        whose = f"{count(len(posts), 'post')} of {count(authors, 'creator')}{homes.words(posts)}"
        return f"{label}: {whose}{_when(posts['posted_at'])}."
    known = [
        words
        for column, words in (
            ("followers", "followers"),
            ("avg_likes", "likes"),
            ("avg_views", "views"),
            ("engagement_rate_claimed", "engagement rate"),
            ("price", "price"),
        )
        if accounts[column].notna().any()
    ]
    has = f", with {', '.join(known)}" if known else ", names only"
    of_them = f"; and {count(len(posts), 'post')} of theirs{_when(posts['posted_at'])}"
    more = of_them if len(posts) else ""
    return f"{label}: {count(len(accounts), 'creator')}{homes.words(accounts)}{has}{more}."


def _when(times: pd.Series) -> str:
    when = reading.span(times)
    return f", {when}" if when else ""


def _notes(draft: Draft, found: pd.DataFrame) -> list[str]:
    notes = []
    grid = draft.grid
    named = [
        c.name
        for c in grid.columns
        if c.meaning == "handle" and not c.platform and headers.read(c.name).meaning == "name"
    ]
    if named:
        notes.append(_NAMES.format(" ".join(named[0].split())))
    if grid.title:
        notes.append(_TITLE.format(grid.title))
    personal = [
        words
        for meaning, words in _PERSONAL.items()
        if any(not compact.is_empty(grid.rows[at]).all() for at in grid.having(meaning))
    ]
    if personal:
        notes.append(f"The {' and '.join(personal)} in it were left out; they are not needed.")
    names = {headers.normal(column.name) for column in grid.columns}
    if "show boosts" in names or {"channel id", "channel url"} <= names:
        notes.append("These are accounts that the owner follows, not followers.")
    twice = twins.repeats(found["handle"])
    if twice and found["platform"].nunique() > 1:  # the same name on another network is no twin
        twice = twins.repeats(found["handle"] + "/" + found["platform"].fillna(""))
    if twice and not grid.of_posts:
        notes.append(
            f"{count(twice, 'row names', 'rows name')} an account that is in the list "
            f"already; all rows are kept."
        )
    if not grid.of_posts and not grid.having("followers"):
        liked = grid.having("avg_likes") or grid.having("likes")
        notes.append(_NO_FOLLOWERS if liked else _NO_NUMBERS)
    return [*notes, *mangled.said(grid.columns), *guesses.said(grid.columns)]


def _unused(sheets: list[Sheet], used: list[Grid]) -> list[str]:
    names = {grid.name for grid in used}
    return [sheet.name for sheet in sheets if sheet.name and sheet.name not in names]
