"""Accounts that a bio names: links to other networks, “IG: @name”, and the page of links."""

from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

# What stands before a handle, and the network it speaks of.
_BEFORE: Final = {
    "instagram": (
        r"instagram\.com/(?:_u/)?|instagr\.am/|\b(?:ig|insta|instagram)\s*[:：\-–=>👉]*\s*@"
    ),
    "tiktok": r"tiktok\.com/@|\b(?:tt|tiktok|tik tok)\s*[:：\-–=>👉]*\s*@",
    "youtube": r"youtube\.com/(?:@|c/|user/)?|\b(?:yt|youtube)\s*[:：\-–=>👉]*\s*@",
    "x": r"\b(?:twitter|x)\.com/|\btwitter\s*[:：\-–=>👉]*\s*@|\bx\s*[:：]\s*@",
    "twitch": r"twitch\.tv/|\btwitch\s*[:：\-–=>👉]*\s*@",
    "facebook": r"\b(?:facebook|fb)\.com/",
    "threads": r"threads\.(?:net|com)/@|\bthreads\s*[:：\-–=>👉]*\s*@",
    "snapchat": r"snapchat\.com/add/|\b(?:snap|snapchat)\s*[:：\-–=>👉]*\s*@",
    "pinterest": r"pinterest\.[a-z.]{2,6}/",
    "bluesky": r"bsky\.app/profile/",
}
_NAME: Final = r"(?P<handle>[\w][\w.\-]{1,39})"
_NOT_PEOPLE: Final = frozenset(
    {"p", "reel", "reels", "explore", "watch", "channel", "playlist", "shorts", "hashtag", "share"}
    | {"intent", "home", "search", "groups", "pages", "events", "stories", "tag", "status", "c"}
)
_PAGE: Final = (
    r"(?P<page>(?:linktr\.ee|beacons\.ai|lnk\.bio|bio\.link|campsite\.bio|allmylinks\.com|"
    r"taplink\.cc|stan\.store|linkin\.bio|hoo\.be|msha\.ke|solo\.to|carrd\.co|flow\.page)/[\w.\-]+|"
    r"https?://[\w.\-]+\.[a-z]{2,}(?:/[\w@.\-]+)?)"
)
_NETWORK: Final = (
    r"^(?:instagram|instagr|tiktok|youtube|youtu|twitter|x|facebook|fb|twitch|threads|snapchat|"
    r"pinterest|bsky|bit|goo|t)\.[a-z.]+(?:/|$)"
)


def accounts(texts: pd.Series) -> pd.DataFrame:
    """row (label in `texts`), platform, handle in lower case: the first account that a text names
    on each network.
    """
    low = pa.array(texts.str.lower(), pa.large_string())
    found = [_named(low, texts.index, network) for network in _BEFORE]
    rows = pd.concat(found, ignore_index=True)
    return rows[~rows["handle"].isin(_NOT_PEOPLE)].reset_index(drop=True)


def _named(low: pa.Array, index: pd.Index, network: str) -> pd.DataFrame:
    """By RE2, which is many times as fast as Python's own expressions here."""
    found = pc.extract_regex(low, f"(?:{_BEFORE[network]}){_NAME}")
    handle = pd.Series(pc.struct_field(found, "handle").to_pandas(), dtype="str").set_axis(index)
    handle = handle.dropna().str.rstrip(".-_")
    return pd.DataFrame(
        {"row": handle.index, "platform": pd.Series(network, handle.index), "handle": handle}
    ).astype({"platform": "str", "handle": "str"})


def pages(texts: pd.Series) -> pd.Series:
    """The page of links, or the website, that a text names first; null where it names none."""
    low = pa.array(texts.str.lower(), pa.large_string())
    found = pc.struct_field(pc.extract_regex(low, _PAGE), "page")
    page = pc.replace_substring_regex(found, r"^https?://(?:www\.)?", "")
    page = pc.if_else(pc.match_substring_regex(page, _NETWORK), pa.scalar(None, page.type), page)
    return pd.Series(pc.utf8_rtrim(page, "/.").to_pandas(), dtype="str").set_axis(texts.index)
