"""The published rate cards as cards of evidence: what is printed, how good it is."""

from dataclasses import dataclass
from functools import cache

import pandas as pd

from core import figures
from core.locale import Writing
from core.prices import rate_cards
from core.stories import grades
from core.stories.grades import Evidence, Grade
from core.tables import platform_name


@dataclass(frozen=True, slots=True)
class Card:
    """One published list of prices."""

    source_id: str
    label: str
    remark: str
    evidence: Evidence
    grade: Grade

    def unknown(self) -> tuple[str, ...]:
        """What the source leaves out."""
        source = figures.source(self.source_id)
        paid, sample = self.evidence.paid_by, source.sample_size
        there = {"year": source.year, "sample": sample, "who paid": paid}
        return tuple(name for name, said in there.items() if not said)

    def prices(self, writing: Writing) -> list[str]:
        """`Instagram, post: Nano $10–$100; …`, one line a network and format, in US dollars."""
        rows = rate_cards.card(self.source_id)
        return [
            f"{platform_name(str(platform))}, {made}: "
            + "; ".join(_line(row, writing) for _, row in group.iterrows())
            for (platform, made), group in rows.groupby(["platform", "format"], sort=False)
        ]


def _line(row: pd.Series, writing: Writing) -> str:
    low, high = row["low"], row["high"]
    typical = writing.money(row["typical"], "USD")
    if pd.isna(low) and pd.isna(high):
        return f"{row['tier_label']} {typical}"
    if pd.isna(high):
        return f"{row['tier_label']} from {writing.money(low, 'USD')}"
    return f"{row['tier_label']} {writing.money(low, 'USD')} to {writing.money(high, 'USD')}"


@cache
def cards() -> tuple[Card, ...]:
    """A card for each rate card that can be chosen, in the order in which they are offered."""
    found = []
    for card in rate_cards.cards():
        evidence = grades.of(card.source_id)
        grade = grades.grade(evidence)
        found.append(Card(card.source_id, card.label, card.remark, evidence, grade))
    return tuple(found)
