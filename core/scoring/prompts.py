"""Posts worth a human look: prompts, never verdicts, each with the words that raised it.

Three kinds: what the post says (by category and level), what looks like paid work without a clear
disclosure, and links to names that the workspace blocks. A person may let one pass; it then counts
no more. Only the newest posts of a creator are read, so that no one creator can hold up the rest.
"""

import hashlib
from collections.abc import Collection
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import figures, tables
from core.scoring import conversation, disclosure, fit, rare, reputation
from core.scoring.creators import conformed

CONTENT, UNDISCLOSED, BLOCKED = "content", "disclosure", "blocked"
NEWEST: Final = 200  # posts of one creator that are read
_AGAIN: Final = 4
COUNTED: Final = reputation.LEVELS[1:]  # "low" is shown and counts nothing
PAID: Final = "Looks like paid work without a clear disclosure"
LATE_WORDS: Final = "Says it is advertising, but late or among other hashtags"
LINKED: Final = "Names something you block"
COLUMNS: Final = (
    "reputation",
    "reputation_low",
    "reputation_high",
    "reputation_n",
    "prompted",
)

Passed = Collection[tuple[str, str, str]]  # creator, post, kind of a prompt that somebody let pass


def of_posts(posts: pd.DataFrame, blocked: str = "", passed: Passed = ()) -> pd.DataFrame:
    """One row a prompt: creator, post, kind, category, level, evidence, posted_at, url, caption.

    `post` is the post's id, else a hash of its caption; `blocked` holds names parted by commas or
    lines; those of `passed` are left out. Highest level first, then the newest.
    """
    return _found(_read(posts), blocked, passed)


def _found(
    read: pd.DataFrame,
    blocked: str,
    passed: Passed,
    levels: tuple[str, ...] = reputation.LEVELS,
) -> pd.DataFrame:
    """The prompts of `read`; those about what a post says only where one of `levels` may come."""
    parts = [_content(read, levels), _undisclosed(read), _blocked(read, blocked)]
    found = pd.concat(parts, ignore_index=True)
    rows = read.loc[found["row"]].reset_index(drop=True)
    found = found.drop(columns="row").assign(
        creator=rows["creator"],
        post=_post_names(rows),
        **{name: rows[name] for name in ("posted_at", "url", "caption")},
    )
    keys = pd.MultiIndex.from_frame(found[["creator", "post", "kind"]])
    found = found[~keys.isin(list(passed))] if passed else found
    order = found["level"].map({name: -i for i, name in enumerate(reputation.LEVELS)})
    newest = -found["posted_at"].astype("int64").where(found["posted_at"].notna(), 0)
    return found.iloc[np.lexsort((newest, order))].reset_index(drop=True)


def of_creators(
    posts: pd.DataFrame,
    accounts: pd.DataFrame,
    blocked: str = "",
    passed: Passed = (),
    level: float = 0.8,
) -> pd.DataFrame:
    """`accounts` with COLUMNS: reputation (0 to 1) is the share of creators with more to look at.

    `prompted` of the reputation_n captions that can be read hold something to look at. Range =
    `level`. Null without such a caption.
    """
    key = tables.creator_key(accounts)
    read = _read(posts)
    found = _found(read, blocked, passed, COUNTED)
    counted = found[found["level"].isin(COUNTED)].drop_duplicates(["creator", "post"])
    named = read["creator"] + "\n" + _post_names(read)
    shown = named.isin(counted["creator"] + "\n" + counted["post"]) | conversation.legible(
        read["caption"]
    )
    n = read[shown].groupby("creator").size().reindex(key).set_axis(accounts.index)
    some = counted.groupby("creator").size().reindex(key).fillna(0).set_axis(accounts.index)
    usual, weight = (figures.spread(f"prompts_{name}") for name in ("usual", "weight"))
    placed = rare.placed(some, n, usual, weight, level)
    return accounts.assign(
        **{f"reputation{end}": values for end, values in placed.items()},
        reputation_n=n.astype("Int64"),
        prompted=some.where(n.notna()).astype("Int64"),
    )


def _read(posts: pd.DataFrame) -> pd.DataFrame:
    """The newest posts with a caption, each once; index 0, 1, 2 …"""
    given = conformed(posts, "posts").reset_index(drop=True)
    places = np.flatnonzero((given["caption"].notna() & given["handle"].notna()).to_numpy())
    codes, _ = pd.factorize(tables.creator_key(given[["platform", "handle"]]))
    at = given["posted_at"]
    age = (at.max() - at).dt.total_seconds().fillna(np.inf).to_numpy()
    order = places[np.lexsort((age[places], codes[places]))]
    newest = order[_turn(codes[order]) < _AGAIN * NEWEST]  # some of them may be there twice
    rows = given.iloc[newest].assign(code=codes[newest])
    rows = rows[rows["post_id"].isna() | ~rows.duplicated(["code", "post_id"])]
    rows = rows[_turn(rows["code"].to_numpy()) < NEWEST].reset_index(drop=True)
    return rows.assign(creator=tables.creator_key(rows)).drop(columns="code")


def _turn(codes: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """0, 1, 2 … within each run of equal codes."""
    starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]]) if len(codes) else codes
    return np.arange(len(codes)) - np.repeat(starts, np.diff(np.r_[starts, len(codes)]))


def _content(read: pd.DataFrame, levels: tuple[str, ...]) -> pd.DataFrame:
    said = read.loc[reputation.worth_judging(read["caption"], levels), "caption"]
    judged = reputation.judge(said)
    judged = judged[judged["level"].notna()]
    return _rows(judged.index, CONTENT, judged["category"], judged["level"], judged["evidence"])


def _undisclosed(read: pd.DataFrame) -> pd.DataFrame:
    judged = disclosure.judge(read["caption"], read["sponsored"])
    hidden = judged[judged["paid_words"].notna() & (judged["disclosed"] != disclosure.CLEAR)]
    late = hidden["disclosed"] == disclosure.LATE
    sure = hidden["sure"].fillna(False).astype(bool) & ~late
    category = pd.Series(PAID, index=hidden.index).mask(late, LATE_WORDS)
    level = pd.Series("low", index=hidden.index).mask(sure, "medium")
    return _rows(hidden.index, UNDISCLOSED, category, level, hidden["paid_words"])


def _blocked(read: pd.DataFrame, blocked: str) -> pd.DataFrame:
    found = fit.breaks(read["caption"], blocked)
    return _rows(found["text"], BLOCKED, LINKED, "high", found["found"])


def _rows(
    row: object, kind: str, category: object, level: object, evidence: object
) -> pd.DataFrame:
    columns = {"category": category, "level": level, "evidence": evidence}
    plain = {n: c.to_numpy() if isinstance(c, pd.Series) else c for n, c in columns.items()}
    frame = pd.DataFrame({"row": np.asarray(row, dtype=np.intp)}).assign(kind=kind, **plain)
    return frame.astype(dict.fromkeys(("kind", *columns), "str"))


def _post_names(rows: pd.DataFrame) -> pd.Series:
    nameless = rows.loc[rows["post_id"].isna(), "caption"]
    hashes = nameless.map(lambda text: hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())
    return rows["post_id"].fillna(hashes.str.slice(0, 16))
