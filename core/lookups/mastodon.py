"""Mastodon: each server answers for its own people, without a key; the name says which server."""

import re
from collections.abc import Sequence
from functools import partial
from html import unescape
from typing import Final
from urllib.parse import quote

from core.lookups.answers.mastodon import Account, AccountsPage, Context, Hits, Status, Statuses
from core.lookups.calls import Call, Declined, Query
from core.lookups.desk import Depth, Desk
from core.lookups.findings import Found, Row
from core.lookups.outcomes import Outcome, Refused, State
from core.lookups.wire import Wire

PLATFORM: Final = "mastodon"
_ADDRESS: Final = re.compile(r"^(?P<user>[\w.\-]{1,64})@(?P<host>[a-z0-9.\-]{4,253})$")
# Two parts at least and letters at the end: no bare machine, no number that means an address.
_HOST: Final = re.compile(
    r"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$"
)
# The same shape, and somebody's mail: such a name is not sent anywhere.
_MAIL: Final = frozenset(
    {
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "yahoo.com",
        "icloud.com",
        "me.com",
        "aol.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "proton.me",
        "protonmail.com",
        "mail.ru",
        "qq.com",
        "163.com",
    }
)
_PAGE: Final = 80
_POSTS: Final = 40


def named(handle: str) -> str | None:
    """`user@server`, None where one of them is missing or cannot be."""
    name, at, host = handle.removeprefix("@").rpartition("@")
    try:
        host = host.encode("idna").decode().lower().strip(".")
    except UnicodeError:
        return None
    whole = f"{name.lower()}{at}{host}"
    if host in _MAIL:
        return None
    return whole if _ADDRESS.match(whole) and _HOST.match(host) else None


def explain(declined: Declined) -> Outcome:
    """What a refusal means."""
    if declined.status in (404, 410):
        return Outcome(State.GONE if declined.status == 410 else State.NOT_FOUND)
    if declined.status in (401, 403, 422):
        return Outcome(State.REFUSED)
    return Outcome(State.BROKEN)


async def look_up(handles: Sequence[str], desk: Desk, depth: Depth) -> None:
    """Profile, posts, and what was written below them."""
    for handle in handles:
        await desk.conclude(handle, partial(_one, handle, desk, depth))


async def followers(handle: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
    """The followers of one account, page by page, up to depth.people."""
    newest = None
    account, host = await _account_of(handle, desk)
    whose = _name(account, host)
    while len(found.follows) < depth.people:
        query: Query = (("limit", str(_PAGE)),) + ((("max_id", newest),) if newest else ())
        path = f"/api/v1/accounts/{_step(account.id)}/followers"
        page = await desk.ask(Call(PLATFORM, host, path, query, paged=True), AccountsPage)
        for person in page.items[: depth.people - len(found.follows)]:
            found.accounts.append(_account(person, host))
            found.follows.append(
                {"platform": PLATFORM, "handle": whose, "follower": _name(person, host)}
            )
        newest = page.next
        if not newest:
            break
    return Outcome(State.FOUND)


async def search(words: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
    """Who wrote under a hashtag lately, or is found by a word; `words` ends with `@server`."""
    said, _, host = words.rpartition("@")
    if not _HOST.match(host.lower()):
        return Outcome(State.NO_NAME)
    if said.startswith("#"):
        await _under_tag(said.removeprefix("#"), host.lower(), found, desk, depth)
    else:
        query = (("q", said), ("type", "accounts"), ("limit", "40"))
        hits = await desk.ask(_call(host.lower(), "/api/v2/search", query), Hits)
        found.accounts += [_account(one, host.lower()) for one in hits.accounts if not one.noindex]
    return Outcome(State.FOUND)


async def test(wire: Wire) -> str:
    """Nothing to test: each server is asked without a key."""
    return ""


async def _under_tag(tag: str, host: str, found: Found, desk: Desk, depth: Depth) -> None:
    newest, left = None, depth.people
    while left > 0:
        query: Query = (("limit", str(_POSTS)),) + ((("max_id", newest),) if newest else ())
        page = await desk.ask(_call(host, f"/api/v1/timelines/tag/{_step(tag)}", query), Statuses)
        # Who asks not to be found by searches is not found by this one either.
        open_ = [status for status in page if not status.account.noindex]
        found.posts += [_post(status, host) for status in open_]
        found.accounts += [_account(status.account, host) for status in open_]
        left -= _POSTS
        if len(page) < _POSTS:
            return
        newest = page[-1].id


async def _one(handle: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
    account, host = await _account_of(handle, desk)
    found.accounts.append(_account(account, host))
    query = (("exclude_replies", "true"), ("exclude_reblogs", "true"), ("limit", str(_POSTS)))
    call = _call(host, f"/api/v1/accounts/{_step(account.id)}/statuses", query)
    posts = [one for one in await desk.ask(call, Statuses) if one.reblog is None][: depth.posts]
    found.posts += [_post(status, host) for status in posts]
    for status in posts[: depth.commented]:
        call = _call(host, f"/api/v1/statuses/{_step(status.id)}/context", ())
        below = await desk.ask(call, Context)
        found.comments += [_comment(one, status, host) for one in below.descendants]
    return Outcome(State.FOUND)


async def _account_of(handle: str, desk: Desk) -> tuple[Account, str]:
    name = named(handle)
    if name is None:
        raise Refused(Outcome(State.NO_NAME))
    user, _, host = name.partition("@")
    call = _call(host, "/api/v1/accounts/lookup", (("acct", user),))
    return await desk.ask(call, Account), host


def _call(host: str, path: str, query: Query) -> Call:
    return Call(PLATFORM, host, path, query)


def _step(text: str) -> str:
    """One step of a path, whatever a server or a person puts into it."""
    return quote(text, safe="")


def _name(account: Account, host: str) -> str:
    acct = account.acct.lower()
    return acct if "@" in acct else f"{acct}@{host}"


def _account(account: Account, host: str) -> Row:
    return {
        "platform": PLATFORM,
        "handle": _name(account, host),
        "name": account.display_name,
        "bio": _plain(account.note),
        "url": account.url,
        "followers": account.followers_count,
        "following": account.following_count,
        "posts": account.statuses_count,
        "private": account.locked,
        "has_picture": None if account.avatar is None else "missing.png" not in account.avatar,
    }


def _post(status: Status, host: str) -> Row:
    return {
        "platform": PLATFORM,
        "handle": _name(status.account, host),
        "post_id": status.id,
        "posted_at": status.created_at,
        "likes": status.favourites_count,
        "comments": status.replies_count,
        "shares": status.reblogs_count,
        "caption": _plain(status.content),
        "url": status.url,
    }


def _comment(reply: Status, status: Status, host: str) -> Row:
    return {
        "platform": PLATFORM,
        "handle": _name(status.account, host),
        "post_id": status.id,
        "author": _name(reply.account, host),
        "text": _plain(reply.content),
        "commented_at": reply.created_at,
    }


def _plain(html: str | None) -> str | None:
    """Mastodon writes posts and descriptions as HTML."""
    if html is None:
        return None
    broken = re.sub(r"<br\s*/?>|</p>\s*<p>", "\n", html)
    return unescape(re.sub(r"<[^>]{0,2000}>", "", broken)).strip() or None
