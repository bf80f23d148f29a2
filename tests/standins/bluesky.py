"""A stand-in for Bluesky's public interface, shaped after its lexicons."""

from functools import cache

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.standins import people

HOST = "public.api.bsky.app"
FOLLOWERS = 230


@cache
def did(handle: str) -> str:
    """The lasting name of an account."""
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    return "did:plc:" + "".join(letters[people.number(handle, str(at), 32)] for at in range(24))


def basic(handle: str) -> dict:
    """Who somebody is, as it stands in lists."""
    return {
        "did": did(handle),
        "handle": handle,
        "displayName": handle.split(".")[0].title(),
        "description": "Tea, wool and rain.",
        "avatar": "https://cdn.bsky.app/img/avatar/plain/x@jpeg",
        "indexedAt": "2026-10-01T10:00:00.000Z",
        "labels": [],
        "somethingNew": {"deep": [1]},
    }


def detailed(handle: str) -> dict:
    """Who somebody is, with counts."""
    return {
        **basic(handle),
        "followersCount": people.followers(handle),
        "followsCount": people.number(handle, "follows", 800),
        "postsCount": 40 + people.number(handle, "posts", 900),
    }


def post(handle: str, index: int) -> dict:
    """A post with its numbers."""
    return {
        "uri": f"at://{did(handle)}/app.bsky.feed.post/{index:03d}",
        "cid": "bafyreigk3kmjipz5emav5vqmvdtivwz757tfpg5lnsbfoscnqx7wpjjime",
        "author": basic(handle),
        "record": {
            "$type": "app.bsky.feed.post",
            "text": people.caption(handle, index),
            "createdAt": people.day(index),
        },
        "likeCount": people.number(handle, f"likes{index}", 90),
        "replyCount": people.number(handle, f"replies{index}", 9),
        "repostCount": people.number(handle, f"reposts{index}", 9),
        "indexedAt": people.day(index),
    }


def refusal(status: int, error: str, message: str) -> Response:
    """How Bluesky refuses."""
    return JSONResponse({"error": error, "message": message}, status)


class Feed(JSONResponse):
    """An answer that costs the stand-in little, so that a benchmark measures who asks."""

    def render(self, content: object) -> bytes:
        """The answer as bytes."""
        return msgspec.json.encode(content)


class Bluesky:
    """Answers; `known` holds the handles behind the DIDs seen so far."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def handle(self, actor: str) -> str:
        """The handle of a handle or DID."""
        if actor.startswith("did:"):
            return self.known.get(actor, "nobody.bsky.social")
        self.known[did(actor)] = actor
        return actor

    def refused(self, handle: str) -> Response | None:
        """Why there is no answer about `handle`."""
        fate = people.fate(handle)
        if fate == "nobody":
            return refusal(400, "InvalidRequest", "Profile not found")
        if fate == "closed":
            return refusal(400, "AccountTakedown", "Account has been suspended")
        return None

    def answer(self, method: str, request: Request) -> Response:
        """The answer to a method of the interface."""
        query = request.query_params
        if method == "app.bsky.actor.getProfiles":
            actors = [self.handle(one) for one in query.getlist("actors")]
            if len(actors) > 25:
                return refusal(400, "InvalidRequest", "Error: actors must not have more than 25")
            return JSONResponse(
                {"profiles": [detailed(one) for one in actors if not self.refused(one)]}
            )
        if method == "app.bsky.actor.searchActors":
            return JSONResponse({"actors": [basic(f"tea{n}.bsky.social") for n in range(12)]})
        if method == "app.bsky.feed.searchPosts":
            return refusal(403, "Forbidden", "Forbidden")
        if method == "app.bsky.feed.getPostThread":
            return self._thread(query["uri"])
        handle = self.handle(query["actor"])
        refused = self.refused(handle)
        if refused:
            return refused
        if method == "app.bsky.actor.getProfile":
            return JSONResponse(detailed(handle))
        if method == "app.bsky.feed.getAuthorFeed":
            feed = [
                {"post": post(handle, n)} for n in range(min(int(query["limit"]), people.POSTS))
            ]
            by = {"by": basic(handle), "indexedAt": people.day(0)}
            feed[1]["reason"] = {"$type": "app.bsky.feed.defs#reasonRepost", **by}
            return Feed({"feed": feed, "cursor": "x"})
        return self._followers(handle, int(query.get("cursor", "0")), int(query["limit"]))

    def _followers(self, handle: str, start: int, limit: int) -> Response:
        names = [f"fan{n}.bsky.social" for n in range(start, min(start + limit, FOLLOWERS))]
        fans = [self.handle(name) for name in names]
        page = {"subject": basic(handle), "followers": [basic(fan) for fan in fans]}
        more = start + limit < FOLLOWERS
        return JSONResponse({**page, "cursor": str(start + limit)} if more else page)

    def _thread(self, uri: str) -> Response:
        handle = self.handle(uri.split("/")[2])
        replies = [{"post": post(f"fan{n}.bsky.social", n)} for n in range(3)]
        return JSONResponse({"thread": {"post": post(handle, 0), "replies": replies}})
