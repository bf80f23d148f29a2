"""A stand-in for X's API, shaped after recorded answers; what it answers with is counted."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.standins import people

HOST = "api.x.com"
PROBLEMS = "https://api.twitter.com/2/problems"


def user(name: str) -> dict:
    """An account; its id holds the name, letter by letter."""
    return {
        "id": str(int.from_bytes(name.lower().encode())),
        "username": name,
        "name": name.title(),
        "description": "Tea",
        "protected": people.fate(name) == "shy",
        "verified": False,
        "profile_image_url": "https://pbs.twimg.com/x.jpg",
        "public_metrics": {
            "followers_count": people.followers(name),
            "following_count": 12,
            "tweet_count": 900,
            "listed_count": 1,
        },
    }


def post(name: str, index: int) -> dict:
    """A post with its numbers."""
    return {
        "id": f"{people.number(name, 'id', 10**9)}{900 - index}",
        "text": people.caption(name, index),
        "created_at": people.day(index),
        "public_metrics": {
            "like_count": people.number(name, f"likes{index}", 90),
            "reply_count": 2,
            "retweet_count": 1,
            "quote_count": 0,
            "bookmark_count": 3,
            "impression_count": 900,
        },
    }


def problem(name: str) -> dict:
    """Why an account is not in the answer."""
    closed = people.fate(name) == "closed"
    what = "User has been suspended" if closed else "Could not find user with usernames"
    return {
        "value": name,
        "resource_type": "user",
        "parameter": "usernames",
        "title": "Not Found Error",
        "detail": f"{what}: [{name}].",
        "type": f"{PROBLEMS}/resource-not-found",
    }


def refusal(status: int, problem: str) -> Response:
    """How X refuses."""
    kind = problem if ":" in problem else f"{PROBLEMS}/{problem}"
    return JSONResponse({"title": "Refused", "type": kind, "status": status}, status)


def answer(path: str, request: Request) -> Response:
    """The answer to a call."""
    if not request.headers.get("authorization", "").startswith("Bearer good"):
        return refusal(401, "about:blank")
    query = request.query_params
    if path == "/2/usage/tweets":
        return JSONResponse({"data": {"project_cap": "3000000", "project_usage": "1200"}})
    if path == "/2/users/by":
        names = query["usernames"].split(",")
        there = [name for name in names if people.fate(name) not in ("nobody", "closed")]
        lost = [problem(name) for name in names if name not in there]
        body: dict = {"data": [user(name) for name in there]} if there else {}
        return JSONResponse({**body, "errors": lost} if lost else body)
    number = int(path.split("/")[3])
    name = number.to_bytes((number.bit_length() + 7) // 8).decode()
    if people.fate(name) == "withdrawn":
        why = {"type": f"{PROBLEMS}/not-authorized-for-resource", "detail": "Not for you."}
        return JSONResponse({"errors": [why]})
    posts = [post(name, n) for n in range(min(int(query["max_results"]), people.POSTS))]
    return JSONResponse({"data": posts, "meta": {"result_count": len(posts)}})
