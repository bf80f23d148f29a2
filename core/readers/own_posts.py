"""The posts of one's own account, out of a network's analytics, to the tidy `posts` table."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core import tables as tidy
from core.readers import damage, dates, handles, numbers, reading
from core.readers.measures import values_of
from core.readers.suites import Suite

_COUNTS: Final = ("views", "reach", "likes", "comments", "shares", "saves")
_ID_IN_LINK: Final = (
    r"(?i)(?:/(?:p|reels?|tv|status|videos?|posts|shorts|photos?/[^/]+)/|[?&](?:v|fbid)=)([\w\-]+)"
)
_OWNER: Final = "account username"
_YOUTUBE_LINK: Final = "https://www.youtube.com/watch?v="
_DAMAGED: Final = (
    "{} of the post ids were damaged by a spreadsheet (such as {}); the id in the post's link is "
    "taken in their place."
)
_UNCOUNTED: Final = (
    "None of its headings says views, likes or comments in a language that is known here, so its"
    " numbers were left out. Write “Views”, “Likes” or “Comments” over them and drop it again."
)
_IMPRESSIONS: Final = "What X calls impressions here is what it shows as views under a post."


def posts(
    rows: pd.DataFrame, headings: Sequence[str], suite: Suite, file: str
) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """One post a row, the cells that could not be read, and what was assumed."""
    columns: dict[str, pd.Series] = {}
    problems, notes = [], []
    for column, names in suite.posts.items():
        at = next((headings.index(name) for name in names.split("/") if name in headings), None)
        if at is None:
            continue
        if column in _COUNTS:
            values, bad = values_of(rows[at], headings[at], file)
            columns[column] = values.where(values >= 0)
            problems.append(bad)
        elif column == "posted_at":
            columns[column], bad = _times(rows[at], headings[at], file)
            problems.append(bad)
        else:
            words = rows[at].str.strip()
            columns[column] = words.mask(numbers.missing(words))
    made = tidy.conform(pd.DataFrame(columns, index=rows.index), "posts").set_axis(rows.index)
    if not columns.keys() & set(_COUNTS):
        notes.append(_UNCOUNTED)
    nothing = made[["post_id", "url", "posted_at", "caption"]].isna().all(axis=1)
    problems.append(_no_posts(rows[nothing], file))
    rows, made = rows[~nothing], made[~nothing]
    made, said = _identified(made, suite)
    notes += said
    if suite.posts.get("views") == "impressions" and made["views"].notna().any():
        notes.append(_IMPRESSIONS)
    made["platform"] = suite.platform
    made["handle"] = _owner(rows, headings, made["url"])
    made["source_row"] = pd.array(rows.index, "Int64")
    return tidy.conform(made, "posts"), reading.join_problems(problems), notes


def _no_posts(rows: pd.DataFrame, file: str) -> pd.DataFrame:
    """Rows that name no post; Meta writes an excuse into one of their cells."""
    said = rows.agg(" ".join, axis=1).str.split().str.join(" ") if len(rows) else None
    return reading.problems(
        file,
        row=rows.index,
        column=None,
        value=said.array if said is not None else [],
        reason="there is no post in this row (no id, link, date or text)",
    )


def _times(cells: pd.Series, heading: str, file: str) -> tuple[pd.Series, pd.DataFrame]:
    times = dates.parse(cells)
    lost = cells[times.isna() & ~numbers.missing(cells)]
    return times, reading.problems(
        file,
        row=lost.index,
        column=heading,
        value=lost.array,
        reason="this is not a date with a year",
    )


def _identified(made: pd.DataFrame, suite: Suite) -> tuple[pd.DataFrame, list[str]]:
    """The posts with an id and a link each, as far as one gives the other."""
    in_link = made["url"].str.extract(_ID_IN_LINK)[0]
    broken = damage.broken_ids(made["post_id"])
    notes = []
    if broken.any():
        example = made.loc[broken, "post_id"].iloc[0]
        notes.append(_DAMAGED.format(f"{int(broken.sum()):,}", example))
    ids = made["post_id"].mask(broken).fillna(in_link)
    url = made["url"]
    if suite.platform == "youtube":
        url = url.fillna(_YOUTUBE_LINK + ids)
    return made.assign(post_id=ids, url=url), notes


def _owner(rows: pd.DataFrame, headings: Sequence[str], links: pd.Series) -> pd.Series:
    """Whose account it is: by its column, else by the links to the posts."""
    if _OWNER in headings:
        named = handles.examine(rows[headings.index(_OWNER)])["handle"]
        if named.notna().any():
            return named.fillna(_usual(named))
    seen = handles.examine(links.fillna(""))["handle"]
    # A link to a reel does not name its page; the other posts of the same export do.
    return seen.fillna(_usual(seen))


def _usual(named: pd.Series) -> str | None:
    known = named.dropna()
    return str(known.mode().iloc[0]) if len(known) else None
