"""How a following grew, out of follow dates. Only people who still follow are in such a file."""

import re
from typing import Final

import pandas as pd

from core.locale import Writing
from core.scoring.bursts import SURVIVORS, bursts

__all__ = ["SURVIVORS", "bursts", "finding", "monthly", "posts_then", "told", "weekly"]

_BEFORE: Final = pd.Timedelta(days=2)  # a post brings people for a day or two


def monthly(follows: pd.DataFrame) -> pd.DataFrame:
    """handle, month (its first day), new: people who began to follow in it and still do.

    Months without anybody new are there with 0, from the first follow to the last of each account.
    """
    return _per(follows, "M", "month")


def weekly(follows: pd.DataFrame) -> pd.DataFrame:
    """handle, week (its Monday), new: people who began to follow in it and still do."""
    return _per(follows, "W-SUN", "week")


def _per(follows: pd.DataFrame, period: str, name: str) -> pd.DataFrame:
    dated = follows[follows["followed_at"].notna()]
    starts = dated["followed_at"].dt.tz_localize(None).dt.to_period(period)
    lower = dated["handle"].str.lower().fillna("")
    counts = dated.groupby([lower.rename("handle"), starts.rename(name)]).size()
    written = dated["handle"].groupby(lower).first()
    parts = [
        _without_gaps(counts.loc[one], written[one], name) for one in counts.index.unique("handle")
    ]
    if parts:
        return pd.concat(parts, ignore_index=True)
    empty = {"handle": "str", name: "datetime64[us]", "new": "int64"}
    return pd.DataFrame({column: pd.Series([], dtype=kind) for column, kind in empty.items()})


def _without_gaps(counts: pd.Series, handle: str, name: str) -> pd.DataFrame:
    every = pd.period_range(counts.index.min(), counts.index.max(), freq=counts.index.freq)
    new = counts.reindex(every, fill_value=0).to_numpy()
    frame = pd.DataFrame({name: every.to_timestamp().as_unit("us"), "new": new})
    frame.insert(0, "handle", pd.Series(handle, index=frame.index, dtype="str"))
    return frame


def finding(months: pd.DataFrame, writing: Writing) -> str:
    """The strongest month of all lists together, in words."""
    if months.empty:
        return "The lists have no follow dates, so growth cannot be seen"
    new = months.groupby("month")["new"].sum()
    best, total = new.idxmax(), int(new.sum())
    share = writing.share(new.max() / total)
    people = "1 follower" if total == 1 else f"{writing.number(total)} followers"
    if len(new) == 1:
        return f"{people} with a date, all from {writing.month(best)}"
    return f"{writing.month(best)} brought {share} of the {people} with a date"


def told(found: pd.DataFrame, writing: Writing) -> list[str]:
    """Each burst (rows of `bursts`) as a sentence: when, how many, against what, how it ended."""
    return [
        f"{_days(row.start, row.end, writing)}: {writing.number(row.extra)} more than the usual"
        f" {writing.number(row.baseline)} a day, with a {row.shape}. Worth asking about:"
        " what was posted, promoted or in the news then?"
        for row in found.itertuples()
    ]


def posts_then(found: pd.DataFrame, posts: pd.DataFrame, handle: str) -> pd.DataFrame:
    """The posts that may explain each burst: burst (its row number) and the post, newest first.

    Those of `handle` itself, and those of others that mention it, from two days before its start
    to its end.
    """
    name = handle.lower()
    mention = rf"(?<![\w.])@{re.escape(name)}(?![\w])"
    own = posts["handle"].str.lower().eq(name).fillna(False)
    named = posts["caption"].str.lower().str.contains(mention).fillna(False)
    near = posts[(own | named).astype(bool) & posts["posted_at"].notna()]
    day = near["posted_at"].dt.tz_localize(None).dt.floor("D")
    parts = [
        near[(day >= start - _BEFORE) & (day <= end)].assign(burst=row)
        for row, (start, end) in enumerate(zip(found["start"], found["end"], strict=True))
    ]
    if not parts:
        return posts.iloc[:0].assign(burst=0)
    every = pd.concat(parts, ignore_index=True)
    return every.sort_values(["burst", "posted_at"], ascending=[True, False], kind="stable")


def _days(start: pd.Timestamp, end: pd.Timestamp, writing: Writing) -> str:
    first, last = writing.day(start), writing.day(end)
    return first if first == last else f"{first} to {last}"
