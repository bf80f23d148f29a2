"""Whom to look up first, for how much, and what is left out."""

import pandas as pd
import pytest

from core import lookups, tables
from core.lookups import candidates, errands, previews

FOLLOWED = pd.Timestamp("2026-05-01", tz="UTC")


def frame(name: str, **columns: object) -> pd.DataFrame:
    return tables.conform(pd.DataFrame(columns), name)


def lists(*pairs: tuple[str, str], platform: str = "instagram") -> pd.DataFrame:
    """Followers as they are known: (list, follower), each of them a day earlier than the last."""
    days = [FOLLOWED - pd.Timedelta(days=place) for place in range(len(pairs))]
    follows = frame(
        "follows",
        platform=[platform] * len(pairs),
        handle=[name for name, _ in pairs],
        follower=[person for _, person in pairs],
        followed_at=days,
    )
    return follows.assign(list=follows["handle"])


def queue(followers, accounts=None, comments=None, tried=()) -> pd.DataFrame:
    tried = pd.DataFrame(tried, columns=["platform", "handle", "state", "tried_at"])
    empty = tables.empty
    return candidates.queue(
        followers,
        empty("accounts") if accounts is None else accounts,
        empty("comments") if comments is None else comments,
        tried,
    )


def test_the_order_follows_the_rule_that_is_shown() -> None:
    followers = lists(
        ("shop", "quiet"), ("shop", "Talks"), ("shop", "both"), ("other", "both"),
        ("shop", "the.tea.studio"), ("shop", "found"),
    )  # fmt: skip
    comments = frame(
        "comments", platform=["instagram"] * 5, handle=["shop"] * 5, author=["talks"] * 5
    )
    accounts = frame(
        "accounts", platform=["instagram"], handle=["found"],
        found_via=["hashtag or location search"],
    )  # fmt: skip
    ordered = queue(followers, accounts, comments)
    assert ordered[["handle", "points"]].values.tolist() == [
        ["talks", 6], ["both", 3], ["found", 2], ["the.tea.studio", 1], ["quiet", 0],
    ]  # fmt: skip
    for points in ("3 points", "2 for each comment", "2 for being found", "1 for a name"):
        assert points in candidates.RULE


def test_who_has_numbers_or_was_asked_for_does_not_wait() -> None:
    followers = lists(("shop", "known"), ("shop", "Gone"), ("shop", "limited"), ("shop", "new"))
    accounts = frame("accounts", platform=["instagram"], handle=["Known"], followers=[900])
    tried = [
        ("instagram", "gone", "not_professional", FOLLOWED),
        ("instagram", "limited", "limited", FOLLOWED),
    ]
    assert queue(followers, accounts, tried=tried)["handle"].tolist() == ["limited", "new"]


def test_networks_that_cannot_be_asked_do_not_wait() -> None:
    assert queue(lists(("shop", "ana"), platform="tiktok")).empty


@pytest.mark.parametrize(
    ("platform", "used", "left"),
    [
        ("youtube", 0, 3333),
        ("youtube", 9_999, 0),
        ("instagram", 0, 4800),
        ("instagram", 4_700, 100),
    ],
)
def test_a_day_has_room_for_so_many(platform, used, left) -> None:
    assert candidates.left_today(platform, used) == left


def test_what_it_takes_is_known_before_anything_is_sent() -> None:
    names = [("bluesky", f"person{n}") for n in range(60)] + [("x", "kettle"), ("x", "cup")]
    names += [("youtube", "teatime"), ("tiktok", "anybody")]
    accounts = pd.DataFrame(names, columns=["platform", "handle"])
    errand = lookups.of_handles(accounts, lookups.Depth(posts=20, commented=2))
    asked = previews.networks(errand, lookups.Secrets.found({"microscope_x_token": "t"}))
    takes = asked.set_index("platform")
    assert takes["calls"].to_dict() == {"bluesky": 3 + 60 * 3, "x": 1 + 2, "youtube": 3 + 2}
    assert takes["dollars"].to_dict() == {
        "bluesky": 0, "x": pytest.approx(2 * (0.01 + 20 * 0.005)), "youtube": 0,
    }  # fmt: skip
    assert takes["ready"].to_dict() == {"bluesky": True, "x": True, "youtube": False}
    assert (takes["minutes"] > 0).all()
    numbers = previews.numbers(asked[asked["ready"]])
    assert numbers["lookup_cost"].estimate.value == pytest.approx(0.22)
    assert numbers["lookup_calls"].estimate.value == 186
    assert previews.impossible(errand)["handle"].tolist() == ["anybody"]


def test_what_goes_beyond_the_day_is_left_for_another_one() -> None:
    names = pd.DataFrame(
        {
            "platform": ["bluesky"] + ["youtube"] * 4,
            "handle": ["ana", *[f"chan{n}" for n in "abcd"]],
        }
    )
    errand = lookups.of_handles(names, lookups.Depth())
    assert errands.within_today(errand, {}) == errand
    rest = errands.within_today(errand, {"youtube": 10_000 - 3 * 3})  # three units a channel
    assert [row["handle"] for row in rest.open_rows] == ["ana.bsky.social", "chana", "chanb"]
    search = lookups.of_search("youtube", "#slowtea", lookups.Depth(people=100))
    assert errands.within_today(search, {"youtube": 9_000}) == search
    assert errands.within_today(search, {"youtube": 9_900}).open_rows == []
