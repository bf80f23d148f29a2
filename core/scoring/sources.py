"""Which way of finding creators brought the good ones."""

import pandas as pd

from core.locale import Writing

_FEW = 3  # fewer creators say nothing about the way they were found


def by_source(creators: pd.DataFrame) -> pd.DataFrame:
    """found_via, creators, low, middle, high: quartiles of the scores of each way, best first.

    Ranked creators only; one who was found in two ways counts for both.
    """
    ranked = creators[creators["rank"].notna() & creators["found_via"].notna()]
    each = ranked[["found_via", "score"]].assign(found_via=ranked["found_via"].str.split(", "))
    scores = each.explode("found_via").groupby("found_via")["score"]
    frame = pd.DataFrame(
        {
            "creators": scores.size(),
            "low": scores.quantile(0.25),
            "middle": scores.median(),
            "high": scores.quantile(0.75),
        }
    )
    return frame.sort_values("middle", ascending=False, kind="stable").reset_index()


def ways(creators: pd.DataFrame) -> list[str]:
    """Every way in which one of `creators` was found, each once, by name."""
    several = creators["found_via"].dropna().unique()
    return sorted({way for told in several for way in told.split(", ")})


def found_by(creators: pd.DataFrame, way: str) -> pd.DataFrame:
    """Those of `creators` who were found by `way`, whatever other way found them too."""
    several = creators["found_via"].dropna().unique()
    return creators[creators["found_via"].isin([x for x in several if way in x.split(", ")])]


def finding(sources: pd.DataFrame, writing: Writing) -> str:
    """The comparison in one sentence; a way with fewer than three creators claims nothing."""
    told = sources[sources["creators"] >= _FEW]
    if len(told) < 2:
        return "Too few ways of finding creators to compare them yet"
    first, last = told.iloc[0], told.iloc[-1]
    return (
        f"Half of those found via {first['found_via']} score {writing.number(first['middle'])} or"
        f" more, of those found via {last['found_via']} {writing.number(last['middle'])}"
    )
