"""The brand at work here: one row, and a second one while the sample shop is visiting."""

import math
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlmodel import Session

from core import figures
from core.errors import StoreError, UnknownName
from core.locale import LOCALES, currencies
from core.store import sample
from core.store.models import Workspace

DEFINITIONS = ("followers", "reach", "views")
_HUE = re.compile(r"#[0-9A-Fa-f]{6}|")
_TEXTS = (
    "brand",
    "values",
    "topics",
    "deal_breakers",
    "blocked",
    "tier_scheme",
    "benchmark",
    "currency",
    "locale",
    "definition",
    "colour",
)


def current(*, session: Session, now: datetime) -> Workspace:
    """The workspace: the sample shop's while it is here; the defaults when none was set.

    A scale that was kept once and is known no more falls back to its default.
    """
    kind = sample.SAMPLE if sample.is_in(session=session) else sample.OWN
    row = session.get(Workspace, kind) or Workspace(kind=kind, updated_at=now)
    default = Workspace(updated_at=now)
    gone = [name for name, known in _scales().items() if getattr(row, name) not in known]
    for name in gone:
        setattr(row, name, getattr(default, name))
    return row


@cache
def _scales() -> Mapping[str, frozenset[str]]:
    """The settings that are a choice among names, and the names."""
    return {
        "tier_scheme": frozenset(figures.schemes()),
        "benchmark": frozenset(one.key for one in figures.benchmark_sets()),
        "currency": currencies(),
        "locale": frozenset(LOCALES),
        "definition": frozenset(DEFINITIONS),
    }


def change(changes: dict[str, object], *, session: Session, now: datetime) -> Workspace:
    """The workspace in force with `changes` kept; raises for a field or a value it cannot have."""
    row = current(session=session, now=now)
    for name, value in changes.items():
        setattr(row, name, _allowed(name, value))
    row.updated_at = now
    session.add(row)
    return row


def _weights(value: object) -> dict[str, float]:
    """Dimension → weight; 0 = does not count."""
    given = value if isinstance(value, Mapping) else {}
    kept = {str(name): float(weight) for name, weight in given.items()}
    wrong = [weight for weight in kept.values() if not 0 <= weight < math.inf]
    if wrong:
        raise StoreError(f"“{wrong[0]}” is no weight.", "Give a number of zero or more.")
    return kept


def _rates(value: object) -> dict[str, float]:
    """Currency → how much of it one US dollar buys."""
    given = value if isinstance(value, Mapping) else {}
    for rate in given.values():
        known = isinstance(rate, int | float) and math.isfinite(rate) and rate > 0
        if not known:
            raise StoreError(f"“{rate}” is no exchange rate.", "Give a number above zero.")
    return {_code(name): float(rate) for name, rate in given.items()}


def _code(value: object) -> str:
    text = str(value).strip().upper()
    if len(text) != 3 or not (text.isascii() and text.isalpha()):
        raise StoreError(f"“{value}” is no currency code.", "Give three letters, such as EUR.")
    return text


def _allowed(name: str, value: object) -> str | float | bool | bytes | dict[str, float] | None:
    if name == "weights":
        return _weights(value)
    if name == "saves":
        return bool(value)
    if name == "logo":
        return bytes(value) if isinstance(value, bytes) and value else None
    if name == "rates":
        return _rates(value)
    if name not in _TEXTS:
        every = (*_TEXTS, "logo", "rates", "saves", "weights")
        raise UnknownName.among("workspace setting", name, every)
    text = str(value).strip()
    if name == "currency":
        text = _code(text)
    if name == "colour" and not _HUE.fullmatch(text):
        raise StoreError(f"“{text[:40]}” is no colour.", "Give six digits after a #.")
    known = _scales().get(name)
    if known is not None and text not in known:
        raise UnknownName.among(name.replace("_", " "), text, known)
    return text
