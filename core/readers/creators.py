"""The rows of a list as tidy tables: accounts, and posts where a row is one post."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from core import tables as tidy
from core.readers import dates, handles, headers, links, money, numbers, reading
from core.readers.columns import Grid
from core.readers.headers import Header

_COUNTS: Final = ("followers", "following", "posts", "avg_likes", "avg_comments", "avg_views")
_POST_COUNTS: Final = ("likes", "comments", "views", "shares", "saves", "reach")
_TEXTS: Final = ("name", "bio", "category", "country", "found_via")
_POST_TEXTS: Final = ("post_id", "caption", "kind")
_FLAGS: Final = ("verified", "private", "has_picture")
_YES: Final = frozenset(
    {
        "true",
        "yes",
        "y",
        "1",
        "1.0",
        "wahr",
        "ja",
        "oui",
        "sí",
        "si",
        "sim",
        "vrai",
        "verdadero",
        "✓",
        "✔",
        "x",
        "verified",
    }
)
_NO: Final = frozenset(
    {
        "false",
        "no",
        "n",
        "0",
        "0.0",
        "falsch",
        "nein",
        "non",
        "não",
        "nao",
        "faux",
        "falso",
        "✗",
        "✘",
        "not verified",
    }
)
_SUM_ROW: Final = frozenset(
    {
        "total",
        "totals",
        "sum",
        "gesamt",
        "summe",
        "insgesamt",
        "suma",
        "somme",
        "totaal",
        "totale",
        "average",
        "grand total",
    }
)


@dataclass(slots=True)
class Draft:
    """What a list gives, while it is being put together."""

    file: str
    grid: Grid
    problems: list[pd.DataFrame] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def column(
        self, meaning: str, parse: Callable[[pd.Series], pd.Series], reason: str
    ) -> pd.Series | None:
        """The values of all columns with this meaning, the first that is there; bad cells become
        problems.
        """
        best: pd.Series | None = None
        for at in self._clearest_first(meaning):
            cells = self.grid.cells(at)
            values = parse(cells)
            unread = values.isna()
            said = ~numbers.missing(cells) if unread.any() else ~unread
            bad = unread & said
            if best is not None and bad.sum() == said.sum():
                continue  # a twin with words (“Lifetime” beside the publish time) adds nothing
            if bad.sum() > 0.8 * max(said.sum(), 1) and bad.sum() > 3:
                self._leave_out(self.grid.columns[at], cells[bad], reason)
                continue
            self._list(self.grid.columns[at], cells[bad], reason)
            best = values if best is None else best.fillna(values)
        return best

    def counts(self, meaning: str) -> pd.Series | None:
        """Numbers that cannot be below zero; -1 is how tools write “hidden”, so it is no problem."""
        values = self.column(meaning, numbers.parse, "this is not a number")
        if values is None:
            return None
        below = values[values < 0]
        for at in self.grid.having(meaning)[:1]:
            self._list(
                self.grid.columns[at],
                self.grid.cells(at)[below.index[below != -1]],
                "a count is not below zero",
            )
            if numbers.guessed(self.grid.cells(at)):
                self.notes.append(
                    f"In “{_shown(self.grid.columns[at])}”, numbers such as 1.234 are taken "
                    f"as one thousand two hundred "
                    "thirty-four. Nothing in the column says otherwise; if they are "
                    "decimals, correct them in the file."
                )
        return values.where(~(values < 0))

    def flags(self, meaning: str) -> pd.Series | None:
        """Yes and no in the languages and signs seen."""
        answers = {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}
        return self.column(
            meaning,
            lambda cells: cells.str.strip().str.casefold().map(answers).astype("boolean"),
            "this is neither yes nor no",
        )

    def words(self, meaning: str) -> pd.Series | None:
        """Text, null where the cell says that there is none."""
        found: pd.Series | None = None
        for at in self.grid.having(meaning):
            cells = self.grid.cells(at).str.strip()
            cells = cells.mask(numbers.missing(cells))
            found = cells if found is None else found.fillna(cells)
        return found

    def _clearest_first(self, meaning: str) -> list[int]:
        """Twin columns (`409.8M` beside `409800000`): the one with the exact numbers first."""
        columns = self.grid.having(meaning)
        if len(columns) < 2:
            return columns
        plain = {
            at: self.grid.cells(at).head(400).str.fullmatch(r"\d+(?:\.\d+)?").mean()
            for at in columns
        }
        return sorted(columns, key=lambda at: -plain[at])

    def _list(self, column: Header, cells: pd.Series, reason: str) -> None:
        if len(cells):
            self.problems.append(
                reading.problems(
                    self.file,
                    row=cells.index,
                    column=_shown(column),
                    value=cells.array,
                    reason=reason,
                )
            )

    def _leave_out(self, column: Header, cells: pd.Series, reason: str) -> None:
        examples = reading.listing(cells.drop_duplicates().head(2))
        self.notes.append(
            f"The column “{_shown(column)}” was left out: {reason} in nearly every row (for "
            f"example {examples})."
        )


def people(draft: Draft, fallback: str | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Network and handle of every row that has one, and the rows that have none as problems."""
    grid = draft.grid
    nothing = pd.Series(None, index=grid.rows.index, dtype="str")
    handle, platform, reason, written = nothing, nothing, nothing, nothing
    for meaning in ("handle", "url", "post_url"):
        for at in grid.having(meaning):
            seen = handles.examine(grid.cells(at))
            new = handle.isna() & seen["handle"].notna()
            handle = handle.where(~new, seen["handle"])
            platform = platform.fillna(seen["platform"]).fillna(
                pd.Series(grid.columns[at].platform, index=handle.index, dtype="str")
            )
            if meaning == "handle" or reason.isna().all():
                reason, written = (
                    reason.fillna(seen["reason"]),
                    written.mask(written.isna(), grid.cells(at)),
                )
            if meaning in {"url", "post_url"}:
                platform = platform.fillna(links.platforms(grid.cells(at)))
    for at in grid.having("platform"):
        said = grid.cells(at)
        named = said.map({word: headers.platform_called(word) for word in said.unique()}).astype(
            "str"
        )
        platform = named.fillna(platform)
    platform = platform.fillna(
        pd.Series(_one_network(grid) or fallback, index=handle.index, dtype="str")
    )
    platform = platform.where(~(handle.str.contains("@", regex=False).fillna(False)), "mastodon")
    found = pd.DataFrame({"platform": platform, "handle": handle})
    return _without_extras(draft, found, reason, written)


def _without_extras(
    draft: Draft, found: pd.DataFrame, reason: pd.Series, written: pd.Series
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows with a handle, less sums, repeated headings and badges scraped as names."""
    low = found["handle"].str.casefold()
    name = next((column.name for column in draft.grid.columns if column.meaning == "handle"), "")
    badge = (low == "verified") & (low == "verified").sum().__gt__(1)
    empty_elsewhere = written.fillna("").str.strip() == ""
    for test, words in (
        (
            low.isin(_SUM_ROW) & (found.index == found.index[-1] if len(found) else False),
            "it is a sum, not an account",
        ),
        ((low == headers.normal(name)) & bool(name), "it is the heading again"),
        (badge, "it is a badge (“Verified”) where the handle should be"),
    ):
        reason = reason.mask(test.fillna(False), words)
        found = found.assign(handle=found["handle"].mask(test.fillna(False)))
    good = found["handle"].notna()
    reason = reason.mask(empty_elsewhere & ~good, "no handle in this row")
    lost = reading.problems(
        draft.file,
        row=found.index[~good],
        column=None,
        value=written[~good].array,
        reason=reason[~good].fillna("no handle in this row").array,
    )
    return found[good], lost


def _one_network(grid: Grid) -> str | None:
    """The network that the headings speak of, if it is one."""
    named = {column.platform for column in grid.columns if column.platform and column.meaning}
    return named.pop() if len(named) == 1 else None


def accounts(draft: Draft, found: pd.DataFrame) -> pd.DataFrame:
    """One accounts row for every row with a handle."""
    columns: dict[str, pd.Series | None] = {meaning: draft.counts(meaning) for meaning in _COUNTS}
    if not draft.grid.of_posts:
        columns |= _per_post(draft, columns)
    columns |= {meaning: draft.words(meaning) for meaning in _TEXTS}
    columns |= {meaning: draft.flags(meaning) for meaning in _FLAGS}
    _shifted(draft, columns)
    columns["url"] = draft.words("url")
    columns["seen_at"] = (
        draft.column("seen_at", dates.parse, "this is not a date")
        if not draft.grid.of_posts
        else None
    )
    columns["engagement_rate_claimed"] = _rate(draft, columns)
    columns |= _price(draft)
    return _table(found, columns, "accounts")


def posts(draft: Draft, found: pd.DataFrame) -> pd.DataFrame:
    """One posts row for every row with a handle, where a row is one post."""
    columns: dict[str, pd.Series | None] = {
        meaning: draft.counts(meaning) for meaning in _POST_COUNTS
    }
    columns |= {meaning: draft.words(meaning) for meaning in _POST_TEXTS}
    columns["url"] = draft.words("post_url")
    columns["sponsored"] = draft.flags("sponsored")
    columns["posted_at"] = draft.column("posted_at", dates.parse, "this is not a date")
    for at in draft.grid.having("posted_at")[:1]:
        if dates.guessed(draft.grid.cells(at)):
            draft.notes.append(
                f"In “{_shown(draft.grid.columns[at])}”, day and month could be swapped; "
                f"with “/” the month is taken "
                "to come first, with “.” or “-” the day."
            )
    return _table(found, columns, "posts")


def _table(found: pd.DataFrame, columns: dict[str, pd.Series | None], name: str) -> pd.DataFrame:
    known = {
        column: values.loc[found.index] for column, values in columns.items() if values is not None
    }
    frame = found.assign(**known, source_row=pd.array(found.index, "Int64"))
    return tidy.conform(frame, name)


def _per_post(draft: Draft, columns: dict[str, pd.Series | None]) -> dict[str, pd.Series | None]:
    """Plain “likes” in a list of accounts: per post if that can be, left out as totals if it
    cannot.
    """
    made: dict[str, pd.Series | None] = {}
    for meaning in ("likes", "comments", "views"):
        if columns[f"avg_{meaning}"] is not None or not draft.grid.having(meaning):
            continue
        values, followers = draft.counts(meaning), columns["followers"]
        if values is None:
            continue
        share = (values / followers).median() if followers is not None else np.nan
        if meaning != "views" and share > 1:
            draft.notes.append(
                f"“{meaning.capitalize()}” is more than the followers of most accounts, so "
                f"it is taken as a total "
                "over all posts and left out."
            )
            continue
        draft.notes.append(
            f"“{meaning.capitalize()}” is taken as the average per post; the heading does not say."
        )
        made[f"avg_{meaning}"] = values
    return made


def _rate(draft: Draft, columns: dict[str, pd.Series | None]) -> pd.Series | None:
    """The vendor's engagement rate as a fraction, checked against likes, comments and followers if
    they are there.
    """
    likes, comments, followers = (
        columns[name] for name in ("avg_likes", "avg_comments", "followers")
    )
    expected = None
    if likes is not None and followers is not None:
        expected = (likes + (comments.fillna(0) if comments is not None else 0)) / followers.where(
            followers > 0
        )
    for at in draft.grid.having("engagement_rate_claimed")[:1]:
        scale, assumed = numbers.percent_scale(draft.grid.cells(at), expected)
        if assumed:
            draft.notes.append(
                f"“{_shown(draft.grid.columns[at])}”: {assumed}. Correct the column if that "
                f"is wrong."
            )
        return draft.column(
            "engagement_rate_claimed",
            lambda cells: numbers.parse(cells) * scale,
            "this is not a rate",
        )
    return None


def _price(draft: Draft) -> dict[str, pd.Series | None]:
    """The price, and the currency from its own column, the cell, or the heading."""
    price = draft.column("price", money.parse, "this is not a price")
    if price is None:
        return {"price": None, "currency": None}
    at = draft.grid.having("price")[0]
    stated = draft.words("currency")
    coded = money.currencies(stated) if stated is not None else None
    inside = money.currencies(draft.grid.cells(at))
    heading = pd.Series(draft.grid.columns[at].currency, index=price.index, dtype="str")
    currency = (coded.fillna(inside) if coded is not None else inside).fillna(heading)
    if currency[price.notna()].isna().any():
        draft.notes.append(
            f"“{_shown(draft.grid.columns[at])}” does not say in which currency; choose it."
        )
    return {"price": price, "currency": currency.where(price.notna())}


def _shifted(draft: Draft, columns: dict[str, pd.Series | None]) -> None:
    """A note where comments are more than likes nearly everywhere: headings sit on the wrong
    columns.
    """
    likes, comments = columns.get("avg_likes"), columns.get("avg_comments")
    if likes is None or comments is None:
        return
    known = likes.notna() & comments.notna()
    if known.sum() >= 5 and (comments > likes)[known].mean() > 0.8:
        draft.notes.append(
            "Comments are more than likes in nearly every row; the headings may sit on the "
            "wrong columns. Check them."
        )


def _shown(column: Header) -> str:
    return " ".join(column.name.split()) or "(no heading)"
