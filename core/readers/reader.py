"""The two doors of the room: a file, or handles that somebody typed."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import code_pages, files, origins, pasted, personal, reading, strangers
from core.readers.files import BRING
from core.readers.progress import Tell, silent
from core.readers.reading import Reading, count
from core.readers.registry import RECOGNISERS


def read(
    name: str,
    content: bytes,
    *,
    mapping: Mapping[str, str] | None = None,
    limit: int = files.LIMIT,
    tell: Tell = silent,
) -> Reading:
    """What is in the file; `mapping` gives columns of a list their meaning (“” leaves one out),
    `tell` hears of the progress of long lists.
    """
    try:
        return understood(name, content, mapping, limit, tell)
    except UnreadableFile:
        raise
    # Any bytes may come: a fault here costs one file and a sentence, not the page.
    except Exception as error:
        raise UnreadableFile(f"“{name}” is damaged or of a kind we do not know.", BRING) from error


def understood(
    name: str,
    content: bytes,
    mapping: Mapping[str, str] | None = None,
    limit: int = files.LIMIT,
    tell: Tell = silent,
) -> Reading:
    """As `read`, without its safety net: tests look through this door for faults."""
    file = replace(files.opened(name, content, limit), tell=tell)
    for recognise in RECOGNISERS:
        found = recognise(file, mapping)
        if found is not None:
            return personal.left_out(origins.named(_with_guess(found, file), file.base))
    raise strangers.unknown(file)


def _with_guess(found: Reading, file: files.File) -> Reading:
    """The reading with a word on the letters, where their code page had to be guessed."""
    guess = code_pages.said(file.content) if file.kind == "text" else None
    return replace(found, notes=[*found.notes, guess]) if guess else found


def typed(text: str) -> Reading:
    """Pasted handles as accounts, each once; what is no handle is a problem."""
    pieces = pasted.pieces(text)
    if pieces.empty:
        raise UnreadableFile(
            "Nothing was typed.", "Type or paste handles, for example @name or a profile link."
        )
    found = pieces.dropna(subset=["handle"])
    accounts = found.loc[:, ["platform", "handle"]].assign(
        source_row=found["row"], found_via="typed"
    )
    key = accounts["platform"].fillna("") + "/" + accounts["handle"].str.casefold()
    repeated = int(key.duplicated().sum())
    notes = []
    if accounts["platform"].isna().any():
        notes.append("Some handles do not say which network they are on; choose it.")
    if "\t" in text:
        notes.append("Of lines copied from a spreadsheet, only handles and links are taken.")
    if repeated:
        notes.append(
            f"{count(repeated, 'handle')} typed more than once; each account is kept once."
        )
    return Reading(
        format="typed_handles",
        label="Typed handles",
        tables={"accounts": tidy.conform(accounts[~key.duplicated()], "accounts")},
        rows=len(pieces) - repeated,
        sentence=f"{count(len(accounts) - repeated, 'account')} typed in.",
        problems=_not_handles(pieces),
        notes=notes,
    )


def _not_handles(pieces: pd.DataFrame) -> pd.DataFrame:
    lost = pieces.loc[pieces["handle"].isna(), ["row", "value", "reason"]]
    return reading.problems("typed handles", column=None, **{name: lost[name] for name in lost})
