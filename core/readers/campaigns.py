"""A brand's own campaign tables: influencers, posts, tracking and payouts that share an id.

Each row becomes one row: nothing is added up, and no table is multiplied with another.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from core import ids
from core import tables as tidy
from core.readers import (
    dates,
    handles,
    headers,
    homes,
    measures,
    money,
    numbers,
    reading,
    registers,
)
from core.readers.cells import Sheet
from core.readers.files import File
from core.readers.reading import Reading, count

_HANDLES: Final = ("username", "handle", "user name", "instagram handle", "tiktok handle")
_NAMING: Final = (*_HANDLES, "creator", "influencer", "creator handle", "influencer handle")
# What came of a deal, and what else a record of deals with handles has; a list of people has none.
_CAME: Final = frozenset(
    {"orders", "revenue", "payout", "total payout", "total sales", "net sales"}
)
_AGREED: Final = frozenset(
    {
        "code",
        "coupon",
        "discount code",
        "promo code",
        "clicks",
        "fee",
        "fee paid",
        "basis",
        "gift value",
    }
)
_OF_LISTS: Final = frozenset({"followers", "follower count", "likes", "avg likes", "bio"})
# Which column of the tidy table each heading fills; the first that is there counts.
_TEXTS: Final = {
    "accounts": {"name": "name", "category": "category/niche", "country": "country"},
    "posts": {"url": "url/post url/link", "caption": "caption/text", "kind": "type/post type"},
    "deals": {
        "format": "basis/format",
        "code": "campaign/code/coupon/discount code/promo code",
        "currency": "currency",
    },
}
_COUNTS: Final = {
    "accounts": {"followers": "follower count/followers"},
    "posts": {name: name for name in ("reach", "likes", "comments", "shares", "saves", "views")},
    "deals": {
        "count": "pieces/number of pieces/number of posts/quantity/count",
        "fee": "total payout/payout/amount/fee paid/fee",
        "orders": "orders",
        "revenue": "revenue/total sales/net sales",
        "gift_value": "gift value",
        "engagements": "engagements",
        "clicks": "clicks",
        "views": "views/impressions",
    },
}
_TIMES: Final = {"posts": "date/posted at", "deals": "date/agreed at/payout date"}
_WHEN: Final = {"posts": "posted_at", "deals": "agreed_at"}
_ONE_PIECE: Final = (
    "How many pieces a payment was for is not said, so each counts as the price of one piece; add a"
    " column “pieces” where it was for several."
)
_NOT_USED: Final = "Columns that were not used: {}."
_NETWORK: Final = "platform/source/channel"
_LABELS: Final = {
    "accounts": "Campaign table of influencers",
    "posts": "Campaign table of posts",
    "deals": "Campaign table of orders and payouts",
}


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """One table: which tidy table it fills, its headings as they stand and for comparing, its
    rows, the sheet it stands on.
    """

    fills: str
    headings: list[str]
    names: list[str]
    rows: pd.DataFrame
    sheet: str | None

    @property
    def by_handle(self) -> bool:
        """Whether it names people by their handles, not by an id of its own."""
        return (
            self.column("/".join(registers.IDS)) is None
            and self.column("/".join(_NAMING)) is not None
        )

    def column(self, wanted: str) -> int | None:
        """The position of the first of several headings (`a/b`) that is there."""
        return next((self.names.index(n) for n in wanted.split("/") if n in self.names), None)

    @property
    def who(self) -> int:
        """The position of the column that names people."""
        named = _NAMING if self.by_handle else (*registers.IDS, registers.PLAIN_ID)
        return self.column("/".join(named)) or 0

    @property
    def unused(self) -> list[str]:
        """The headings of columns that nothing is read from."""
        wanted = [*_TEXTS[self.fills].values(), *_COUNTS[self.fills].values(), _NETWORK]
        used = {self.column(one) for one in (*wanted, _TIMES.get(self.fills, "-"))} | {self.who}
        shown = [" ".join(heading.split()) for heading in self.headings]
        return [heading for at, heading in enumerate(shown) if heading and at not in used]


def recognise(file: File, sheets: Sequence[Sheet]) -> Reading | None:
    """The reading of campaign tables; None where no sheet is one."""
    found = [table for table in map(_table, sheets) if table is not None]
    if not found or len(found) < sum(len(sheet.head) > 1 for sheet in sheets):
        return None
    filled = [(table, *_filled(table, _on(file, table))) for table in found]
    rows = sum(len(table.rows) for table, _, _ in filled)
    joined = tidy.join({table.fills: frame} for table, frame, _ in filled)
    problems = reading.join_problems(bad for _, _, bad in filled)
    if rows == problems["column"].isna().sum():
        return None
    said = [
        count(len(joined[name]), noun)
        for name, noun in (("accounts", "influencer"), ("posts", "post"), ("deals", "deal"))
        if len(joined[name])
    ]
    by_id = not all(table.by_handle for table in found)
    notes = [registers.NO_HANDLES if len(joined["accounts"]) else registers.BY_ID] if by_id else []
    unused = dict.fromkeys(heading for table in found for heading in table.unused)
    notes += [_NOT_USED.format(reading.listing(unused))] if unused else []
    uncounted = joined["deals"]["fee"].gt(0) & joined["deals"]["count"].isna()
    listed = _ids(joined["accounts"]) if by_id else ids.nobody()
    counted = {one for table, frame, _ in filled if not table.by_handle for one in frame["handle"]}
    label = _LABELS[found[0].fills] if len(found) == 1 else "Campaign tables"
    return Reading(
        format=f"campaign_{'csv' if file.kind == 'text' else 'xlsx'}",
        label=label,
        tables=homes.settled(joined),
        rows=rows,
        sentence=f"{label}: {', '.join(said)}.",
        problems=problems,
        notes=[*notes, _ONE_PIECE] if uncounted.any() else notes,
        ids=listed,
        waiting=frozenset(counted - set(listed["id"])),
    )


def apart(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Sheet]]:
    """The sheets that are campaign tables, and the others with more than a heading."""
    mine = [sheet for sheet in sheets if _table(sheet) is not None]
    return mine, [sheet for sheet in sheets if sheet not in mine and len(sheet.head) > 1]


def _on(file: File, table: _Table) -> File:
    """The file as problems name it: with the sheet, where there are sheets."""
    return replace(file, name=f"{file.name}, sheet “{table.sheet}”") if table.sheet else file


def _ids(accounts: pd.DataFrame) -> pd.DataFrame:
    """The accounts as they are called here: by their ids."""
    return accounts[["handle", "platform", "handle"]].set_axis(["id", "platform", "handle"], axis=1)


def _table(sheet: Sheet) -> _Table | None:
    if not sheet.head:
        return None
    names = [headers.normal(cell) for cell in sheet.head[0]]
    fills = _fills(set(names), sheet)
    if fills is None:
        return None
    rows = sheet.body(0)
    width = rows.shape[1]
    headings, names = ([*said, *[""] * width][:width] for said in (sheet.head[0], names))
    return _Table(fills, headings, names, rows, sheet.name)


def _fills(names: set[str], sheet: Sheet) -> str | None:
    if (
        names & set(_NAMING)
        and not names & set(registers.IDS)
        and names & _CAME
        and not names & _OF_LISTS
    ):
        return "deals" if len(names & (_CAME | _AGREED)) > 1 else None
    own = names & set(registers.IDS)
    if names & set(_HANDLES) or not (own or {registers.PLAIN_ID, "name", "platform"} <= names):
        return None
    if own:
        if {"orders", "revenue"} <= names or names & {"total payout", "payout", "basis"}:
            return "deals"
        if names & {"reach", "likes", "views"} and names & {"date", "url", "post url", "caption"}:
            return "posts"
    counted = names & {"follower count", "followers"} and "name" in names
    return "accounts" if counted and _are_names(sheet) else None


def _are_names(sheet: Sheet) -> bool:
    """Whether full names stand beside the ids, not handles."""
    at = [headers.normal(cell) for cell in sheet.head[0]].index("name")
    named = pd.Series([row[at] for row in sheet.head[1:] if len(row) > at], dtype="str")
    return len(named) > 0 and bool(handles.examine(named)["handle"].isna().mean() > 0.5)


def _filled(table: _Table, file: File) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tidy rows, and the rows and cells that could not be read."""
    who, written, reason = _who(table)
    good = who["handle"].notna()
    lost = written[~good]
    problems = [
        reading.problems(
            file.name, row=lost.index, column=None, value=lost.array, reason=reason[~good].array
        )
    ]
    rows = table.rows[good]
    columns = {**{name: who.loc[good, name] for name in who}, **_texts(table, rows)}
    for column, wanted in _COUNTS[table.fills].items():
        if (at := table.column(wanted)) is not None:
            cells = rows[at] if column not in {"fee", "revenue"} else _amount(rows[at])
            columns[column], bad = measures.values_of(cells, table.names[at], file.name)
            problems.append(bad)
    if (at := table.column(_TIMES.get(table.fills, "-"))) is not None:
        columns[_WHEN[table.fills]] = dates.parse(rows[at])
    if table.fills == "posts":
        columns["sponsored"] = pd.Series(True, rows.index)  # a campaign's posts are its paid work
    made = pd.DataFrame(columns, index=rows.index)
    made["source_row"] = pd.array(rows.index, "Int64")
    return tidy.conform(made, table.fills), reading.join_problems(problems)


def _who(table: _Table) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    """handle (and platform, where handles say it) of each row; the cell; why there is none."""
    if table.by_handle:
        written = table.rows[table.who].str.strip()
        seen = handles.examine(written)
        return seen[["handle", "platform"]], written, seen["reason"].fillna(handles.EMPTY)
    written = table.rows[table.who].str.strip()
    known = written.mask((written == "") | numbers.missing(written))
    return known.to_frame("handle"), written, pd.Series("no id in this row", index=written.index)


def _texts(table: _Table, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """The columns of words, the network's name among them."""
    made = {}
    for column, wanted in _TEXTS[table.fills].items():
        if (at := table.column(wanted)) is not None:
            words = rows[at].str.strip()
            made[column] = words.mask(numbers.missing(words))
    if (at := table.column(_NETWORK)) is not None:
        said = {word: headers.platform_called(word) for word in rows[at].unique()}
        made["platform"] = rows[at].map(said).astype("str")
    return made


def _amount(cells: pd.Series) -> pd.Series:
    """The cells without their currency, where every filled one is an amount with it."""
    amounts = money.parse(cells)
    return amounts.map(repr).where(amounts.notna(), cells).astype("str")
