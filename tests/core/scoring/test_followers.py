"""Whose profiles are known, and a fair draw of those to look at next."""

import pandas as pd
import pytest

from core import readers, tables
from core.exports import comma
from core.locale import Writing
from core.scoring import audience, followers


@pytest.fixture
def people() -> pd.DataFrame:
    names = [f"f{place}" for place in range(40)] + ["F0"]
    frame = pd.DataFrame({"platform": "instagram", "handle": "shop", "follower": names})
    return tables.conform(frame, "follows")


def test_a_profile_is_known_where_the_account_came_in_elsewhere(people, accounts) -> None:
    given = accounts(
        handle=["f0", "F1", "stranger", "f2"],
        followers=[10.0, 20.0, 30.0, None],
        following=[10.0, 20.0, 30.0, None],
        posts=[10.0, 20.0, 30.0, None],
    )
    known = followers.known(people, given)
    assert known["username"].tolist() == ["f0", "F1"]  # of f2 only the name is known
    shown = followers.number(known, len(people), Writing())
    assert shown.estimate.n == 2
    assert "2 profiles of 41 followers" in shown.working


def test_without_a_profile_the_share_is_unknown(people, accounts) -> None:
    known = followers.known(people, accounts(handle=[]))
    shown = followers.number(known, 41, Writing())
    assert shown.estimate.value is None
    assert followers.finding(shown, Writing()) == "No profile of a follower is known yet"
    more = audience.more_to_halve(known)
    assert more == audience.FIRST_LOOK
    assert audience.advice(more, Writing(), len(known)).startswith("Look at up to 50 of them")
    assert "known so far" not in followers.caution(known)


def test_a_draw_is_fair_repeatable_and_leaves_out_whom_we_know(people, accounts) -> None:
    given = accounts(handle=["f0", "f1"])
    first = followers.draw(people, given, 10, seed=1)
    assert first.equals(followers.draw(people, given, 10, seed=1))
    assert first["Username"].nunique() == 10
    assert not {"f0", "f1", "F0"} & set(first["Username"])
    assert len(followers.draw(people, given, 1000, seed=1)) == 38


def test_the_filled_draw_can_be_brought_in(people, accounts) -> None:
    filled = followers.draw(people, accounts(handle=[]), 5, seed=1).assign(
        **{"Profile picture": "yes", "Posts": 12, "Followers": 340, "Following": 500}
    )
    found = readers.read("filled.csv", comma.csv(filled)).tables["accounts"]
    known = followers.known(people, found)
    assert len(known) == 5
    assert known["has_picture"].all()
    assert known["following"].eq(500).all()
