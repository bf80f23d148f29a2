"""Files that clients were given, and what they answered: a reply counts only for its own file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd
from sqlalchemy import Engine, select
from sqlmodel import Session, col

from core.errors import StoreError
from core.store import sample
from core.store.answers import Answers
from core.store.listing import listing
from core.store.models import ClientFile, Decision
from core.store.sessions import writing
from core.tables import TEXT, TIME

if TYPE_CHECKING:
    from core.readers.said import Reply


@dataclass(frozen=True, slots=True)
class Clients:
    """Questions about client files and the replies to them."""

    engine: Engine
    now: Callable[[], datetime]
    kept: Answers

    def given(self, number: str, title: str, creators: Mapping[str, str]) -> None:
        """Remembers a file that is about to leave; the same one twice is one.

        `creators` by their keys in the file, which are others where names were left out.
        """
        with writing(self.engine) as session:
            if session.get(ClientFile, number) is None:
                row = ClientFile(
                    number=number,
                    title=title,
                    creators=dict(creators),
                    sample=sample.is_in(session=session),
                    made_at=self.now(),
                )
                session.add(row)

    def keep(self, reply: "Reply") -> None:
        """Keeps every answer of a reply, or none: raises StoreError for one to another file."""
        with writing(self.engine) as session:
            file = _file(reply, session=session)
            if _is_kept(reply, session=session):
                raise StoreError("This reply is kept already.", "Nothing was kept twice.")
            session.add_all(
                Decision(
                    number=file.number,
                    creator=file.creators[said.creator],
                    answer=said.answer,
                    comment=said.comment,
                    by=reply.by,
                    sample=file.sample,
                    answered_at=reply.answered_at,
                )
                for said in reply.decisions
            )

    def decisions(self) -> pd.DataFrame:
        """The last word on each creator, newest first: creator, answer, comment, by, answered_at,
        title of the file.

        Creators of whom a reply says nothing are left out.
        """
        every = self.kept.ask("decisions", _decisions)
        return every.copy(deep=False)


def _file(reply: "Reply", *, session: Session) -> ClientFile:
    file = session.get(ClientFile, reply.file)
    if file is None:
        raise StoreError(
            "This reply belongs to a client file that was not made here, or is not here any more.",
            "Make the client file again and send it once more, or ask which file was answered.",
        )
    if {said.creator for said in reply.decisions} - set(file.creators):
        raise StoreError(
            f"This reply names creators who are not in “{file.title}”.",
            "Ask for the reply once more, as it was saved by the file.",
        )
    return file


def _is_kept(reply: "Reply", *, session: Session) -> bool:
    same = select(col(Decision.id)).where(
        col(Decision.number) == reply.file,
        col(Decision.by) == reply.by,
        col(Decision.answered_at) == reply.answered_at,
    )
    return session.scalar(same.limit(1)) is not None


def _nobody() -> pd.DataFrame:
    words = dict.fromkeys(("creator", "answer", "comment", "by"), TEXT)
    kinds = {**words, "answered_at": TIME, "title": TEXT}
    return pd.DataFrame({name: pd.array([], dtype=kind) for name, kind in kinds.items()})


def _decisions(session: Session) -> pd.DataFrame:
    if session.scalar(select(col(Decision.id)).limit(1)) is None:
        return _nobody()  # in a quarter of the time; it is asked anew after each moved weight
    every = listing(Decision, session=session, newest_first_by="id")
    files = listing(ClientFile, session=session, newest_first_by="made_at", without=("creators",))
    titles = files.set_index("number")["title"]
    said = every[(every["answer"] != "") | (every["comment"] != "")]
    last = said.sort_values("answered_at", ascending=False, kind="stable")
    last = last.drop_duplicates("creator").reset_index(drop=True)
    columns = ["creator", "answer", "comment", "by", "answered_at"]
    return last[columns].assign(title=last["number"].map(titles))
