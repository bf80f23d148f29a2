"""Numbers, money and dates as the reader writes them, and the same rules for charts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache, lru_cache
from typing import Any, Final

import pandas as pd
from babel import Locale, UnknownLocaleError, numbers
from babel.dates import format_date, format_skeleton, format_time

from core.errors import UnknownName

UNKNOWN: Final = "unknown"
_DASH: Final = "–"
_SHARE_DIGITS: Final = ((0.2, 0), (0.01, 1), (0.001, 2))  # of the percent, from such a share on
_MOST_DIGITS: Final = 3

LOCALES: Final[Mapping[str, str]] = {
    "en_US": "English (United States)",
    "en_GB": "English (United Kingdom)",
    "de_DE": "Deutsch (Deutschland)",
    "de_CH": "Deutsch (Schweiz)",
    "fr_FR": "français (France)",
    "es_ES": "español (España)",
    "it_IT": "italiano (Italia)",
    "nl_NL": "Nederlands (Nederland)",
    "pt_BR": "português (Brasil)",
    "pl_PL": "polski (Polska)",
    "sv_SE": "svenska (Sverige)",
    "ja_JP": "日本語 (日本)",
}


def is_known(value: object) -> bool:
    """Whether there is a value at all: None, NaN, NaT and pd.NA are all "unknown"."""
    return value is not None and not bool(pd.isna(value))


def rounded(values: pd.Series, unit: str) -> pd.Series:
    """Numbers without the digits that say nothing: shares as `Writing.share` writes them, others
    with none behind the point from 100 on and two from 1 on.
    """
    size = values.abs()
    if unit != "share":
        return values.mask(size >= 1, values.round(2)).mask(size >= 100, values.round())
    made = values.round(2 + _MOST_DIGITS)
    for least, digits in reversed(_SHARE_DIGITS):
        made = made.mask(size >= least, values.round(2 + digits))
    return made


@cache
def _rules(name: str) -> Locale:
    return Locale.parse(name)


# Babel needs up to 0.1 ms for a number, and a table shows the same thousand again and again.
_WRITTEN: Final = 20_000


@lru_cache(_WRITTEN)
def _decimal(value: float, pattern: str, locale: str) -> str:
    return numbers.format_decimal(value, pattern, _rules(locale))


@lru_cache(_WRITTEN)
def _percent(value: float, pattern: str, locale: str) -> str:
    return numbers.format_percent(value, pattern, _rules(locale))


@lru_cache(_WRITTEN)
def _money(value: float, currency: str, pattern: str, locale: str) -> str:
    return numbers.format_currency(value, currency, pattern, _rules(locale), currency_digits=False)


@dataclass(frozen=True, slots=True)
class Writing:
    """How one reader writes: a Babel locale name and an ISO 4217 currency. Null reads "unknown"."""

    locale: str = "en_US"
    currency: str = "USD"

    def __post_init__(self) -> None:
        try:
            _rules(self.locale)
        except (UnknownLocaleError, ValueError) as error:
            raise UnknownName.among("locale", self.locale, LOCALES) from error
        if self.currency not in currencies():
            raise UnknownName.among("currency", self.currency, ["USD", "EUR", "GBP", "CHF"])

    def number(self, value: Any, digits: int = 0) -> str:
        """`12,345` or, with digits, `12,345.6`."""
        if not is_known(value):
            return UNKNOWN
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return _decimal(round(value, digits) or 0, pattern, self.locale)

    def compact(self, value: Any) -> str:
        """`12K`, `1.2M`: for axes and dense tables."""
        if not is_known(value):
            return UNKNOWN
        value = round(value)
        if abs(value) < 1000:
            return self.number(value)
        short = numbers.format_compact_decimal(value, locale=self.locale, fraction_digits=1)
        # German and others have no short thousands: then the digits at least want their groups.
        return self.number(value) if short.lstrip("-").isdigit() else short

    def share(self, value: Any, digits: int | None = None) -> str:
        """A fraction as percent: 0.0312 → `3.1%`; small shares keep two figures that matter."""
        if not is_known(value):
            return UNKNOWN
        if digits is None:
            size = abs(value) or 1.0
            digits = next((few for least, few in _SHARE_DIGITS if size >= least), _MOST_DIGITS)
        whole = _rules(self.locale).percent_formats[None].pattern
        pattern = whole.replace("#,##0", "#,##0." + "0" * digits) if digits else whole
        return _percent(value or 0, pattern, self.locale)

    def published(self, value: Any) -> str:
        """A published share with the figures it was printed with: 0.0975 → `9.75%`."""
        if not is_known(value):
            return UNKNOWN
        percent = 100 * value
        exact = next((d for d in range(3) if abs(round(percent, d) - percent) < 1e-9), None)
        return self.share(value, exact)

    def money(self, value: Any, currency: str | None = None) -> str:
        """`$1,200`; cents only below 10, and only where the currency has them."""
        if not is_known(value):
            return UNKNOWN
        currency = currency or self.currency
        digits = numbers.get_currency_precision(currency) if 0 < abs(value) < 10 else 0
        pattern = self._money_pattern(currency)
        whole = pattern.replace("0.00", "0") if digits == 0 else pattern
        return _money(round(value, digits) or 0, currency, whole, self.locale)

    def _money_pattern(self, currency: str) -> str:
        """The locale's pattern; a sign of letters stands apart: `CHF 1,200`, not `CHF1,200`."""
        pattern = str(_rules(self.locale).currency_formats["standard"].pattern)
        apart = numbers.get_currency_symbol(currency, self.locale)[-1].isalpha()
        return pattern.replace("¤#", "¤\N{NO-BREAK SPACE}#") if apart else pattern

    def day(self, value: date | datetime | None) -> str:
        """`23 Nov 2026` in the reader's way."""
        return format_date(value, "medium", self.locale) if is_known(value) else UNKNOWN

    def calendar(self) -> str:
        """The form of `day` as grids in the browser read it: `MMM D, YYYY`."""
        pieces = _rules(self.locale).date_formats["medium"].pattern.split("'")
        signs = str.maketrans({"d": "D", "y": "YYYY"})
        return "".join(
            f"[{each}]" if at % 2 else each.translate(signs) for at, each in enumerate(pieces)
        )

    def moment(self, value: datetime | None, zone: tzinfo | None, now: datetime) -> str:
        """`14:05`, with the day where it is not today's; in `zone`, the machine's own if None."""
        if not is_known(value):
            return UNKNOWN
        there = value.astimezone(zone)  # type: ignore[union-attr]
        time = format_time(there.time(), "short", locale=_rules(self.locale))
        same = there.date() == now.astimezone(zone).date()
        return time if same else f"{self.day(there)}, {time}"

    def month(self, value: date | datetime | None) -> str:
        """`Nov 2026` in the reader's way."""
        return format_skeleton("yMMM", value, locale=self.locale) if is_known(value) else UNKNOWN

    def value(self, value: Any, unit: str, digits: int | None = None) -> str:
        """`value` written by its unit: share, money, count, compact, score, day, ratio."""
        if unit == "share":
            return self.share(value, digits)
        if unit == "money":
            return self.money(value)
        if unit == "compact":
            return self.compact(value)
        if unit == "day":
            return self.day(value)
        if unit == "ratio":
            return self.number(value, 1 if digits is None else digits)
        return self.number(value, digits or 0)

    def span(self, low: Any, high: Any, unit: str) -> str:
        """`2.1%–3.4%`; "unknown" when an end is."""
        return _span(self, low, high, unit) if is_known(low) and is_known(high) else UNKNOWN

    def vega(self) -> dict[str, Any]:
        """Keyword arguments of `alt.Locale`: number and time rules in d3's own form."""
        rules = _rules(self.locale)
        symbols = rules.number_symbols["latn"]
        sign = numbers.get_currency_symbol(self.currency, self.locale)
        money = self._money_pattern(self.currency).split(";")[0].replace("¤", sign)
        percent = rules.percent_formats[None].pattern
        day = rules.date_formats["short"].pattern
        months, days = rules.months["format"], rules.days["format"]
        return {
            "number": {
                "decimal": symbols["decimal"],
                "thousands": symbols["group"],
                "grouping": [3],
                "currency": money.split("#,##0.00"),
                "percent": percent.removeprefix("#,##0"),
            },
            "time": {
                "dateTime": "%x, %X",
                "date": re.sub("d+", "%d", re.sub("M+", "%m", re.sub("y+", "%Y", day))),
                "time": "%H:%M:%S",
                "periods": ["AM", "PM"],
                "days": [days["wide"][i] for i in (6, 0, 1, 2, 3, 4, 5)],
                "shortDays": [days["abbreviated"][i] for i in (6, 0, 1, 2, 3, 4, 5)],
                "months": [months["wide"][i] for i in range(1, 13)],
                "shortMonths": [months["abbreviated"][i] for i in range(1, 13)],
            },
        }


@lru_cache(_WRITTEN)
def _span(writing: Writing, low: Any, high: Any, unit: str) -> str:
    first, last = writing.value(low, unit), writing.value(high, unit)
    return first if first == last else f"{first}{_DASH}{last}"


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes that Babel knows."""
    return frozenset(Locale.parse("en").currencies)
