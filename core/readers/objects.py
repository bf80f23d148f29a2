"""Lists in JSON, as scrapers and APIs give them: each record a row, then read as any list is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import msgspec
import pandas as pd

from core import tables as tidy
from core.readers import columns, fields, headers, lists, loose, nested, nobody, reading, records
from core.readers.columns import Grid
from core.readers.fields import Record, Shape
from core.readers.files import File, text
from core.readers.headers import Header
from core.readers.nested import Inner
from core.readers.reading import Reading

_WIDEST: Final = 2_000
_OWN_PROFILE: Final = frozenset({"username", "private_account"})  # of an Instagram download
_REPOST: Final = "(kind)"
_COUNTED: Final = frozenset({"likes", "comments", "views", "shares", "saves"})
_PERSONAL: Final = frozenset({"email", "phone", "position", "error"})
# Objects that hold the author of a post, and objects that hold only its numbers.
_AUTHORS: Final = frozenset(
    {"user", "author", "owner", "account", "creator", "profile", "channel", "influencer"}
)
_COUNTS: Final = frozenset(
    {"stats", "statistics", "metrics", "counts", "public metrics", "insights", "engagement"}
)
_OF_AUTHORS: Final = frozenset({"handle", "name", "followers", "following", "verified", "private"})


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a list in JSON; None where the file holds no records that name anybody."""
    if file.kind != "json":
        return None
    value = decoded(file)
    if isinstance(value, dict) and value.keys() >= _OWN_PROFILE:
        return None
    found = records.records(value)
    readings = [
        made
        for shape, rows in _by_shape(found)
        if (made := _read(file, shape, rows, mapping)) is not None
    ]
    if not readings:
        if len(found) < 2:
            return None
        raise nobody.no_handles(file, [], [_grid(pd.Series(found, dtype="object"), None, None)])
    made = lists.joined(file, readings, [])
    others = records.left_out(value, found) if made.format == "list_json" else []
    if others:
        made.notes.append(f"Nothing was read from {reading.listing(others)} in it.")
    return _with_follows(made, value)


def decoded(file: File) -> Any:
    """The value in the file; one object a line (JSON Lines) is a list."""
    content = text(file.content).strip()
    if content.startswith("{") and "}\n" in content.replace("\r\n", "\n"):
        try:
            return msgspec.json.Decoder().decode_lines(content)
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            pass
    return loose.decoded(file)


def _by_shape(found: list[Record]) -> list[tuple[Shape | None, pd.Series]]:
    """The records in groups of one shape, numbered from 1; those of no shape go to the first."""
    index = pd.RangeIndex(1, len(found) + 1)
    every = pd.Series(found, index=index, dtype="object")
    known = [shape for shape in fields.SHAPES if any(shape.fits(record) for record in found[:5000])]
    if not known:
        return [(None, every)] if found else []
    kinds = [
        next((at for at, shape in enumerate(known) if shape.fits(record)), -1) for record in found
    ]
    names = [known[at].name for at in kinds if at >= 0]
    order = list(dict.fromkeys(names))
    of = pd.Series([known[at].name if at >= 0 else order[0] for at in kinds], index=index)
    first = {shape.name: shape for shape in reversed(known)}
    return [(first[name], every[of == name]) for name in order]


def _read(
    file: File, shape: Shape | None, rows: pd.Series, mapping: Mapping[str, str] | None
) -> Reading | None:
    inner = _inner(rows, shape)
    grid = _grid(rows, shape, mapping)
    if not (grid.having("handle") or grid.having("url") or grid.having("post_url")):
        # Searches give posts under a hashtag, not under an account: those are the rows then.
        if inner is None or not inner.grid.having("handle"):
            return None
        grid, inner = inner.grid, None
    made = lists.one(file, grid, inner)
    return made if shape is None else replace(made, format=shape.format, label=shape.label)


def _grid(rows: pd.Series, shape: Shape | None, mapping: Mapping[str, str] | None) -> Grid:
    """The records as a table of text, one column a field, objects inside flattened once."""
    names: dict[str, None] = {}
    flat = [_flat(record, shape, names) for record in rows]
    cells = pd.DataFrame.from_records(flat, columns=list(names), index=rows.index).fillna("")
    cells = cells.astype("str").set_axis(range(len(names)), axis=1)
    if shape is None:
        read = [_header(name) for name in names]
        return columns.weighed(None, read, cells, mapping)
    read = [_known(name, shape) for name in names]
    for at, header in enumerate(read):
        if header.meaning == "category":
            cells[at] = cells[at].str.removeprefix("None,")
    grid = columns.corrected(None, read, cells, mapping)
    return _without_others_numbers(grid)


def _flat(record: Record, shape: Shape | None, names: dict[str, None]) -> dict[str, str]:
    row: dict[str, str] = {}
    if shape is not None:
        for path in shape.meanings:
            row[path] = fields.text(fields.at(record, path))
    for name, value in record.items():
        if isinstance(value, dict):
            for inner, held in value.items():
                if not isinstance(held, dict | list):
                    row.setdefault(f"{name}.{inner}", fields.text(held))
        elif not isinstance(value, list):
            row.setdefault(name, fields.text(value))
    for name in row:
        if len(names) < _WIDEST:
            names.setdefault(name)
    return row


def _header(path: str) -> Header:
    """What a field of a record of no known shape means."""
    parent, _, leaf = path.rpartition(".")
    if not parent:
        return headers.read(path)
    inner, place = headers.read(leaf), headers.normal(parent)
    if place in _AUTHORS:
        meaning = "name" if headers.normal(leaf) == "name" else inner.meaning
        return Header(path, meaning if meaning in _OF_AUTHORS else None)
    if place in _COUNTS or inner.meaning in _PERSONAL:
        return replace(inner, name=path)
    whole = headers.read(path)
    return whole if leaf in {"count", "total"} else Header(path, None)


def _known(path: str, shape: Shape) -> Header:
    """What a field of a known shape means; of all others, only what has to be left out."""
    meaning = shape.meanings.get(path)
    if meaning is None:
        other = headers.read(path.rpartition(".")[2]).meaning
        meaning = other if other in _PERSONAL else None
    return Header(path, meaning, shape.platform if meaning == "handle" else None)


def _without_others_numbers(grid: Grid) -> Grid:
    """Reposts without likes: those belong to somebody else's post."""
    at = next((at for at, column in enumerate(grid.columns) if column.name == _REPOST), None)
    if at is None:
        return grid
    counted = pd.Series([column.meaning in _COUNTED for column in grid.columns])
    others = (grid.rows[at] == "repost").to_numpy()[:, None] & counted.to_numpy()
    return replace(grid, rows=grid.rows.mask(others, ""))


def _inner(rows: pd.Series, shape: Shape | None) -> Inner | None:
    """The posts that stand in a list inside the records, under the first name that has any."""
    names: dict[str, list[tuple[int, Record]]] = {}
    for row, record in rows.items():
        for name, value in record.items():
            for post in _listed(value):
                names.setdefault(name, []).append((int(row), post))
    for found in names.values():
        sample = [post for _, post in found[:20]]
        inner_shape = fields.shape(sample)
        if inner_shape is not None or nested.is_post(list(sample[0])):
            return _stacked(found, inner_shape)
    return None


def _listed(value: Any) -> list[Record]:
    """The objects of a list, or of the list in a page or an edge (`data`, `edges`)."""
    if isinstance(value, dict):
        value = value.get("data", value.get("edges"))
    if not isinstance(value, list):
        return []
    found = [item.get("node", item) for item in value if isinstance(item, dict)]
    return [item for item in found if isinstance(item, dict)]


def _stacked(found: list[tuple[int, Record]], shape: Shape | None) -> Inner:
    rows = pd.Series([post for _, post in found], dtype="object")
    grid = _grid(rows, shape, None)
    return Inner(grid, pd.Series([row for row, _ in found], index=rows.index))


def _with_follows(made: Reading, value: Any) -> Reading:
    """Who follows whom, where Bluesky's answer says whose list it is."""
    subject = value.get("subject") if isinstance(value, dict) else None
    owner = subject.get("handle") if isinstance(subject, dict) else None
    side = next((key for key in ("followers", "follows") if key in (value or ())), None)
    if not isinstance(owner, str) or side is None:
        return made
    people = made.tables["accounts"]["handle"]
    whose = pd.Series(owner, index=people.index, dtype="str")
    handle, follower = (whose, people) if side == "followers" else (people, whose)
    follows = pd.DataFrame({"platform": "bluesky", "handle": handle, "follower": follower})
    return replace(made, tables={**made.tables, "follows": tidy.conform(follows, "follows")})
