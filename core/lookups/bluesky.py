"""Bluesky: profiles in portions of 25, posts, replies, followers, searches; no key is needed."""

import asyncio
import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from core.lookups.answers.bluesky import (
    Actors,
    Feed,
    Followers,
    Post,
    Posts,
    Profile,
    Profiles,
    ThreadAnswer,
)
from core.lookups.calls import Call, Declined, Query
from core.lookups.desk import Depth, Desk
from core.lookups.findings import Found, Row
from core.lookups.outcomes import Outcome, Refused, State
from core.lookups.wire import Wire

PLATFORM: Final = "bluesky"
_HOST: Final = "public.api.bsky.app"
_NAME: Final = re.compile(
    r"^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$"
)
_DID: Final = re.compile(r"^did:(?:plc:[a-z2-7]{24}|web:[a-zA-Z0-9.:%-]{1,240})$")
_PAGE: Final = 100
_BATCH: Final = 25
_AS_A_WORD: Final = (
    "Bluesky shows the posts under a hashtag to signed-in people only, so these are the accounts"
    " with the word in their name or description"
)


def named(handle: str) -> str | None:
    """The handle as Bluesky writes it, None for one that it cannot have."""
    if _DID.match(handle):
        return handle
    low = handle.lower().strip(".")
    whole = low if "." in low else f"{low}.bsky.social"
    return whole if _NAME.match(whole) else None


def explain(declined: Declined) -> Outcome:
    """What a refusal means."""
    error = str(declined.body.get("error", ""))
    message = str(declined.body.get("message", ""))
    if error in ("AccountTakedown", "AccountDeactivated", "RepoDeactivated", "RepoTakendown"):
        return Outcome(State.GONE)
    if error in ("BlockedActor", "BlockedByActor"):
        return Outcome(State.PRIVATE)
    if error in ("RateLimitExceeded",):
        return Outcome(State.LIMITED)
    if declined.status in (401, 403):
        return Outcome(State.REFUSED)
    if declined.status in (400, 404) and ("not found" in message.lower() or error == "NotFound"):
        return Outcome(State.NOT_FOUND)
    if "resolve handle" in message.lower() or "must be a valid" in message.lower():
        return Outcome(State.NOT_FOUND)
    return Outcome(State.BROKEN)


async def look_up(handles: Sequence[str], desk: Desk, depth: Depth) -> None:
    """Profiles in one call, then each account's posts."""
    query = tuple(("actors", handle) for handle in handles)
    answer = await desk.ask(_call("app.bsky.actor.getProfiles", query), Profiles)
    known = {key: one for one in answer.profiles for key in (one.handle.lower(), one.did)}
    async with asyncio.TaskGroup() as together:
        for handle in desk.open():
            asking = partial(_one, handle, known.get(handle), desk, depth)
            together.create_task(desk.conclude(handle, asking))


async def followers(handle: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
    """The followers of one account, page by page, up to depth.people."""
    cursor = None
    while len(found.follows) < depth.people:
        query: Query = (("actor", handle), ("limit", str(_PAGE)))
        query += (("cursor", cursor),) if cursor else ()
        page = await desk.ask(_call("app.bsky.graph.getFollowers", query), Followers)
        whose = page.subject.handle.lower() if page.subject else handle
        people = page.followers[: depth.people - len(found.follows)]
        found.accounts += [_account(person) for person in people]
        found.follows += [
            {"platform": PLATFORM, "handle": whose, "follower": person.handle.lower()}
            for person in people
        ]
        found.accounts += await _counted(people, desk)
        cursor = page.cursor
        if not cursor:
            break
    return Outcome(State.FOUND)


async def search(words: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
    """Who writes under a hashtag (#wool), or who has a word in name or description.

    Posts are searched for signed-in people only, at times; then the tag is taken as a word.
    """
    if not words.startswith("#"):
        await _by_word(words, found, desk, depth)
        return Outcome(State.FOUND)
    try:
        await _under_tag(words, found, desk, depth)
    except Refused as refused:
        if refused.outcome.state is not State.REFUSED:
            raise
        await _by_word(words.removeprefix("#"), found, desk, depth)
        return Outcome(State.FOUND, detail=_AS_A_WORD)
    return Outcome(State.FOUND)


async def test(wire: Wire) -> str:
    """Nothing to test: no key is needed."""
    return ""


async def _under_tag(tag: str, found: Found, desk: Desk, depth: Depth) -> None:
    cursor = None
    while len(found.accounts) < depth.people:
        page = await desk.ask(_call("app.bsky.feed.searchPosts", _paged(tag, cursor)), Posts)
        found.accounts += [_account(post.author) for post in page.posts]
        found.posts += [_post(post) for post in page.posts]
        cursor = page.cursor
        if not cursor:
            return


async def _by_word(word: str, found: Found, desk: Desk, depth: Depth) -> None:
    cursor = None
    while len(found.accounts) < depth.people:
        page = await desk.ask(_call("app.bsky.actor.searchActors", _paged(word, cursor)), Actors)
        found.accounts += [_account(person) for person in page.actors]
        cursor = page.cursor
        if not cursor:
            return


async def _counted(people: Sequence[Profile], desk: Desk) -> list[Row]:
    """The profiles of a list of people with their counts, which lists leave out."""
    rows: list[Row] = []
    for start in range(0, len(people), _BATCH):
        query = tuple(("actors", person.did) for person in people[start : start + _BATCH])
        answer = await desk.ask(_call("app.bsky.actor.getProfiles", query), Profiles)
        rows += [_account(profile) for profile in answer.profiles]
    return rows


async def _one(
    handle: str, profile: Profile | None, desk: Desk, depth: Depth, found: Found
) -> Outcome:
    if profile is None:  # left out of the many: one call more says why
        query: Query = (("actor", handle),)
        profile = await desk.ask(_call("app.bsky.actor.getProfile", query), Profile, about=handle)
    found.accounts.append(_account(profile))
    query = (
        ("actor", profile.did),
        ("limit", "50"),  # reposts among them are put aside
        ("filter", "posts_no_replies"),
    )
    feed = await desk.ask(_call("app.bsky.feed.getAuthorFeed", query), Feed, about=handle)
    own = [item.post for item in feed.feed if item.reason is None][: depth.posts]
    found.posts += [_post(post) for post in own]
    for post in own[: depth.commented]:
        query = (("uri", post.uri), ("depth", "1"), ("parentHeight", "0"))
        call = _call("app.bsky.feed.getPostThread", query)
        answer = await desk.ask(call, ThreadAnswer, about=handle)
        found.comments += [_comment(reply.post, post) for reply in answer.thread.replies]
    return Outcome(State.FOUND)


def _paged(words: str, cursor: str | None) -> Query:
    query: Query = (("q", words), ("limit", str(_PAGE)))
    return query + ((("cursor", cursor),) if cursor else ())


def _call(method: str, query: Query) -> Call:
    return Call(PLATFORM, _HOST, f"/xrpc/{method}", query)


def _account(profile: Profile) -> Row:
    handle = profile.handle.lower()
    return {
        "platform": PLATFORM,
        "handle": handle,
        "name": profile.display_name,
        "bio": profile.description,
        "url": f"https://bsky.app/profile/{handle}",
        "followers": profile.followers_count,
        "following": profile.follows_count,
        "posts": profile.posts_count,
        "has_picture": profile.avatar is not None,
    }


def _post(post: Post) -> Row:
    handle, _, key = post.author.handle.lower(), *post.uri.rpartition("/")[1:]
    return {
        "platform": PLATFORM,
        "handle": handle,
        "post_id": post.uri,
        "posted_at": post.record.created_at,
        "likes": post.like_count,
        "comments": post.reply_count,
        "shares": post.repost_count,
        "caption": post.record.text,
        "url": f"https://bsky.app/profile/{handle}/post/{key}",
    }


def _comment(reply: Post, post: Post) -> Row:
    return {
        "platform": PLATFORM,
        "handle": post.author.handle.lower(),
        "post_id": post.uri,
        "author": reply.author.handle.lower(),
        "text": reply.record.text,
        "commented_at": reply.record.created_at,
    }
