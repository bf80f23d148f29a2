"""Downloads that networks split into several files: which parts a file holds, and whether those
that it lacks lie beside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.readers import reading
from core.readers.reading import Lack, Reading, Split

_BESIDE: Final = "{} {} in {}, which came together with this file; add all of them."


def notes(split: Split) -> list[str]:
    """What is missing, in words: one note for all parts that the same is said of."""
    words: dict[str, list[str]] = {}
    for lack in split.lacks:
        words.setdefault(lack.words, []).append(lack.part)
    said = [one.format(reading.listing(parts), _is(parts)) for one, parts in words.items()]
    return [*said, split.partly] if split.partly else said


def together(readings: Sequence[tuple[str, Reading]]) -> list[Reading]:
    """The readings of files that came together, given with their names: none says any more that a
    part is missing which another of them holds.
    """
    return [
        _completed(one, [other for other in readings if other[1] is not one]) for _, one in readings
    ]


def _completed(one: Reading, others: Sequence[tuple[str, Reading]]) -> Reading:
    mine = one.split
    beside = [(name, other.split) for name, other in others if other.split and _is_same(one, other)]
    if mine is None or not beside or not (mine.lacks or mine.partly):
        return one
    where = {lack: name for name, split in beside for lack in mine.lacks if _holds(split, lack)}
    open_ = tuple(lack for lack in mine.lacks if lack not in where)
    left = replace(mine, lacks=open_, partly=mine.partly if open_ else "")
    kept = [note for note in one.notes if note not in notes(mine)]
    found = [lack.part for lack in where]
    files = reading.listing(dict.fromkeys(where.values()))
    said = [_BESIDE.format(reading.listing(found), _is(found), files)] if found else []
    return replace(one, notes=[*notes(left), *said, *kept], split=left)


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether both are from one network, and not from two accounts on it."""
    owners = {part.split.owner for part in (one, other) if part.split} - {None}
    return one.format.split("_")[0] == other.format.split("_")[0] and len(owners) < 2


def _holds(split: Split, lack: Lack) -> bool:
    return any(held.endswith(lack.part) for held in split.holds)


def _is(parts: Sequence[str]) -> str:
    return "is" if len(parts) == 1 else "are"
