import re
from datetime import UTC, date, datetime

import altair as alt
import numpy as np
import pandas as pd
import pytest

from core.errors import UnknownName
from core.locale import LOCALES, UNKNOWN, Writing, currencies, is_known, rounded

US = Writing("en_US", "USD")
GERMANY = Writing("de_DE", "EUR")
SWITZERLAND = Writing("de_CH", "CHF")
JAPAN = Writing("ja_JP", "JPY")
ALL = [US, GERMANY, SWITZERLAND, JAPAN]

NOTHING = (None, float("nan"), np.nan, pd.NA, pd.NaT)


def each(*expected: object) -> list[tuple[Writing, object]]:
    """What the American, German, Swiss and Japanese reader should see, in this order."""
    return list(zip(ALL, expected, strict=True))


def plain(text: str) -> str:
    """`text` with the spaces that do not break as ordinary ones."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("nothing", NOTHING, ids=str)
def test_whatever_is_missing_reads_unknown(nothing: object) -> None:
    assert not is_known(nothing)
    for write in (US.number, US.compact, US.share, US.money):
        assert write(nothing) == UNKNOWN
    assert US.day(nothing) == US.month(nothing) == UNKNOWN  # type: ignore[arg-type]
    for unit in ("share", "money", "count", "compact", "score", "day"):
        assert US.value(nothing, unit) == UNKNOWN


def test_zero_is_known() -> None:
    assert is_known(0)
    assert (US.number(0), US.share(0), US.money(0), US.compact(0)) == ("0", "0%", "$0", "0")


@pytest.mark.parametrize(
    ("writing", "expected"),
    each("12,345.7", "12.345,7", "12’345.7", "12,345.7"),
)
def test_numbers(writing: Writing, expected: str) -> None:
    assert writing.number(12345.678, 1) == expected
    assert writing.number(np.int64(7)) == "7"


@pytest.mark.parametrize(
    ("writing", "expected"),
    each(
        ("$1,200", "$9.50", "€1,200"),
        ("1.200 €", "9,50 €", "1.200 €"),
        ("CHF 1’200", "CHF 9.50", "EUR 1’200"),
        ("￥1,200", "￥10", "€1,200"),
    ),
)
def test_money_has_cents_only_where_they_matter(
    writing: Writing, expected: tuple[str, str, str]
) -> None:
    found = (writing.money(1200), writing.money(9.5), writing.money(1200, "EUR"))
    assert tuple(plain(text) for text in found) == expected


def test_a_currency_of_letters_stands_apart_from_its_number() -> None:
    assert plain(Writing("en_US", "CHF").money(1200)) == "CHF 1,200"
    assert plain(Writing("en_US", "CHF").money(-5)) == "-CHF 5.00"


@pytest.mark.parametrize(
    ("writing", "expected"),
    each("3.1%", "3,1 %", "3.1%", "3.1%"),
)
def test_shares_are_written_as_the_language_does(writing: Writing, expected: str) -> None:
    assert plain(writing.share(0.0312)) == expected


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (1, "100%"),
        (0.2, "20%"),
        (0.199, "19.9%"),
        (0.01, "1.0%"),
        (0.0099, "0.99%"),
        (0.001, "0.10%"),
        (0.00033, "0.033%"),
        (-0.05, "-5.0%"),
    ],
)
def test_small_shares_keep_the_figures_that_matter(share: float, expected: str) -> None:
    assert US.share(share) == expected


@pytest.mark.parametrize(
    ("writing", "expected"),
    each(
        ("999", "12.3K", "1.2M"),
        ("999", "12.345", "1,2 Mio."),
        ("999", "12’345", "1.2 Mio."),
        ("999", "1.2万", "123.5万"),
    ),
)
def test_compact_numbers_never_lose_their_groups(
    writing: Writing, expected: tuple[str, str, str]
) -> None:
    found = tuple(plain(writing.compact(count)) for count in (999, 12_345, 1_234_567))
    assert found == expected


@pytest.mark.parametrize(
    ("writing", "day", "month"),
    [
        (US, "Nov 23, 2026", "Nov 2026"),
        (Writing("en_GB", "GBP"), "23 Nov 2026", "Nov 2026"),
        (GERMANY, "23.11.2026", "Nov. 2026"),
        (SWITZERLAND, "23.11.2026", "Nov. 2026"),
        (JAPAN, "2026/11/23", "2026年11月"),
    ],
)
def test_days_and_months(writing: Writing, day: str, month: str) -> None:
    for value in (
        date(2026, 11, 23),
        datetime(2026, 11, 23, 9, tzinfo=UTC),
        pd.Timestamp("2026-11-23T09:00Z"),
    ):
        assert (writing.day(value), writing.month(value)) == (day, month)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("share", "250%"),
        ("money", "$2.50"),
        ("count", "2"),
        ("compact", "2"),
        ("score", "2"),
    ],
)
def test_a_value_is_written_by_its_unit(unit: str, expected: str) -> None:
    assert US.value(2.5, unit) == expected
    assert US.value(date(2026, 1, 2), "day") == "Jan 2, 2026"


def test_a_span_needs_both_ends_and_says_one_value_once() -> None:
    assert US.span(0.021, 0.034, "share") == "2.1%–3.4%"
    assert US.span(1200, 1200.3, "money") == "$1,200"
    assert US.span(None, 3, "count") == US.span(3, float("nan"), "count") == UNKNOWN


@pytest.mark.parametrize("name", LOCALES)
def test_every_locale_on_offer_writes_everything_and_rules_charts(name: str) -> None:
    writing = Writing(name, "EUR")
    assert all(
        (writing.number(1), writing.share(0.1), writing.money(5), writing.month(date(2026, 1, 1)))
    )
    rules = writing.vega()
    number, when = rules["number"], rules["time"]
    assert len(number["currency"]) == 2
    assert "".join(number["currency"]).strip()
    assert len(when["months"]) == len(when["shortMonths"]) == 12
    assert len(when["days"]) == len(when["shortDays"]) == 7
    assert set(re.findall("%.", when["date"])) == {"%d", "%m", "%Y"}
    chart = alt.Chart(alt.Data(values=[])).mark_point()
    chart.configure(locale=alt.Locale(**rules)).to_dict()  # raises where the rules are not d3's


def test_charts_follow_the_readers_signs_and_order() -> None:
    german = GERMANY.vega()
    assert (german["number"]["decimal"], german["number"]["thousands"]) == (",", ".")
    assert [plain(part) for part in german["number"]["currency"]] == ["", " €"]
    assert plain(german["number"]["percent"]) == " %"
    assert german["time"]["date"] == "%d.%m.%Y"
    assert (german["time"]["days"][0], german["time"]["months"][2]) == ("Sonntag", "März")
    assert US.vega()["number"]["currency"] == ["$", ""]
    assert US.vega()["time"]["date"] == "%m/%d/%Y"
    assert [plain(part) for part in SWITZERLAND.vega()["number"]["currency"]] == ["CHF ", ""]
    assert JAPAN.vega()["time"]["date"] == "%Y/%m/%d"


@pytest.mark.parametrize(
    ("locale", "form"),
    [
        ("en_US", "MMM D, YYYY"),
        ("de_DE", "DD.MM.YYYY"),
        ("pt_BR", "D [de] MMM [de] YYYY"),
        ("ja_JP", "YYYY/MM/DD"),
    ],
)
def test_grids_write_days_in_the_same_form(locale: str, form: str) -> None:
    assert Writing(locale).calendar() == form


def test_a_writing_is_a_value() -> None:
    assert Writing("de_DE", "EUR") == GERMANY
    assert hash(Writing()) == hash(US)


@pytest.mark.parametrize("name", ["xx_YY", "", "english"])
def test_an_unknown_locale_names_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownName, match="en_US"):
        Writing(name, "USD")


def test_an_unknown_currency_is_refused() -> None:
    assert {"USD", "EUR", "CHF", "JPY"} <= currencies()
    with pytest.raises(UnknownName, match="There is no currency called “XYZ”"):
        Writing("en_US", "XYZ")


@pytest.mark.parametrize(
    ("value", "text"), [(0.0975, "9.75%"), (0.024, "2.4%"), (0.04, "4%"), (0.038652, "3.9%")]
)
def test_a_published_share_keeps_the_figures_it_was_printed_with(value: float, text: str) -> None:
    assert Writing().published(value) == text


def test_a_column_is_rounded_as_single_numbers_are_written() -> None:
    shares = pd.Series([0.5021, 0.0312, 0.00416, 0.000312, 0.0, None])
    assert rounded(shares, "share").dropna().tolist() == [0.5, 0.031, 0.0042, 0.00031, 0.0]
    assert rounded(shares, "share").isna().sum() == 1
    assert rounded(pd.Series([1234.56, 12.346, 0.0123]), "count").tolist() == [1235, 12.35, 0.0123]
