"""Answers that were recorded from the real interfaces, where they lie beside the repository."""

import json
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
SERVER = "recorded.example"  # the Mastodon server that answers with recordings
CHANNEL = "googledevelopers"
PROFESSIONAL = "facebookfordevelopers"
POSTER = "TwitterDev"
DISCOVERY = "api_instagram_graph/instagram__apidata__discovery"


@cache
def sample(name: str) -> object:
    """The recorded answer in the file `name`."""
    return json.loads((SAMPLES / name).read_text("utf-8"))


def answer(host: str, path: str, request: Request) -> Response | None:
    """The recorded answer to a call about the people above; None for any other call."""
    query = request.query_params
    asked = f"{path}?{query}"
    files = {
        f"{SERVER}/api/v1/accounts/lookup": "api_mastodon/lookup_ok.json",
        f"{SERVER}/api/v1/accounts/117020565966271181/statuses": "api_mastodon/statuses.json",
    }
    name = files.get(f"{host}{path}")
    if query.get("forHandle") == f"@{CHANNEL}":
        return JSONResponse(channel())
    elif query.get("playlistId") == "UU_x5XG1OV2P6uZZ5FSM9Ttw":
        return JSONResponse(playlist())
    elif "D-lhorsDlUQ" in query.get("id", "") or "CvTApw9X8aA" in query.get("id", ""):
        name = "api_youtube/apidata__videos__videos_info_multi.json"
    elif PROFESSIONAL in query.get("fields", ""):
        return JSONResponse(discovery())
    elif host == "api.x.com" and query.get("usernames", "").lower() == POSTER.lower():
        user = sample("api_x_v2/user__user_resp.json")
        assert isinstance(user, dict)
        return JSONResponse({"data": [user["data"]]})
    elif "/2/users/2244994945/tweets" in asked:
        name = "api_x_v2/timeline__timeline_tweets.json"
    return JSONResponse(sample(name)) if name else None


def channel() -> dict:
    """The channel was recorded without its list of videos: that has its id, but for a letter."""
    whole = sample("api_youtube/apidata__channel_info_single.json")
    assert isinstance(whole, dict)
    uploads = whole["items"][0]["id"].replace("UC", "UU", 1)
    details = {"contentDetails": {"relatedPlaylists": {"uploads": uploads}}}
    return {**whole, "items": [whole["items"][0] | details]}


def playlist() -> dict:
    """The list was recorded in another part of it, which names the same videos."""
    whole = sample("api_youtube/apidata__playlist_items__playlist_items_paged_1.json")
    assert isinstance(whole, dict)
    ids = [item["snippet"]["resourceId"]["videoId"] for item in whole["items"]]
    return {**whole, "items": [{"contentDetails": {"videoId": one}} for one in ids]}


def discovery() -> dict:
    """Profile and posts are recorded apart; asked for together they come together."""
    profile = sample(f"{DISCOVERY}__user_fields.json")
    posts = sample(f"{DISCOVERY}__medias_p1.json")
    assert isinstance(profile, dict)
    assert isinstance(posts, dict)
    inside = {**profile["business_discovery"], "media": posts["business_discovery"]["media"]}
    return {**profile, "business_discovery": inside}
