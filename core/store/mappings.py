"""What was said once about a file, kept for the next one with the same headings."""

from collections.abc import Callable
from collections.abc import Mapping as Said
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, select
from sqlmodel import Session, col

from core.store.models import Mapping
from core.store.sessions import reading, writing


@dataclass(frozen=True, slots=True)
class Mappings:
    """The memory for shapes of files; each call opens a session of its own."""

    engine: Engine
    now: Callable[[], datetime]

    def known(self, fingerprint: str) -> Mapping | None:
        """What is remembered for files of this shape, or None."""
        with reading(self.engine) as session:
            return session.get(Mapping, fingerprint)

    def every(self) -> list[Mapping]:
        """All that is remembered, newest first."""
        with reading(self.engine) as session:
            return list(session.scalars(select(Mapping).order_by(col(Mapping.set_at).desc())))

    def remember(
        self,
        fingerprint: str,
        *,
        headings: list[str],
        meanings: Said[str, str],
        answers: Said[str, str],
    ) -> None:
        """Keeps what was said in the place of what was said before; saying nothing changes nothing.

        `meanings` is heading → tidy column, empty where the reader's own proposal was right.
        """
        if not (meanings or answers):
            return
        with writing(self.engine) as session:
            _remember(
                Mapping(
                    fingerprint=fingerprint,
                    headings=headings,
                    meanings=dict(meanings),
                    answers=dict(answers),
                    set_at=self.now(),
                ),
                session=session,
            )

    def forget(self, fingerprint: str) -> None:
        """Forgets what was said about files of this shape, if anything was."""
        with writing(self.engine) as session:
            session.execute(delete(Mapping).where(col(Mapping.fingerprint) == fingerprint))


def _remember(said: Mapping, *, session: Session) -> None:
    """The day stays the day it was first said when nothing is new."""
    before = session.get(Mapping, said.fingerprint)
    if before and (before.meanings, before.answers) == (said.meanings, said.answers):
        return
    session.merge(said)
