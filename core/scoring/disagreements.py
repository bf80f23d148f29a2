"""Where the sources about one creator differ, in words: who says what, how far apart in time."""

from typing import Final

import pandas as pd

from core.locale import Writing, is_known

_COUNTS: Final = {
    "followers": "Followers",
    "following": "Accounts followed",
    "posts": "Posts",
    "avg_likes": "Likes per post",
    "avg_comments": "Comments per post",
}
_SHOWN: Final = 3


def disagreements(seen: pd.DataFrame, writing: Writing) -> list[str]:
    """A sentence for each column on which the rows of `seen` (accounts, one creator) differ.

    The newest value comes first: it is the one in use.
    """
    newest_first = seen.sort_values("seen_at", ascending=False, na_position="last")
    sentences = [_counted(newest_first, column, writing) for column in _COUNTS]
    return [*filter(None, sentences), *_rates(newest_first, writing)]


def _counted(seen: pd.DataFrame, column: str, writing: Writing) -> str:
    rows = seen.dropna(subset=[column]).drop_duplicates(column)
    if len(rows) < 2:
        return ""
    said = [
        f"{writing.number(row[column])} ({_origin(row, writing)})"
        for _, row in rows.head(_SHOWN).iterrows()
    ]
    more = len(rows) - _SHOWN
    said += [f"{more} more"] if more > 0 else []
    return f"{_COUNTS[column]}: {', '.join(said)}{_apart(rows)}."


def _origin(row: pd.Series, writing: Writing) -> str:
    via = row["found_via"] if is_known(row["found_via"]) else "a source that is not named"
    return f"{via}, {writing.day(row['seen_at'])}"


def _apart(rows: pd.DataFrame) -> str:
    days = (rows["seen_at"].max() - rows["seen_at"].min()).days if len(rows) else 0
    if not is_known(days) or days < 1:
        return ""
    return f"; {days} days apart" if days > 1 else "; a day apart"


def _rates(seen: pd.DataFrame, writing: Writing) -> list[str]:
    """Claimed engagement rates of several lists: each list has a formula of its own."""
    rows = seen.dropna(subset=["engagement_rate_claimed"]).drop_duplicates(
        "engagement_rate_claimed"
    )
    if len(rows) < 2:
        return []
    said = [writing.share(rate) for rate in rows["engagement_rate_claimed"].head(_SHOWN)]
    return [f"Claimed engagement rates: {', '.join(said)}; their formulas are each list's own."]
