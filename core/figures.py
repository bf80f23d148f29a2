"""Published figures, each with its source: benchmarks, rate cards, funnel rates, stories, tiers.

Reads `data/figures/*.csv`. Shares are fractions here although the files print percent.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

import numpy as np
import pandas as pd

from core.errors import UnknownName
from core.tables import platform_name

FOLDER: Final = Path(__file__).resolve().parent.parent / "data" / "figures"

ANY_PLATFORM: Final = "any"
_PER_CENT: Final = 100.0
_NETWORKS: Final = ("platform", "Platform")  # columns that hold keys of ours
_CITED: Final = ("Source", "Price source")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was published; an empty field means that it is not stated."""

    source_id: str
    title: str
    publisher: str
    year: str
    url: str
    sample_size: str
    note: str
    where_seen: str

    @property
    def citation(self) -> str:
        """`Title, publisher, year (sample)`, leaving out what is not stated."""
        parts = [part for part in (self.title, self.publisher, self.year) if part]
        sample = self.sample_size or "sample not stated"
        return f"{', '.join(parts)} ({sample})"


@dataclass(frozen=True, slots=True)
class BenchmarkSet:
    """One published table of engagement by size: a key, a label and the platforms it covers."""

    key: str
    label: str
    platforms: tuple[str, ...]

    def covers(self, platform: str) -> bool:
        """Whether the set says anything about accounts of `platform`."""
        return ANY_PLATFORM in self.platforms or platform in self.platforms


@cache
def read(name: str) -> pd.DataFrame:
    """The file `name`.csv as text and numbers; a shared frame, not to be changed."""
    years = {"year": "str", "sample_size": "str"}
    return pd.read_csv(FOLDER / f"{name}.csv", dtype=years)


@cache
def source(source_id: str) -> Source:
    """The source called `source_id`; raises UnknownName."""
    rows = read("sources").set_index("source_id")
    if source_id not in rows.index:
        raise UnknownName.among("source", source_id, rows.index)
    row = rows.loc[source_id].fillna("")
    return Source(source_id, *(str(row[field]) for field in Source.__slots__[1:]))


def cited(source_id: str) -> str:
    """The citation of a published source; any other word stays as it is."""
    published = source_id in set(read("sources")["source_id"])
    return source(source_id).citation if published else source_id


def in_words(shown: pd.DataFrame) -> pd.DataFrame:
    """A table for people: networks and published sources by their names in place of our keys."""
    names = dict.fromkeys(_NETWORKS, platform_name) | dict.fromkeys(_CITED, cited)
    told = {
        name: shown[name].map(names[name], na_action="ignore") for name in shown if name in names
    }
    return shown.assign(**told)


def schemes() -> dict[str, str]:
    """The ways of cutting accounts into tiers: key → label."""
    return dict(_schemes())


@cache
def _schemes() -> tuple[tuple[str, str], ...]:
    rows = read("tiers").drop_duplicates("scheme")
    return tuple(zip(rows["scheme"], rows["scheme_label"], strict=True))


@cache
def tiers(scheme: str) -> pd.DataFrame:
    """The tiers of `scheme`, smallest first.

    Columns: tier, followers_min, followers_max (null = open), includes, source_id. `includes` says
    which edge belongs to the tier: "upper" (1,000 is in "1,000 or less") or "lower".
    """
    if scheme not in schemes():
        raise UnknownName.among("tier scheme", scheme, schemes())
    rows = read("tiers")
    return rows[rows["scheme"] == scheme].drop(columns=["scheme", "scheme_label"])


def tier(followers: pd.Series, scheme: str) -> pd.Series:
    """The tier of each number of followers as an ordered category; null where it is unknown."""
    rows = tiers(scheme)
    edges = [-np.inf, *rows["followers_max"].iloc[:-1], np.inf]
    right = rows["includes"].iloc[0] == "upper"
    return pd.cut(followers, edges, right=right, labels=rows["tier"].tolist(), ordered=True)


@cache
def benchmark_sets() -> tuple[BenchmarkSet, ...]:
    """The benchmark sets that can be chosen, the article's first."""
    rows = read("benchmark_sets")
    return tuple(
        BenchmarkSet(str(key), group["label"].iloc[0], tuple(group["platform"]))
        for key, group in rows.groupby("benchmark", sort=False)
    )


@cache
def benchmark(key: str, platform: str) -> pd.DataFrame:
    """The published engagement of set `key` for `platform`, one row a tier, smallest first.

    Columns: tier_label, followers_min, followers_max (null = open), low, typical, high (fractions;
    low and high null where the source prints one point), definition, basis, source_id.
    Empty when the set says nothing about the platform; raises UnknownName for an unknown set.
    """
    sets = read("benchmark_sets")
    if key not in set(sets["benchmark"]):
        raise UnknownName.among("benchmark", key, sets["benchmark"].unique())
    rows = sets[(sets["benchmark"] == key) & sets["platform"].isin([platform, ANY_PLATFORM])]
    if rows.empty:
        return _bands(read("engagement_bands").iloc[:0]).assign(basis="")
    row = rows.iloc[0]
    table = read("engagement_bands" if row["shape"] == "bands" else "engagement_benchmarks")
    table = table[table["source_id"] == row["source_id"]]
    if row["platform"] != ANY_PLATFORM:
        table = table[table["platform"].str.lower() == row["platform"]]
    tidy = _bands(table) if row["shape"] == "bands" else _points(table)
    return tidy.assign(basis=row["basis"])


def printed(followers: pd.Series, benchmark: pd.DataFrame) -> pd.Series:
    """The printed typical rate of the tier that each number of followers lies in; else null.

    `benchmark` as `benchmark()` gives it. Which tier an edge belongs to is what `tiers` says of the
    same source, else the larger one; the outer edges and those at a gap belong to their only tier.
    """
    cut = read("tiers")
    upper = cut.loc[cut["includes"] == "upper", "source_id"].unique()
    inside = pd.Series(np.nan, index=followers.index)
    touching = inside.copy()
    closed = benchmark.fillna({"followers_min": 0.0, "followers_max": np.inf})
    for row in closed.itertuples():  # a handful of tiers
        ends = (row.followers_min, row.followers_max)
        side: Literal["right", "left"] = "right" if row.source_id in upper else "left"
        inside = inside.mask(followers.between(*ends, side), row.typical)
        touching = touching.mask(followers.between(*ends), row.typical)
    return inside.fillna(touching).where(followers > 0)


def _points(table: pd.DataFrame) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "tier_label": table["tier_label"],
            "followers_min": table["followers_min"],
            "followers_max": table["followers_max"],
            "low": np.nan,
            "typical": table["engagement_rate_pct"] / _PER_CENT,
            "high": np.nan,
            "definition": table["metric_definition"],
            "source_id": table["source_id"],
        }
    )
    return frame.sort_values("followers_max", na_position="last").reset_index(drop=True)


def _bands(table: pd.DataFrame) -> pd.DataFrame:
    """Five bands or three quarters a tier → low, typical, high.

    Five bands: low ends where "low" ends, high starts where "high" starts, typical is the
    geometric middle of "average". Quarters: the quartiles and the median themselves.
    """

    def edge(column: str, *bands: str) -> pd.Series:
        return table[table["band"].isin(bands)].set_index("tier_label")[column] / _PER_CENT

    middle = np.sqrt(edge("er_min_pct", "average") * edge("er_max_pct", "average"))
    half = edge("er_min_pct", "median_to_p75")
    frame = table.drop_duplicates("tier_label").set_index("tier_label")
    frame = frame.rename(columns={"metric_definition": "definition"}).assign(
        low=edge("er_max_pct", "low", "bottom_quarter"),
        typical=middle.combine_first(half),
        high=edge("er_min_pct", "high", "top_quarter"),
    )
    columns = ["tier_label", "followers_min", "followers_max", "low", "typical", "high"]
    frame = frame.reset_index()[[*columns, "definition", "source_id"]]
    return frame.sort_values("followers_max", na_position="last").reset_index(drop=True)


@cache
def spread(measure: str) -> float:
    """A measured spread or slope by name (data/figures/spreads.csv)."""
    rows = read("spreads").set_index("measure")["value"]
    if measure not in rows.index:
        raise UnknownName.among("spread", measure, rows.index)
    return float(rows[measure])
