"""Which account a link points at: hosts and paths of each network, in one table."""

import re
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers.texts import arrow, matches, series, tidy, woven

# network, hosts, and the path: `handle` is the account. First match wins; a path that no line
# names (a post, a search, a settings page) points at no account.
_NETWORKS: Final = (
    (
        "instagram",
        r"(?:instagram\.com|instagr\.am|ig\.me)",
        r"^/(?:_u/|_n/|stories/|m/)?(?P<handle>[\w.]{1,30})(?:/|$)",
    ),
    ("tiktok", r"tiktok\.com", r"^/@(?P<handle>[^/\s?#]+)"),
    (
        "x",
        r"(?:twitter\.com|x\.com|fxtwitter\.com|vxtwitter\.com)",
        r"^/@?(?P<handle>\w{1,20})(?:/|$)",
    ),
    (
        "youtube",
        r"youtube\.com",
        r"^/(?:@|channel/|c/|user/)?(?P<handle>[^/\s?#@]+)(?:/(?:videos|about|featured|"
        r"shorts|playlists|community|streams))?/?$",
    ),
    (
        "facebook",
        r"(?:facebook\.com|fb\.com|fb\.me)",
        r"^/(?:people/[^/]+/|pages/(?:category/)?[^/]+/|"
        r"pg/)?(?P<handle>[^/\s?#]+)(?:/(?:about|photos|videos|reels|mentions|"
        r"posts)(?:/.*)?)?/?$",
    ),
    ("linkedin", r"linkedin\.com", r"^/(?:in|company|school|showcase|pub)/(?P<handle>[^/\s?#]+)"),
    ("threads", r"threads\.(?:net|com)", r"^/@(?P<handle>[\w.]+)"),
    ("twitch", r"twitch\.tv", r"^/(?P<handle>\w{2,30})(?:/|$)"),
    (
        "pinterest",
        r"pinterest\.(?:[a-z]{2,3}|co\.uk|com\.[a-z]{2})",
        r"^/(?P<handle>[\w\-]{2,40})(?:/|$)",
    ),
    ("snapchat", r"snapchat\.com", r"^/(?:add/|@)(?P<handle>[\w.\-]+)"),
    ("bluesky", r"(?:bsky\.app|bsky\.social)", r"^/profile/(?P<handle>[^/\s?#]+)"),
)
# First steps of a path that are pages of the network itself.
_NOT_PEOPLE: Final = (
    r"(?i)^/(?:p|reels?|tv|explore|accounts|direct|about|developer|legal|share|sharer|intent|"
    r"home|search|i|"
    r"hashtag|settings|messages|notifications|login|signup|watch|shorts|playlist|results|"
    r"feed|embed|live|gaming|"
    r"groups|events|photo|photos|marketplace|story\.php|permalink\.php|photo\.php|video|"
    r"videos|directory|pin|"
    r"ideas|discover|tag|tags|t|post|posts|clip|privacy|terms|help|jobs|download|"
    r"stories/highlights|trending|"
    r"sharer\.php|l\.php|pages|people|channel|user|c|add|profile|store|business)/?(?:$|[/?#])"
)
LINK: Final = (
    r"(?i)^(?:https?:)?(?://)?(?:(?:www|m|mobile|web|l|[a-z]{2}(?:-[a-z]{2})?)\.)?"
    r"(?P<host>[^\s/:?#@.]+(?:\.[^\s/:?#@.]+)*\.[^\s/:?#@.\d]+)(?::\d+)?(?P<path>/[^?#]*)?(?P<query>\?[^#]*)?(?:#.*)?$"
)
# Its words lead to an account, but it need not be the one with that @name.
_CUSTOM: Final = r"(?i)^(?:https?:)?(?://)?(?:(?:www|m|mobile)\.)?youtube\.com/(?:c|user)/[^/\s?#]+"
# How Bluesky's network names a post, or an account: by who owns it.
_RECORD: Final = r"^at://(?P<handle>did:(?:plc|web):[\w.:%\-]+|[\w\-]+(?:\.[\w\-]+)+)(?:/|$)"
_MASTODON: Final = r"^/(?:@|users/)(?P<name>[\w.\-]+)(?:@(?P<home>[^\s/:?#@]+))?(?:/|$)"
_NONE: Final = pa.scalar(None, pa.large_string())

# Beginnings behind which a profile's link has nothing but the handle.
_OPENS: Final = {
    f"http{s}://{www}{path}": network
    for s in ("s", "")
    for www in ("www.", "")
    for path, network in (
        ("instagram.com/", "instagram"),
        ("tiktok.com/@", "tiktok"),
        ("youtube.com/@", "youtube"),
        ("x.com/", "x"),
        ("twitter.com/", "x"),
        ("twitch.tv/", "twitch"),
        ("threads.net/@", "threads"),
    )
}
_OPENING: Final = re.compile("|".join(re.escape(opening) for opening in _OPENS))
_PLAIN_NAMES: Final = {"x": r"^\w{1,20}/?$", "twitch": r"^\w{2,30}/?$"}
_LOOKED_AT: Final = 200


def accounts(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Network and handle of each link; both null where the text is no link to an account."""
    for opening in _openings(texts):
        # Links of one column mostly begin alike, and end with the handle.
        here, name = _profiles(texts, opening)
        whose = pa.repeat(pa.scalar(_OPENS[opening], pa.large_string()), len(name))
        if len(name) == len(texts):
            return whose, name
        if len(name):
            others = accounts(texts.filter(pc.invert(here)))
            return woven(here, whose, others[0]), woven(here, name, others[1])
    return _looked_into(texts)


def _openings(texts: pa.Array) -> list[str]:
    """How the first links to profiles begin, as far as it tells the network."""
    found = (_OPENING.match(text) for text in texts[:_LOOKED_AT].to_pylist() if text)
    return list(dict.fromkeys(match[0] for match in found if match))


def _profiles(texts: pa.Array, opening: str) -> tuple[pa.Array, pa.Array]:
    """Where nothing but a plain handle follows on `opening`, and these handles."""
    here = pc.fill_null(pc.starts_with(texts, opening), False)
    name = pc.utf8_slice_codeunits(texts.filter(here), len(opening))
    plain = matches(name, _PLAIN_NAMES.get(_OPENS[opening], r"^[\w.]{1,30}/?$"))
    if not opening.endswith("@"):
        plain = pc.and_not(plain, matches(name, _NOT_PEOPLE.replace("^/", "^", 1)))
    mask = here.to_numpy(zero_copy_only=False).copy()
    mask[mask] = plain.to_numpy(zero_copy_only=False)
    return pa.array(mask), pc.ascii_rtrim(name.filter(plain), "/")


def _looked_into(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """As `accounts`, link by link, whatever they look like."""
    parts = pc.extract_regex(texts, LINK)
    host = pc.utf8_lower(pc.struct_field(parts, "host"))
    path, query = pc.struct_field(parts, "path"), pc.struct_field(parts, "query")
    platform = handle = pa.nulls(len(texts), pa.large_string())
    for name, hosts, shape in _NETWORKS:
        here = matches(host, rf"^{hosts}$")
        found = _group(path, shape, "handle")
        found = pc.if_else(matches(path, _NOT_PEOPLE), _steps_behind(path, name), found)
        handle = pc.if_else(here, found, handle)
        platform = pc.if_else(here, name, platform)
    # Numeric profiles and X's intent links carry the account in the query.
    asked = _group(query, r"[?&](?:id|screen_name)=(?P<handle>[\w.]+)", "handle")
    in_query = pc.and_(
        matches(path, r"^/(?:profile\.php|intent/(?:user|follow))"),
        pc.is_in(platform, pa.array(["facebook", "x"], pa.large_string())),
    )
    handle = pc.if_else(in_query, asked, handle)
    federated = pc.and_(pc.is_null(platform), matches(path, _MASTODON))
    home = _group(path, _MASTODON, "home")
    home = pc.if_else(pc.fill_null(pc.equal(home, ""), True), host, home)
    address = pc.binary_join_element_wise(
        _group(path, _MASTODON, "name"), home, pa.scalar("@", pa.large_string())
    )
    handle = pc.if_else(federated, address, handle)
    platform = pc.if_else(federated, "mastodon", platform)
    if pc.any(matches(texts, "^at://")).as_py():
        owner = _group(texts, _RECORD, "handle")
        owned = pc.is_valid(owner)
        handle, platform = pc.if_else(owned, owner, handle), pc.if_else(owned, "bluesky", platform)
    handle = pc.if_else(pc.equal(handle, ""), _NONE, handle)
    return pc.if_else(pc.is_null(handle), _NONE, platform), handle


def custom(texts: pd.Series) -> pd.Series:
    """True for YouTube's older addresses, `/c/name` and `/user/name`."""
    return texts.str.match(_CUSTOM)


def platforms(texts: pd.Series) -> pd.Series:
    """The network each link leads to, a post's link included; null for anything else."""
    words = tidy(arrow(texts))
    for opening in _openings(words):
        here, _ = _profiles(words, opening)
        if pc.all(here).as_py():
            found = pa.repeat(pa.scalar(_OPENS[opening], pa.large_string()), len(words))
            return series(found, texts.index, "str")
    # Of many links few hosts differ.
    hosts_found = pc.utf8_lower(pc.struct_field(pc.extract_regex(words, LINK), "host"))
    encoded = hosts_found.dictionary_encode()
    host = encoded.dictionary
    found = pa.nulls(len(host), pa.large_string())
    for name, hosts, _ in (*_NETWORKS, ("youtube", r"youtu\.be", "")):
        found = pc.if_else(matches(host, rf"^(?:[a-z]+\.)*{hosts}$"), name, found)
    return series(pc.take(found, encoded.indices), texts.index, "str")


def _steps_behind(path: pa.Array, platform: str) -> pa.Array:
    """The handle behind a path word that is a page for some networks and a folder for this one."""
    behind = {
        "youtube": r"^/(?:channel|user|c)/(?P<handle>[^/\s?#]+)",
        "facebook": r"^/(?:groups/[^/]+/user|(?:people|pages)/(?:category/)?[^/]+)/"
        r"(?P<handle>\d+)",
        "snapchat": r"^/add/(?P<handle>[\w.\-]+)",
        "bluesky": r"^/profile/(?P<handle>[^/\s?#]+)",
    }
    shape = behind.get(platform)
    return _group(path, shape, "handle") if shape else pa.nulls(len(path), pa.large_string())


def _group(texts: pa.Array, shape: str, name: str) -> pa.Array:
    return pc.struct_field(pc.extract_regex(texts, shape), name)
