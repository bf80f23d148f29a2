"""A stand-in for Instagram's Graph API, shaped after recorded answers; good tokens begin so."""

import re

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.standins import people

HOST = "graph.facebook.com"
OWN = "17841406338772941"


def refusal(code: int, subcode: int | None = None, message: str = "refused") -> Response:
    """How Meta refuses: nearly always with status 400."""
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A"}
    if subcode:
        error["error_subcode"] = subcode
    return JSONResponse({"error": error}, 400)


def media(name: str, index: int) -> dict:
    """A post; every fifth hides its likes."""
    made = {
        "id": f"{people.number(name, 'id', 10**9)}{index:03d}",
        "caption": people.caption(name, index),
        "comments_count": people.number(name, f"replies{index}", 9),
        "like_count": people.number(name, f"likes{index}", 300),
        "media_type": "IMAGE",
        "permalink": f"https://www.instagram.com/p/{name}{index}/",
        "timestamp": people.day(index).replace(".000Z", "+0000"),
    }
    if index % 5 == 4:
        del made["like_count"]
    return made


def answer(path: str, request: Request) -> Response:
    """The answer to a call."""
    if not request.headers.get("authorization", "").startswith("Bearer good"):
        return refusal(190, 463, "Error validating access token: Session has expired")
    used = {"x-app-usage": '{"call_count":12,"total_cputime":2,"total_time":3}'}
    if path.endswith("/me/accounts"):
        own = {"instagram_business_account": {"id": OWN, "username": "kettle"}, "id": "1"}
        return JSONResponse({"data": [{"id": "2"}, own]}, headers=used)
    asked = re.search(r"username\((\w[\w.]*)\).*limit\((\d+)\)", request.query_params["fields"])
    assert asked, request.query_params["fields"]
    name, limit = asked[1], int(asked[2])
    if people.fate(name) in ("nobody", "personal"):
        return refusal(110, 2207013, "Invalid user id")
    posts = [media(name, n) for n in range(min(limit, people.POSTS))]
    token = "access_token=good-and-secret"
    profile = {
        "username": name,
        "name": name.title(),
        "biography": "Tea",
        "followers_count": people.followers(name),
        "follows_count": people.number(name, "follows", 800),
        "media_count": people.number(name, "posts", 900),
        "profile_picture_url": "https://scontent.example/x.jpg",
        "media": {"data": posts, "paging": {"next": f"https://graph.facebook.com/?{token}"}},
        "id": "1",
    }
    return JSONResponse({"business_discovery": profile, "id": OWN}, headers=used)
