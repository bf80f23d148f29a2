"""The ranked creators as one CSV that says of each row how old it is and what stands behind it."""

from typing import Final

import pandas as pd

from core import figures
from core.exports import comma
from core.exports.dossier import SAMPLE, VERSION
from core.locale import UNKNOWN

# What a piece costs by asked price or rate card: under "cost" readers would take it for asked.
_APART: Final = {
    f"cost{end}": f"worked_out_cost{end}" for end in ("", "_low", "_high", "_source", "_format")
}


def csv(creators: pd.DataFrame, benchmark: str, sample: bool = False) -> bytes:
    """`creators` as of core.scoring.score (as_of is among them), with sources and version besides.

    `benchmark` is the key of the set that they were held against. A CSV has no other place for
    any of it, and its first line must stay the headings: everything reads it so.
    """
    names = creators["platform"].fillna(UNKNOWN)
    held = {name: _printed(benchmark, str(name)) for name in names.unique()}
    priced = {
        one: figures.source(one).citation
        for one in creators["cost_source"].dropna().unique()
        if one in set(figures.read("sources")["source_id"])
    }
    said = {
        "benchmark_sources": names.map(held),
        "cost_source": creators["cost_source"].replace(priced),
        "made_with": f"Microscope {VERSION}",
        **({"mind": SAMPLE} if sample else {}),
    }
    told = creators.assign(**said).rename(columns=_APART)
    return comma.csv(told)


def _printed(benchmark: str, platform: str) -> str:
    """Where the usual engagement on `platform` was published."""
    ids = figures.benchmark(benchmark, platform)["source_id"].unique()
    return "; ".join(figures.source(str(one)).citation for one in ids)
