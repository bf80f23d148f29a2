"""YouTube: channels, their newest videos and comments, and channels found by a word; a free key."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from core.lookups import allowances
from core.lookups.answers.shapes import Shape
from core.lookups.answers.youtube import (
    Channel,
    ChannelNumbers,
    Channels,
    CommentThreads,
    Hits,
    Playlist,
    Video,
    VideoNumbers,
    Videos,
)
from core.lookups.calls import Call, Declined, Query
from core.lookups.desk import Depth, Desk
from core.lookups.findings import Found, Row
from core.lookups.outcomes import Outcome, Refused, State
from core.lookups.wire import Wire

PLATFORM: Final = "youtube"
_HOST: Final = "www.googleapis.com"
_ID: Final = re.compile(r"^UC[\w-]{22}$")
_NAME: Final = re.compile(r"^[\w.\-·]{3,100}$")
_SEARCH_UNITS: Final = 100
_PAGE: Final = 50
_SPENT: Final = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_FAST: Final = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})
_KEY: Final = frozenset({"keyInvalid", "keyExpired", "accessNotConfigured", "ipRefererBlocked"})


def named(handle: str) -> str | None:
    """A channel's id, or its name without the @; None for what is neither."""
    bare = handle.removeprefix("@")
    return bare if _ID.match(bare) or _NAME.match(bare) else None


def explain(declined: Declined) -> Outcome:
    """What a refusal means."""
    error = declined.body.get("error")
    error = error if isinstance(error, dict) else {}
    listed = error.get("errors")
    inner = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    detailed = error.get("details")
    inner += (
        [one for one in detailed if isinstance(one, dict)] if isinstance(detailed, list) else []
    )
    reasons = {str(one.get("reason")) for one in inner}
    if reasons & _SPENT:
        midnight = allowances.midnight_in_california(declined.now)
        return Outcome(State.LIMITED, until=midnight)
    if reasons & _FAST:
        return Outcome(State.LIMITED)
    if reasons & (_KEY | {"API_KEY_INVALID"}) or declined.status == 401:
        return Outcome(State.EXPIRED)
    if "commentsDisabled" in reasons or declined.status == 404:
        return Outcome(State.NOT_FOUND)
    if declined.status == 403:
        return Outcome(State.REFUSED)
    return Outcome(State.BROKEN)


async def look_up(handles: Sequence[str], desk: Desk, depth: Depth) -> None:
    """Channel, newest videos, and the comments below them."""
    for handle in handles:
        await desk.conclude(handle, partial(_one, handle, desk, depth))


async def search(words: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
    """Channels found by a word or hashtag, with their counts; a page of 50 costs 101 units."""
    page = None
    while len(found.accounts) < depth.people:
        query: Query = (("part", "id"), ("type", "channel"), ("q", words))
        query += (("maxResults", str(_PAGE)),) + ((("pageToken", page),) if page else ())
        call = Call(PLATFORM, _HOST, "/youtube/v3/search", query, units=_SEARCH_UNITS)
        hits = await desk.ask(call, Hits)
        ids = ",".join(hit.id.channel_id for hit in hits.items)
        if ids:
            query = (("part", "snippet,statistics"), ("id", ids), ("maxResults", str(_PAGE)))
            channels = await desk.ask(_call("channels", query), Channels)
            found.accounts += [_account(channel) for channel in channels.items]
        page = hits.next_page_token
        if not page or not ids:
            break
    return Outcome(State.FOUND)


async def test(wire: Wire) -> str:
    """One unit, about nobody: the list of languages."""
    call = _call("i18nLanguages", (("part", "snippet"),))
    await wire.test(call, explain, Shape)
    return "10,000 units a day are free: about 3,300 accounts."


async def _one(handle: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
    which = ("id", handle) if _ID.match(handle) else ("forHandle", f"@{handle}")
    query = (("part", "snippet,statistics,contentDetails"), which)
    channels = (await desk.ask(_call("channels", query), Channels)).items
    if not channels:
        return Outcome(State.NOT_FOUND)
    channel = channels[0]
    found.accounts.append(_account(channel))
    lists = channel.content_details.related_playlists if channel.content_details else None
    if lists is None or lists.uploads is None:
        return Outcome(State.FOUND)
    try:
        videos = await _videos(lists.uploads, desk, depth)
    except Refused as refused:
        if refused.outcome.state is not State.NOT_FOUND:
            raise
        return Outcome(State.FOUND)  # a channel that never published has no such playlist
    found.posts += [_post(video, _name(channel)) for video in videos]
    for video in videos[: depth.commented]:
        found.comments += await _comments(video, _name(channel), desk)
    return Outcome(State.FOUND)


async def _videos(playlist: str, desk: Desk, depth: Depth) -> list[Video]:
    query: Query = (("part", "contentDetails"), ("playlistId", playlist))
    query += (("maxResults", str(depth.posts)),)
    entries = (await desk.ask(_call("playlistItems", query), Playlist)).items
    if not entries:
        return []
    ids = ",".join(entry.content_details.video_id for entry in entries)
    query = (("part", "snippet,statistics"), ("id", ids))
    videos: list[Video] = (await desk.ask(_call("videos", query), Videos)).items
    return videos


async def _comments(video: Video, handle: str, desk: Desk) -> list[Row]:
    query: Query = (("part", "snippet"), ("videoId", video.id), ("maxResults", "100"))
    query += (("textFormat", "plainText"),)
    try:
        threads = (await desk.ask(_call("commentThreads", query), CommentThreads)).items
    except Refused as refused:
        if refused.outcome.state in (State.NOT_FOUND, State.REFUSED):
            return []  # comments are turned off
        raise
    said = [thread.snippet.top_level_comment.snippet for thread in threads]
    return [
        {
            "platform": PLATFORM,
            "handle": handle,
            "post_id": video.id,
            "author": one.author_display_name,
            "text": one.text_original or one.text_display,
            "commented_at": one.published_at,
        }
        for one in said
    ]


def _call(what: str, query: Query) -> Call:
    return Call(PLATFORM, _HOST, f"/youtube/v3/{what}", query)


def _name(channel: Channel) -> str:
    return (channel.snippet.custom_url or channel.id).removeprefix("@")


def _account(channel: Channel) -> Row:
    numbers = channel.statistics or ChannelNumbers()
    hidden = numbers.hidden_subscriber_count
    return {
        "platform": PLATFORM,
        "handle": _name(channel),
        "name": channel.snippet.title,
        "bio": channel.snippet.description,
        "url": f"https://www.youtube.com/channel/{channel.id}",
        "followers": None if hidden else numbers.subscriber_count,
        "posts": numbers.video_count,
        "country": channel.snippet.country,
    }


def _post(video: Video, handle: str) -> Row:
    numbers = video.statistics or VideoNumbers()
    return {
        "platform": PLATFORM,
        "handle": handle,
        "post_id": video.id,
        "posted_at": video.snippet.published_at,
        "kind": "video",
        "likes": numbers.like_count,
        "comments": numbers.comment_count,
        "views": numbers.view_count,
        "caption": video.snippet.title,
        "url": f"https://www.youtube.com/watch?v={video.id}",
    }
