"""LinkedIn's `Connections.csv`: people by link and date, behind a preamble of notes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import unquote

import pandas as pd

from core import tables as tidy
from core.readers import cells, dates, handles, headers, nameless, reading
from core.readers.cells import Sheet
from core.readers.files import File, text
from core.readers.reading import Reading, count

_HEADINGS: Final = {
    "first name": ("first name", "vorname", "prénom", "nombre", "nome", "voornaam"),
    "last name": (
        "last name",
        "nachname",
        "nom",
        "apellidos",
        "cognome",
        "sobrenome",
        "achternaam",
    ),
    "url": ("url", "profile url", "profil url"),
    "mail": ("email address", "e mail adresse", "e mail address", "adresse e mail"),
    "company": ("company", "unternehmen", "entreprise", "empresa", "azienda", "bedrijf"),
    "position": ("position", "poste", "cargo", "posizione", "functie"),
    "date": (
        "connected on",
        "verbunden am",
        "connecté le",
        "date de connexion",
        "en relation depuis le",
        "conectado el",
        "fecha de conexión",
        "conectado em",
        "data da conexão",
        "collegato il",
        "data di collegamento",
        "verbonden op",
    ),
}
_DATED: Final = re.compile("|".join(_HEADINGS["date"]), re.IGNORECASE)
_HELP: Final = (
    "LinkedIn gives names and jobs, no follower counts; nobody in it can be scored yet. What "
    "helps: a list of creators with numbers, or their handles on other networks."
)
_NO_MAIL: Final = "The e-mail addresses in it were left out; they are not needed."
_MUTUAL: Final = "Connections are counted as followers here: on LinkedIn they follow each other."
_NO_LINKS: Final = (
    "The file has names and no links to profiles, so nobody in it can be looked up or scored. "
    "What helps: ask LinkedIn for the full download again, today's has the links."
)


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a list of connections; None where the file is none."""
    # Looked for in the first bytes: most tables are none, and cutting them twice costs time.
    if file.kind != "text" or mapping or not _DATED.search(text(file.content[:8_000])):
        return None
    for sheet in cells.sheets(file):
        for at, record in enumerate(sheet.head[:20]):
            columns = _columns(record)
            if {"first name", "last name", "date"} <= columns.keys():
                return _read(file, sheet, at, columns)
    return None


def _columns(record: list[str]) -> dict[str, int]:
    names = [headers.normal(cell) for cell in record]
    return {
        meaning: names.index(said)
        for meaning, words in _HEADINGS.items()
        for said in words
        if said in names
    }


def _read(file: File, sheet: Sheet, at: int, columns: dict[str, int]) -> Reading:
    rows = sheet.body(at)
    nothing = pd.Series("", index=rows.index, dtype="str")
    said = {
        meaning: rows[place].str.strip() if place in rows else nothing
        for meaning, place in columns.items()
    }
    connected = dates.parse(said["date"])
    if "url" not in said or not (said["url"] != "").any():
        return nameless.counted(
            file.name,
            connected,
            kind="linkedin_connections_csv",
            label="LinkedIn connections (CSV)",
            platform="linkedin",
            measure="new_connections",
            notes=[_NO_LINKS],
        )
    people, reason = _people(said)
    made = _reading(file, people, connected, reason, "mail" in said)
    undated = connected.isna() & (said["date"] != "") & people["handle"].notna()
    bad = reading.problems(
        file.name,
        row=people.index[undated],
        column=sheet.head[at][columns["date"]],
        value=said["date"][undated].array,
        reason="this is not a date",
    )
    return replace(made, problems=reading.join_problems([made.problems, bad]))


def _people(said: dict[str, pd.Series]) -> tuple[pd.DataFrame, pd.Series]:
    """An account for every row with a link, and why the others have none."""
    seen, rows = handles.examine(said["url"]), said["url"]
    nothing = pd.Series("", index=rows.index, dtype="str")
    name = (said["first name"] + " " + said["last name"]).str.strip()
    job = said.get("position", nothing) + " · " + said.get("company", nothing)
    people = pd.DataFrame(
        {
            "platform": "linkedin",
            "handle": seen["handle"].map(unquote, na_action="ignore").astype("str"),
            "name": name.where(name != ""),
            "bio": job.str.strip(" ·").replace("", None).astype("str"),
            "url": said["url"],
            "source_row": pd.array(rows.index, "Int64"),
        },
        index=rows.index,
    )
    return people, _reasons(seen, name, said)


def _reasons(seen: pd.DataFrame, name: pd.Series, said: dict[str, pd.Series]) -> pd.Series:
    """Why a row names nobody that can be found."""
    without = (said["url"] == "") & (name == "")
    reason = seen["reason"].mask(said["url"] == "", "a name without a link to a profile")
    return reason.mask(without, "neither a name nor a link (the account is closed)")


def _reading(
    file: File, people: pd.DataFrame, connected: pd.Series, reason: pd.Series, mails: bool
) -> Reading:
    good = people["handle"].notna()
    used = people[good]
    follows = pd.DataFrame(
        {"platform": "linkedin", "follower": used["handle"], "followed_at": connected[good]}
    )
    notes = [_HELP, _MUTUAL, _NO_MAIL] if mails else [_HELP, _MUTUAL]
    when = reading.span(connected[good])
    since = f", {when}." if when else "."
    return Reading(
        format="linkedin_connections_csv",
        label="LinkedIn connections (CSV)",
        tables={
            "accounts": tidy.conform(used, "accounts"),
            "follows": tidy.conform(follows, "follows"),
        },
        rows=len(people),
        sentence=f"LinkedIn connections of one person: "
        f"{count(len(used), 'person', 'people')}{since}",
        problems=reading.problems(
            file.name,
            row=people.index[~good],
            column=None,
            value=people.loc[~good, "name"].array,
            reason=reason[~good].array,
        ),
        notes=notes,
    )
