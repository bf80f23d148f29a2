"""How charts write what a plan brings: sales as money, everything else as a count."""

from typing import Any, Final

from core.locale import Writing
from core.metrics import METRICS, Unit

_MONEY: Final = frozenset(one.label for one in METRICS.values() if one.unit == "money")


def unit(label: str) -> Unit:
    """How the number with this label is written."""
    return "money" if label in _MONEY else "count"


def amount(value: Any, label: str, writing: Writing) -> str:
    """`5,878`, or `$189` where the number with this label is money."""
    return writing.value(value, unit(label))


def brought(value: Any, label: str, writing: Writing) -> str:
    """`5,878 engagements`, `$189 in sales`."""
    between = " in " if label in _MONEY else " "
    return f"{amount(value, label, writing)}{between}{label.lower()}"
