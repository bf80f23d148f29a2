"""How a following grew, out of follow dates. Only people who still follow are in such a file."""

import pandas as pd


def monthly(follows: pd.DataFrame) -> pd.DataFrame:
    """handle, month (its first day), new: people who began to follow in it and still do.

    Months without anybody new are there with 0, from the first follow to the last of each account.
    """
    return _per(follows, "M", "month")


def weekly(follows: pd.DataFrame) -> pd.DataFrame:
    """handle, week (its Monday), new: people who began to follow in it and still do."""
    return _per(follows, "W-SUN", "week")


def _per(follows: pd.DataFrame, period: str, name: str) -> pd.DataFrame:
    dated = follows[follows["followed_at"].notna()]
    handle = dated["handle"].str.lower().fillna("")
    starts = dated["followed_at"].dt.tz_localize(None).dt.to_period(period)
    counts = dated.groupby([handle, starts.rename(name)]).size()
    parts = [_without_gaps(counts.loc[one], one, name) for one in counts.index.unique(0)]
    if not parts:
        empty = {"handle": "str", name: "datetime64[us]", "new": "int64"}
        return pd.DataFrame({column: pd.Series([], dtype=kind) for column, kind in empty.items()})
    whole = pd.concat(parts, ignore_index=True)
    return whole.assign(handle=whole["handle"].replace("", None))


def _without_gaps(counts: pd.Series, handle: str, name: str) -> pd.DataFrame:
    every = pd.period_range(counts.index.min(), counts.index.max(), freq=counts.index.freq)
    new = counts.reindex(every, fill_value=0).to_numpy()
    starts = every.to_timestamp().as_unit("us")
    return pd.DataFrame({"handle": handle, name: starts, "new": new})
