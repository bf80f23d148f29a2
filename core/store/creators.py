"""What people say about creators: the shortlist and the notes."""

from datetime import datetime

import pandas as pd
from sqlalchemy import delete, select
from sqlmodel import Session, col

from core.store import sample, uploads
from core.store.listing import listing
from core.store.models import Note, Shortlisted


def key(creator: str) -> str:
    """The creator's key as it is stored: `platform/handle`, in lower case."""
    return creator.strip().lower()


def shortlist(*, session: Session) -> list[str]:
    """The keys on the shortlist, in the order they were put there."""
    return list(session.scalars(select(col(Shortlisted.creator)).order_by(col(Shortlisted.id))))


def shortlist_add(creator: str, *, session: Session, now: datetime) -> None:
    """Puts a creator on the shortlist; one that is there keeps its place."""
    known = select(col(Shortlisted.id)).where(col(Shortlisted.creator) == key(creator))
    if session.scalar(known) is None:
        guest = is_guest(creator, session=session)
        session.add(Shortlisted(creator=key(creator), sample=guest, added_at=now))


def shortlist_remove(creator: str, *, session: Session) -> None:
    """Takes a creator off the shortlist, if it is there."""
    session.execute(delete(Shortlisted).where(col(Shortlisted.creator) == key(creator)))


def notes(creator: str, *, session: Session) -> pd.DataFrame:
    """One line a note on the creator, newest first."""
    about = col(Note.creator) == key(creator)
    return listing(Note, session=session, newest_first_by="id", where=about)


def note_add(creator: str, text: str, *, session: Session, now: datetime) -> int:
    """Keeps a note and gives its id."""
    guest = is_guest(creator, session=session)
    note = Note(creator=key(creator), text=text, sample=guest, added_at=now)
    session.add(note)
    session.flush()
    return int(note.id or 0)


def note_remove(note_id: int, *, session: Session) -> None:
    """Removes a note, if it is there."""
    session.execute(delete(Note).where(col(Note.id) == note_id))


def is_guest(creator: str, *, session: Session) -> bool:
    """Whether words about this creator leave with the sample shop: no own file knows them."""
    if not sample.is_in(session=session):
        return False
    return not uploads.known_of([key(creator)], session=session, sample=False)
