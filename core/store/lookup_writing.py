"""What changes in the journal of look-ups, each inside of one transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, func, insert, select, update
from sqlmodel import Session, col

from core.errors import StoreError
from core.store.models import Lookup, LookupAnswer, LookupRow, LookupUse

_AT_ONCE: Final = 500  # values in one statement; SQLite allows a limited number


def add_rows(run_id: str, rows: Sequence[Mapping[str, Any]], *, session: Session) -> None:
    """Adds the rows of a new run, numbered from 1."""
    made = [
        {
            "lookup_id": run_id,
            "number": number,
            "chunk": row["chunk"],
            "platform": row["platform"],
            "handle": row["handle"],
            "found_via": row.get("found_via"),
            "state": row.get("state", "waiting"),
            "detail": row.get("detail"),
            "kept": False,
        }
        for number, row in enumerate(rows, start=1)
    ]
    if made:
        session.execute(insert(LookupRow), made)


def claim(run_id: str, holder: str, seconds: float, *, session: Session, now: datetime) -> bool:
    """Puts the run into the hands of `holder`, unless any look-up is in somebody else's."""
    busy = select(Lookup).where(col(Lookup.holder).is_not(None))
    for other in session.scalars(busy):
        if other.holder != holder and _aware(other.held_until) > now:
            return False
    run = session.scalars(select(Lookup).where(col(Lookup.id) == run_id)).first()
    if run is None or run.state != "open":
        return False
    run.holder, run.stop_asked = holder, False
    run.held_until = now + timedelta(seconds=seconds)
    session.add(run)
    return True


def renew(run_id: str, holder: str, seconds: float, *, session: Session, now: datetime) -> bool:
    """Holds the run for longer; False when it should be let go of."""
    run = session.scalars(select(Lookup).where(col(Lookup.id) == run_id)).first()
    if run is None or run.holder != holder:
        return False
    run.held_until = now + timedelta(seconds=seconds)
    session.add(run)
    return not run.stop_asked


def write(
    run_id: str,
    holder: str,
    answers: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    use: Sequence[Mapping[str, Any]],
    *,
    session: Session,
    now: datetime,
) -> None:
    """Adds answers, changes rows and counts the use; raises StoreError for a run held elsewhere."""
    held = select(col(Lookup.id)).where(col(Lookup.id) == run_id, col(Lookup.holder) == holder)
    if session.scalar(held) is None:
        raise StoreError(
            "This look-up is not in these hands any more.", "Another window has taken it up."
        )
    if answers:
        session.execute(
            insert(LookupAnswer), [{"lookup_id": run_id, **answer} for answer in answers]
        )
    if rows:
        changed = [{"lookup_id": run_id, "tried_at": now, "kept": False, **row} for row in rows]
        session.execute(update(LookupRow), changed)
    for spent in use:
        _count(spent, f"{now.astimezone(UTC):%Y-%m-%d}", session=session)


def let_go(run_id: str, numbers: Sequence[int], *, session: Session) -> int:
    """Marks rows as kept and drops their findings; gives how many bytes those were."""
    bytes_ = 0
    for start in range(0, len(numbers), _AT_ONCE):
        some = col(LookupRow.number).in_(numbers[start : start + _AT_ONCE])
        mine = (col(LookupRow.lookup_id) == run_id, some)
        size = select(func.coalesce(func.sum(func.length(col(LookupRow.payload))), 0)).where(*mine)
        bytes_ += int(session.scalar(size) or 0)
        session.execute(update(LookupRow).where(*mine).values(kept=True, payload=None))
    return bytes_


def forget_answers(run_id: str, chunks: Sequence[int], *, session: Session) -> None:
    """Removes the answers of `chunks`."""
    for start in range(0, len(chunks), _AT_ONCE):
        some = col(LookupAnswer.chunk).in_(chunks[start : start + _AT_ONCE])
        session.execute(delete(LookupAnswer).where(col(LookupAnswer.lookup_id) == run_id, some))


def put_away(run_id: str, *, session: Session, now: datetime) -> None:
    """Marks a run that nobody holds as put away; its rows still say who was asked for."""
    run = session.scalars(select(Lookup).where(col(Lookup.id) == run_id)).first()
    if run is None:
        return
    if run.holder is not None and _aware(run.held_until) > now:
        raise StoreError("This look-up is still running.", "Stop it first.")
    run.state = "away"
    session.add(run)
    session.execute(delete(LookupAnswer).where(col(LookupAnswer.lookup_id) == run_id))


def required(run: Lookup | None) -> Lookup:
    """The run; raises StoreError when it is gone."""
    if run is None:
        raise StoreError("This look-up is not here any more.", "Reload the page to see what is.")
    return run


def _count(spent: Mapping[str, Any], day: str, *, session: Session) -> None:
    row = session.get(LookupUse, (day, spent["platform"])) or LookupUse(
        day=day, platform=spent["platform"]
    )
    row.calls += spent["calls"]
    row.units += spent["units"]
    row.dollars += spent["dollars"]
    session.add(row)


def _aware(time: datetime | None) -> datetime:
    """SQLite forgets the zone."""
    if time is None:
        return datetime.min.replace(tzinfo=UTC)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
