"""A stand-in for YouTube's Data API, shaped after recorded answers; good keys begin with “good”."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.standins import people

HOST = "www.googleapis.com"


def channel(name: str) -> dict:
    """A channel; its id holds the name. Counts are text."""
    statistics = {
        "viewCount": "9000",
        "videoCount": str(people.number(name, "posts", 300)),
        "hiddenSubscriberCount": people.fate(name) == "hidden",
    }
    if people.fate(name) != "hidden":
        statistics["subscriberCount"] = str(people.followers(name))
    return {
        "kind": "youtube#channel",
        "id": f"UC{name}"[:24].ljust(24, "_"),
        "snippet": {"title": name.title(), "description": "Tea.", "customUrl": f"@{name}"},
        "contentDetails": {"relatedPlaylists": {"likes": "", "uploads": f"UU{name}"}},
        "statistics": statistics,
    }


def video(ident: str) -> dict:
    """A video; its id is the channel's name and a number."""
    name, _, index = ident.rpartition("-")
    return {
        "kind": "youtube#video",
        "id": ident,
        "snippet": {
            "publishedAt": people.day(int(index)),
            "channelId": channel(name)["id"],
            "title": people.caption(name, int(index)),
        },
        "statistics": {"viewCount": str(people.number(ident, "views", 4000)), "likeCount": "12"},
    }


def refusal(status: int, reason: str) -> Response:
    """How YouTube refuses."""
    errors = [{"domain": "youtube", "reason": reason, "message": reason}]
    return JSONResponse({"error": {"code": status, "message": reason, "errors": errors}}, status)


def answer(path: str, request: Request) -> Response:
    """The answer to a call."""
    query = request.query_params
    if not request.headers.get("x-goog-api-key", "").startswith("good"):
        return refusal(400, "keyInvalid")
    what = path.rpartition("/")[2]
    if what == "i18nLanguages":
        return JSONResponse({"items": [{"id": "en"}]})
    if what == "search":
        hits = [{"id": {"kind": "youtube#channel", "channelId": f"tea{n}"}} for n in range(9)]
        return JSONResponse({"items": hits})
    if what == "channels":
        if "forHandle" in query:
            name = query["forHandle"].removeprefix("@")
            gone = {"pageInfo": {"totalResults": 0}}
            there = people.fate(name) != "nobody"
            return JSONResponse({**gone, "items": [channel(name)]} if there else gone)
        return JSONResponse({"items": [channel(one) for one in query["id"].split(",")]})
    if what == "playlistItems":
        name = query["playlistId"].removeprefix("UU")
        count = min(int(query["maxResults"]), people.POSTS)
        items = [{"contentDetails": {"videoId": f"{name}-{n}"}} for n in range(count)]
        return JSONResponse({"items": items, "nextPageToken": "x"})
    if what == "videos":
        return JSONResponse({"items": [video(one) for one in query["id"].split(",")]})
    if query["videoId"].endswith("-1"):
        return refusal(403, "commentsDisabled")
    said = {"textOriginal": "so calm", "authorDisplayName": "@fan", "publishedAt": people.day(3)}
    thread = {"snippet": {"topLevelComment": {"snippet": said}}}
    return JSONResponse({"items": [thread, thread]})
