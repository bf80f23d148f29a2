"""The rows of a list as tidy tables: accounts, and posts where a row is one post."""

import re
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core import tables as tidy
from core.readers import damage, dates, gifts, memory, money, numbers, reading, texts
from core.readers.draft import Draft, shown
from core.readers.reading import count

_COUNTS: Final = ("followers", "following", "posts", "avg_likes", "avg_comments", "avg_views")
_POST_COUNTS: Final = ("likes", "comments", "views", "shares", "saves", "reach")
_TEXTS: Final = ("name", "bio", "category", "country", "found_via")
_POST_TEXTS: Final = ("post_id", "caption", "kind")
# What is asked for these, or at least, says less of what a post costs.
_LESS: Final = re.compile(
    r"stor(?:y|ies?|ia|ys)|ugc|hikaye|relacj|стори[сз]|історі|истори|ストーリー|스토리|限时|สตอรี่|ستوري|"
    r"סטורי|\b(?:from|min|minimum|low|ab|od|desde)\b",
    re.IGNORECASE,
)
_MOST_VIEWS: Final = 20  # for each follower, of a usual post; more are those of all posts
_DEAREST: Final = 1e11  # in any currency; more is a slip of the key, and below zero is no price
_RANGES: Final = (
    "“{}” gives a range or a limit in {} (such as “{}”); its upper end is taken as the price, so a "
    "plan never costs more than it says."
)
_FLOORS: Final = (
    "“{}” says only where prices begin in {} (such as “{}”); that is taken as the price, and it "
    "may be higher."
)
_OTHERS: Final = "Other prices ({}) were left out; the price is that of {}."
_SHORTENED: Final = (
    "A spreadsheet cut the ids of {} to their first digits; they are told apart by their links."
)
_FLAGS: Final = ("verified", "private", "has_picture")


def accounts(draft: Draft, found: pd.DataFrame) -> pd.DataFrame:
    """One accounts row for every row with a handle."""
    columns: dict[str, pd.Series | None] = {meaning: draft.counts(meaning) for meaning in _COUNTS}
    if not draft.grid.of_posts:
        columns |= _per_post(draft, columns)
    columns |= {meaning: draft.words(meaning) for meaning in _TEXTS}
    if (category := columns["category"]) is not None:
        columns["category"] = _unprefixed(category)
    columns |= {meaning: draft.flags(meaning) for meaning in _FLAGS}
    _shifted(draft, columns)
    columns["url"] = draft.words("url")
    columns["seen_at"] = (
        draft.column("seen_at", dates.parse, "this is not a date")
        if not draft.grid.of_posts
        else None
    )
    memory.give_back(len(found))
    columns["engagement_rate_claimed"] = _rate(draft, columns)
    columns |= _price(draft)
    columns["gift_only"] = gifts.only(draft, columns["price"])
    return _table(found, columns, "accounts")


def _unprefixed(category: pd.Series) -> pd.Series:
    """Instagram's own categories, as scraped, without the “None,” before some."""
    before = any(map(_has_none_before, texts.pieces(category)))
    return category.str.removeprefix("None,") if before else category


def _has_none_before(piece: pa.Array) -> bool:
    maybe = texts.edges(piece)[0] == ord("N")
    return bool(maybe.any() and pc.any(pc.starts_with(piece.filter(maybe), "None,")).as_py())


def posts(draft: Draft, found: pd.DataFrame) -> pd.DataFrame:
    """One posts row for every row with a handle, where a row is one post."""
    columns: dict[str, pd.Series | None] = {
        meaning: draft.counts(meaning) for meaning in _POST_COUNTS
    }
    columns |= {meaning: draft.words(meaning) for meaning in _POST_TEXTS}
    if (ids := columns["post_id"]) is not None:
        columns["post_id"] = _whole_ids(draft, ids)
    columns["url"] = draft.words("post_url")
    columns["sponsored"] = draft.flags("sponsored")
    for moment in ("posted_at", "seen_at"):
        columns[moment] = draft.column(moment, dates.parse, "this is not a date")
    for at in draft.grid.having("posted_at")[:1]:
        if dates.guessed(draft.grid.cells(at)):
            draft.notes.append(
                f"In “{shown(draft.grid.columns[at])}”, day and month could be swapped; "
                f"with “/” the month is taken "
                "to come first, with “.” or “-” the day."
            )
    return _table(found, columns, "posts")


def _whole_ids(draft: Draft, ids: pd.Series) -> pd.Series:
    """The ids, null where a spreadsheet cut them: several posts would share one."""
    short = damage.broken_ids(ids)
    if not short.any():
        return ids
    draft.notes.append(_SHORTENED.format(count(int(short.sum()), "post")))
    return ids.mask(short)


def _table(found: pd.DataFrame, columns: dict[str, pd.Series | None], name: str) -> pd.DataFrame:
    known = {
        column: values if len(values) == len(found) else values.loc[found.index]
        for column, values in columns.items()
        if values is not None
    }
    rows = pd.arrays.IntegerArray(_positions(found.index), np.zeros(len(found), bool))
    # As a series it is taken as it is; a bare array would be copied.
    frame = found.assign(**known, source_row=pd.Series(rows, index=found.index, copy=False))
    return tidy.conform(frame, name)


def _positions(index: pd.Index) -> np.ndarray:
    """The rows in the file; those of a range are not kept with it, too."""
    if isinstance(index, pd.RangeIndex):
        return np.arange(index.start, index.stop, index.step, dtype=np.int64)
    return index.to_numpy(np.int64)


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
        if share > (_MOST_VIEWS if meaning == "views" else 1):
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
    for at in draft.grid.having("engagement_rate_claimed")[:1]:
        cells = draft.grid.coded(at)
        expected = None if texts.holds(cells, "%") else _expected_rate(columns)
        scale, assumed = numbers.percent_scale(cells, expected, draft.figures(at))
        if assumed:
            draft.notes.append(
                f"“{shown(draft.grid.columns[at])}”: {assumed}. Correct the column if that "
                f"is wrong."
            )
        claimed = draft.column("engagement_rate_claimed", numbers.parse, "this is not a rate")
        draft.forget_figures()
        return None if claimed is None else claimed * scale
    return None


def _expected_rate(columns: dict[str, pd.Series | None]) -> pd.Series | None:
    """Likes and comments over followers, where a row has them."""
    likes, comments, followers = (
        columns[name] for name in ("avg_likes", "avg_comments", "followers")
    )
    if likes is None or followers is None:
        return None
    both = likes + (comments.fillna(0) if comments is not None else 0)
    return both / followers.where(followers > 0)


def _price(draft: Draft) -> dict[str, pd.Series | None]:
    """The price, and the currency from its own column, the cell, or the heading."""
    asked = draft.grid.having("price")
    if not asked:
        return {"price": None, "currency": None}
    asked = sorted(asked, key=lambda at: bool(_LESS.search(draft.grid.columns[at].name)))
    # One for each network: a row has the price on its own network alone.
    first = {draft.grid.columns[at].platform: at for at in reversed(asked)}
    price, currency = None, None
    for at in sorted(first.values(), key=asked.index):
        found, coded = _amounts(draft, at)
        if found is not None and coded is not None:
            price = found if price is None else price.fillna(found)
            currency = coded if currency is None else currency.fillna(coded)
    draft.notes.extend(_left_out(draft, asked, list(first.values())))
    return {"price": price, "currency": currency}


def _amounts(draft: Draft, at: int) -> tuple[pd.Series | None, pd.Series | None]:
    """The prices of one column, and their currencies."""
    price = draft.column("price", _or_gift, "this is not one price", only=at)
    if price is None:
        return None, None
    price = price.mask(gifts.instead_of_price(draft.grid.coded(at)))
    draft.notes.extend(_open_ended(draft, at, price.notna()))
    stated = draft.words("currency")
    coded = money.currencies_of(stated) if stated is not None else None
    inside = money.currencies_of(draft.grid.cells(at))
    heading = pd.Series(draft.grid.columns[at].currency, index=price.index, dtype="str")
    currency = (coded.fillna(inside) if coded is not None else inside).fillna(heading)
    if currency[price.notna()].isna().any():
        draft.notes.append(
            f"“{shown(draft.grid.columns[at])}” does not say in which currency; choose it."
        )
    return price, currency.where(price.notna())


def _or_gift(cells: pd.Series) -> pd.Series:
    """The prices, and 0 where the product stands in the place of one: that is no mistake."""
    asked = money.parse(cells)
    return asked.where(asked.between(0, _DEAREST)).mask(gifts.instead_of_price(cells), 0.0)


def _open_ended(draft: Draft, at: int, priced: pd.Series) -> list[str]:
    """Words on prices that name two ends, or only the lower one."""
    heading, cells = shown(draft.grid.columns[at]), draft.grid.cells(at)
    notes = []
    for ends, words in zip(money.open_ended(cells), (_RANGES, _FLOORS), strict=True):
        open_ = ends & priced
        if open_.any():
            rows = count(int(open_.sum()), "cell")
            notes.append(words.format(heading, rows, cells[open_].iloc[0].strip()))
    return notes


def _left_out(draft: Draft, asked: list[int], used: list[int]) -> list[str]:
    """Words on the prices of other work in further columns."""
    others, kept = (
        reading.listing(shown(draft.grid.columns[at]) for at in asked if (at in used) is inside)
        for inside in (False, True)
    )
    return [_OTHERS.format(others, kept)] if others else []


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
