from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.scoring.engagement import percentile

Table = Callable[..., pd.DataFrame]
NO_POSTS = tables.empty("posts")


def pool(count: int) -> pd.DataFrame:
    """Accounts whose engagement grows with followers to the 0.87 and is spread by 0.9."""
    random = np.random.default_rng(11)
    followers = np.exp(random.uniform(np.log(1000), np.log(2_000_000), count)).round()
    likes = 0.11 * followers**0.87 * np.exp(random.normal(0, 0.9, count))
    return pd.DataFrame(
        {
            "platform": "instagram",
            "handle": [f"a{i}" for i in range(count)],
            "followers": followers,
            "avg_likes": np.minimum(likes, followers),
        }
    )


def test_a_small_list_is_held_against_the_published_rates(accounts: Table) -> None:
    listed = accounts(handle=["a", "b"], followers=[2000, 2000], avg_likes=[90, 2000 * 0.045 * 2])
    # ln 2 ÷ 0.99 = 0.7001 on the bell curve: 75.8 %.
    assert percentile(listed, NO_POSTS).tolist() == pytest.approx([0.5, 0.758], abs=1e-3)


def test_a_large_list_is_its_own_yardstick_whatever_its_level() -> None:
    listed = pool(600)
    quiet = listed.assign(avg_likes=listed["avg_likes"] / 20)
    first, second = percentile(listed, NO_POSTS), percentile(quiet, NO_POSTS)
    assert first.median() == pytest.approx(0.5, abs=0.01)
    assert (first - second).abs().max() < 0.01


def test_sizes_are_treated_alike() -> None:
    listed = pool(3000)
    tier = pd.cut(listed["followers"], [0, 5e3, 1e4, 5e4, 1e5, 5e5, 1e7])
    medians = percentile(listed, NO_POSTS).groupby(tier, observed=True).median()
    assert medians.max() - medians.min() <= 0.10


def test_more_reactions_never_stand_lower() -> None:
    listed = pool(400)
    more = listed.assign(avg_likes=listed["avg_likes"].where(listed.index != 7, 900.0))
    less = listed.assign(avg_likes=listed["avg_likes"].where(listed.index != 7, 30.0))
    assert percentile(more, NO_POSTS)[7] > percentile(less, NO_POSTS)[7]


def test_every_row_gets_its_value_under_its_own_index(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["a", "A", "b"], followers=[2000, None, 500]).set_index(
        pd.Index([7, 3, 9])
    )
    values = percentile(listed, posts("a", [90]))
    assert values.index.tolist() == [7, 3, 9]
    assert values.tolist()[:2] == pytest.approx([0.5, 0.5])
    assert np.isnan(values[9])


def test_nothing_in_nothing_out() -> None:
    assert percentile(tables.empty("accounts"), NO_POSTS).empty
