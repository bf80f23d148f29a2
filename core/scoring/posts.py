"""Which posts speak for a creator: the newest ones that have had time to be seen."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import tables
from core.scoring import bell
from core.scoring.creators import counted

NEWEST = 30
RIPE = pd.Timedelta(days=3)
_COUNTS = ("likes", "comments", "saves", "shares", "views", "reach")
_COLUMNS = ("platform", "handle", "post_id", "posted_at", *_COUNTS, "seen_at")


@dataclass(frozen=True, slots=True)
class Posts:
    """Usable posts, newest first within a creator, with the creator as a number into `creators`."""

    frame: pd.DataFrame  # creator (code), engagement, views, reach, likes_only, times, turn
    creators: pd.Index


def reactions(posts: pd.DataFrame) -> pd.Series:
    """Likes + comments of each post; null where the likes are not known."""
    likes, comments = counted(posts["likes"]), counted(posts["comments"])
    return likes + comments.fillna(0)


def usable(posts: pd.DataFrame, newest: int = NEWEST, saves: bool = False) -> Posts:
    """The newest `newest` posts of each creator whose engagement is known.

    Engagement = likes + comments, with `saves` also saves and shares. Hidden likes make a post
    unknown, not worth 0; where only the comments are hidden, the likes speak alone. A post younger
    than three days when it was looked at waits, unless a creator has nothing older. A post that
    came in twice counts once.
    """
    given = posts.reindex(columns=list(_COLUMNS)).reset_index(drop=True)
    likes, comments, saved, shared, views, reach = (counted(given[name]) for name in _COUNTS)
    more = saved.fillna(0) + shared.fillna(0) if saves else 0
    given = given[likes.notna() & given["handle"].notna()]
    codes, creators = pd.factorize(tables.creator_key(given))
    frame = pd.DataFrame(
        {
            "creator": codes,
            "engagement": (likes + comments.fillna(0) + more)[given.index],
            "likes_only": comments.isna()[given.index],
            "views": views[given.index],
            "reach": reach[given.index],
            "posted_at": given["posted_at"],
            "seen_at": given["seen_at"],
        }
    )
    frame = _ripe(_once(frame, given["post_id"]), len(creators))
    return Posts(_newest_first(frame, newest), creators)


def _once(frame: pd.DataFrame, post_id: pd.Series) -> pd.DataFrame:
    named = pd.DataFrame({"creator": frame["creator"], "post": pd.factorize(post_id)[0]})
    repeated = named["post"].ge(0) & named.duplicated(keep=False)
    if not repeated.any():
        return frame
    twice = frame[repeated].sort_values("seen_at", na_position="first", kind="stable")
    earlier = twice.index[named.loc[twice.index].duplicated(keep="last")]
    return frame.drop(earlier)


def _ripe(frame: pd.DataFrame, creators: int) -> pd.DataFrame:
    young = ((frame["seen_at"] - frame["posted_at"]) < RIPE).to_numpy(dtype=bool)
    if not young.any():
        return frame
    older = np.bincount(frame["creator"], weights=~young, minlength=creators)
    return frame[~young | (older[frame["creator"]] == 0)]


def _newest_first(frame: pd.DataFrame, newest: int) -> pd.DataFrame:
    at = pd.to_datetime(frame["posted_at"], utc=True)
    age = (at.max() - at).dt.total_seconds().fillna(np.inf).to_numpy()
    codes = frame["creator"].to_numpy()
    order = np.lexsort((age, codes))
    starts = np.concatenate([[0], np.cumsum(np.bincount(codes))])
    turn = np.arange(len(order)) - starts[codes[order]]
    kept = turn < newest
    return frame.iloc[order[kept]].assign(turn=turn[kept]).reset_index(drop=True)


def per_creator(posts: pd.DataFrame, by: str = "followers", saves: bool = False) -> pd.DataFrame:
    """One row a creator (index `creator`), out of its usable posts.

    n, mean (engagement of a post), log_squares (squared distances of ln(1 + engagement) from their
    mean), seen_by (mean views or reach of a post where `by` is one of them: only posts that have it
    count then), by_views, by_reach (engagement ÷ each, where both are known), likes_only (comments
    known for no post), as_of (when last looked at, else the newest post).
    """
    found = usable(posts, saves=saves)
    frame = found.frame if by == "followers" else found.frame[found.frame[by].gt(0)]
    codes, count = frame["creator"].to_numpy(), len(found.creators)

    def total(values: pd.Series) -> bell.Floats:
        weights = values.to_numpy(dtype=float)
        return np.bincount(codes, weights=weights, minlength=count).astype(np.float64)

    n = np.bincount(codes, minlength=count)
    dates = frame["seen_at"].fillna(frame["posted_at"])
    with np.errstate(invalid="ignore", divide="ignore"):
        columns = {
            "n": n,
            "mean": total(frame["engagement"]) / n,
            "log_squares": log_squares(np.log1p(frame["engagement"].to_numpy()), codes, count),
            "by_views": _ratio(frame, "views", total),
            "by_reach": _ratio(frame, "reach", total),
            "likes_only": total(frame["likes_only"]) == n,
            "as_of": dates.groupby(codes).max().reindex(range(count)).array,
        }
        if by != "followers":
            columns["seen_by"] = total(frame[by]) / n
    return pd.DataFrame(columns, index=pd.Index(found.creators, name="creator"))


def _ratio(frame: pd.DataFrame, by: str, total: Callable[[pd.Series], bell.Floats]) -> bell.Floats:
    """Engagement of the posts whose `by` is known ÷ the sum of it."""
    seen = frame[by].gt(0)
    return total(frame["engagement"].where(seen, 0.0)) / total(frame[by].where(seen, 0.0))


def log_squares(logs: bell.Floats, codes: npt.NDArray[np.intp], count: int) -> bell.Floats:
    """The sum of the squared distances of `logs` from the mean of each code."""
    n = np.bincount(codes, minlength=count)
    means = np.bincount(codes, weights=logs, minlength=count) / np.maximum(n, 1)
    return np.bincount(codes, weights=(logs - means[codes]) ** 2, minlength=count).astype(
        np.float64
    )
