"""Creators as a table: human column names, the reader's formats, rows that can be picked."""

import hashlib
from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from core.locale import Writing
from core.metrics import METRICS
from core.tables import platform_name
from pages.parts import cached, definition, number, table

ROWS = 200  # a longer table is slower to draw than to filter
_LETTER, _THIN_LETTER, _EDGES = 7.5, 3.5, 22  # px, the last around what is in a cell
_THIN = frozenset(" .,:-ijlfrtI")
_NARROWEST, _WIDEST = 75, 300  # px of a column

# A phone shows the first three; the score must be among them.
_COLUMNS = (
    "handle",
    "score",
    "rank",
    "score_range",
    "followers",
    "engagement_rate",
    "engagement_range",
    "standing",
    "conversation",
    "audience",
    "fit",
    "reputation",
    "value",
    "coverage",
    "chance_top",
    "alike",
    "platform",
    "also_on",
    "found_via",
    "price",
    "currency",
    "as_of",
)
_SHARES = ("standing", "conversation", "audience", "fit", "reputation", "value")
_ALIKE = "The ranks with which this creator could as well change places, going by the ranges."
_WORDS = (
    "rank",
    "followers",
    "score",
    "engagement_rate",
    *_SHARES,
    "coverage",
    "chance_top",
    "price",
)


def draw(
    creators: pd.DataFrame, writing: Writing, key: str, about: Hashable, top: int
) -> list[str]:
    """The first rows of `creators` in the order given; returns the keys of the rows picked.

    `about` are frozen values that decide all of `creators`, as `cached.among` gives them; `top` is
    how many the chance of the top is about.
    """
    shown = creators.head(ROWS)
    cells, longest = cached.once((key, about), lambda: _made(shown, writing))
    event = st.dataframe(
        cells,
        hide_index=True,
        column_config=_fitted(_config(top), longest),
        key=_key(key, shown["creator"]),
        on_select="rerun",
        selection_mode="multi-row",
        placeholder="unknown",
        alt="Creators in rank order",
    )
    if len(creators) > ROWS:
        st.caption(f"The first {ROWS} of {writing.number(len(creators))}; filter to see others.")
    definition.note()
    number.legend(_WORDS)
    return shown["creator"].iloc[event.selection.rows].tolist()


def _key(key: str, creators: pd.Series) -> str:
    """A key for the table; another one where ticks would pass to other creators.

    Streamlit remembers picked rows by their place. Without any the key stays, since a table with a
    new key takes twice as long to draw.
    """
    rows = hashlib.sha256("\n".join(creators).encode()).hexdigest()
    turn, before = st.session_state.get(f"{key}_rows", (0, rows))
    held = st.session_state.get(f"{key}_{turn}")
    if rows != before and held and held["selection"]["rows"]:
        turn += 1
    st.session_state[f"{key}_rows"] = (turn, rows)
    return f"{key}_{turn}"


def _columns(creators: pd.DataFrame) -> list[str]:
    """What is worth a column: a question that nobody has an answer to is none."""
    empty = {name for name in (*_SHARES[1:], "also_on") if creators[name].isna().all()}
    return [name for name in _COLUMNS if name not in empty]


def readable(creators: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    """The columns shown of `creators`, with ranges in words and dates without a time."""
    made = {
        "score": creators["score"].where(creators["rank"].notna()),
        "score_range": _spans(creators, "score", "score", writing),
        "engagement_rate": creators["engagement_rate"].round(3),
        "engagement_range": _spans(creators, "engagement_rate", "share", writing),
        **{name: creators[name].round(2) for name in (*_SHARES, "coverage")},
        "chance_top": creators["chance_top"].round(2).clip(upper=0.99),
        "alike": _ranks(creators),
        "platform": creators["platform"].map(platform_name, na_action="ignore"),
        "also_on": creators["also_on"].fillna(""),
        "as_of": creators["as_of"].dt.tz_localize(None).dt.normalize(),
    }
    # A frame changed column by column takes four times as long as one put together.
    shown = {name: made.get(name, creators.get(name)) for name in _columns(creators)}
    return pd.DataFrame(shown, index=creators.index)


def _made(creators: pd.DataFrame, writing: Writing) -> tuple[pd.DataFrame, dict[str, str]]:
    """What is `readable`, and the longest text in each of its columns of texts."""
    cells = readable(creators, writing)
    texts = {name: cells[name].dropna().tolist() for name in cells.select_dtypes("str")}
    return cells, {name: max(each, key=len, default="") for name, each in texts.items()}


def _fitted(config: dict[str, Any], longest: dict[str, str]) -> dict[str, Any]:
    """Columns as wide as their longest text or their name.

    Left to find that out, the browser writes half as many cells again at each redraw.
    """
    return {
        name: {**one, "width": one["width"] or _wide(one["label"], longest.get(name, ""))}
        for name, one in config.items()
    }


def _wide(*texts: str) -> int:
    thin = [sum(letter in _THIN for letter in text) for text in texts]
    pairs = zip(texts, thin, strict=True)
    widest = max(_LETTER * (len(text) - few) + _THIN_LETTER * few for text, few in pairs)
    return round(min(max(_EDGES + widest, _NARROWEST), _WIDEST))


def _ranks(creators: pd.DataFrame) -> pd.Series:
    """`3–9`: the ranks with which a creator could change places; empty where there are none."""
    ends = (creators[f"alike_{end}"].to_numpy("float64", na_value=np.nan) for end in ("from", "to"))
    pairs = zip(*(end.tolist() for end in ends), strict=True)
    words = [f"{one:.0f}–{other:.0f}" if one < other else None for one, other in pairs]
    return pd.Series(words, creators.index, dtype="str")


def _spans(creators: pd.DataFrame, name: str, unit: str, writing: Writing) -> list[str]:
    """Ranges in words; writing takes longest here, so what would read the same is written once."""
    low, high = (_as_read(creators[f"{name}_{end}"].to_numpy(), unit) for end in ("low", "high"))
    pairs = list(zip(low.tolist(), high.tolist(), strict=True))
    words = {pair: writing.span(*pair, unit) for pair in set(pairs)}
    return [words[pair] for pair in pairs]


def _as_read(values: np.ndarray, unit: str) -> np.ndarray:
    """`values` without the digits that are not shown; shares beyond 1 to 20% show others."""
    if unit != "share":
        return np.round(values)
    return np.where((values >= 0.01) & (values <= 0.2), np.round(values, 3), values)


def _config(top: int) -> dict[str, Any]:
    column = st.column_config
    labels = {name: METRICS[name].label for name in _WORDS}
    return {
        "rank": column.NumberColumn("Rank", width="small"),
        "handle": column.TextColumn("Handle", pinned=True),
        "platform": column.TextColumn("Platform"),
        "also_on": column.TextColumn("Also on", help="Accounts that you joined as one person's."),
        "followers": column.NumberColumn(labels["followers"], format="compact"),
        "score": column.ProgressColumn(
            labels["score"], min_value=0, max_value=100, format="%.0f", width="small"
        ),
        "score_range": column.TextColumn("Score range"),
        "engagement_rate": column.NumberColumn(labels["engagement_rate"], format="percent"),
        "engagement_range": column.TextColumn("Rate range"),
        **{name: column.NumberColumn(labels[name], format="percent") for name in _SHARES},
        "alike": column.TextColumn("Could be rank", help=_ALIKE),
        "coverage": column.NumberColumn(labels["coverage"], format="percent"),
        "chance_top": column.NumberColumn(f"{labels['chance_top']} {top}", format="percent"),
        "found_via": column.TextColumn("Found via"),
        "price": column.NumberColumn("Asked price", format="localized"),
        "currency": column.TextColumn("Currency", width="small"),
        "as_of": {**table.day("As of"), "width": 100},
    }


def source_columns() -> dict[str, Any]:
    """Column settings for the rows of the sources about one creator."""
    column = st.column_config
    return {
        "seen_at": table.day("Seen"),
        "found_via": column.TextColumn("Found via"),
        "followers": column.NumberColumn("Followers", format="localized"),
        "avg_likes": column.NumberColumn("Likes per post", format="localized"),
        "avg_comments": column.NumberColumn("Comments per post", format="localized"),
        "price": column.NumberColumn("Asked price", format="localized"),
        "currency": column.TextColumn("Currency"),
    }


def post_columns() -> dict[str, Any]:
    """Column settings for the posts of one creator."""
    column = st.column_config
    counts = {name: name.capitalize() for name in ("likes", "comments", "views")}
    return {
        "posted_at": table.day("Posted"),
        "kind": column.TextColumn("Kind"),
        **{name: column.NumberColumn(label, format="localized") for name, label in counts.items()},
        "sponsored": column.CheckboxColumn("Sponsored"),
        "caption": column.TextColumn("Caption", width="large"),
        "url": column.LinkColumn("Link"),
    }
