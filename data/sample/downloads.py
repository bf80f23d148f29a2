"""The shop's own downloads, in the shapes that Instagram and TikTok hand out in 2026."""

import json
from collections.abc import Sequence

import archives
import words
from crowd import Follow

_CONNECTIONS = "connections/followers_and_following"
_PERSON = "personal_information/personal_information/personal_information.json"
_LINK = "https://www.instagram.com/"


def instagram(followers: Sequence[Follow], following: Sequence[Follow]) -> bytes:
    """The ZIP of a download in JSON: followers, following and whose account it is."""
    return archives.zipped(
        {
            f"{_CONNECTIONS}/followers_1.json": _dump([_follower(f) for f in followers]),
            f"{_CONNECTIONS}/following.json": _dump(
                {"relationships_following": [_followed(f) for f in following]}
            ),
            _PERSON: _dump({"profile_user": [_owner()]}),
        }
    )


def tiktok(followers: Sequence[Follow], following: Sequence[Follow]) -> bytes:
    """`user_data_tiktok.json`: one line, followers and following with their dates."""
    profile = {
        "bioDescription": "Loose tea by the harbour. An invented shop.",
        "followerCount": len(followers),
        "followingCount": len(following),
        "likesReceived": "4812",
        "userName": words.HANDLE,
    }
    content = {
        "Profile And Settings": {
            "Profile Info": {"ProfileMap": profile},
            "Follower": {"FansList": [_fan(f) for f in followers]},
            "Following": {"Following": [_fan(f) for f in following]},
            "Block List": {"BlockList": []},
        },
        "Post": {"Posts": {"VideoList": []}},
    }
    return json.dumps(content, separators=(",", ":")).encode()


def _dump(content: object) -> str:
    return json.dumps(content, indent=2)


def _follower(follow: Follow) -> dict[str, object]:
    handle, since = follow
    entry = {"href": _LINK + handle, "value": handle, "timestamp": int(since.timestamp())}
    return {"title": "", "media_list_data": [], "string_list_data": [entry]}


def _followed(follow: Follow) -> dict[str, object]:
    # Since late 2025 the name is the title, the entry has no "value" and the link goes by /_u/.
    handle, since = follow
    entry = {"href": f"{_LINK}_u/{handle}", "timestamp": int(since.timestamp())}
    return {"title": handle, "string_list_data": [entry]}


def _owner() -> dict[str, object]:
    facts = {"Username": words.HANDLE, "Name": words.SHOP, "Bio": "Loose tea — by the harbour."}
    # Instagram writes every byte of UTF-8 as a character of its own.
    broken = {label: fact.encode().decode("latin-1") for label, fact in facts.items()}
    entries = {label: {"href": "", "value": fact, "timestamp": 0} for label, fact in broken.items()}
    return {"media_map_data": {}, "string_map_data": entries}


def _fan(follow: Follow) -> dict[str, str]:
    handle, since = follow
    return {"Date": f"{since:%Y-%m-%d %H:%M:%S}", "UserName": handle}
