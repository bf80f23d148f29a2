"""Which accounts are one person's, as people decided; uploads may come and go meanwhile."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import ColumnElement, Engine, and_, delete, or_, select
from sqlmodel import Session, col

from core.store import creators
from core.store.answers import Answers
from core.store.models import PersonPair
from core.store.sessions import reading, writing

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class People:
    """The decisions about pairs of accounts (`platform/handle`); each call has its own session."""

    engine: Engine
    now: Callable[[], datetime]
    kept: Answers

    def joined(self) -> tuple[Pair, ...]:
        """The pairs that are one person's, in order: a frozen value, fit for a cache key."""
        return self.kept.ask("joined", lambda session: _pairs(same=True, session=session))

    def refused(self) -> tuple[Pair, ...]:
        """The pairs that are not the same person's, in order."""
        with reading(self.engine) as session:
            return _pairs(same=False, session=session)

    def join(self, one: str, other: str) -> None:
        """The two accounts, and all that are joined with either, are one person's from now on."""
        with writing(self.engine) as session:
            _decide(one, other, same=True, session=session, now=self.now())
            _drop_refusals(_person(one, session=session), session=session)

    def refuse(self, one: str, other: str) -> None:
        """The two accounts are not the same person's; they are not proposed again."""
        with writing(self.engine) as session:
            _decide(one, other, same=False, session=session, now=self.now())

    def undo(self, one: str, other: str) -> None:
        """Forgets what was decided about the two, whatever it was."""
        with writing(self.engine) as session:
            session.execute(delete(PersonPair).where(_of(one, other)))

    def separate(self, creator: str) -> None:
        """Takes one account out of its person; the others stay together."""
        with writing(self.engine) as session:
            others = sorted(_person(creator, session=session) - {creators.key(creator)})
            touching = _touching(creator) & col(PersonPair.same)
            session.execute(delete(PersonPair).where(touching))
            for one, other in pairwise(others):
                _decide(one, other, same=True, session=session, now=self.now())


def _pair(one: str, other: str) -> Pair:
    first, second = sorted((creators.key(one), creators.key(other)))
    return first, second


def _of(one: str, other: str) -> ColumnElement[bool]:
    first, second = _pair(one, other)
    return and_(col(PersonPair.first) == first, col(PersonPair.second) == second)


def _touching(creator: str) -> ColumnElement[bool]:
    key = creators.key(creator)
    return or_(col(PersonPair.first) == key, col(PersonPair.second) == key)


def _pairs(*, same: bool, session: Session) -> tuple[Pair, ...]:
    columns = (col(PersonPair.first), col(PersonPair.second))
    query = select(*columns).where(col(PersonPair.same) == same).order_by(*columns)
    return tuple((first, second) for first, second in session.execute(query))


def _decide(one: str, other: str, *, same: bool, session: Session, now: datetime) -> None:
    """The newest decision about two accounts takes the place of an older one."""
    first, second = _pair(one, other)
    if first == second:
        return
    before = session.get(PersonPair, (first, second))
    if before is not None and before.same == same:
        return
    guest = any(creators.is_guest(each, session=session) for each in (first, second))
    session.merge(PersonPair(first=first, second=second, same=same, sample=guest, decided_at=now))
    session.flush()


def _person(creator: str, *, session: Session) -> set[str]:
    """Every account that is joined with this one, over however many steps, itself among them."""
    pairs = _pairs(same=True, session=session)
    person = {creators.key(creator)}
    while found := {key for pair in pairs if person & set(pair) for key in pair} - person:
        person |= found
    return person


def _drop_refusals(person: Iterable[str], *, session: Session) -> None:
    """Within one person nobody is somebody else: joining them took that back."""
    keys = list(person)
    within = and_(col(PersonPair.first).in_(keys), col(PersonPair.second).in_(keys))
    session.execute(delete(PersonPair).where(within & col(PersonPair.same).is_(False)))
