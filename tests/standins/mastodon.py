"""A stand-in for any Mastodon server, shaped after recorded answers."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.standins import people

FOLLOWERS = 170
FOLLOWS = 5_000  # the number of the newest follow
MEMBERS_ONLY = "members.example"  # asks everybody to sign in


def account(host: str, name: str) -> dict:
    """An account of this server; the id holds the name."""
    return {
        "id": f"1{name}",
        "username": name,
        "acct": name,
        "display_name": name.title(),
        "locked": people.fate(name) == "shy",
        "note": "<p>Wool &amp; tea</p><p>Rain</p>",
        "url": f"https://{host}/@{name}",
        "avatar": f"https://{host}/avatars/original/missing.png",
        "followers_count": people.followers(name),
        "following_count": people.number(name, "follows", 800),
        "statuses_count": people.number(name, "posts", 900),
        "last_status_at": "2026-11-20",
        "fields": [],
    }


def status(host: str, name: str, index: int) -> dict:
    """A post with its numbers."""
    return {
        "id": f"{900 - index}-{name}",
        "created_at": people.day(index),
        "in_reply_to_id": None,
        "visibility": "public",
        "url": f"https://{host}/@{name}/{900 - index}",
        "replies_count": people.number(name, f"replies{index}", 9),
        "reblogs_count": people.number(name, f"reposts{index}", 9),
        "favourites_count": people.number(name, f"likes{index}", 90),
        "content": f"<p>{people.caption(name, index)}</p>",
        "reblog": None,
        "account": account(host, name),
    }


def answer(host: str, path: str, request: Request) -> Response:
    """The answer of the server `host`."""
    query = request.query_params
    steps = path.strip("/").split("/")
    if host == MEMBERS_ONLY:
        return JSONResponse({"error": "This API requires an authenticated user"}, 401)
    if path == "/api/v1/accounts/lookup":
        if people.fate(query["acct"]) == "nobody":
            return JSONResponse({"error": "Record not found"}, 404)
        if people.fate(query["acct"]) == "closed":
            return JSONResponse({"error": "Gone"}, 410)
        return JSONResponse(account(host, query["acct"]))
    if path == "/api/v2/search":
        return JSONResponse({"accounts": [account(host, f"tea{n}") for n in range(7)]})
    if steps[:4] == ["api", "v1", "timelines", "tag"]:
        return JSONResponse([status(host, f"tea{n}", n) for n in range(20)])
    if steps[-1] == "statuses":
        count = min(int(query["limit"]), people.POSTS)
        return JSONResponse([status(host, steps[3][1:], n) for n in range(count)])
    if steps[-1] == "context":
        return JSONResponse({"ancestors": [], "descendants": [status(host, "fan1", 1)]})
    if steps[-1] == "followers":
        # Pages are counted by the server's own numbers of follows, which no account shows.
        start = FOLLOWS - int(query.get("max_id", FOLLOWS))
        fans = range(start, min(start + int(query["limit"]), FOLLOWERS))
        link = f'<https://{host}{path}?limit=80&max_id={FOLLOWS - fans.stop}>; rel="next"'
        more = {"link": link} if fans.stop < FOLLOWERS else None
        return JSONResponse([account(host, f"fan{n}") for n in fans], headers=more)
    return JSONResponse({"error": "Not Found"}, 404)
