"""Single cells of a scored row as numbers, dates and words know them: missing is None."""

from datetime import datetime
from typing import Any

import pandas as pd

from core.locale import is_known
from core.metrics import Estimate


def estimate(row: pd.Series, key: str) -> Estimate:
    """The value of `key` with its range and count."""
    value, low, high = (known_float(row.get(key + end)) for end in ("", "_low", "_high"))
    count = row.get(f"{key}_n")
    return Estimate(value, low, high, int(count) if is_known(count) else 0)


def known_float(value: Any) -> float | None:
    """`value` as a float, or None."""
    return float(value) if is_known(value) else None


def date(value: Any) -> datetime | None:
    """A time of pandas as a datetime, or None."""
    when: datetime | None = value.to_pydatetime() if is_known(value) else None
    return when


def origin(row: pd.Series) -> str:
    """The ways in which the creator was found, as text."""
    return str(row["found_via"]) if is_known(row["found_via"]) else ""
