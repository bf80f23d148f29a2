"""Instagram's download as a ZIP: its lists, its owner's posts, and what its insights count."""

import re
from typing import Any, Final

from core import tables as tidy
from core.readers import (
    followings,
    instagram,
    instagram_html,
    instagram_insights,
    instagram_posts,
    loose,
    reading,
)
from core.readers.archives import Archive
from core.readers.followings import People
from core.readers.instagram_posts import Posts
from core.readers.reading import Reading, count

_LISTS: Final = re.compile(
    r"(?:^|/)(?:followers(?:_\d+)?|following)(?: ?\(\d+\))?\.(?:json|html)$|"
    r"(?:^|/)connections\.json$"
)
_POSTS: Final = re.compile(
    r"(?:^|/)(?:posts(?:_\d+)?|reels|stories|archived_posts|igtv_videos|media(?:_\d+)?)\.(?:json|html)$"
)
_OTHER_NETWORK: Final = re.compile(r"(?:^|/)(?:threads|facebook|your_facebook_activity)/")
_THREADS: Final = re.compile(r"(?:^|/)threads/(?:followers|following)\.(?:json|html)$")
_LOST: Final = (
    "Of the followers, {} {} not in this ZIP; large accounts get several ZIPs, bring them all."
)
_INSIGHTS: Final = "audience_insights.json"
_OWNER_IN_NAME: Final = re.compile(r"instagram-(?P<user>[A-Za-z0-9._]+?)-\d{4}-\d{2}-\d{2}")
_PROFILE: Final = ("personal_information/personal_information.json", "profile.json")


def found(archive: Archive) -> Reading | None:
    """The reading of the download; None where the ZIP is none of Instagram's."""
    lists = _lists(archive)
    owner = _owner(archive)
    wanted = [name for name in archive.named(".json", ".html") if _POSTS.search(name.casefold())]
    wanted = [name for name in wanted if not _OTHER_NETWORK.search(name.casefold())]
    posts = [
        part
        for file in archive.files(wanted)
        if (part := instagram_posts.posts(file, owner)) is not None and part.rows
    ]
    if not lists and not posts:
        return None
    lists, notes = followings.merged(lists)
    made = followings.read(
        lists,
        kind="instagram_zip",
        label="Instagram download (ZIP)",
        owner=owner,
        notes=[*notes, *_counted(archive, lists), *_threads(archive)],
        accounts=tidy.empty("accounts") if posts else None,
        split=followings.split(
            [people.file for people in lists if not people.following], owner, _LOST
        ),
    )
    return _with_posts(made, posts) if posts else made


def _lists(archive: Archive) -> list[People]:
    members = [
        name
        for name in archive.named(".json", ".html")
        if _LISTS.search(name.casefold()) and not _OTHER_NETWORK.search(name.casefold())
    ]
    lists: list[People] = []
    for file in archive.files(members):
        if file.kind == "json":
            lists += instagram.people(file) or []
        elif file.kind == "html" and (page := instagram_html.people(file)) is not None:
            lists.append(page)
    return lists


def _with_posts(made: Reading, posts: list[Posts]) -> Reading:
    return followings.with_posts(
        made,
        tidy.join({"posts": part.posts} for part in posts)["posts"],
        rows=sum(part.rows for part in posts),
        problems=reading.join_problems(part.problems for part in posts),
        notes=[note for part in posts for note in part.notes],
    )


def _counted(archive: Archive, lists: list[People]) -> list[str]:
    """A note where the account's own insights count more followers than the list holds."""
    listed = sum(len(people.names) for people in lists if not people.following)
    for member in archive.named(_INSIGHTS):
        said = instagram_insights.followers(instagram_insights.facts(archive.file(member)))
        if said is not None and listed and said > 1.2 * listed + 10:
            return [
                f"Instagram's own insights in this download count {said:,} followers, the list in "
                f"it has {count(listed, 'person', 'people')}: it was not made for “All time”."
            ]
    return []


def _threads(archive: Archive) -> list[str]:
    if not any(_THREADS.search(name.casefold()) for name in archive.members):
        return []
    return [
        "The lists of Threads in this download were kept apart: it is another network. To read "
        "them, bring “threads/followers.json” by itself."
    ]


def _owner(archive: Archive) -> str | None:
    """Whose download it is: by the ZIP's or its folder's name, else by the profile in it."""
    for name in (archive.name, next(iter(archive.members))):
        named = _OWNER_IN_NAME.search(name)
        if named:
            return named["user"].lower()
    for member in archive.named(*_PROFILE):
        user = _username(loose.decoded(archive.file(member)))
        if user:
            return user.lower()
    return None


def _username(profile: Any) -> str | None:
    """The user name in the profile: the layout of 2020, or today's (translated) labels."""
    if not isinstance(profile, dict):
        return None
    if isinstance(profile.get("username"), str):
        return str(profile["username"])
    users = profile.get("profile_user")
    first = users[0] if isinstance(users, list) and users and isinstance(users[0], dict) else {}
    said = first.get("string_map_data")
    for label, entry in said.items() if isinstance(said, dict) else ():
        if re.search(
            r"user|usuario|usuário|utilis|benutzer|gebruiker|kullan", str(label).casefold()
        ):
            value = entry.get("value") if isinstance(entry, dict) else None
            return str(value) if value else None
    return None
