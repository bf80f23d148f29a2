"""X: accounts in portions of 100, then their posts; every thing in an answer costs money."""

import asyncio
import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from core.lookups.answers.x import (
    Post,
    PostNumbers,
    Posts,
    Problem,
    Usage,
    UsageNumbers,
    User,
    UserNumbers,
    Users,
)
from core.lookups.calls import Call, Declined, Query
from core.lookups.desk import Depth, Desk
from core.lookups.findings import Found, Row
from core.lookups.outcomes import Outcome, State
from core.lookups.terms import terms
from core.lookups.wire import Wire

PLATFORM: Final = "x"
_HOST: Final = "api.x.com"
_NAME: Final = re.compile(r"^\w{1,15}$", re.ASCII)
_USER: Final = "created_at,description,protected,profile_image_url,public_metrics,verified"
_POST: Final = "created_at,public_metrics"
_FEWEST: Final = 5  # posts: X takes no smaller number


def named(handle: str) -> str | None:
    """The name without its @, None for one that no account can have."""
    bare = handle.removeprefix("@")
    return bare if _NAME.match(bare) else None


def explain(declined: Declined) -> Outcome:
    """What a refusal means."""
    kind = str(declined.body.get("type", ""))
    errors = declined.body.get("errors")
    codes = (
        {one.get("code") for one in errors if isinstance(one, dict)}
        if isinstance(errors, list)
        else set()
    )
    if 88 in codes or kind.endswith("/rate-limit-exceeded"):
        return Outcome(State.LIMITED)
    if kind.endswith("/usage-capped") or declined.status == 402:
        return Outcome(State.SPENT)
    if kind.endswith("/resource-not-found") or declined.status == 404:
        return Outcome(State.NOT_FOUND)
    if kind.endswith("/not-authorized-for-resource"):
        return Outcome(State.PRIVATE)
    if declined.status in (401, 403):
        return Outcome(State.EXPIRED)
    return Outcome(State.BROKEN)


async def look_up(handles: Sequence[str], desk: Desk, depth: Depth) -> None:
    """Accounts in one call, then each one's posts."""
    query = (("usernames", ",".join(handles)), ("user.fields", _USER))
    call = Call(PLATFORM, _HOST, "/2/users/by", query, family="users")
    answer = await desk.ask(call, Users, terms(PLATFORM).usd_per_account)
    known = {user.username.lower(): user for user in answer.data}
    why = {str(one.value).lower(): _problem(one) for one in answer.errors}
    async with asyncio.TaskGroup() as together:
        for handle in desk.open():
            name = handle.lower()
            if name in known:
                asking = partial(_one, handle, known[name], desk, depth)
                together.create_task(desk.conclude(handle, asking))
            else:
                await desk.report(handle, why.get(name, Outcome(State.NOT_FOUND)))


async def test(wire: Wire) -> str:
    """How many posts were read this month; the question is free."""
    query = (("usage.fields", "project_cap,project_usage"),)
    call = Call(PLATFORM, _HOST, "/2/usage/tweets", query, family="usage")
    usage, _ = await wire.test(call, explain, Usage)
    numbers = usage.data or UsageNumbers()
    if numbers.project_usage is None or numbers.project_cap is None:
        return ""
    return f"{numbers.project_usage:,.0f} of {numbers.project_cap:,.0f} posts read this month."


async def _one(handle: str, user: User, desk: Desk, depth: Depth, found: Found) -> Outcome:
    found.accounts.append(_account(user))
    if user.protected:
        return Outcome(State.PRIVATE)
    query: Query = (("max_results", str(max(depth.posts, _FEWEST))),)
    query += (("exclude", "retweets,replies"), ("tweet.fields", _POST))
    call = Call(PLATFORM, _HOST, f"/2/users/{int(user.id)}/tweets", query, family="posts")
    posts = await desk.ask(call, Posts, terms(PLATFORM).usd_per_post, about=handle)
    found.posts += [_post(post, user.username.lower()) for post in posts.data]
    if posts.errors and not posts.data:  # X says so in an answer that is good by its status
        return _problem(posts.errors[0])
    return Outcome(State.FOUND)


def _problem(problem: Problem) -> Outcome:
    if "suspended" in (problem.detail or "").lower():
        return Outcome(State.GONE)
    private = (problem.type or "").endswith("/not-authorized-for-resource")
    return Outcome(State.PRIVATE if private else State.NOT_FOUND)


def _account(user: User) -> Row:
    numbers = user.public_metrics or UserNumbers()
    handle = user.username.lower()
    picture = user.profile_image_url
    return {
        "platform": PLATFORM,
        "handle": handle,
        "name": user.name,
        "bio": user.description,
        "url": f"https://x.com/{handle}",
        "followers": numbers.followers_count,
        "following": numbers.following_count,
        "posts": numbers.tweet_count,
        "verified": user.verified,
        "private": user.protected,
        "has_picture": None if picture is None else "default_profile" not in picture,
    }


def _post(post: Post, handle: str) -> Row:
    numbers = post.public_metrics or PostNumbers()
    return {
        "platform": PLATFORM,
        "handle": handle,
        "post_id": post.id,
        "posted_at": post.created_at,
        "likes": numbers.like_count,
        "comments": numbers.reply_count,
        "shares": numbers.retweet_count,
        "saves": numbers.bookmark_count,
        "views": numbers.impression_count,
        "caption": post.text,
        "url": f"https://x.com/{handle}/status/{post.id}",
    }
