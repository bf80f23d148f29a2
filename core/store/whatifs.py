"""What-ifs that are under way: the one in progress, and those that were given a name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Engine, select
from sqlmodel import Session, col

from core.errors import StoreError
from core.store import sample
from core.store.models import WhatIf
from core.store.sessions import reading, writing

MOST: Final = 3  # names at once
_IN_PROGRESS: Final = ""


@dataclass(frozen=True, slots=True)
class WhatIfs:
    """Questions about what-ifs; the sample shop has its own while it is here."""

    engine: Engine
    now: Callable[[], datetime]

    def in_progress(self) -> dict[str, Any] | None:
        """The settings as they were left, or None where nothing was begun."""
        with reading(self.engine) as session:
            row = session.get(WhatIf, (_kind(session), _IN_PROGRESS))
            return dict(row.settings) if row else None

    def progress(self, settings: Mapping[str, Any]) -> None:
        """Keeps the settings as they are now."""
        with writing(self.engine) as session:
            _put(_IN_PROGRESS, settings, session=session, now=self.now())

    def named(self) -> dict[str, dict[str, Any]]:
        """Name → settings, in the order of the names."""
        with reading(self.engine) as session:
            rows = session.scalars(_names(session).order_by(col(WhatIf.name)))
            return {row.name: dict(row.settings) for row in rows}

    def keep(self, name: str, settings: Mapping[str, Any]) -> None:
        """Keeps the settings under `name`; raises StoreError for a fourth name."""
        name = name.strip()
        if not name:
            raise StoreError("A what-if needs a name.", "Type a short name for it.")
        with writing(self.engine) as session:
            others = session.scalars(_names(session).where(col(WhatIf.name) != name)).all()
            if len(others) >= MOST:
                raise StoreError(
                    f"{MOST} what-ifs can stand side by side, and {len(others)} are kept already.",
                    "Remove one of them first.",
                )
            _put(name, settings, session=session, now=self.now())

    def remove(self, name: str) -> None:
        """Removes the what-if of that name, if it is there."""
        with writing(self.engine) as session:
            row = session.get(WhatIf, (_kind(session), name))
            if row is not None:
                session.delete(row)


def _kind(session: Session) -> str:
    return sample.SAMPLE if sample.is_in(session=session) else sample.OWN


def _names(session: Session) -> Any:
    kind = _kind(session)
    return select(WhatIf).where(col(WhatIf.kind) == kind, col(WhatIf.name) != _IN_PROGRESS)


def _put(name: str, settings: Mapping[str, Any], *, session: Session, now: datetime) -> None:
    key = {"kind": _kind(session), "name": name}
    row = session.get(WhatIf, (key["kind"], name)) or WhatIf(**key, settings={}, changed_at=now)
    row.settings, row.changed_at = dict(settings), now
    session.add(row)
