"""Times as platforms and people write them, to UTC: epochs, ISO, X's own, localised months, d/m/y.

What no calendar can decide (03/04/2026) is read the way its mark is used most, and
`guessed` says so.
"""

from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from babel import Locale

from core.readers import calendars
from core.readers import texts as cells
from core.readers.texts import matches
from core.tables import TIME

_EPOCH: Final = r"^\d{9,10}(?:\.\d+)?$"
_EPOCH_MS: Final = r"^\d{12,13}$"
_ISO: Final = r"^\d{4}-\d{2}-\d{2}(?:$|[T ]\d{2}:\d{2})"
_X: Final = r"^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2} [+-]\d{4} \d{4}$"
_NUMERIC: Final = (
    r"^(?P<a>\d{1,2})(?P<mark>[/.\-])(?P<b>\d{1,2})[/.\-](?P<year>\d{4}|\d{2})(?:$|[ T,])"
)
_TIME: Final = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:[.,]\d+)?"
    r"\s*(?P<half>[ap]\.?m\b)?"
)
_ALSO: Final = {"mrz": {"03"}}  # short forms that CLDR no longer has
_WORDED: Final = r"\pL{2,}"
# The languages whose month names are known here; the names themselves are Babel's.
_LANGUAGES: Final = [
    "en",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "pl",
    "tr",
    "ru",
    "uk",
    "sv",
    "da",
    "nb",
    "fi",
    "cs",
    "sk",
    "hu",
    "ro",
    "el",
    "bg",
    "hr",
    "sl",
    "lt",
    "lv",
    "et",
    "ca",
    "id",
    "ms",
    "vi",
    "ja",
    "zh",
    "ko",
    "ar",
    "he",
    "hi",
    "th",
]


def parse(texts: pd.Series) -> pd.Series:
    """The times in UTC (no zone written: UTC), NaT where a cell holds none or only part of one."""
    tidy = cells.tidy(cells.arrow(texts))
    tidy = pc.replace_substring_regex(tidy, r"\s*(?:UTC|GMT)$", "")
    tidy = pc.replace_substring_regex(tidy, r"^(\d{4})/(\d{2})/(\d{2})", r"\1-\2-\3")
    found = _read(tidy)
    lost = found.isna().to_numpy() & pc.fill_null(pc.not_equal(tidy, ""), False).to_numpy(
        zero_copy_only=False
    )
    if lost.any():  # perhaps in the script or the order of another place
        found[lost] = _read(calendars.respelt(tidy.filter(pa.array(lost)))).array
    return pd.Series(found.array, index=texts.index)


def _read(tidy: pa.Array) -> pd.Series:
    """The times by the first way that fits each text; NaT where none does."""
    found = pd.Series(pd.NaT, index=pd.RangeIndex(len(tidy)), dtype=TIME)
    rest = pc.invert(pc.is_null(tidy))
    for pattern, read in _WAYS:
        here = pc.and_(rest, matches(tidy, pattern))
        if pc.any(here).as_py():
            rows = here.to_numpy(zero_copy_only=False)
            found[rows] = _sensible(read(tidy.filter(here))).array
            rest = pc.and_(rest, pc.invert(here))
    return found


def guessed(texts: pd.Series) -> bool:
    """Whether day and month could be swapped in every cell (03/04/2026), so that order was
    assumed.
    """
    parts = pc.extract_regex(cells.tidy(cells.arrow(texts)), _NUMERIC)
    return len(parts) > 0 and parts.null_count < len(parts) and _order(parts) is None


def _sensible(times: pd.Series) -> pd.Series:
    """The times, null before 1990 and after 2100: an epoch of 0 stands for unknown."""
    times = pd.to_datetime(times, utc=True)  # all missing comes without a zone
    return times.where((times.dt.year >= 1990) & (times.dt.year < 2100)).astype(TIME)


def _epoch(texts: pa.Array) -> pd.Series:
    micros = pc.multiply(pc.cast(texts, pa.float64()), 1e6)
    return pd.Series(
        pc.cast(micros, pa.int64(), safe=False).to_numpy().view("datetime64[us]")
    ).dt.tz_localize("UTC")


def _epoch_ms(texts: pa.Array) -> pd.Series:
    return pd.Series(pc.cast(texts, pa.int64()).to_numpy().view("datetime64[ms]")).dt.tz_localize(
        "UTC"
    )


def _iso(texts: pa.Array) -> pd.Series:
    return pd.to_datetime(pd.Series(texts.to_pandas()), format="ISO8601", utc=True, errors="coerce")


def _x(texts: pa.Array) -> pd.Series:
    return pd.to_datetime(
        pd.Series(texts.to_pandas()), format="%a %b %d %H:%M:%S %z %Y", utc=True, errors="coerce"
    )


def _numeric(texts: pa.Array) -> pd.Series:
    parts = pc.extract_regex(texts, _NUMERIC)
    day_first = _order(parts)
    if day_first is None:
        day_first = pc.any(pc.not_equal(pc.struct_field(parts, "mark"), "/")).as_py()
    first, second = pc.struct_field(parts, "a"), pc.struct_field(parts, "b")
    day, month = (first, second) if day_first else (second, first)
    return _days(pc.struct_field(parts, "year"), month, day) + _clock(pc.utf8_lower(texts))


def _order(parts: pa.Array) -> bool | None:
    """True for day first, False for month first, None where no number above 12 tells."""
    first = pc.max(pc.cast(pc.struct_field(parts, "a"), pa.int32())).as_py() or 0
    second = pc.max(pc.cast(pc.struct_field(parts, "b"), pa.int32())).as_py() or 0
    return None if first <= 12 and second <= 12 else first > 12


def _worded(texts: pa.Array) -> pd.Series:
    """Dates with a month in letters, in any order; weekday names are passed over."""
    low = pc.utf8_lower(texts)
    # A day stands in many cells: each is looked at once.
    encoded = pc.replace_substring_regex(low, _TIME, " ").dictionary_encode()
    dateonly = encoded.dictionary
    names = _months()
    words = [
        pc.struct_field(
            pc.extract_regex(dateonly, rf"^(?:\PL*\pL+){{{skip}}}\PL*(?P<word>\pL+)"), "word"
        )
        for skip in range(3)
    ]
    month = pc.coalesce(*[pc.take(names[1], pc.index_in(word, names[0])) for word in words])
    year = pc.struct_field(pc.extract_regex(dateonly, r"(?:^|\D)(?P<year>\d{4})(?:\D|$)"), "year")
    day = pc.struct_field(pc.extract_regex(dateonly, r"(?:^|\D)(?P<day>\d{1,2})(?:\D|$)"), "day")
    days = _days(year, month, day).take(encoded.indices.to_numpy())
    return days.reset_index(drop=True) + _clock(low)


def _months() -> tuple[pa.Array, pa.Array]:
    """Month names of all known languages, and the number of each; a name of two months is left
    out.
    """
    numbers: dict[str, set[str]] = {}
    for language in _LANGUAGES:
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    numbers.setdefault(name.casefold().rstrip("."), set()).add(f"{number:02d}")
    # Exports shorten further than CLDR ("fév", "mär", "sept"): the first three letters, if only one
    # month has them.
    short: dict[str, set[str]] = {}
    for name, month in numbers.items():
        short.setdefault(name[:3], set()).update(month)
    known = {**short, **numbers, **_ALSO}
    known = {name: month for name, month in known.items() if len(month) == 1 and name.isalpha()}
    return (
        pa.array(list(known), pa.large_string()),
        pa.array([next(iter(month)) for month in known.values()], pa.large_string()),
    )


def _days(year: pa.Array, month: pa.Array, day: pa.Array) -> pd.Series:
    """Midnights from year, month and day; a year of two digits is of this century."""
    parts = pd.DataFrame({"year": _number(year), "month": _number(month), "day": _number(day)})
    parts["year"] += 2000 * (parts["year"] < 100)
    return pd.to_datetime(parts, errors="coerce", utc=True)


def _clock(low: pa.Array) -> pd.Series:
    """The time since midnight that stands somewhere in each text; none where there is no clock."""
    found = pc.struct_field(pc.extract_regex(low, f"(?P<clock>{_TIME})"), "clock")
    encoded = pc.fill_null(found, "").dictionary_encode()
    parts = pc.extract_regex(encoded.dictionary, _TIME)
    hour, minute, second = (
        _number(pc.struct_field(parts, name)).fillna(0) for name in ("hour", "minute", "second")
    )
    half = pc.fill_null(pc.struct_field(parts, "half"), "").to_pandas().str.slice(0, 1)
    hour = hour.where(half == "", hour % 12) + 12 * (half == "p")
    seconds = pd.to_timedelta(hour * 3600 + minute * 60 + second, unit="s")
    return seconds.take(encoded.indices.to_numpy()).reset_index(drop=True)


def _number(texts: pa.Array) -> pd.Series:
    words = pc.if_else(pc.equal(texts, ""), pa.scalar(None, texts.type), texts)
    return pd.Series(pc.cast(words, pa.float64()).to_numpy(zero_copy_only=False))


_WAYS: Final = (
    (_EPOCH, _epoch),
    (_EPOCH_MS, _epoch_ms),
    (_ISO, _iso),
    (_X, _x),
    (_NUMERIC, _numeric),
    (_WORDED, _worded),
)
