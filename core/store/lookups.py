"""The journal of look-ups: who is asked for, how far each one is, and what was already paid for.

A run belongs to the process that claimed it, for as long as it keeps renewing the claim; so two
tabs cannot run the same one twice, and a run whose process is gone can be taken up by another.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import pandas as pd
from sqlalchemy import Engine, func, select
from sqlmodel import Session, col

from core.store import lookup_writing, uploads
from core.store.listing import listing
from core.store.models import Lookup, LookupAnswer, LookupRow, LookupUse
from core.store.sessions import reading, writing


@dataclass(frozen=True, slots=True)
class Lookups:
    """The look-ups in one database; each call opens a session of its own."""

    engine: Engine
    now: Callable[[], datetime]

    def open(self, kind: str, rows: Sequence[Mapping[str, Any]], asked: Mapping[str, Any]) -> str:
        """Keeps who is to be asked for (chunk, platform, handle, found_via) and gives the run's id.

        The same question that is still open gives the run that is there.
        """
        told = [tuple(row[name] for name in ("chunk", "platform", "handle")) for row in rows]
        fingerprint = hashlib.sha256(repr((kind, told, sorted(asked.items()))).encode()).hexdigest()
        with writing(self.engine) as session:
            same = select(col(Lookup.id)).where(
                col(Lookup.fingerprint) == fingerprint, col(Lookup.state) == "open"
            )
            here = session.scalar(same)
            if here is not None:
                return str(here)
            run = Lookup(
                id=uuid4().hex,
                kind=kind,
                asked=dict(asked),
                fingerprint=fingerprint,
                made_at=self.now(),
            )
            session.add(run)
            session.flush()
            lookup_writing.add_rows(run.id, rows, session=session)
        return run.id

    def claim(self, run_id: str, holder: str, seconds: float) -> bool:
        """Whether `holder` may work on the run now; False while any look-up is in other hands."""
        with writing(self.engine) as session:
            return lookup_writing.claim(run_id, holder, seconds, session=session, now=self.now())

    def renew(self, run_id: str, holder: str, seconds: float) -> bool:
        """Whether `holder` should go on: False when somebody pressed stop or the run is gone."""
        with writing(self.engine) as session:
            return lookup_writing.renew(run_id, holder, seconds, session=session, now=self.now())

    def write(
        self,
        run_id: str,
        holder: str,
        *,
        answers: Sequence[Mapping[str, Any]] = (),
        rows: Sequence[Mapping[str, Any]] = (),
        use: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Keeps answers, outcomes and what they cost, all of it or nothing.

        answers: call, chunk, body. rows: number, state, detail, until, payload. use: platform,
        calls, units, dollars. Raises StoreError when the run is not in the hands of `holder`.
        """
        with writing(self.engine) as session:
            lookup_writing.write(
                run_id, holder, answers, rows, use, session=session, now=self.now()
            )

    def stop(self, run_id: str) -> None:
        """Asks whoever works on the run to end it; what is found so far stays."""
        with writing(self.engine) as session:
            run = _run(run_id, session)
            if run is not None:
                run.stop_asked = True
                session.add(run)

    def release(self, run_id: str, holder: str, *, done: bool) -> None:
        """Lets go of the run; `done` says that nothing in it is left to ask."""
        with writing(self.engine) as session:
            run = _run(run_id, session)
            if run is not None and run.holder == holder:
                run.holder, run.held_until, run.stop_asked = None, None, False
                run.state = "done" if done else "open"
                session.add(run)

    def put_away(self, run_id: str) -> None:
        """Takes a run that nobody is working on out of `runs`: what it brought in stays, and so
        does whom it asked for. Raises StoreError while it is running.
        """
        with writing(self.engine) as session:
            lookup_writing.put_away(run_id, session=session, now=self.now())

    def keep(
        self, run_id: str, read: uploads.Reading, *, name: str, numbers: Sequence[int], sha256: str
    ) -> str:
        """Makes an upload of what rows `numbers` found, which then need no copy here.

        `read` is the tidy tables, as a reader would give them; gives the id of the upload.
        """
        with writing(self.engine) as session:
            size = lookup_writing.let_go(run_id, numbers, session=session)
            upload = uploads.new(
                read,
                name=name,
                content_sha256=sha256,
                size=size,
                found_via=None,
                owner=None,
                sample=False,
                added_at=self.now(),
            )
            upload.owner = None  # a look-up is nobody's export, however few people it names
            uploads.keep(read, session=session, upload=upload)
        return upload.id

    def forget_answers(self, run_id: str, chunks: Sequence[int]) -> None:
        """Removes the answers of chunks in which nothing is left to ask."""
        with writing(self.engine) as session:
            lookup_writing.forget_answers(run_id, chunks, session=session)

    def answers(self, run_id: str, chunk: int) -> dict[str, bytes]:
        """The answers that are here already, by call."""
        query = select(col(LookupAnswer.call), col(LookupAnswer.body)).where(
            col(LookupAnswer.lookup_id) == run_id, col(LookupAnswer.chunk) == chunk
        )
        with reading(self.engine) as session:
            return {str(call): bytes(body) for call, body in session.execute(query)}

    def rows(self, run_id: str) -> pd.DataFrame:
        """One line a handle, in the order asked, without what was found."""
        with reading(self.engine) as session:
            rows = listing(
                LookupRow,
                session=session,
                newest_first_by="number",
                without=("lookup_id", "payload"),
                where=col(LookupRow.lookup_id) == run_id,
            )
        return rows.iloc[::-1].reset_index(drop=True)

    def payloads(self, run_id: str) -> list[tuple[int, bytes, datetime]]:
        """Number, findings and time of each row that found something which is not kept yet."""
        columns = (col(LookupRow.number), col(LookupRow.payload), col(LookupRow.tried_at))
        query = select(*columns).where(
            col(LookupRow.lookup_id) == run_id, col(LookupRow.payload).is_not(None)
        )
        with reading(self.engine) as session:
            return [(number, body, at) for number, body, at in session.execute(query)]

    def states(self, run_id: str) -> dict[tuple[str, str], int]:
        """How many rows are in each state: (platform, state) → count."""
        groups = (col(LookupRow.platform), col(LookupRow.state))
        query = select(*groups, func.count()).where(col(LookupRow.lookup_id) == run_id)
        with reading(self.engine) as session:
            found = session.execute(query.group_by(*groups))
            return {(platform, state): count for platform, state, count in found}

    def runs(self) -> pd.DataFrame:
        """One line a run, newest first: id, kind, state, stop_asked, held_until, made_at."""
        with reading(self.engine) as session:
            return listing(
                Lookup,
                session=session,
                newest_first_by="number",
                without=("fingerprint", "asked", "holder"),
                where=col(Lookup.state) != "away",
            )

    def any(self) -> bool:
        """Whether `runs` has a line."""
        with reading(self.engine) as session:
            shown = select(col(Lookup.number)).where(col(Lookup.state) != "away").limit(1)
            return session.scalar(shown) is not None

    def asked(self, run_id: str) -> tuple[str, dict[str, Any]]:
        """Kind and settings of a run; raises StoreError when it is gone."""
        with reading(self.engine) as session:
            run = lookup_writing.required(_run(run_id, session))
            return run.kind, dict(run.asked)

    def tried(self) -> pd.DataFrame:
        """Every handle ever asked for: platform, handle, state, tried_at."""
        columns = [
            col(getattr(LookupRow, name)) for name in ("platform", "handle", "state", "tried_at")
        ]
        with reading(self.engine) as session:
            rows = [tuple(row) for row in session.execute(select(*columns))]
        found = pd.DataFrame(rows, columns=["platform", "handle", "state", "tried_at"])
        return found.assign(tried_at=pd.to_datetime(found["tried_at"], utc=True))

    def tries(self) -> str:
        """How many rows there are and when one last changed: another text when `tried` is."""
        with reading(self.engine) as session:
            row = session.execute(select(func.count(), func.max(col(LookupRow.tried_at)))).one()
        return f"{row[0]} {row[1]}"

    def used(self, day: str) -> dict[str, tuple[int, float, float]]:
        """Calls, units and US dollars of `day` (2026-11-25, UTC), by network."""
        query = select(LookupUse).where(col(LookupUse.day) == day)
        with reading(self.engine) as session:
            rows = session.scalars(query)
            return {row.platform: (row.calls, row.units, row.dollars) for row in rows}


def _run(run_id: str, session: Session) -> Lookup | None:
    return session.scalars(select(Lookup).where(col(Lookup.id) == run_id)).first()
