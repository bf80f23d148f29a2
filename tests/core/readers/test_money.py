"""Prices as people write them: one amount, or none; of a range its upper end, and that is said."""

import pandas as pd
import pytest

from core.readers import money, read

# Cell, amount (null: none), currency, whether it has two ends, whether it has only the lower one.
PRICES: tuple[tuple[str, float | None, str | None, bool, bool], ...] = (
    ("€250", 250, "EUR", False, False),
    ("1.200,00 EUR", 1_200, "EUR", False, False),
    ("CHF 1'200.-", 1_200, "CHF", False, False),
    ("$120-$200", 200, "USD", True, False),
    ("$250–300", 300, "USD", True, False),
    ("€80 - €120", 120, "EUR", True, False),
    ("от 80 до 120 руб.", 120, "RUB", True, False),
    ("entre 80 y 120 €", 120, "EUR", True, False),
    ("80 bis 120 €", 120, "EUR", True, False),
    ("1.5-2k", 2_000, None, True, False),
    ("up to 200", 200, None, True, False),
    ("from 150 €", 150, "EUR", False, True),
    ("ab 150 €", 150, "EUR", False, True),
    ("от 5 000", 5_000, None, False, True),
    ("150+", 150, None, False, True),
    ("10.000円~", 10_000, "JPY", False, True),
    ("150/post", 150, None, False, False),
    ("200 per reel", 200, None, False, False),
    ("250 (Reel)", 250, None, False, False),
    ("300 € HT", 300, "EUR", False, False),
    ("350 € zzgl. MwSt.", 350, "EUR", False, False),
    ("15 000 ₽ за пост", 15_000, "RUB", False, False),
    ("50만원", 500_000, "KRW", False, False),
    ("Rs. 5000/-", 5_000, None, False, False),
    ("3 500 kr", 3_500, None, False, False),
    ("￥150000", 150_000, None, False, False),
    ("US$ 300", 300, "USD", False, False),
    ("$1.200 MXN", 1_200, "MXN", False, False),
    ("AUD $300", 300, "AUD", False, False),
    ("$150 (€140)", None, "USD", False, False),
    ("2.500.000đ", 2_500_000, "VND", False, False),
    ("3 500:-", 3_500, None, False, False),
    ("1e3", 1_000, None, False, False),
    ("500-300", None, None, True, False),
    ("250/post, 400/reel", None, None, False, False),
    ("150 per 3 posts", None, None, False, False),
    ("300/month", None, None, False, False),
    ("tbd", None, None, False, False),
    ("2026-03-04", None, None, False, False),
)


@pytest.mark.parametrize(("cell", "amount", "currency", "ends", "floor"), PRICES)
def test_one_price(
    cell: str, amount: float | None, currency: str | None, ends: bool, floor: bool
) -> None:
    cells = pd.Series([cell], dtype="str")
    made = money.parse(cells)[0]
    assert pd.isna(made) if amount is None else made == amount
    code = money.currencies_of(cells)[0]
    assert (None if pd.isna(code) else code) == currency
    assert tuple(bool(found[0]) for found in money.open_ended(cells)) == (ends, floor)


def test_ranges_are_said_and_what_is_no_price_is_a_problem() -> None:
    made = read(
        "roster.csv",
        b"handle,followers,rate per post (USD)\nmira,10,$120-$200\ntom,20,from $150\nlea,30,tbd\n",
    )
    accounts = made.tables["accounts"]
    assert accounts["price"].tolist()[:2] == [200, 150]
    assert pd.isna(accounts["price"][2])
    notes = "\n".join(made.notes)
    assert "gives a range or a limit in 1 cell (such as “$120-$200”); its upper end" in notes
    assert "only where prices begin in 1 cell (such as “from $150”)" in notes
    assert made.problems["value"].tolist() == ["tbd"]


def test_a_price_counts_on_its_own_network_and_other_work_is_left_out() -> None:
    made = read(
        "vendor.csv",
        b"Handle,Platform,Instagram Followers,TikTok Followers,Instagram Post Price,"
        b"TikTok Video Price,Instagram Story Price\n"
        b"mia,Instagram,12.5k,30k,$100,$150,$40\njoe,TikTok,7k,88k,$90,$200,$30\n",
    )
    accounts = made.tables["accounts"]
    assert accounts["followers"].tolist() == [12_500, 88_000]
    assert accounts["price"].tolist() == [100, 200]
    assert any("Other prices (“Instagram Story Price”)" in note for note in made.notes)


def test_headings_that_name_only_the_work_hold_prices_where_the_cells_are_money() -> None:
    made = read(
        "agency.csv",
        "Talent,IG,TT,IG followers,TT followers,IG story,IG reel,TT video\n"
        "Mira K,@mira,@mirak,12k,40k,€100,€250,€300\nTom B,@tom,,98k,,€300,€600,\n".encode(),
    )
    accounts = made.tables["accounts"]
    assert accounts["price"].tolist() == [250, 300, 600]
    assert accounts["currency"].unique().tolist() == ["EUR"]
    assert not any("cannot be scored" in note for note in made.notes)


def test_of_two_columns_the_upper_end_is_the_price() -> None:
    made = read(
        "v.csv", b"Handle,Followers,Price from,Price to\nmira,12k,$120,$200\ntom,9k,$50,$80\n"
    )
    assert made.tables["accounts"]["price"].tolist() == [200, 80]
