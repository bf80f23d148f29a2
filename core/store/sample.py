"""The sample shop as a guest: what came with it leaves with it, what was here before is back."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, select
from sqlmodel import Session, col

from core.store.models import (
    ClientFile,
    Decision,
    Note,
    Passed,
    PersonPair,
    Plan,
    Row,
    Shortlisted,
    Upload,
    Vetting,
    WhatIf,
    Workspace,
)

OWN: Final = "own"
SAMPLE: Final = "sample"

_MARKED: Final[tuple[type[Row], ...]] = (
    Shortlisted,
    Note,
    Vetting,
    Passed,
    Plan,
    PersonPair,
    Decision,
    ClientFile,
)

# How the people here read numbers stays theirs; the brand and its wishes are the guest's.
_READERS_OWN: Final = ("tier_scheme", "benchmark", "currency", "rates", "locale")


def is_in(*, session: Session) -> bool:
    """Whether any upload of the sample shop is here."""
    found = session.scalar(select(col(Upload.id)).where(col(Upload.sample)).limit(1))
    return found is not None


def enter(*, session: Session, now: datetime) -> None:
    """Gives the guest a workspace of its own, once."""
    if session.get(Workspace, SAMPLE) is None:
        own = session.get(Workspace, OWN)
        shared = {name: getattr(own, name) for name in _READERS_OWN} if own else {}
        session.add(Workspace(kind=SAMPLE, updated_at=now, **shared))


def leave(*, session: Session) -> None:
    """Removes the guest's workspace, its files and what was written about it.

    How the people here read numbers may have changed meanwhile: that stays.
    """
    guest = session.get(Workspace, SAMPLE)
    if guest is not None:
        own = session.get(Workspace, OWN) or Workspace(kind=OWN, updated_at=guest.updated_at)
        for name in _READERS_OWN:
            setattr(own, name, getattr(guest, name))
        session.add(own)
        session.flush()
    session.execute(delete(Upload).where(col(Upload.sample)))
    session.execute(delete(Workspace).where(col(Workspace.kind) == SAMPLE))
    session.execute(delete(WhatIf).where(col(WhatIf.kind) == SAMPLE))
    for model in _MARKED:
        session.execute(delete(model).where(model.sample))  # type: ignore[attr-defined]
