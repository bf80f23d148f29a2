"""The benchmark sets as cards: what was measured, when, on how many, who paid, how good it is."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import pandas as pd

from core import figures
from core.locale import Writing
from core.stories import grades
from core.stories.grades import Evidence, Grade
from core.tables import platform_name

_UNSTATED: Final = "not stated"


@dataclass(frozen=True, slots=True)
class Card:
    """One published table of engagement by size; "" = not stated."""

    benchmark: str
    label: str
    source_id: str
    platforms: tuple[str, ...]
    remark: str
    evidence: Evidence
    grade: Grade
    why: str

    def unknown(self) -> tuple[str, ...]:
        """What the source leaves out."""
        source = figures.source(self.source_id)
        there = {
            "year": source.year,
            "sample": source.sample_size,
            "who paid": self.evidence.paid_by,
            "what it is divided by": "" if self.basis() == _UNSTATED else self.basis(),
            "platform": "" if self.platforms == (figures.ANY_PLATFORM,) else "said",
        }
        return tuple(name for name, said in there.items() if not said)

    def basis(self) -> str:
        """What reactions are divided by; "not stated" where nobody says."""
        rows = figures.read("benchmark_sets")
        return str(rows.loc[rows["source_id"] == self.source_id, "basis"].iloc[0])

    def title(self) -> str:
        """The label of the set, with the network where the set has a table for each."""
        shared = [card for card in cards() if card.benchmark == self.benchmark]
        return self.label if len(shared) == 1 else f"{self.label}, {self.networks()}"

    def networks(self) -> str:
        """The networks that it is about, in words."""
        if self.platforms == (figures.ANY_PLATFORM,):
            return "network not stated"
        return ", ".join(platform_name(each) for each in self.platforms)

    def tiers(self, writing: Writing) -> str:
        """`1k to 10k: 4%; …` for each network, the typical rate of each size as printed."""
        told = []
        for platform in self.platforms:
            rows = figures.benchmark(self.benchmark, platform)
            name = "" if len(self.platforms) == 1 else f"{platform_name(platform)}: "
            told.append(name + "; ".join(_line(row, writing) for _, row in rows.iterrows()))
        return ". ".join(told)


def _line(row: pd.Series, writing: Writing) -> str:
    banded = pd.notna(row["low"]) and pd.notna(row["high"])
    if not banded:
        return f"{row['tier_label']}: {writing.published(row['typical'])}"
    ends = f"{writing.published(row['low'])} to {writing.published(row['high'])}"
    return f"{row['tier_label']}: {writing.share(row['typical'])} (usual {ends})"


@cache
def cards() -> tuple[Card, ...]:
    """A card for each source of each benchmark set, in the order in which sets are offered."""
    rows = figures.read("benchmark_sets")
    found = []
    for (key, source_id), group in rows.groupby(["benchmark", "source_id"], sort=False):
        evidence = grades.of(str(source_id))
        grade, why = grades.reasoned(evidence)
        first = group.iloc[0]
        platforms = tuple(group["platform"])
        label, remark = str(first["label"]), str(first["remark"])
        found.append(Card(str(key), label, str(source_id), platforms, remark, evidence, grade, why))
    return tuple(found)
