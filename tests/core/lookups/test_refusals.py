"""Each way in which a network can say no or fail, and what becomes of the row."""

import pandas as pd
import pytest

from core import lookups

BLUESKY, FEED = "app.bsky.actor.getProfiles", "getAuthorFeed"

FATES = [
    ("bluesky", "nobody1", "not_found"),
    ("bluesky", "closed1", "gone"),
    ("bluesky", "spaces are no name", "no_name"),
    ("mastodon", "nobody@knit.example", "not_found"),
    ("mastodon", "closed@knit.example", "gone"),
    ("mastodon", "mira@members.example", "refused"),
    ("mastodon", "mira", "no_name"),
    ("mastodon", "mira@127.0.0.1", "no_name"),
    ("mastodon", "mira@intranet", "no_name"),
    ("mastodon", "mira@gmail.com", "no_name"),
    ("mastodon", "mira@knit.example:8080", "no_name"),
    ("mastodon", "mira@knit.example/x", "no_name"),
    ("youtube", "nobody123", "not_found"),
    ("instagram", "nobody", "not_professional"),
    ("instagram", "personal", "not_professional"),
    ("x", "nobody", "not_found"),
    ("x", "closed", "gone"),
    ("x", "shy", "private"),
    ("x", "withdrawn", "private"),
    ("tiktok", "anybody", "no_way"),
    ("facebook", "anybody", "no_way"),
]


def test_the_fate_of_a_handle(desk) -> None:
    """In one run: what is wrong with one is nothing to the others."""
    asked: dict[str, list[str]] = {}
    for platform, handle, _ in FATES:
        asked.setdefault(platform, []).append(handle)
    rows = desk.go(desk.open(asked))
    assert rows["state"].tolist() == [state for _, _, state in FATES]


SECRETS = {"youtube": "youtube_key", "instagram": "instagram_token", "x": "x_token"}


@pytest.mark.parametrize("platform", SECRETS)
def test_no_key_and_a_bad_key(desk, platform) -> None:
    run_id = desk.open({platform: ["kettle"]})
    assert desk.go(run_id, {})["state"].tolist() == ["no_token"]
    assert desk.network.faults.seen == []
    bad = {f"microscope_{SECRETS[platform]}": "stale-and-secret"}
    assert desk.go(run_id, bad)["state"].tolist() == ["expired"]
    assert desk.go(run_id)["state"].tolist() == ["found"]  # with the good one


@pytest.mark.parametrize("kind", ["expired", "spent"])
def test_a_token_that_ends_half_way(desk, kind) -> None:
    """X says “too many requests” of spent credit too, and no waiting helps there."""
    desk.fault(kind, "tweets")
    run_id = desk.open({"x": ["kettle"]})
    assert desk.go(run_id)["state"].tolist() == [kind]
    assert desk.store.tables()["accounts"]["handle"].tolist() == ["kettle"]
    assert desk.go(run_id)["state"].tolist() == ["found"]
    assert len(desk.network.calls("users/by")) == 1


PASSING = [
    ("500", BLUESKY, 3),
    ("truncated", BLUESKY, 2),
    ("malformed", BLUESKY, 2),
    ("another shape", BLUESKY, 1),
    ("500", FEED, 2),
]


@pytest.mark.parametrize(("kind", "word", "times"), PASSING)
def test_what_passes_is_tried_again(desk, kind, word, times) -> None:
    desk.fault(kind, word, times)
    assert desk.look({"bluesky": ["ana"]}) == {"ana.bsky.social": "found"}
    assert len(desk.network.calls(word)) == times + 1


LASTING = [
    ("500", "unreachable"),
    ("truncated", "broken"),
    ("malformed", "broken"),
    ("another shape", "broken"),
    ("huge", "broken"),
    ("redirect", "broken"),
]


@pytest.mark.parametrize(("kind", "state"), LASTING)
def test_what_lasts_is_said_and_can_be_asked_again(desk, kind, state) -> None:
    desk.fault(kind, BLUESKY, times=20)
    run_id = desk.open({"bluesky": ["ana", "bob"]})
    assert desk.go(run_id)["state"].tolist() == [state, state]
    assert len(desk.network.calls()) <= 4
    desk.network.faults.switched.clear()
    assert desk.go(run_id)["state"].tolist() == ["found", "found"]


def test_a_mastodon_name_whose_server_is_elsewhere_is_not_followed_there(desk) -> None:
    desk.fault("redirect", "accounts/lookup", times=9)
    run_id = desk.open({"mastodon": ["mira@knit.example"]})
    row = desk.go(run_id).iloc[0]
    assert (row["state"], row["detail"]) == ("not_found", "The server sends to another address")
    assert len(desk.network.calls()) == 1


def test_a_slow_network_is_given_up(desk) -> None:
    desk.told |= {"timeout": 0.05, "attempts": 2}
    desk.fault("slow", BLUESKY, times=9, value=0.5)
    assert desk.look({"bluesky": ["ana"]}) == {"ana.bsky.social": "unreachable"}


LIMITS = [
    ("bluesky", "ana", "429", FEED),
    ("bluesky", "ana", "429-reset", FEED),
    ("mastodon", "mira@knit.example", "429-iso", "statuses"),
    ("x", "kettle", "429", "tweets"),
    ("youtube", "teatime", "429", "videos"),
]


@pytest.mark.parametrize(("platform", "handle", "kind", "word"), LIMITS)
def test_a_short_limit_is_waited_for(desk, platform, handle, kind, word) -> None:
    desk.fault(kind, word, value=1)
    assert list(desk.look({platform: [handle]}).values()) == ["found"]
    assert len(desk.network.calls(word)) == 2


LONG = [
    ("bluesky", ["ana", "bob"], "429", FEED, 3600),
    ("bluesky", ["ana", "bob"], "429-reset", FEED, 3600),
    ("mastodon", ["mira@knit.example", "tom@knit.example"], "429-iso", "statuses", 3600),
    ("instagram", ["leaf", "cup"], "meta-limit", "business_discovery", 60),
    ("youtube", ["teatime", "cuptime"], "quota", "playlistItems", 0),
    ("x", ["kettle", "mug"], "429", "tweets", 3600),
]


@pytest.mark.parametrize(("platform", "handles", "kind", "word", "value"), LONG)
def test_a_long_limit_ends_the_run_and_says_until_when(
    desk, platform, handles, kind, word, value
) -> None:
    desk.told |= {"patience": 5.0}
    desk.fault(kind, word, times=1, value=value)
    run_id = desk.open({platform: handles})
    rows = desk.go(run_id)
    limited = rows[rows["state"] == "limited"]
    assert len(limited) >= 1
    now = pd.Timestamp.now("UTC")
    assert (limited["until"] > now).all()
    assert (limited["until"] <= now + pd.Timedelta(days=1)).all()
    assert desk.store.lookups.runs()["state"].tolist() == ["open"]


def test_a_limit_on_one_network_does_not_hold_the_others(desk) -> None:
    desk.fault("429", "xrpc", times=1, value=3600)
    states = desk.look({"bluesky": ["ana"], "mastodon": ["mira@knit.example"]})
    assert states == {"ana.bsky.social": "limited", "mira@knit.example": "found"}


@pytest.mark.parametrize("state", list(lookups.State))
def test_every_state_has_its_words(state) -> None:
    short, what, do = lookups.words(state, "Bluesky", "14:05", "The reason")
    assert short and what.endswith(".") and do.endswith(".")
    assert "{" not in short + what + do


def test_the_limit_is_said_with_its_time() -> None:
    short, what, _ = lookups.words("limited", "Bluesky", "14:05")
    assert short == "rate-limited until 14:05"
    assert "14:05" in what
