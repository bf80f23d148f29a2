"""What contradicts or repeats what: published figures against each other, each with its source."""

import re
from functools import cache
from typing import Final

import pandas as pd

from core import figures

_ASIDE: Final = re.compile(r" \([^)]*\)$")
CONTRADICTS, REPEATS = "contradicts", "repeats"
_TURNED: Final = {
    "item": "other_item",
    "other_item": "item",
    "says": "other_says",
    "other_says": "says",
    "source_id": "other_source_id",
    "other_source_id": "source_id",
}


def about(item: str) -> pd.DataFrame:
    """The relations of one card, seen from its side: item, other_item (null = no card of its own),
    kind, about, says, source_id, other_says, other_source_id.
    """
    rows = figures.read("relations")
    mine = rows[rows["item"] == item]
    others = rows[rows["other_item"] == item].rename(columns=_TURNED)
    return pd.concat([mine, others], ignore_index=True)[list(rows)]


@cache
def sentences(item: str) -> tuple[str, ...]:
    """The relations of one card as sentences, contradictions first."""
    rows = about(item)
    rows = rows.sort_values("kind", key=lambda kinds: kinds.ne(CONTRADICTS), kind="stable")
    return tuple(told(row) for _, row in rows.iterrows())


def contradictions() -> pd.DataFrame:
    """about, one says, another says: each contradiction once, with where each is published."""
    rows = figures.read("relations")
    rows = rows[rows["kind"] == CONTRADICTS].drop_duplicates(["about", "says", "other_says"])
    return rows.reset_index(drop=True)


def told(row: pd.Series) -> str:
    """`Applicants: 15,000 (Adweek, 2019), contradicted by about 16,000 … (Glossy, 2019)`."""
    ends = [
        f"{row[says]} ({_where(str(row[source]))})"
        for says, source in (("says", "source_id"), ("other_says", "other_source_id"))
    ]
    word = "contradicted by" if row["kind"] == CONTRADICTS else "beside"
    return f"{row['about']}: {ends[0]}, {word} {ends[1]}"


def _where(source_id: str) -> str:
    source = figures.source(source_id)
    name = _ASIDE.sub("", source.publisher or source.title)
    return ", ".join(part for part in (name, source.year) if part)
