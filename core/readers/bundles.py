"""A ZIP of lists or analytics exports: every table in it is read, each named in the notes."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import archives, homes, reading, registers
from core.readers.archives import Archive
from core.readers.files import File
from core.readers.reading import Reading, count

Recogniser = Callable[[File, Mapping[str, str] | None], Reading | None]

_TABLES: Final = (".csv", ".tsv", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_ALSO: Final = (".txt", ".json")  # at the top only: deep inside they are a network's own download
# A network's own download of everything: beside these, its tables hold messages and searches.
_ALONE: Final = re.compile(
    r"(?:^|/)(?:connections|subscriptions|abos|abonnements|abonnementen)\.csv$"
)
_MOST: Final = 200  # tables in one ZIP
_NOT_READ: Final = "Nothing was read from {}."


@dataclass(frozen=True, slots=True)
class Bundle:
    """Reads the tables in a ZIP with the recognisers of single files."""

    singles: tuple[Recogniser, ...]

    def recognise(self, file: File, mapping: Mapping[str, str] | None) -> Reading | None:
        """One reading of all the tables in a ZIP; None where the file is no such ZIP."""
        if file.kind != "zip":
            return None
        archive = archives.archive(file)
        if archives.is_workbook(archive.members):
            return None
        names = _tables(archive)
        read, refused = self._read(archive, names, mapping)
        tables = [name for name in refused if name.casefold().endswith(_TABLES)]
        if len(tables) == 1 and not read:
            raise refused[tables[0]]
        if not read:
            raise _nothing(archive)
        return _joined(archive, read, [name for name in archive.members if name not in read])

    def _read(
        self, archive: Archive, names: Sequence[str], mapping: Mapping[str, str] | None
    ) -> tuple[dict[str, Reading], dict[str, UnreadableFile]]:
        read: dict[str, Reading] = {}
        refused: dict[str, UnreadableFile] = {}
        archive.within(names)
        for name in names:
            try:
                # The ZIP's name stays in front: it may hold the year or the owner.
                inside = archive.file(name)
                inside = File(f"{archive.name}/{_short(name)}", inside.content, inside.kind)
                found = (single(inside, mapping) for single in self.singles)
                made = next((one for one in found if one is not None), None)
            except UnreadableFile as error:
                refused[name] = error
            else:
                if made is not None:
                    read[name] = made
        return read, refused


def _tables(archive: Archive) -> list[str]:
    alone = [name for name in archive.named(".csv") if _ALONE.search(name.casefold())]
    if alone:
        return alone
    names = [*archive.named(*_TABLES), *(n for n in archive.named(*_ALSO) if n.count("/") <= 1)]
    if len(names) > _MOST:
        raise UnreadableFile(
            f"“{archive.name}” holds {len(names):,} tables; {_MOST} are read at once.",
            "Bring the lists that matter, a few at a time.",
        )
    return names


def _short(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _joined(archive: Archive, read: Mapping[str, Reading], unread: Sequence[str]) -> Reading:
    parts = registers.together([(_short(name), made) for name, made in read.items()])
    notes = [f"“{_short(name)}”: {made.sentence}" for name, made in read.items()]
    notes += [note for part in parts for note in part.notes]
    if unread:
        notes.append(_NOT_READ.format(reading.listing(_short(name) for name in unread)))
    label, kind = _named(parts)
    tables = homes.settled(tidy.join(part.tables for part in parts))
    notes = list(dict.fromkeys(notes if len(parts) > 1 or unread else parts[0].notes))
    return Reading(
        format=kind,
        label=label,
        tables=tables,
        rows=sum(part.rows for part in parts),
        sentence=parts[0].sentence if len(parts) == 1 else _sentence(label, parts),
        problems=reading.join_problems(part.problems for part in parts),
        notes=homes.noted(notes, tables),
        columns=pd.concat([part.columns for part in parts]).drop_duplicates(
            "column", ignore_index=True
        ),
        ids=pd.concat([part.ids for part in parts]),
        waiting=frozenset().union(*(part.waiting for part in parts)),
    )


def _named(parts: Sequence[Reading]) -> tuple[str, str]:
    """Label and format of all parts together: what their own have in common."""
    first = parts[0]
    if len(parts) == 1:
        return first.label, first.format
    words = zip(*(part.format.split("_") for part in parts), strict=False)
    shared = "_".join(same[0] for same in takewhile(lambda same: len(set(same)) == 1, words))
    alike = len({part.label for part in parts}) == 1
    label = first.label.partition(",")[0].partition(" (")[0] if shared else "Several kinds of files"
    return (first.label if alike else f"{label} (ZIP)"), f"{shared or 'several'}_zip"


def _sentence(label: str, parts: Sequence[Reading]) -> str:
    tables = tidy.join(part.tables for part in parts)
    nouns = (("accounts", "account"), ("posts", "post"), ("deals", "deal"), ("follows", "follow"))
    said = [count(len(tables[name]), noun) for name, noun in nouns if len(tables[name])]
    if len(tables["daily"]):
        said.append(count(tables["daily"]["day"].nunique(), "day") + " of numbers")
    rows = count(sum(part.rows for part in parts), "row")
    return f"{label}: {count(len(parts), 'file')} with {rows}; {', '.join(said) or 'no numbers'}."


def _nothing(archive: Archive) -> UnreadableFile:
    names = reading.listing(_short(name) for name in archive.members)
    return UnreadableFile(
        f"“{archive.name}” is a ZIP archive without a follower list that we know; in it are "
        f"{names}.",
        "If the list you want is one of these, unpack the archive and bring that file.",
    )
