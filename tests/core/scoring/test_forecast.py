from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.scoring.engagement import forecast

Table = Callable[..., pd.DataFrame]
NO_POSTS = tables.empty("posts")


def world(creators: int, count: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.Series]:
    """Accounts, their last `count` posts and the mean of the ten that follow.

    Some creators are less even than others and some drift far, as real ones do.
    """
    random = np.random.default_rng(seed)
    followers = np.exp(random.normal(10, 1, creators)).round()
    usual = -2.2 + 0.872 * np.log(followers) + random.normal(0, 0.88, creators)
    uneven = 0.4 * np.sqrt(4 / random.chisquare(4, creators))
    drift = 0.1 * random.standard_t(4, creators)
    past = np.exp(random.normal(usual, uneven, (count, creators)))
    future = np.exp(random.normal(usual + drift, uneven, (10, creators))).mean(axis=0)
    handles = [f"c{i}" for i in range(creators)]
    days = np.repeat(np.arange(count), creators)
    posts = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": handles * count,
            "likes": past.ravel(),
            "posted_at": pd.Timestamp("2026-11-01", tz="UTC") - pd.to_timedelta(days, unit="D"),
        }
    )
    accounts = pd.DataFrame({"platform": "instagram", "handle": handles, "followers": followers})
    return posts, accounts, pd.Series(future, index=handles)


@pytest.mark.parametrize("count", [1, 5, 12])
def test_the_range_holds_what_comes_about_eight_times_in_ten(count: int) -> None:
    posts, accounts, future = world(400, count, seed=3)
    guess = forecast(posts, accounts).set_index("handle")
    assert 0.75 <= future.between(guess["low"], guess["high"]).mean() <= 0.87


def test_after_one_post_it_is_nearer_than_the_post_itself() -> None:
    posts, accounts, future = world(400, 1, seed=4)
    guess = forecast(posts, accounts).set_index("handle")["expected"]
    raw = posts.set_index("handle")["likes"]
    ours, plain = (np.log(x / future).abs().mean() for x in (guess, raw))
    assert ours < 0.95 * plain


def test_a_rise_that_accounts_share_is_followed_as_far_as_it_is_known() -> None:
    random = np.random.default_rng(5)
    months = np.arange(12)
    usual = random.normal(5, 0.5, 80)[:, None] - 0.05 * months  # 5 % a month up to today
    likes = np.exp(usual + random.normal(0, 0.2, usual.shape))
    handles = [f"c{i}" for i in range(80)]
    posts = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": np.repeat(handles, 12),
            "likes": likes.ravel(),
            "posted_at": np.tile(
                pd.Timestamp("2026-11-01", tz="UTC") - pd.to_timedelta(30 * months, unit="D"), 80
            ),
        }
    )
    accounts = pd.DataFrame({"platform": "instagram", "handle": handles, "followers": 2000})
    to_come = np.exp(usual[:, :1] + 0.05 * np.arange(1, 11)).mean(axis=1)
    many = forecast(posts, accounts)["expected"].to_numpy()
    assert abs(np.log(many / to_come).mean()) < 0.1 < np.log(to_come / likes.mean(axis=1)).mean()
    undated = forecast(posts.assign(posted_at=pd.NaT), accounts)["expected"].to_numpy()
    alone = forecast(posts[:12], accounts[:1])["expected"].to_numpy()
    assert (undated < many).all()
    assert alone[0] < many[0]


def test_a_single_lucky_post_is_trusted_less_than_twelve(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["once", "often"], followers=[2000, 2000])
    shown = pd.concat([posts("once", [1500]), posts("often", [1500] * 12)])
    guess = forecast(shown, listed).set_index("handle")
    assert guess.loc["once", "expected"] < guess.loc["often", "expected"] <= 1600
    ratio = guess["high"] / guess["low"]
    assert ratio["once"] > ratio["often"]


def test_newer_posts_count_more(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["up", "down"], followers=[2000, 2000])
    shown = pd.concat([posts("up", [200] * 8 + [50] * 8), posts("down", [50] * 8 + [200] * 8)])
    guess = forecast(shown, listed).set_index("handle")["expected"]
    assert guess["up"] > guess["down"]


def test_more_posts_ahead_and_a_lower_level_narrow_the_range(accounts: Table, posts: Table) -> None:
    listed, shown = accounts(handle=["a"], followers=[2000]), posts("a", [50, 90, 120, 60])

    def width(**how: float) -> float:
        row = forecast(shown, listed, **how).iloc[0]  # type: ignore[arg-type]
        return float(row["high"] - row["low"])

    assert width(ahead=1) > width(ahead=10) > width(ahead=10, level=0.5)


def test_averages_of_a_list_speak_where_there_are_no_posts(accounts: Table) -> None:
    row = forecast(NO_POSTS, accounts(handle=["a"], followers=[2000], avg_likes=[90])).iloc[0]
    assert row["low"] < 90 < row["high"]
    assert row["expected"] == pytest.approx(90, rel=0.15)


def test_without_followers_the_posts_speak_alone(posts: Table) -> None:
    row = forecast(posts("a", [100] * 12), tables.empty("accounts")).iloc[0]
    assert row["expected"] == pytest.approx(100, rel=0.05)


def test_unknown_engagement_stays_unknown(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["a", "b"], followers=[2000, 3000])
    guess = forecast(posts("a", [None]), listed)
    assert guess[["expected", "low", "high"]].isna().all(axis=None)
    assert forecast(NO_POSTS, tables.empty("accounts")).empty


def test_odd_posts_give_honest_numbers(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["zero", "same", "few"], followers=[0, 2000, 3])
    shown = pd.concat([posts("zero", [5]), posts("same", [0] * 20), posts("few", [10_000])])
    guess = forecast(shown, listed)
    assert (guess["low"] <= guess["expected"]).all()
    assert (guess["expected"] <= guess["high"]).all()
    assert guess["low"].ge(0).all()


def test_a_forecast_looks_ahead() -> None:
    with pytest.raises(ValueError, match="at least 1 post ahead, not 0"):
        forecast(NO_POSTS, tables.empty("accounts"), ahead=0)
