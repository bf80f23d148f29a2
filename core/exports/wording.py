"""Numbers of a dossier as every file writes them: value, range, and the marks of its sources."""

from collections.abc import Mapping
from typing import Final

from core.exports.dossier import Dossier
from core.locale import Writing
from core.metrics import Number

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def value(number: Number, writing: Writing) -> str:
    """The value by its unit; money that is not in the reader's currency in its own."""
    if number.currency:
        return writing.money(number.estimate.value, number.currency)
    return writing.value(number.estimate.value, number.metric.unit)


def span(number: Number, writing: Writing) -> str:
    """`8 in 10: 1,200–3,300`; empty where there is no range."""
    low, high = number.estimate.low, number.estimate.high
    if number.estimate.value is None or low is None or high is None or low >= high:
        return ""
    if number.metric.key in ("price", "plan_cost"):
        return f"could be {writing.span(low, high, number.metric.unit)}"
    return f"8 in 10: {writing.span(low, high, number.metric.unit)}"


def places(dossier: Dossier) -> dict[str, int]:
    """The place of each published source in the list of sources, from 1."""
    return {source.source_id: at for at, source in enumerate(dossier.sources, start=1)}


def marks(number: Number, places: Mapping[str, int]) -> tuple[int, ...]:
    """The footnotes of a number."""
    return tuple(places[one] for one in number.source_ids if one in places)


def footnotes(number: Number, places: Mapping[str, int]) -> str:
    """The same as raised digits: `¹ ²`; empty where no published source is behind it."""
    return " ".join(raised(mark) for mark in marks(number, places))


def raised(mark: int) -> str:
    """`¹²` for 12."""
    return str(mark).translate(_RAISED)


def hashtags(dossier: Dossier) -> str:
    """`Hashtags: #kettle #tea`; empty where there are none."""
    return f"Hashtags: {' '.join(dossier.hashtags)}" if dossier.hashtags else ""


def made(dossier: Dossier) -> str:
    """When the file was made, from data of when, with which version; sample data says so."""
    writing = dossier.writing
    day, newest = writing.day(dossier.made_at), writing.day(dossier.as_of)
    return f"Made {day} from data as of {newest} with Microscope {dossier.version}."


RANGES: Final = (
    "Ranges hold in 8 of 10 cases. “Unknown” means that nobody has looked yet, nothing worse."
)


def stem(dossier: Dossier) -> str:
    """The title as the beginning of a file name."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in dossier.title.lower())
    return "-".join(part for part in kept.split("-") if part)[:60].strip("-") or "plan"
