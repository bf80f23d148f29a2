"""The stand-ins against what the networks publish, and look-ups against what they once answered."""

import json
import re
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from core import lookups
from core.lookups.answers.bluesky import Feed
from tests.core.lookups.conftest import Desk
from tests.standins import lexicons, recorded

pytestmark = pytest.mark.skipif(
    not recorded.SAMPLES.exists(), reason="../shared/samples is not beside the repository"
)
METHODS = {"getProfile", "getProfiles", "getAuthorFeed", "getFollowers"}
SNAPSHOT = "api_bluesky/snapshots/author-feed.test.ts.snap"
PEOPLE = [
    ("mastodon", f"mastodonpy_test@{recorded.SERVER}", 0, 1),
    ("youtube", recorded.CHANNEL, 1_927_873, 30),
    ("instagram", recorded.PROFESSIONAL, 64_976, 25),
    ("x", recorded.POSTER, 514_020, 5),
]


@pytest.mark.parametrize(("platform", "handle", "followers", "most"), PEOPLE)
def test_what_was_recorded_is_understood(desk: Desk, platform, handle, followers, most) -> None:
    assert list(desk.look({platform: [handle]}, posts=30).values()) == ["found"]
    tables = desk.store.tables()
    assert tables["accounts"]["followers"].tolist() == [followers]
    assert 1 <= len(tables["posts"]) <= most
    assert tables["posts"]["posted_at"].notna().all()


def test_calls_and_the_stand_ins_answers_keep_to_the_lexicons(desk: Desk) -> None:
    """So a call that the stand-in understands is one that Bluesky understands."""
    desk.look({"bluesky": ["ana", "nobody1"]}, posts=5)
    errand = lookups.of_followers("bluesky", "ana", lookups.Depth(people=150))
    desk.go(desk.store.lookups.open(errand.kind, errand.rows, errand.asked))
    calls = {urlsplit(call).path.rpartition("/")[2]: call for call in desk.network.calls()}
    assert {name.rpartition(".")[2] for name in calls} == METHODS
    for name, call in calls.items():
        question, answer = lexicons.question(name), lexicons.answer(name)
        Draft202012Validator(question).validate(_asked(call))
        got = httpx2.get(f"http://127.0.0.1:{desk.network.port}/{call}", trust_env=False)
        if name.endswith("getProfile"):  # nobody's
            assert (got.status_code, got.json()["message"]) == (400, "Profile not found")
        else:
            Draft202012Validator(answer).validate(got.json())


def test_the_feeds_of_blueskys_own_tests_are_understood() -> None:
    text = (recorded.SAMPLES / SNAPSHOT).read_text("utf-8")
    feeds = [json.loads(re.sub(r",(\s*[}\]])", r"\1", one)) for one in _literals(text)]
    feeds = [feed for feed in feeds if isinstance(feed, list) and "post" in (feed or [{}])[0]]
    assert len(feeds) >= 5
    for feed in feeds:
        read = TypeAdapter(Feed).validate_python({"feed": feed})
        assert len(read.feed) == len(feed)
        for item, given in zip(read.feed, feed, strict=True):
            assert item.post.like_count == given["post"]["likeCount"]
            assert item.post.author.handle == given["post"]["author"]["handle"]
            assert (item.reason is not None) == ("reason" in given)


def _literals(text: str) -> list[str]:
    return re.findall(r"^exports\[.*?\] = `\n(.*?)\n`;$", text, flags=re.DOTALL | re.MULTILINE)


def _asked(call: str) -> dict[str, object]:
    """The parameters of a call, as the lexicon counts them: numbers are numbers."""
    asked: dict[str, object] = {}
    for key, value in parse_qsl(urlsplit(call).query):
        if key == "actors":
            asked.setdefault(key, []).append(value)  # type: ignore[attr-defined]
        else:
            asked[key] = int(value) if key == "limit" else value
    return asked
