"""The few questions that pages ask the database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from core.store import creators, erase, frames, plans, sample, uploads, workspace
from core.store.answers import Answers
from core.store.campaigns import Campaigns
from core.store.clients import Clients
from core.store.lookups import Lookups
from core.store.mappings import Mappings
from core.store.models import Plan, Workspace
from core.store.people import People
from core.store.sessions import reading, writing
from core.store.vetting import Record
from core.store.whatifs import WhatIfs


@dataclass(frozen=True, slots=True)
class Store:
    """One database, shared by all threads: each call opens a session of its own."""

    engine: Engine
    now: Callable[[], datetime]
    answers: Answers

    def close(self) -> None:
        """Lets go of all connections."""
        self.answers.close()
        self.engine.dispose()

    @property
    def lookups(self) -> Lookups:
        """The journal of look-ups."""
        return Lookups(self.engine, self.now, self.answers)

    def workspace(self) -> Workspace:
        """The workspace in force; the sample shop's while it is here."""
        return self.answers.ask(
            "workspace", lambda session: workspace.current(session=session, now=self.now())
        )

    def change_workspace(self, **changes: object) -> Workspace:
        """The workspace in force with `changes` kept."""
        with writing(self.engine) as session:
            return workspace.change(changes, session=session, now=self.now())

    def keep(
        self,
        read: uploads.Reading,
        *,
        name: str,
        content_sha256: str,
        size: int,
        found_via: str | None = None,
        owner: str | None = None,
        sample: bool = False,
    ) -> str:
        """Keeps what was read of one file and gives the id of the upload; all of it or nothing."""
        upload = uploads.new(
            read,
            name=name,
            content_sha256=content_sha256,
            size=size,
            found_via=found_via,
            owner=owner,
            sample=sample,
            added_at=self.now(),
        )
        with writing(self.engine) as session:
            uploads.keep(read, session=session, upload=upload)
        return upload.id

    def uploads(self) -> pd.DataFrame:
        """One line an upload, newest first."""
        every = self.answers.ask("uploads", lambda session: uploads.every(session=session))
        return every.copy(deep=False)

    def problems(self, upload_id: str) -> pd.DataFrame:
        """The rows of one upload that were kept out: file, row, column, value, reason."""
        with reading(self.engine) as session:
            return uploads.problems(upload_id, session=session)

    def ids(self) -> pd.DataFrame:
        """Whose ids the own tables of a brand count on: id, platform, handle, file."""
        known = self.answers.ask("ids", lambda session: uploads.ids(session=session))
        return known.copy(deep=False)

    def waiting(self) -> pd.DataFrame:
        """The ids in the own tables of a brand whose people no table tells yet: id, file."""
        unnamed = self.answers.ask("waiting", lambda session: uploads.waiting(session=session))
        return unnamed.copy(deep=False)

    def tables(self, upload_id: str | None = None) -> dict[str, pd.DataFrame]:
        """The tidy tables of one upload, or of all together."""
        with reading(self.engine) as session:
            return uploads.load(session=session, upload_id=upload_id)

    def version(self) -> str:
        """The cache key of `tables()`: another hash whenever the tables would be others."""
        return self.answers.ask("version", lambda session: uploads.version(session=session))

    def snapshot(self) -> tuple[str, dict[str, pd.DataFrame]]:
        """`version()` and `tables()` of one moment, whatever is written meanwhile."""
        with reading(self.engine) as session:
            return uploads.version(session=session), uploads.load(session=session)

    def remove(self, upload_id: str) -> None:
        """Removes an upload and all that came from it."""
        with writing(self.engine) as session:
            uploads.remove(upload_id, session=session)

    def has_sample(self) -> bool:
        """Whether the sample shop is here."""
        return self.answers.ask("sample", lambda session: sample.is_in(session=session))

    def remove_sample(self) -> None:
        """Removes the sample shop and what was written about it; own files and rows stay."""
        with writing(self.engine) as session:
            sample.leave(session=session)

    @property
    def mappings(self) -> Mappings:
        """What was said about files, for the next ones with the same headings."""
        return Mappings(self.engine, self.now)

    @property
    def people(self) -> People:
        """Which accounts are one person's."""
        return People(self.engine, self.now, self.answers)

    def shortlist(self) -> list[str]:
        """The keys of the creators on the shortlist, in order."""
        return list(
            self.answers.ask("shortlist", lambda session: creators.shortlist(session=session))
        )

    def shortlist_add(self, creator: str) -> None:
        """Puts `platform/handle` on the shortlist."""
        with writing(self.engine) as session:
            creators.shortlist_add(creator, session=session, now=self.now())

    def shortlist_remove(self, creator: str) -> None:
        """Takes `platform/handle` off the shortlist."""
        with writing(self.engine) as session:
            creators.shortlist_remove(creator, session=session)

    def notes(self, creator: str) -> pd.DataFrame:
        """One line a note on the creator, newest first: id, creator, text, sample, added_at."""
        with reading(self.engine) as session:
            return creators.notes(creator, session=session)

    def note_add(self, creator: str, text: str) -> int:
        """Keeps a note on the creator and gives its id."""
        with writing(self.engine) as session:
            return creators.note_add(creator, text, session=session, now=self.now())

    def note_remove(self, note_id: int) -> None:
        """Removes a note."""
        with writing(self.engine) as session:
            creators.note_remove(note_id, session=session)

    @property
    def vetting(self) -> Record:
        """What people decided while they vetted creators."""
        return Record(self.engine, self.now, self.answers)

    def plans(self) -> pd.DataFrame:
        """One line a plan, newest first, without its lines and settings."""
        every = self.answers.ask("plans", lambda session: plans.every(session=session))
        return every.copy(deep=False)

    def plan_save(
        self,
        name: str,
        *,
        budget: float,
        goal: str,
        currency: str,
        lines: pd.DataFrame,
        cost: float,
        value: float,
        value_low: float | None = None,
        value_high: float | None = None,
        bound: float | None = None,
        settings: Mapping[str, Any] | None = None,
    ) -> int:
        """Keeps a plan as it is now and gives its id; money in `currency`."""
        plan = Plan(
            name=name,
            budget=float(budget),
            goal=goal,
            currency=currency,
            settings=dict(settings or {}),
            lines=frames.to_json(lines),
            cost=float(cost),
            value=float(value),
            value_low=plans.known(value_low),
            value_high=plans.known(value_high),
            bound=plans.known(bound),
            made_at=self.now(),
        )
        with writing(self.engine) as session:
            return plans.save(plan, session=session)

    def plan(self, plan_id: int) -> Plan:
        """One plan with its settings; `.chosen` is the frame of its lines."""
        with reading(self.engine) as session:
            return plans.one(plan_id, session=session)

    def plan_newest(self) -> tuple[str, int] | None:
        """Name and number of creators of the plan that was kept last; None where none was."""
        newest: tuple[str, int] | None = self.answers.ask(
            "newest plan", lambda session: plans.newest(session=session)
        )
        return newest

    def plan_remove(self, plan_id: int) -> None:
        """Removes a plan."""
        with writing(self.engine) as session:
            plans.remove(plan_id, session=session)

    @property
    def campaigns(self) -> Campaigns:
        """What came of kept plans."""
        return Campaigns(self.engine, self.now, self.answers)

    @property
    def what_ifs(self) -> WhatIfs:
        """The what-ifs that are under way."""
        return WhatIfs(self.engine, self.now)

    @property
    def clients(self) -> Clients:
        """Files that clients were given, and their answers."""
        return Clients(self.engine, self.now, self.answers)

    def erase_everything(self) -> None:
        """Deletes all that people and files brought, and leaves no trace of it in the file."""
        with writing(self.engine) as session:
            erase.rows(session=session)
        erase.traces(self.engine)
