"""The rows of the database: what people decide, and the files they brought in.

They live on a registry of their own, so that Streamlit's hot reload can import this module again:
on SQLModel's shared registry the second import fails with "Table already defined".
"""

from datetime import datetime
from typing import Any, Final

import pandas as pd
from sqlalchemy import JSON, BigInteger, MetaData
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from core.store import frames

# Every constraint has a name, because SQLite can only change what a migration can call by name.
_CONSTRAINTS: Final = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=_CONSTRAINTS))):
    """What all rows share: one registry, reloaded with this module."""


class Workspace(Row, table=True):
    """The brand at work here and how its people read numbers; `kind` is "own" or "sample"."""

    kind: str = Field(default="own", primary_key=True)
    brand: str = ""
    values: str = ""
    topics: str = ""
    deal_breakers: str = ""
    blocked: str = Field(default="", sa_column_kwargs={"server_default": ""})  # names, domains
    tier_scheme: str = "article"
    benchmark: str = "SEED"
    currency: str = "USD"  # ISO 4217
    # Units of a currency that one US dollar buys, as typed.
    rates: dict[str, float] = Field(
        default_factory=dict, sa_type=JSON, sa_column_kwargs={"server_default": "{}"}
    )
    locale: str = "en_US"
    definition: str = "followers"  # what reactions are divided by
    saves: bool = False  # whether saves and shares are reactions
    weights: dict[str, float] = Field(default_factory=dict, sa_type=JSON)  # of each dimension
    colour: str = Field(default="", sa_column_kwargs={"server_default": ""})  # #rrggbb
    logo: bytes | None = None  # PNG
    updated_at: datetime


class Upload(Row, table=True):
    """One file as it was brought in; never changed, only removed."""

    number: int | None = Field(default=None, primary_key=True)  # the order of arrival
    id: str = Field(unique=True)
    name: str
    sha256: str = Field(unique=True)
    size: int = Field(sa_type=BigInteger)  # bytes
    format: str
    label: str
    sentence: str
    rows: int
    rows_kept_out: int
    found_via: str | None = None
    owner: str | None = None  # whose followers these are
    sample: bool = False
    added_at: datetime


class UploadTable(Row, table=True):
    """One tidy table of an upload as Parquet, apart from it so that a listing reads no bytes."""

    __tablename__ = "upload_table"

    upload_id: str = Field(primary_key=True, foreign_key="upload.id", ondelete="CASCADE")
    name: str = Field(primary_key=True)  # of core.tables.NAMES, or “problems”, “ids”, “waiting”
    parquet: bytes


class Mapping(Row, table=True):
    """What somebody said about a file, for the next one with the same headings."""

    fingerprint: str = Field(primary_key=True)  # core.readers.shapes.fingerprint
    headings: list[str] = Field(sa_type=JSON)
    meanings: dict[str, str] = Field(sa_type=JSON)  # heading → tidy column; "" leaves it out
    answers: dict[str, str] = Field(sa_type=JSON)  # question → answer
    set_at: datetime


class PersonPair(Row, table=True):
    """Two accounts, and whether they are one person's, as somebody decided."""

    __tablename__ = "person_pair"

    first: str = Field(primary_key=True)  # platform/handle; before `second` in the alphabet
    second: str = Field(primary_key=True)
    same: bool
    sample: bool = False
    decided_at: datetime


class Shortlisted(Row, table=True):
    """A creator somebody wants to keep in sight."""

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    creator: str = Field(unique=True)  # platform/handle
    sample: bool = False
    added_at: datetime


class Note(Row, table=True):
    """What somebody wrote about a creator."""

    # Without this SQLite gives the number of a removed row to the next one, and a link or an open
    # tab that still holds the number would mean the wrong row.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    creator: str = Field(index=True)
    text: str
    sample: bool = False
    added_at: datetime


class Vetting(Row, table=True):
    """One answer to one question about a creator; earlier answers stay."""

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    creator: str = Field(index=True)
    quality: str
    answer: str
    suggested: str = ""  # what the numbers said then; another answer overrides it
    evidence: str = ""
    by: str = ""
    sample: bool = False
    answered_at: datetime


class Passed(Row, table=True):
    """A prompt about a post that somebody looked at and let pass, with the reason."""

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    creator: str = Field(index=True)
    post: str
    kind: str
    reason: str
    by: str = ""
    sample: bool = False
    passed_at: datetime


class Plan(Row, table=True):
    """A budget plan as it was when somebody kept it; money in `currency`."""

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    name: str
    budget: float
    goal: str
    currency: str
    settings: dict[str, Any] = Field(sa_type=JSON)
    lines: dict[str, Any] = Field(sa_type=JSON)
    cost: float
    value: float
    value_low: float | None = None
    value_high: float | None = None
    bound: float | None = None  # no plan can be worth more
    sample: bool = False
    made_at: datetime

    @property
    def chosen(self) -> pd.DataFrame:
        """The chosen lines, one row each, typed as they were."""
        return frames.from_json(self.lines)


class Lookup(Row, table=True):
    """One run of look-ups; `holder` is the process at work on it, until `held_until`."""

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    kind: str  # "handles", "followers" or "search"
    asked: dict[str, Any] = Field(sa_type=JSON)
    fingerprint: str  # the same for the same handles asked in the same way
    state: str = "open"  # until nothing is left to do: then "done"; "away" when put out of sight
    stop_asked: bool = False
    holder: str | None = None
    held_until: datetime | None = None
    made_at: datetime


class LookupRow(Row, table=True):
    """One handle of a run and how far it is; `payload` holds what was found until it is kept."""

    __tablename__ = "lookup_row"

    lookup_id: str = Field(primary_key=True, foreign_key="lookup.id", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    chunk: int  # handles asked for together
    platform: str
    handle: str
    found_via: str | None = None
    state: str = "waiting"
    detail: str | None = None
    until: datetime | None = None
    tried_at: datetime | None = None
    payload: bytes | None = None
    kept: bool = False


class LookupAnswer(Row, table=True):
    """The answer to one call: with it here, the call is never made again."""

    __tablename__ = "lookup_answer"

    lookup_id: str = Field(primary_key=True, foreign_key="lookup.id", ondelete="CASCADE")
    chunk: int = Field(primary_key=True)
    call: str = Field(primary_key=True)
    body: bytes


class LookupUse(Row, table=True):
    """Calls, units and US dollars spent on one network on one day (UTC)."""

    __tablename__ = "lookup_use"

    day: str = Field(primary_key=True)
    platform: str = Field(primary_key=True)
    calls: int = 0
    units: float = 0.0
    dollars: float = 0.0


class Settled(Row, table=True):
    """What one creator of a kept plan brought in the end, as somebody typed it."""

    plan_id: int = Field(primary_key=True, foreign_key="plan.id", ondelete="CASCADE")
    creator: str = Field(primary_key=True)
    measure: str = Field(primary_key=True)
    value: float
    added_at: datetime


class WhatIf(Row, table=True):
    """One what-if as it was left; the one without a name is the one in progress."""

    __tablename__ = "what_if"

    kind: str = Field(primary_key=True)  # of the workspace it was asked in
    name: str = Field(primary_key=True)
    settings: dict[str, Any] = Field(sa_type=JSON)
    changed_at: datetime


class ClientFile(Row, table=True):
    """A file that a client was given, so that the reply to it is known when it comes back."""

    __tablename__ = "client_file"

    number: str = Field(primary_key=True)  # of the dossier
    title: str
    creators: dict[str, str] = Field(sa_type=JSON)  # key in the file → platform/handle
    sample: bool = False
    made_at: datetime


class Decision(Row, table=True):
    """What a client said of one creator in one reply; earlier replies stay."""

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(foreign_key="client_file.number", ondelete="CASCADE", index=True)
    creator: str
    answer: str  # approve, decline, or nothing
    comment: str = ""
    by: str = ""
    sample: bool = False
    answered_at: datetime
