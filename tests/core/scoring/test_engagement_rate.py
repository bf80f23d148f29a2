from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.scoring import engagement

Table = Callable[..., pd.DataFrame]
NO_POSTS = tables.empty("posts")


def one(posts: pd.DataFrame, accounts: pd.DataFrame) -> pd.Series:
    return engagement.rate(posts, accounts).iloc[0]


def test_posts_give_the_rate_where_there_are_posts(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["Ada"], followers=[1000], avg_likes=[900], avg_comments=[0])
    row = one(posts("ada", [40, 60], comments=[2, 6]), listed)
    assert row["engagement_rate"] == pytest.approx((42 + 66) / 2 / 1000)
    assert (row["engagement_rate_n"], row["engagement_basis"]) == (2, "posts")


def test_averages_give_it_where_there_are_only_averages(accounts: Table) -> None:
    listed = accounts(handle=["ada"], followers=[2000], avg_likes=[90], avg_comments=[10])
    row = one(NO_POSTS, listed)
    assert row["engagement_rate"] == pytest.approx(0.05)
    assert row["engagement_basis"] == "averages"
    assert row["engagement_rate_n"] is pd.NA


def test_the_claimed_rate_stands_apart(accounts: Table) -> None:
    listed = accounts(handle=["ada"], followers=[2000], engagement_rate_claimed=[0.07])
    row = one(NO_POSTS, listed)
    assert row["engagement_rate_claimed"] == 0.07
    assert np.isnan(row["engagement_rate"])


def test_the_range_of_averages_is_that_of_twelve_posts(accounts: Table) -> None:
    # ± 1.2816 × √(0.48² / 12 + 0.14²) = 0.25244 on ln(1 + 100): 77.47 and 129.00 reactions
    row = one(NO_POSTS, accounts(handle=["ada"], followers=[2000], avg_likes=[100]))
    assert row["engagement_rate_low"] == pytest.approx(77.467 / 2000, rel=1e-4)
    assert row["engagement_rate_high"] == pytest.approx(129.003 / 2000, rel=1e-4)


def test_no_reaction_at_all_is_not_certain(accounts: Table, posts: Table) -> None:
    # One post: ± 1.2816 × √(0.48² + 0.14²) = 0.64079 on ln(1 + 0): up to e^0.64079 − 1 = 0.898.
    row = one(posts("ada", [0]), accounts(handle=["ada"], followers=[100]))
    assert (row["engagement_rate"], row["engagement_rate_low"]) == (0, 0)
    assert row["engagement_rate_high"] == pytest.approx(0.00898, rel=1e-3)


def test_a_range_ends_where_the_rate_itself_must() -> None:
    listed = pd.DataFrame({"platform": "x", "handle": ["a"], "followers": 100, "avg_likes": 99})
    row = one(NO_POSTS, tables.conform(listed, "accounts"))
    assert row["engagement_rate_low"] < row["engagement_rate"] < row["engagement_rate_high"] == 1


def test_one_post_gives_a_wider_range_than_twelve(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["a", "b"], followers=[1000, 1000])
    rated = engagement.rate(pd.concat([posts("a", [50]), posts("b", [50] * 12)]), listed)
    first, second = rated["engagement_rate_high"] / rated["engagement_rate_low"]
    assert first > second
    assert rated["engagement_rate"].tolist() == pytest.approx([0.05, 0.05])


def test_hidden_likes_are_a_missing_post_not_a_post_worth_nothing(
    accounts: Table, posts: Table
) -> None:
    row = one(posts("ada", [50, None, None]), accounts(handle=["ada"], followers=[1000]))
    assert row["engagement_rate"] == pytest.approx(0.05)
    assert row["engagement_rate_n"] == 1


def test_only_the_newest_thirty_posts_count(accounts: Table, posts: Table) -> None:
    row = one(posts("ada", [50] * 30 + [900] * 5), accounts(handle=["ada"], followers=[1000]))
    assert row["engagement_rate"] == pytest.approx(0.05)
    assert row["engagement_rate_n"] == 30


def test_a_post_younger_than_three_days_waits(accounts: Table, posts: Table) -> None:
    seen = pd.Timestamp("2026-11-20", tz="UTC")
    dates = [seen - pd.Timedelta(days=days) for days in (1, 4)]
    listed = accounts(handle=["ada"], followers=[1000])
    assert one(posts("ada", [2, 50], posted_at=dates), listed)["engagement_rate"] == 0.05
    assert one(posts("ada", [2], posted_at=dates[:1]), listed)["engagement_rate"] == 0.002


def test_a_post_that_came_in_twice_counts_once_as_last_seen(accounts: Table, posts: Table) -> None:
    seen = [pd.Timestamp("2026-11-20", tz="UTC"), pd.Timestamp("2026-11-01", tz="UTC")]
    twice = posts("ada", [70, 30], post_id="p1", seen_at=seen)
    row = one(twice, accounts(handle=["ada"], followers=[1000]))
    assert row["engagement_rate"] == pytest.approx(0.07)
    assert row["engagement_rate_n"] == 1


@pytest.mark.parametrize(
    ("followers", "problem"), [(100, "more reactions than followers"), (0, "no followers")]
)
def test_an_impossible_rate_is_unknown_and_says_why(
    accounts: Table, posts: Table, followers: float, problem: str
) -> None:
    row = one(posts("ada", [150]), accounts(handle=["ada"], followers=[followers]))
    assert np.isnan(row["engagement_rate"])
    assert row["engagement_problem"] == problem
    assert isinstance(row["engagement_basis"], float)


def test_exactly_every_follower_is_still_possible(accounts: Table, posts: Table) -> None:
    assert (
        one(posts("ada", [100]), accounts(handle=["ada"], followers=[100]))["engagement_rate"] == 1
    )


def test_claims_above_all_or_below_nothing_are_unknown(accounts: Table) -> None:
    listed = accounts(handle=["a", "b"], followers=[9, 9], engagement_rate_claimed=[4.2, -0.01])
    assert engagement.rate(NO_POSTS, listed)["engagement_rate_claimed"].isna().all()


def test_more_followers_and_reactions_in_proportion_leave_the_rate(
    accounts: Table, posts: Table
) -> None:
    small = one(posts("a", [30, 50]), accounts(handle=["a"], followers=[1000]))
    large = one(posts("a", [3000, 5000]), accounts(handle=["a"], followers=[100_000]))
    assert small["engagement_rate"] == pytest.approx(large["engagement_rate"])


def test_by_views_is_kept_beside(accounts: Table, posts: Table) -> None:
    row = one(posts("a", [30, 50], views=[400, None]), accounts(handle=["a"], followers=[1000]))
    assert row["engagement_by_views"] == pytest.approx(30 / 400)


def test_an_account_known_only_by_its_posts_has_a_row(accounts: Table, posts: Table) -> None:
    rated = engagement.rate(posts("Ada", [30, 50]), tables.empty("accounts"))
    assert rated["creator"].tolist() == ["instagram/ada"]
    assert rated["engagement_rate"].isna().all()
    assert rated["engagement_per_post"].tolist() == [40]


def test_nothing_in_nothing_out() -> None:
    assert engagement.rate(NO_POSTS, tables.empty("accounts")).empty
