"""What a look-up brings in: profile, counts, posts and comments, with the time they were seen."""

import pandas as pd
import pytest

from core import lookups, scoring
from core.lookups.answers.bluesky import Profiles
from core.overlap import unique_reach
from core.scoring import followers
from core.tables import follower_lists
from tests.standins import bluesky, people

CASES = [
    ("bluesky", "ana.bsky.social", "ana.bsky.social", 12, 6),
    ("mastodon", "@mira@Knit.Example", "mira@knit.example", 12, 2),
    ("youtube", "@teatime", "teatime", 12, 2),
    ("instagram", "Leaf.And.Cup", "leaf.and.cup", 12, 0),
    ("x", "@Kettle", "kettle", 12, 0),
]


@pytest.mark.parametrize(("platform", "typed", "handle", "posts", "comments"), CASES)
def test_profile_posts_and_comments(desk, platform, typed, handle, posts, comments) -> None:
    assert list(desk.look({platform: [typed]}, posts=12, commented=2).values()) == ["found"]
    tables = desk.store.tables()
    accounts, found = tables["accounts"], tables["posts"]
    assert accounts["handle"].tolist() == [handle]
    assert accounts["platform"].tolist() == [platform]
    name = typed.lstrip("@").split("@")[0] if platform == "mastodon" else handle
    assert accounts["followers"].tolist() == [people.followers(name)]
    assert len(found) == posts
    assert set(found["handle"]) == {handle}
    assert found["posted_at"].notna().all()
    assert found["caption"].notna().all()
    assert len(tables["comments"]) == comments
    seen = pd.concat([accounts["seen_at"], found["seen_at"]])
    assert seen.notna().all()
    assert (pd.Timestamp.now("UTC") - seen).max() < pd.Timedelta(minutes=5)


def test_one_item_that_does_not_fit_harms_no_other() -> None:
    person = {"did": "did:web:ana.example", "handle": "ana.example"}
    answer = Profiles.model_validate({"profiles": [{"handle": 3}, person, None]})
    assert [one.handle for one in answer.profiles] == ["ana.example"]
    assert Profiles.model_validate({"profiles": "none"}).profiles == []


def test_a_did_leads_to_the_name_of_today(desk) -> None:
    desk.look({"bluesky": ["ana"]}, posts=5)
    lasting = bluesky.did("ana.bsky.social")
    assert desk.look({"bluesky": [lasting]}, posts=5) == {lasting: "found"}
    assert set(desk.store.tables()["accounts"]["handle"]) == {"ana.bsky.social"}


def test_a_repost_is_not_the_accounts_own(desk) -> None:
    desk.look({"bluesky": ["ana"]}, posts=5)
    ends = desk.store.tables()["posts"]["post_id"].str[-3:].tolist()
    assert ends == ["000", "002", "003", "004", "005"]  # the second one is a repost


def test_hidden_numbers_stay_unknown(desk) -> None:
    desk.look({"youtube": ["hiddenchannel"], "instagram": ["leaf"]}, posts=5)
    tables = desk.store.tables()
    hidden = tables["accounts"].set_index("platform")["followers"]
    assert pd.isna(hidden["youtube"])
    likes = tables["posts"].loc[tables["posts"]["platform"] == "instagram", "likes"]
    assert likes.isna().tolist() == [False] * 4 + [True]


def test_private_accounts_keep_their_counts(desk) -> None:
    assert desk.look({"x": ["shyone"]}) == {"shyone": "private"}
    account = desk.store.tables()["accounts"].iloc[0]
    assert account["followers"] == people.followers("shyone")
    assert bool(account["private"])


def test_followers_come_page_by_page_with_whom_they_follow(desk, open_errand) -> None:
    for platform, handle, count in (
        ("bluesky", "ana.bsky.social", 230),
        ("mastodon", "mira@knit.example", 170),
    ):
        _, rows = open_errand(lookups.of_followers(platform, handle, lookups.Depth()))
        assert rows["state"].tolist() == ["found"]
        follows = desk.store.tables(desk.store.uploads()["id"].iloc[0])["follows"]
        assert len(follows) == count
        assert set(follows["handle"]) == {handle}
        assert follows["follower"].is_unique
    everybody = desk.store.tables()
    owners = dict.fromkeys(everybody["follows"]["upload_id"].unique())
    people = follower_lists(everybody["follows"], owners)
    for name, count in (("ana.bsky.social (Bluesky)", 230), ("mira@knit.example (Mastodon)", 170)):
        seen = followers.known(people[people["list"] == name], everybody["accounts"])
        assert scoring.audience.fake_share(seen).n == count
    assert unique_reach(people.assign(handle=people["list"]), people["list"].unique())[
        "total"
    ].tolist() == [230, 400]


def test_no_more_followers_than_asked_for(desk, open_errand) -> None:
    open_errand(lookups.of_followers("bluesky", "ana", lookups.Depth(people=120)))
    assert len(desk.store.tables()["follows"]) == 120
    assert len(desk.network.calls("getFollowers")) == 2
    assert len(desk.network.calls("getProfiles")) == 4 + 1


@pytest.mark.parametrize(
    ("platform", "words", "server", "people", "posts"),
    [
        ("bluesky", "tea", "", 12, 0),
        ("mastodon", "#tea", "knit.example", 20, 20),
        ("mastodon", "tea", "knit.example", 7, 0),
        ("youtube", "slow tea", "", 9, 0),
    ],
)
def test_a_search_finds_people(desk, open_errand, platform, words, server, people, posts) -> None:
    errand = lookups.of_search(platform, words, lookups.Depth(people=100), server)
    _, rows = open_errand(errand)
    assert rows["state"].tolist() == ["found"]
    tables = desk.store.tables()
    assert len(tables["accounts"]) == people
    assert len(tables["posts"]) == posts
    assert set(tables["accounts"]["found_via"]) == {"hashtag or location search"}


def test_a_hashtag_is_a_word_where_bluesky_wants_a_sign_in(desk, open_errand) -> None:
    _, rows = open_errand(lookups.of_search("bluesky", "#tea", lookups.Depth()))
    assert rows["state"].tolist() == ["found"]
    assert "signed-in" in rows["detail"].iloc[0]
    assert len(desk.store.tables()["accounts"]) == 12
    assert "q=tea" in desk.network.calls("searchActors")[0]


def test_instagram_has_no_names_behind_a_hashtag(desk) -> None:
    errand = lookups.of_search("instagram", "#tea", lookups.Depth())
    assert errand.open_rows == []
    assert "without the names" in str(errand.rows[0]["detail"])


def test_a_second_look_shows_growth_and_the_first_stays(desk) -> None:
    desk.look({"bluesky": ["ana"]}, posts=5)
    desk.look({"bluesky": ["ana"]}, posts=5)
    accounts = desk.store.tables()["accounts"]
    assert len(accounts) == 2
    assert accounts["seen_at"].is_unique
    assert len(desk.store.uploads()) == 2


def test_the_upload_says_who_was_not_found(desk) -> None:
    desk.look({"bluesky": ["ana", "nobody1"], "tiktok": ["q"]})
    upload = desk.store.uploads().iloc[0]
    assert (upload["rows"], upload["rows_kept_out"]) == (3, 2)
    problems = desk.store.problems(upload["id"]).set_index("value")["reason"]
    assert problems.to_dict() == {
        "nobody1.bsky.social": "not found",
        "q": "cannot be looked up",
    }
