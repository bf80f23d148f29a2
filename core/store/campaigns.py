"""What campaigns brought, typed beside the plan that forecast it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import pandas as pd
from sqlalchemy import Engine, delete, select
from sqlmodel import Session, col

from core.errors import StoreError
from core.store.answers import Answers
from core.store.listing import listing
from core.store.models import Plan, Settled
from core.store.sessions import reading, writing

Typed = tuple[int, str, str, float]  # plan, creator, measure, value

MEASURES: Final = ("engagements", "people_reached", "clicks", "orders", "revenue", "fee")


@dataclass(frozen=True, slots=True)
class Campaigns:
    """Questions about what came of kept plans."""

    engine: Engine
    now: Callable[[], datetime]
    kept: Answers

    def typed(self) -> tuple[Typed, ...]:
        """All that was typed for any plan, in order: a frozen value, fit for a cache key."""
        return self.kept.ask("typed", lambda session: _typed(session=session))

    def forecast(self, goal: str, currency: str) -> tuple[int, ...]:
        """The ids of the plans kept for `goal`, in order; where it is money, in `currency`."""
        return tuple(
            plan_id
            for plan_id, aim, money in self._forecasts()
            if aim == goal and (goal != "revenue" or money == currency)
        )

    def every_forecast(self) -> tuple[int, ...]:
        """The ids of all kept plans, in order."""
        return tuple(plan_id for plan_id, *_ in self._forecasts())

    def _forecasts(self) -> tuple[tuple[int, str, str], ...]:
        return self.kept.ask("forecasts", lambda session: _forecasts(session=session))

    def settled(self, plan_id: int | None = None) -> pd.DataFrame:
        """plan_id, creator, measure, value, added_at: what was typed for one plan or for all."""
        about = None if plan_id is None else col(Settled.plan_id) == plan_id
        with reading(self.engine) as session:
            return listing(Settled, session=session, newest_first_by="added_at", where=about)

    def settle(self, plan_id: int, creator: str, measure: str, value: float | None) -> None:
        """Keeps what `creator` brought in the plan; None takes it back. Raises StoreError."""
        if measure not in MEASURES:
            raise StoreError(
                f"“{measure}” is nothing that a campaign brings.",
                f"Choose one of {', '.join(MEASURES)}.",
            )
        if value is not None and not (value >= 0 and math.isfinite(value)):
            raise StoreError(
                f"A campaign cannot bring {value:g}.",
                "Type a number of 0 or more, or leave it empty.",
            )
        with writing(self.engine) as session:
            _take_back(plan_id, creator, measure, session=session)
            if value is not None:
                _keep(plan_id, creator, measure, value, session=session, now=self.now())


def _typed(*, session: Session) -> tuple[Typed, ...]:
    columns = (col(Settled.plan_id), col(Settled.creator), col(Settled.measure), col(Settled.value))
    rows = session.execute(select(*columns).order_by(*columns[:3]))
    return tuple((plan, creator, measure, value) for plan, creator, measure, value in rows)


def _forecasts(*, session: Session) -> tuple[tuple[int, str, str], ...]:
    columns = (col(Plan.id), col(Plan.goal), col(Plan.currency))
    rows = session.execute(select(*columns).order_by(col(Plan.id)))
    return tuple((int(plan_id or 0), goal, currency) for plan_id, goal, currency in rows)


def _take_back(plan_id: int, creator: str, measure: str, *, session: Session) -> None:
    session.execute(
        delete(Settled).where(
            col(Settled.plan_id) == plan_id,
            col(Settled.creator) == creator,
            col(Settled.measure) == measure,
        )
    )


def _keep(
    plan_id: int, creator: str, measure: str, value: float, *, session: Session, now: datetime
) -> None:
    if session.get(Plan, plan_id) is None:
        raise StoreError("This plan is not here any more.", "Choose one from the list of plans.")
    session.add(
        Settled(plan_id=plan_id, creator=creator, measure=measure, value=value, added_at=now)
    )
