from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.metrics import Number
from core.scoring import Settings, numbers, score

Table = Callable[..., pd.DataFrame]
WRITING = Writing()
KEYS = [
    "score",
    "coverage",
    "standing",
    "conversation",
    "audience",
    "fit",
    "reputation",
    "value",
    "engagement_rate",
    "next_posts",
    "engagement_rate_claimed",
    "benchmark",
    "followers",
    "price",
    "walk_away",
]


def passports(settings: Settings | None = None, **found: pd.DataFrame) -> dict[str, Number]:
    chosen = settings or Settings()
    return numbers(score(tables.none() | found, settings=chosen).iloc[0], chosen, WRITING)


def test_the_working_holds_the_actual_numbers(accounts: Table, posts: Table) -> None:
    got = passports(
        accounts=accounts(handle=["a"], followers=[2000], found_via="vendor list"),
        posts=posts("a", [80, 102], comments=[2, 4], views=[400, 600]),
    )
    rate = got["engagement_rate"]
    assert rate.working == "94.0 per post ÷ 2,000 followers = 4.7%"
    assert rate.estimate.n == 2
    assert rate.others == (("by views", "18.8%"),)
    assert rate.inputs[0].as_of == datetime(2026, 11, 20, tzinfo=UTC)
    assert rate.inputs[0].origin == "from 2 posts"
    assert rate.inputs[1].origin == "vendor list"
    assert got["standing"].working == "ln(4.7% ÷ 4.5%) ÷ 0.99 on the bell curve = 52%"
    # The rate card stands in for the price, so value and standing tell the same.
    assert got["score"].working == "(1 × 52 + 1 × 53) ÷ 2 = 52"
    assert got["coverage"].working == "2 of 6 = 33%"
    assert "at 2,000 followers: 4.5%" in got["benchmark"].working


def test_every_number_is_there_even_where_nothing_is_known(accounts: Table) -> None:
    got = passports(accounts=accounts(handle=["a"]))
    assert list(got) == KEYS
    unknown = [key for key, number in got.items() if number.estimate.value is None]
    assert unknown == [key for key in KEYS if key not in ("score", "coverage")]
    assert got["score"].estimate.value == 50
    assert got["standing"].note == "Unknown without the engagement rate."


def test_assumptions_are_said(accounts: Table) -> None:
    got = passports(accounts=accounts(handle=["a"], followers=[2000], avg_likes=[90]))
    note = got["engagement_rate"].note
    assert "the range takes 12" in note
    assert "only likes are counted" in note


def test_an_impossible_rate_is_explained_without_accusing(accounts: Table) -> None:
    got = passports(accounts=accounts(handle=["a"], followers=[20], avg_likes=[90]))
    assert got["engagement_rate"].estimate.value is None
    assert "worth checking" in got["engagement_rate"].note


def test_sources_can_be_opened(accounts: Table) -> None:
    listed = accounts(handle=["a"], followers=[2000], avg_likes=[90])
    got = passports(Settings(benchmark="MODASH"), accounts=listed)
    assert got["benchmark"].source_ids == ("MODASH_IG",)
    assert "KIM20" in got["standing"].source_ids
    assert "does not enter the standing" in got["benchmark"].note


@pytest.mark.parametrize(
    ("currency", "working", "note"),
    [
        (None, "$250", "The list names no currency; USD is assumed."),
        ("USD", "$250", ""),
        ("EUR", "€250", "Asked in EUR: €250. It is not converted."),
    ],
)
def test_a_price_keeps_its_currency(
    accounts: Table, currency: str | None, working: str, note: str
) -> None:
    listed = accounts(handle=["a"], price=[250], currency=currency)
    price = passports(accounts=listed)["price"]
    assert (price.working, price.note) == (working, note)


def test_sources_that_differ_are_named(accounts: Table) -> None:
    listed = accounts(handle=["a", "a"], followers=[2000, 2100], name="Ada")
    assert passports(accounts=listed)["followers"].note == (
        "The sources differ; the newest is used."
    )
