"""Where the records are in a JSON answer: behind wrappers, pages, nodes and instructions."""

from collections.abc import Iterator
from typing import Any, Final

from core.readers import fields
from core.readers.fields import Record

_DEEPEST: Final = 16
# What says that a post is somebody else's, passed on.
_REPOST: Final = (
    "retweeted_status",
    "retweetedTweet",
    "legacy.retweeted_status_result",
    "reblog",
    "reason.by",
)
# Whose list it is, and what posts point at: not records of the list.
_BESIDE: Final = frozenset({"subject", "includes", "quoted_status", "relatedProfiles"})


def records(value: Any) -> list[Record]:
    """The records of a decoded JSON file, in its order; what is no object in a list is an empty
    one, so that it is counted and listed.
    """
    found = list(_known(value, 0)) or _longest(value, 0)
    return [_own(record) for record in found]


def left_out(value: Any, found: list[Record]) -> list[str]:
    """The names of lists in the file that hold objects and were not read, with how many."""
    read = {id(record) for record in found}
    return [
        f"{name} ({len(held)})"
        for name, held in _lists(value, 0)
        if _holds_objects(held) and not any(id(_unwrapped(item)) in read for item in held)
    ]


def _lists(value: Any, depth: int) -> Iterator[tuple[str, list[Any]]]:
    if not isinstance(value, dict) or depth > 4:
        return
    for name, inner in value.items():
        if isinstance(inner, list):
            yield name, inner
        else:
            yield from _lists(inner, depth + 1)


def _known(value: Any, depth: int) -> Iterator[Record]:
    """Every record of a known shape, wherever it stands; its neighbours in a list come along."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        inner = [_unwrapped(item) for item in value]
        if fields.shape(item for item in inner[:50] if item):
            yield from inner
        else:
            for item in value:
                yield from _known(item, depth + 1)
    elif isinstance(value, dict):
        if fields.shape([value]):
            yield value
        elif "includes" in value and isinstance(value.get("data"), list | dict):
            yield from _known(_with_authors(value), depth + 1)
            yield from _failures(value)
        else:
            for name, item in value.items():
                if name not in _BESIDE:
                    yield from _known(item, depth + 1)
            yield from _failures(value)


def _failures(answer: Record) -> Iterator[Record]:
    """Accounts that X's API v2 was asked for and could not give, each with the reason."""
    failed = answer.get("errors") if "data" in answer else None
    for item in failed if isinstance(failed, list) else ():
        if isinstance(item, dict) and isinstance(item.get("detail"), str):
            yield {"username": item.get("value"), "error": item["detail"]}


def _longest(value: Any, depth: int) -> list[Record]:
    """The longest list of objects in a file of no known shape, or the one object it is."""
    if isinstance(value, list):
        return [_unwrapped(item) for item in value] if _holds_objects(value) else []
    if not isinstance(value, dict) or depth > 4:
        return []
    inside = [_longest(item, depth + 1) for item in value.values() if isinstance(item, list | dict)]
    best = max(inside, key=len, default=[])
    if len(best) > 1:
        return best
    if len(value) > 1 and all(isinstance(item, dict) for item in value.values()):
        return list(value.values())
    scalars = sum(not isinstance(item, list | dict) for item in value.values())
    return [value] if scalars > 1 else best


def _holds_objects(value: list[Any]) -> bool:
    return any(isinstance(item, dict) for item in value)


def _unwrapped(item: Any) -> Record:
    """The record in a list's item: behind `node` (GraphQL), `post` (Bluesky's feeds)."""
    if not isinstance(item, dict):
        return {}
    for key in ("node", "post"):
        inner = item.get(key)
        if isinstance(inner, dict) and len(item) <= 4:
            return {**inner, "reason": item["reason"]} if "reason" in item else inner
    return item


def _with_authors(answer: Record) -> list[Record]:
    """The posts of an answer of X's API v2, each with its author out of the list beside them."""
    includes = answer["includes"]
    users = includes.get("users") if isinstance(includes, dict) else None
    by_id = {
        user["id"]: user
        for user in (users if isinstance(users, list) else ())
        if isinstance(user, dict) and isinstance(user.get("id"), str)
    }
    data = answer["data"] if isinstance(answer["data"], list) else [answer["data"]]
    return [_with_author(item, by_id) if isinstance(item, dict) else item for item in data]


def _with_author(post: Record, by_id: dict[str, Record]) -> Record:
    author = post.get("author_id")
    found = by_id.get(author) if isinstance(author, str) else None
    return post if found is None else {**post, "author": found}


def _own(record: Record) -> Record:
    """The record, marked where it is a repost: its numbers belong to somebody else's post."""
    text = fields.at(record, "full_text") or fields.at(record, "text")
    passed_on = any(fields.at(record, mark) for mark in _REPOST)
    if not passed_on and not (isinstance(text, str) and text.startswith("RT @")):
        return record
    made = {**record, "(kind)": "repost"}
    by = fields.at(record, "reason.by.handle")
    return {**made, "author.handle": by} if by else made
