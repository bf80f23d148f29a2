"""How far people trust advice: published survey figures, each with whom it describes."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import pandas as pd

from core import figures
from core.locale import Writing, is_known
from core.stories import grades, relations
from core.stories.grades import Evidence

CAVEAT: Final = (
    "Most of these describe members of one firm's unpaid network of shop staff and experts, asked"
    " in 2016 by the firm that runs it. They advise offline; they are not creators with followers."
    " What they say of experts and of average people are two ratings, one of each group, not a"
    " comparison that anybody made."
)
CAVEAT_SOURCES: Final = ("EXPERTICITY", "BLAST", "ASI")
_SURVEYS: Final = {"SEED": "SEED_BUYERS"}  # the article is a card of its own as a benchmark


@dataclass(frozen=True, slots=True)
class Figure:
    """One survey figure: of the experts, of average people beside it (None = not asked)."""

    statistic: str
    experts: float
    others: float | None
    unit: str
    source_id: str
    note: str

    @property
    def item(self) -> str:
        """Its id among evidence and relations."""
        return _SURVEYS.get(self.source_id, self.source_id)

    @property
    def evidence(self) -> Evidence:
        """Who told it, who paid, whom it describes."""
        return grades.of(self.item)

    def against(self) -> list[str]:
        """What contradicts this figure, in sentences."""
        return [said for said in relations.sentences(self.item) if f"{self.experts:g}%" in said]

    def told(self, writing: Writing) -> str:
        """`up to 22.2× against 1×` or `94% against 83%`."""
        ends = [_written(self.experts, self.unit, writing)]
        if self.others is not None:
            ends.append(_written(self.others, self.unit, writing).removeprefix("up to "))
        return " against ".join(ends)


def _written(value: float, unit: str, writing: Writing) -> str:
    if unit.startswith("up to"):
        return f"up to {writing.number(value, 0 if value == int(value) else 1)}×"
    return ("nearly " if "nearly" in unit else "") + writing.share(value / 100, 0)


@cache
def every() -> tuple[Figure, ...]:
    """All survey figures in the order of the file."""
    return tuple(_figure(row) for _, row in figures.read("trust_stats").iterrows())


def _figure(row: pd.Series) -> Figure:
    others = row["average_person"]
    return Figure(
        statistic=str(row["statistic"]),
        experts=float(row["micro_influencer"]),
        others=float(others) if is_known(others) else None,
        unit=str(row["unit"]),
        source_id=str(row["source_id"]),
        note=str(row["note"]) if is_known(row["note"]) else "",
    )
