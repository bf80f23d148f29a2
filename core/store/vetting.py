"""What people decide while they vet a creator: answers to three questions, prompts let pass."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Engine, delete, select
from sqlmodel import Session, col

from core.errors import StoreError
from core.store import creators
from core.store.answers import Answers
from core.store.listing import listing
from core.store.models import Passed, Vetting
from core.store.sessions import reading, writing


@dataclass(frozen=True, slots=True)
class Record:
    """The vetting record of one database: who answered what and when; nothing is overwritten."""

    engine: Engine
    now: Callable[[], datetime]
    kept: Answers

    def answer(
        self,
        creator: str,
        quality: str,
        answer: str,
        *,
        suggested: str = "",
        evidence: str = "",
        by: str = "",
    ) -> None:
        """Keeps an answer about `platform/handle` beside the earlier ones."""
        with writing(self.engine) as session:
            row = Vetting(
                creator=creators.key(creator),
                quality=quality,
                answer=answer,
                suggested=suggested,
                evidence=evidence.strip(),
                by=by.strip(),
                sample=creators.is_guest(creator, session=session),
                answered_at=self.now(),
            )
            session.add(row)

    def answers(self, creator: str) -> pd.DataFrame:
        """One line an answer, newest first: quality, answer, suggested, evidence, by, answered_at.

        The first line of each quality is the one in force.
        """
        about = col(Vetting.creator) == creators.key(creator)
        with reading(self.engine) as session:
            return listing(Vetting, session=session, newest_first_by="id", where=about)

    def let_pass(self, creator: str, post: str, kind: str, reason: str, *, by: str = "") -> None:
        """Lets a prompt pass for good; raises StoreError without a reason."""
        if not reason.strip():
            raise StoreError(
                "A prompt is let pass only with a reason.",
                "Say in a few words what you saw; it stays in the record.",
            )
        with writing(self.engine) as session:
            if not _is_passed(creator, post, kind, session=session):
                row = Passed(
                    creator=creators.key(creator),
                    post=post,
                    kind=kind,
                    reason=reason.strip(),
                    by=by.strip(),
                    sample=creators.is_guest(creator, session=session),
                    passed_at=self.now(),
                )
                session.add(row)

    def look_again(self, passed_id: int) -> None:
        """Brings a prompt back that was let pass."""
        with writing(self.engine) as session:
            session.execute(delete(Passed).where(col(Passed.id) == passed_id))

    def passed(self, creator: str) -> pd.DataFrame:
        """One line a prompt let pass, newest first: id, post, kind, reason, by, passed_at."""
        about = col(Passed.creator) == creators.key(creator)
        with reading(self.engine) as session:
            return listing(Passed, session=session, newest_first_by="id", where=about)

    def every_passed(self) -> tuple[tuple[str, str, str], ...]:
        """Creator, post and kind of all prompts let pass, in order: a value to be a cache key."""
        return self.kept.ask("passed", _every_passed)


def _every_passed(session: Session) -> tuple[tuple[str, str, str], ...]:
    columns = (col(Passed.creator), col(Passed.post), col(Passed.kind))
    rows = session.execute(select(*columns))
    return tuple(sorted((str(a), str(b), str(c)) for a, b, c in rows))


def _is_passed(creator: str, post: str, kind: str, *, session: Session) -> bool:
    same = select(col(Passed.id)).where(
        col(Passed.creator) == creators.key(creator),
        col(Passed.post) == post,
        col(Passed.kind) == kind,
    )
    return session.scalar(same) is not None
