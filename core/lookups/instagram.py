"""Instagram: professional accounts, through the business discovery of one's own account."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from core.lookups.answers.instagram import Discovery, Media, Own, Pages, Profile
from core.lookups.calls import Call, Declined
from core.lookups.desk import Depth, Desk
from core.lookups.findings import Found, Row
from core.lookups.outcomes import Outcome, Refused, State
from core.lookups.wire import Wire

PLATFORM: Final = "instagram"
_HOST: Final = "graph.facebook.com"
_VERSION: Final = "v26.0"
_NAME: Final = re.compile(r"^[a-z0-9._]{1,30}$")
_MEDIA: Final = "id,caption,like_count,comments_count,media_type,permalink,timestamp"
_PROFILE: Final = (
    "username,name,biography,followers_count,follows_count,media_count,profile_picture_url"
)
_LIMITS: Final = frozenset({4, 17, 32, 613, 80002})
_TOKEN: Final = frozenset({102, 190, 463, 467})
_NOBODY: Final = 2207013  # the subcode for a name that is not there, and for a personal account


def named(handle: str) -> str | None:
    """The handle in lower case, None for one that no account can have."""
    low = handle.lower().removeprefix("@")
    return low if _NAME.match(low) else None


def explain(declined: Declined) -> Outcome:
    """What a refusal means. The same one stands for nobody and for a personal account."""
    error = declined.body.get("error")
    error = error if isinstance(error, dict) else {}
    code, subcode = error.get("code"), error.get("error_subcode")
    if code in _LIMITS:
        return Outcome(State.LIMITED)
    if subcode == _NOBODY or code == 110:
        return Outcome(State.NOT_PROFESSIONAL)
    if code in _TOKEN or declined.status == 401:
        return Outcome(State.EXPIRED)
    if code == 10 or (isinstance(code, int) and 200 <= code < 300) or code == 100:
        return Outcome(
            State.EXPIRED, detail="The token may not do this: it needs instagram_basic and more"
        )
    return Outcome(State.BROKEN)


async def look_up(handles: Sequence[str], desk: Desk, depth: Depth) -> None:
    """Profile and newest posts in one call each."""
    own = _own(await desk.ask_once(_pages(), Pages))
    for handle in handles:
        await desk.conclude(handle, partial(_one, handle, own, desk, depth))


async def test(wire: Wire) -> str:
    """Which account the token belongs to, and how much of the hour is used."""
    pages, said = await wire.test(_pages(), explain, Pages)
    own = _own(pages)
    return f"The token belongs to @{own.username or own.id}. {said}".strip()


async def _one(handle: str, own: Own, desk: Desk, depth: Depth, found: Found) -> Outcome:
    fields = f"business_discovery.username({handle})"
    fields += f"{{{_PROFILE},media.limit({depth.posts}){{{_MEDIA}}}}}"
    call = Call(PLATFORM, _HOST, f"/{_VERSION}/{own.id}", (("fields", fields),))
    profile = (await desk.ask(call, Discovery)).business_discovery
    found.accounts.append(_account(profile))
    media = profile.media.data if profile.media else []
    found.posts += [_post(one, profile.username.lower()) for one in media]
    return Outcome(State.FOUND)


def _pages() -> Call:
    fields = (("fields", "instagram_business_account{id,username}"),)
    return Call(PLATFORM, _HOST, f"/{_VERSION}/me/accounts", fields)


def _own(pages: Pages) -> Own:
    for page in pages.data:
        if page.instagram_business_account is not None:
            own: Own = page.instagram_business_account
            if re.fullmatch(r"\d{1,30}", own.id):
                return own
    raise Refused(
        Outcome(
            State.EXPIRED,
            detail="The token belongs to no professional account that is linked to a page",
        )
    )


def _account(profile: Profile) -> Row:
    handle = profile.username.lower()
    return {
        "platform": PLATFORM,
        "handle": handle,
        "name": profile.name,
        "bio": profile.biography,
        "url": f"https://www.instagram.com/{handle}/",
        "followers": profile.followers_count,
        "following": profile.follows_count,
        "posts": profile.media_count,
        "has_picture": profile.profile_picture_url is not None,
        "private": False,  # a professional account cannot be
    }


def _post(media: Media, handle: str) -> Row:
    return {
        "platform": PLATFORM,
        "handle": handle,
        "post_id": media.id,
        "posted_at": media.timestamp,
        "kind": media.media_type,
        "likes": media.like_count,
        "comments": media.comments_count,
        "caption": media.caption,
        "url": media.permalink,
    }
