"""Where the sources about one creator differ, in words: who says what, how far apart in time."""

from collections.abc import Mapping
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
_ROUNDING: Final = 0.005  # 12.1K in one list and 12,104 in another say the same
_NEAR: Final = 0.05  # how near a claimed rate must come to a formula to be taken for it

# Formulas that lists use for their engagement rate: words, what is counted, of what.
_FORMULAS: Final = (
    ("likes and comments per follower", ("avg_likes", "avg_comments"), "followers"),
    ("likes per follower", ("avg_likes",), "followers"),
    ("likes and comments per view", ("avg_likes", "avg_comments"), "avg_views"),
    ("likes per view", ("avg_likes",), "avg_views"),
    ("views per follower", ("avg_views",), "followers"),
)
_WORDS: Final = ("no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def disagreements(
    seen: pd.DataFrame, writing: Writing, names: Mapping[str, str] | None = None
) -> list[str]:
    """A sentence for each column on which the rows of `seen` (accounts, one creator) differ.

    The newest value comes first: it is the one in use. `names` are the files by upload_id; without
    one, a source is called by the way it was found.
    """
    newest_first = seen.sort_values("seen_at", ascending=False, na_position="last")
    called = newest_first.assign(source=_sources(newest_first, names or {}))
    sentences = [_counted(called, column, writing) for column in _COUNTS]
    return [*filter(None, [*sentences, _prices(called, writing)]), *_rates(called, writing)]


def _sources(seen: pd.DataFrame, names: Mapping[str, str]) -> pd.Series:
    """`in “list.csv”`, else `from the agency`, row by row."""
    file = seen["upload_id"].map(dict(names)).astype("str")
    via = ("found via " + seen["found_via"]).fillna("in a source that is not named")
    return ("in “" + file + "”").fillna(via)


def _counted(seen: pd.DataFrame, column: str, writing: Writing) -> str:
    rows = seen.dropna(subset=[column]).drop_duplicates(column)
    if len(rows) < 2 or rows[column].max() - rows[column].min() <= _ROUNDING * rows[column].max():
        return ""
    said = [
        f"{writing.number(row[column])} {row['source']} ({writing.day(row['seen_at'])})"
        for _, row in rows.head(_SHOWN).iterrows()
    ]
    return f"{_COUNTS[column]}: {', '.join([*said, *_more(rows)])}{apart(rows['seen_at'])}."


def _prices(seen: pd.DataFrame, writing: Writing) -> str:
    """What each source says that the creator asks; in the workspace's currency where it is silent,
    as such a price is read.
    """
    known = seen.dropna(subset=["price"])
    known = known.assign(currency=known["currency"].fillna(writing.currency))
    rows = known.drop_duplicates(["price", "currency"])
    if len(rows) < 2:
        return ""
    said = [
        f"{writing.money(row['price'], row['currency'])} {row['source']}"
        f" ({writing.day(row['seen_at'])})"
        for _, row in rows.head(_SHOWN).iterrows()
    ]
    return f"Asked price: {', '.join([*said, *_more(rows)])}{apart(rows['seen_at'])}."


def _more(rows: pd.DataFrame) -> list[str]:
    return [f"{len(rows) - _SHOWN} more"] if len(rows) > _SHOWN else []


def apart(times: pd.Series) -> str:
    """`, three weeks apart`; empty where the times are of one day or unknown."""
    days = (times.max() - times.min()).days if times.notna().any() else 0
    if days < 1:
        return ""
    for unit, length, least in (("year", 365, 730), ("month", 30, 61), ("week", 7, 14)):
        if days >= least:
            return f", {_many(round(days / length), unit)} apart"
    return f", {_many(days, 'day')} apart"


def _many(number: int, unit: str) -> str:
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    return f"{word} {unit}" if number == 1 else f"{word} {unit}s"


def _rates(seen: pd.DataFrame, writing: Writing) -> list[str]:
    """Claimed engagement rates, each with its formula where the numbers beside it show it."""
    known = seen.dropna(subset=["engagement_rate_claimed"])
    rows = known.drop_duplicates("engagement_rate_claimed")
    if len(rows) < 2:
        return []
    formulas = [_formula(row) for _, row in rows.iterrows()]
    said = [
        f"{writing.share(row['engagement_rate_claimed'])} {row['source']}"
        + (f" ({formula})" if formula else "")
        for (_, row), formula in list(zip(rows.iterrows(), formulas, strict=True))[:_SHOWN]
    ]
    told = ", ".join([*said, *_more(rows)])
    return [f"Claimed engagement rates: {told}; {_verdict(formulas)}."]


def _formula(row: pd.Series) -> str:
    """The formula that gives the claimed rate from the row's own numbers; empty if none does."""
    for words, counted, of in _FORMULAS:
        whole = row[of]
        rate = sum(row[column] for column in counted) / whole if is_known(whole) and whole else None
        claimed = row["engagement_rate_claimed"]
        if is_known(rate) and abs(rate - claimed) <= _NEAR * claimed:
            return words
    return ""


def _verdict(formulas: list[str]) -> str:
    known = set(filter(None, formulas))
    if len(known) > 1:
        return "they use different formulas, so they cannot be compared"
    if all(formulas):
        return "they use the same formula on other numbers"
    return "each list has a formula of its own, so they may not be comparable"
