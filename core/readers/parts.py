"""What one table of an analytics file gave, and how several of them make one reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import reading
from core.readers.reading import Reading, count

OWN: Final = (
    "This tells of one account over time, not a list of creators. To rank creators, bring a list "
    "of them."
)
_POSTS: Final = (
    "What it is good for here: if the account is a creator's, say so below. Its posts then show "
    "with that creator on Creators, and count on Engagement once the follower count is known. If "
    "it is your own, they are kept for the record only."
)
_NAMELESS: Final = (
    "What it is good for here: its posts do not name their account. If it is a creator's, say so "
    "below and type the handle: the posts then show with that creator. Otherwise they are kept for "
    "the record only."
)
_DAILY: Final = (
    "What it is good for here: its numbers by day are kept for the record only; no page shows them."
)
_SHARES: Final = (
    "Shares of an audience (age, gender, places) were understood and counted; they are not kept, "
    "and no page shows them."
)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One table, understood: `rows` in the file, those kept out among `problems`."""

    format: str
    label: str
    rows: int
    tables: Mapping[str, pd.DataFrame]
    problems: pd.DataFrame = field(default_factory=reading.no_problems)
    notes: list[str] = field(default_factory=list)
    audience: list[str] = field(default_factory=list)  # what it says of the audience


def reading_of(parts: Sequence[Part], name: str) -> Reading:
    """One reading of all the tables of one file; its format is that of the first with numbers."""
    first = next((part for part in parts if not part.audience), parts[0])
    made = Reading(
        format=first.format,
        label=first.label,
        tables=tidy.join(part.tables for part in parts),
        rows=sum(part.rows for part in parts),
        sentence=_sentence(first.label, parts),
        problems=reading.join_problems(part.problems for part in parts),
        notes=[OWN, *_uses(parts), *dict.fromkeys(note for part in parts for note in part.notes)],
    )
    if not made.rows_read:
        raise UnreadableFile(
            f"“{name}” is from {first.label} and has no rows that can be read.",
            "Choose a longer time in the analytics, download it again, and bring that.",
        )
    return made


def _uses(parts: Sequence[Part]) -> list[str]:
    """What the file is good for in this app, so that nobody looks for its numbers in vain."""
    tables = tidy.join(part.tables for part in parts)
    named = tables["posts"]["handle"].notna()
    return [
        said
        for said, holds in (
            (_POSTS, named.any()),
            (_NAMELESS, (~named).any()),
            (_DAILY, len(tables["daily"]) > 0),
            (_SHARES, any(part.audience for part in parts)),
        )
        if holds
    ]


def _sentence(label: str, parts: Sequence[Part]) -> str:
    tables = tidy.join(part.tables for part in parts)
    posts, daily = tables["posts"], tables["daily"]
    said = []
    if len(posts):
        when = reading.span(posts["posted_at"])
        said.append(count(len(posts), "post") + (f" of {when}" if when else ""))
    if len(daily):
        measures = daily["measure"].str.partition(": ")[0].unique()
        when = reading.span(daily["day"])
        days = f"{count(daily['day'].nunique(), 'day')}, {when}" if when else "days without a year"
        said.append(
            f"{days} ({reading.listing((name.replace('_', ' ') for name in measures), most=5)})"
        )
    about = list(dict.fromkeys(words for part in parts for words in part.audience))
    if about:
        said.append(f"who the audience is ({reading.listing(about, most=5)})")
    whose = _whose(tables)
    return f"{label}{whose}: {' and '.join(said) or 'no numbers in it'}."


def _whose(tables: Mapping[str, pd.DataFrame]) -> str:
    handles = pd.concat([tables["posts"]["handle"], tables["daily"]["handle"]]).dropna().unique()
    return f", @{handles[0]}" if len(handles) == 1 else ""
