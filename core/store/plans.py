"""Budget plans as they were when somebody kept them."""

import math

import pandas as pd
from sqlalchemy import delete
from sqlmodel import Session, col, select

from core.errors import StoreError
from core.store import uploads
from core.store.listing import listing
from core.store.models import Plan


def every(*, session: Session) -> pd.DataFrame:
    """One line a plan, newest first, without its lines and settings."""
    return listing(Plan, session=session, newest_first_by="id", without=("lines", "settings"))


def save(plan: Plan, *, session: Session) -> int:
    """Keeps the plan and gives its id; with a creator of the sample shop's it leaves with it."""
    chosen = set(plan.chosen["creator"].dropna().str.strip().str.lower())
    guests = chosen - uploads.known_of(chosen, session=session, sample=False)
    plan.sample = bool(guests and uploads.known_of(guests, session=session, sample=True))
    session.add(plan)
    session.flush()
    return int(plan.id or 0)


def one(plan_id: int, *, session: Session) -> Plan:
    """The plan with its lines; raises StoreError when it is gone."""
    plan = session.get(Plan, plan_id)
    if plan is None:
        raise StoreError("This plan is not here any more.", "Choose one from the list of plans.")
    return plan


def newest(*, session: Session) -> tuple[str, int] | None:
    """Name and number of creators of the plan that was kept last; None where none was."""
    plan = session.exec(select(Plan).order_by(col(Plan.id).desc()).limit(1)).first()
    return None if plan is None else (plan.name, int(plan.chosen["creator"].nunique()))


def remove(plan_id: int, *, session: Session) -> None:
    """Removes a plan, if it is there."""
    session.execute(delete(Plan).where(col(Plan.id) == plan_id))


def known(value: float | None) -> float | None:
    """The number, or None for NaN, which SQLite would turn into null and PostgreSQL would not."""
    return None if value is None or math.isnan(value) else float(value)
