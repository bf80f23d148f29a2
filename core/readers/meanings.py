"""What a column can be, in the words that a person picks from."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

NOTHING: Final = ""  # the column is left out
DECIMAL: Final = ".decimal"  # behind a meaning: a person said that 1.234 is less than two

WORDS: Final[Mapping[str, str]] = {
    NOTHING: "Nothing we need: left out",
    "handle": "Handle (@name)",
    "url": "Link to the profile",
    "name": "Name of the person",
    "platform": "Network (Instagram, TikTok …)",
    "followers": "Followers",
    "following": "Accounts they follow",
    "posts": "How many posts they have",
    "engagement_rate_claimed": "Engagement rate that the list claims",
    "avg_likes": "Likes per post",
    "avg_comments": "Comments per post",
    "avg_views": "Views per post",
    "price": "Price for one piece of work",
    "currency": "Currency of the price",
    "gift_only": "Gets the product and no fee (yes or no, or the kind of pay)",
    "bio": "Bio: what they say of themselves",
    "category": "Topic or category",
    "country": "Country",
    "found_via": "Where they were found",
    "seen_at": "Day of these numbers",
    "verified": "Has a verified badge",
    "private": "Is a private account",
    "has_picture": "Has a profile picture",
    "own_id": "Id that other tables of yours use",
    "post_url": "Link to a post",
    "post_id": "Number of a post",
    "posted_at": "Day of a post",
    "kind": "Kind of post (reel, story …)",
    "caption": "Text of a post",
    "likes": "Likes of a post",
    "comments": "Comments on a post",
    "views": "Views of a post",
    "shares": "Shares of a post",
    "saves": "Saves of a post",
    "reach": "People a post reached",
    "sponsored": "Post is an advertisement",
    "total_likes": "Likes of all posts together: not used",
    "email": "E-mail address: left out",
    "phone": "Phone number: left out",
    "position": "Place on the map: left out",
    "error": "What a program says went wrong",
}

# These say what became of a column, and are nothing that anybody would choose.
_NOT_CHOSEN: Final = frozenset({"total_likes", "error"})


def offered(columns: pd.DataFrame) -> list[str]:
    """What can be chosen for a column; what one of `columns` is already stays a choice."""
    present = set(columns["meaning"].dropna())
    usual = [meaning for meaning in WORDS if meaning not in _NOT_CHOSEN or meaning in present]
    return [*usual, *sorted(meaning for meaning in present if meaning.endswith(DECIMAL))]


def words(meaning: object) -> str:
    """What a person reads for `meaning`; null is nothing."""
    if not isinstance(meaning, str):
        return WORDS[NOTHING]
    said = WORDS.get(meaning.removesuffix(DECIMAL), meaning)
    return f"{said}, with decimals" if meaning.endswith(DECIMAL) else said
