"""The brand at work here: one row, and a second one while the sample shop is visiting."""

import math
from datetime import datetime

from sqlmodel import Session

from core.errors import StoreError, UnknownName
from core.store import sample
from core.store.models import Workspace

_TEXTS = (
    "brand",
    "values",
    "topics",
    "deal_breakers",
    "tier_scheme",
    "benchmark",
    "currency",
    "locale",
)


def current(*, session: Session, now: datetime) -> Workspace:
    """The workspace: the sample shop's while it is here; the defaults when none was set."""
    kind = sample.SAMPLE if sample.is_in(session=session) else sample.OWN
    return session.get(Workspace, kind) or Workspace(kind=kind, updated_at=now)


def change(changes: dict[str, object], *, session: Session, now: datetime) -> Workspace:
    """The workspace in force with `changes` kept; raises for a field or a value it cannot have."""
    row = current(session=session, now=now)
    for name, value in changes.items():
        setattr(row, name, _allowed(name, value))
    row.updated_at = now
    session.add(row)
    return row


def _allowed(name: str, value: object) -> str | float:
    if name == "rate_per_usd":
        rate = float(value) if isinstance(value, int | float) else math.nan
        if not (math.isfinite(rate) and rate > 0):
            raise StoreError(f"“{value}” is no exchange rate.", "Give a number above zero.")
        return rate
    if name not in _TEXTS:
        raise UnknownName.among("workspace setting", name, (*_TEXTS, "rate_per_usd"))
    text = str(value).strip()
    if name == "currency":
        text = text.upper()
        if len(text) != 3 or not (text.isascii() and text.isalpha()):
            raise StoreError(f"“{value}” is no currency code.", "Give three letters, such as EUR.")
    return text
