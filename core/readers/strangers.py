"""Files that look like lists and are something else: what they are, and what to bring in their
place.
"""

import re
from typing import Final

from core.errors import UnreadableFile
from core.readers import headers
from core.readers.cells import Sheet
from core.readers.files import BRING, File

_OWN: Final = "It tells about one account over time, not about creators. " + BRING
_CONNECTIONS: Final = "Connections have names and jobs, no reach. " + BRING
# Names of columns that, all together, give a kind of file away, and what it is.
_KINDS: Final = (
    (
        {"first name", "last name", "connected on"},
        "the LinkedIn connections of one person",
        _CONNECTIONS,
    ),
    (
        {"vorname", "nachname", "verbunden am"},
        "the LinkedIn connections of one person",
        _CONNECTIONS,
    ),
    ({"impressions", "engagements", "new follows"}, "X Analytics of one's own account", _OWN),
    ({"video title", "video publish time"}, "YouTube Studio of one's own channel", _OWN),
    ({"videotitel", "aufrufe"}, "YouTube Studio of one's own channel", _OWN),
    ({"título do vídeo", "visualizações"}, "YouTube Studio of one's own channel", _OWN),
    ({"top territories", "distribution"}, "TikTok Studio of one's own account", _OWN),
    ({"new followers", "total followers"}, "TikTok Studio of one's own account", _OWN),
    ({"video views", "profile views"}, "TikTok Studio of one's own account", _OWN),
    ({"date", "primary"}, "Meta Business Suite of one's own account", _OWN),
    ({"women", "men"}, "Meta Business Suite of one's own account", _OWN),
)
_AUDIENCE: Final = (
    "viewer age",
    "viewer gender",
    "cities",
    "subscription status",
    "geography",
    "idade do espectador",
    "traffic source",
)
_DAYS: Final = ("date", "data", "datum", "fecha", "day", "tag", "дата")
_PEOPLE: Final = frozenset(
    {"username", "handle", "account username", "post id", "video link", "user name"}
)
_NO_DATA: Final = (
    "you have no data",
    "no data",
    "keine daten",
    "no tienes datos",
    "aucune donnée",
    "no information",
)

_EMPTY_LIST: Final = re.compile(
    rb'"(?:items|data|users|accounts|followers|follows|following|profiles)"\s*:\s*(?:\[\s*\]|null)'
)

# What a JSON file holds, by the first of these that stands in it.
_JSON: Final = (
    (
        rb'"(?:friends_v2|deleted_friends_v2|friends)"',
        "a list of Facebook friends",
        "Facebook gives names only, no accounts, so they cannot be looked up or scored. ",
    ),
    (
        rb'"(?:following_v[23]|followers_v[23])"',
        "a follow list of Facebook",
        "Facebook gives names only, no accounts, so they cannot be looked up or scored. ",
    ),
    (
        rb'"(?:organic_insights_\w+|ig_insights\w*)"',
        "Instagram's insights of one's own account",
        "",
    ),
    (
        rb'"(?:ig_stories|ig_reels_media|creation_timestamp|ig_archived_post_media)"',
        "the posts of one's own Instagram account",
        "They come without likes and comments. ",
    ),
    (
        rb'"(?:profile_user|private_account)"',
        "the profile of one's own Instagram account, not a list of creators",
        "",
    ),
    (rb'"(?:text_post_app\w*)"', "a list of Threads", ""),
    (
        rb'"(?:followersCount|followers_count|latestPosts|edge_followed_by)"',
        "the raw result of a program or an API",
        "Ask that program for its result as CSV or XLSX. ",
    ),
    (rb'"error"\s*:', "the answer of a service that went wrong, not a list", ""),
)


def refuse(file: File, sheets: list[Sheet]) -> None:
    """Raise with what the file is, where its headings give it away."""
    words = " ".join(cell for sheet in sheets for row in sheet.head[:5] for cell in row).casefold()
    if len(words) < 400 and (file.base.startswith("no-data") or words.startswith(_NO_DATA)):
        raise UnreadableFile(
            f"“{file.name}” only says that there is no data of this kind.",
            "Ask the network for the download again, for “All time”, and bring the follower "
            "file in it.",
        )
    for sheet in sheets:
        for record in sheet.head[:20]:
            what, do = _given_away({headers.normal(cell) for cell in record}, record)
            if what:
                raise UnreadableFile(f"“{file.name}” seems to be from {what}.", do)


def _given_away(names: set[str], record: list[str]) -> tuple[str, str]:
    if names & _PEOPLE:
        return "", ""
    for columns, what, do in _KINDS:
        if columns <= names:
            return what, do
    first = headers.normal(record[0]) if record else ""
    if first in _AUDIENCE:
        return "the analytics of one's own account (who its audience is)", _OWN
    if (
        first in _DAYS
        and 2 <= len(names - {""}) <= 4
        and not any(headers.read(n).meaning == "handle" for n in names)
    ):
        return "the analytics of one's own account (a number a day)", _OWN
    return "", ""


def unknown(file: File) -> UnreadableFile:
    """What to say about a file that no reader took."""
    if file.kind == "json":
        for pattern, what, why in _JSON:
            if re.search(pattern, file.content[:2_000_000]):
                return UnreadableFile(f"“{file.name}” seems to be {what}.", why + BRING)
    if _EMPTY_LIST.search(file.content[:2_000]) or not file.content.strip(
        b"[]{} \t\r\nnul\xef\xbb\xbf"
    ):
        return UnreadableFile(
            f"“{file.name}” holds an empty list.",
            "If there should be people in it, ask for the download again, for “All time”, "
            "and bring that.",
        )
    words = {"json": "a data file (JSON)", "html": "a web page"}.get(file.kind, "a text file")
    return UnreadableFile(
        f"“{file.name}” seems to be {words} that is no follower export we know.", BRING
    )
