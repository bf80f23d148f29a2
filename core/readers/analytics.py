"""Analytics of one's own account, by Meta, X, TikTok or YouTube: daily numbers and own posts.

They are about one account over time; no reading of them holds a creator.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from core import tables as tidy
from core.readers import (
    damage,
    headers,
    measures,
    meta,
    own_posts,
    people,
    positions,
    reading,
    suites,
    unworded,
)
from core.readers.cells import Sheet
from core.readers.files import File
from core.readers.parts import Part, reading_of
from core.readers.reading import Reading
from core.readers.suites import Suite

_LOOKED_AT: Final = 15  # records in which the headings are looked for
_OWNER_IN_NAME: Final = re.compile(
    r"^(?:daily_)?tweet_activity_metrics_(?P<old>\w{1,15}?)_\d{8}|"
    r"^(?P<new>\w{1,15}?)_account_(?:overview_)?analytics"
)
_FOOTER: Final = re.compile(r"^(?:showing top|mostrando|es werden die)\b", re.IGNORECASE)


def recognise(file: File, sheets: Sequence[Sheet]) -> Reading | None:
    """The reading of an analytics export; None where the sheets are something else."""
    found, others = [], []
    for sheet in sheets:
        named = f"{file.name}, sheet “{sheet.name}”" if sheet.name else file.name
        parts = _parts(replace(file, name=named), sheet)
        found += parts
        if not parts and any(any(record) for record in sheet.head):
            others.append(sheet)
    if not found or any(_names_people(sheet) for sheet in others):
        return None
    made = reading_of(found, file.name)
    unused = [sheet.name for sheet in others if sheet.name]
    if unused:
        made.notes.append(f"Nothing was read from the sheet {reading.listing(unused)}.")
    return made


def _names_people(sheet: Sheet) -> bool:
    named = {headers.read(cell).meaning for record in sheet.head[:10] for cell in record if cell}
    return bool(named & {"handle", "followers"})


# What an account's own numbers count; any other table with a day a row is none of ours.
_COUNTED: Final = frozenset(
    {"followers", "following", "posts", "likes", "comments", "views", "shares", "saves", "reach"}
)
_COUNTED_TOO: Final = frozenset(
    {"impressions", "interactions", "visits", "profile visits", "clicks", "link clicks"}
    | {"follows", "new followers", "engagements", "engagement", "subscribers", "watch time"}
)


def _parts(file: File, sheet: Sheet) -> list[Part]:
    parts = meta.read(file, sheet)
    if parts:
        return parts
    for at, record in enumerate(sheet.head[:_LOOKED_AT]):
        behind = sheet.head[at + 1 : at + 21]
        suite = _suite(file, record, behind)
        if suite is not None:
            headings = [suites.canonical(cell, suite.maker) for cell in record]
            return [_part(file, sheet, at, suite, headings)]
        placed = positions.told(record, behind) or unworded.told(record, behind)
        if placed is not None:
            return [_part(file, sheet, at, *placed)]
    return []


def _suite(file: File, record: list[str], behind: list[list[str]]) -> Suite | None:
    named = suites.headed(record)
    if named is not None:
        return named
    names = [suites.canonical(cell, "youtube") for cell in record]
    filled = frozenset(names) - {""}
    if names and names[0] in suites.AUDIENCE and len(filled) > 1:
        return suites.of("youtube_studio_audience")
    if not names or not suites.is_day(record[0]) or len(filled) < 2:
        return None
    if names[1] in suites.AUDIENCE:
        return suites.of("youtube_studio_chart")
    if filled & suites.YOUTUBE_ONLY or file.base.rsplit(".", 1)[0] in suites.TOTALS:
        return suites.of("youtube_studio_totals")
    meanings = {headers.read(cell).meaning for cell in record}
    counted = bool(meanings & _COUNTED or filled & _COUNTED_TOO)
    plain = len(filled) <= 4 and not meanings & {"handle", "url"} and counted and bool(behind)
    return suites.of("own_account_daily") if plain else None


def _part(file: File, sheet: Sheet, at: int, suite: Suite, headings: list[str]) -> Part:
    rows, lost = _without_extras(sheet.body(at), file, suite)
    width = rows.shape[1]
    headings = [*headings, *[""] * width][:width]
    whole = len(rows) + len(lost)
    if suite.holds == "audience":
        bad = damage.dates_among(rows, headings, file.name)
        lost = reading.join_problems([lost, bad])
        about = [_about(sheet.head[at])]
        return Part(suite.format, suite.label, whole, {}, lost, audience=about)
    if suite.holds == "posts":
        posts, bad, notes = own_posts.posts(rows, headings, suite, file.name)
        tables = {"posts": posts}
    else:
        tables, bad, notes = _daily(rows, headings, suite, file)
    problems = reading.join_problems([lost, bad])
    return Part(suite.format, suite.label, whole, tables, problems, notes)


def _about(record: list[str]) -> str:
    return next((" ".join(cell.split()) for cell in record if cell.strip()), "shares")


def _daily(
    rows: pd.DataFrame, headings: list[str], suite: Suite, file: File
) -> tuple[dict[str, pd.DataFrame], pd.DataFrame, list[str]]:
    at = next(spot for spot, name in enumerate(headings) if name == "date" or suites.is_day(name))
    made = measures.measured(rows, headings, at, file.name)
    daily = made.daily.assign(
        platform=suite.platform or None, handle=_owner(file) if suite.maker == "x" else None
    )
    return {"daily": tidy.conform(daily, "daily")}, made.problems, made.notes


def _owner(file: File) -> str | None:
    """Whose numbers they are, where X wrote it into the file's name."""
    named = _OWNER_IN_NAME.match(file.base)
    return (named["old"] or named["new"]) if named else None


def _without_extras(
    rows: pd.DataFrame, file: File, suite: Suite
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows without the sum over all of them and the words under the table."""
    first = rows[0].str.strip().map(headers.normal) if len(rows) else rows.get(0)
    if first is None or rows.empty:
        return rows, reading.no_problems()
    ends = (rows.index == rows.index[0]) | (rows.index == rows.index[-1])
    sums = first.isin(people.SUM_ROW) & ends
    if suite.format == "youtube_studio_table":  # whatever its language calls the sum
        sums |= ~rows[0].str.strip().str.fullmatch(positions.VIDEO_ID) & ends
    words = first.str.match(_FOOTER) & (rows.index == rows.index[-1])
    lost = rows.index[sums | words]
    reasons = [
        "it is the sum of the other rows" if sums[row] else "it is a remark, not a row"
        for row in lost
    ]
    out = reading.problems(
        file.name, row=lost, column=None, value=rows.loc[lost, 0].array, reason=reasons
    )
    return rows.drop(index=lost), out
