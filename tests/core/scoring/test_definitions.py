"""One definition of engagement at a time: by followers, reach or views, with saves or without."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.scoring import Settings, numbers, score

Table = Callable[..., pd.DataFrame]


def rated(accounts: pd.DataFrame, posts: pd.DataFrame, **how: object) -> pd.Series:
    found = tables.none() | {"accounts": accounts, "posts": posts}
    return score(found, settings=Settings(**how)).iloc[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("how", "rate"),
    [
        ({}, 0.05),
        ({"definition": "views"}, 0.25),
        ({"definition": "reach"}, 0.125),
        ({"saves": True}, 0.065),
        ({"definition": "reach", "saves": True}, 0.1625),
    ],
)
def test_the_rate_follows_the_definition(
    accounts: Table, posts: Table, how: dict[str, object], rate: float
) -> None:
    shown = posts("a", [90, 90], comments=10, saves=20, shares=10, views=400, reach=800)
    row = rated(accounts(handle=["a"], followers=[2000]), shown, **how)
    assert row["engagement_rate"] == pytest.approx(rate)
    assert row["engagement_rate_low"] < rate < row["engagement_rate_high"]


def test_published_rates_are_not_held_against_another_definition(
    accounts: Table, posts: Table
) -> None:
    shown = posts("a", [90, 90], views=400)
    row = rated(accounts(handle=["a"], followers=[2000]), shown, definition="views")
    assert np.isnan(row["benchmark"])
    assert np.isnan(row["standing"])
    note = numbers(row, Settings(definition="views"), Writing())["benchmark"].note
    assert "another way" in note


def test_only_posts_whose_views_are_known_count_by_views(accounts: Table, posts: Table) -> None:
    shown = posts("a", [90, 900], views=[450, None])
    row = rated(accounts(handle=["a"], followers=[2000]), shown, definition="views")
    assert row["engagement_rate"] == pytest.approx(0.2)
    assert row["engagement_rate_n"] == 1


def test_views_of_a_list_speak_where_there_are_no_posts(accounts: Table) -> None:
    listed = accounts(handle=["a"], followers=[2000], avg_likes=[50], avg_views=[500])
    row = rated(listed, tables.empty("posts"), definition="views")
    assert row["engagement_rate"] == pytest.approx(0.1)


def test_many_own_accounts_are_the_yardstick_of_any_definition(accounts: Table) -> None:
    random = np.random.default_rng(2)
    views = random.uniform(500, 5000, 300).round()
    listed = accounts(
        handle=[f"a{i}" for i in range(300)],
        followers=np.exp(random.uniform(6, 12, 300)).round(),
        avg_views=views,
        avg_likes=views * np.exp(random.normal(-3, 0.5, 300)),
    )
    settings = Settings(definition="views", weights=(("standing", 1.0),))
    rows = score(tables.none() | {"accounts": listed}, settings=settings)
    assert rows["standing"].median() == pytest.approx(0.5, abs=0.03)
    assert set(rows["standing_pool"]) == {300}
    passport = numbers(rows.iloc[0], settings, Writing())["standing"]
    assert "300 accounts of this platform" in passport.note
    assert "views" in numbers(rows.iloc[0], settings, Writing())["engagement_rate"].working
