"""Published campaigns and a plan on the same scales, and which of them are nearest to it."""

from typing import Final

import numpy as np
import pandas as pd

from core.locale import Writing
from core.metrics import metric
from core.stories.plan import PlanFacts
from core.stories.published import campaigns

YOUR_PLAN: Final = "Your plan"
MEASURES: Final = (
    "creators_count",
    "followers",
    "engagement_rate",
    "pay_per_creator",
    "posts_count",
)
_NEAR: Final = 0.5  # likeness of two numbers of which one is twice the other


def compare(
    plan_facts: PlanFacts | None = None, stories: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Who, measure (a metric's key), low, value, high, known, source_id, counter_example: your plan
    first. `stories` are campaigns as `campaigns()` gives them, those by default.

    The value of a published range is its geometric middle; unknown stays null, with known False.
    Pay is in the plan's currency, US dollars without a plan.
    """
    rate = plan_facts.rate_per_usd if plan_facts else 1.0
    rows = campaigns() if stories is None else stories
    long = pd.concat([_published(rows, measure, rate) for measure in MEASURES], ignore_index=True)
    if plan_facts:
        spans = [getattr(plan_facts, measure) for measure in MEASURES]
        own = pd.DataFrame(
            {
                "who": YOUR_PLAN,
                "measure": MEASURES,
                "low": [span.low for span in spans],
                "value": [span.value for span in spans],
                "high": [span.high for span in spans],
                "source_id": pd.Series(None, index=range(len(spans)), dtype="str"),
                "counter_example": False,
            }
        ).astype({"low": "float64", "value": "float64", "high": "float64"})
        long = pd.concat([own, long], ignore_index=True)
    return long.assign(known=long[["low", "value", "high"]].notna().any(axis=1))[
        ["who", "measure", "low", "value", "high", "known", "source_id", "counter_example"]
    ]


def _published(rows: pd.DataFrame, measure: str, rate_per_usd: float | None) -> pd.DataFrame:
    """One measure of every campaign."""
    ends = {
        "creators_count": ("creators_low", "creators_high"),
        "followers": ("followers_low", "followers_high"),
        "engagement_rate": ("engagement_rate_low", "engagement_rate"),
        "pay_per_creator": ("pay_low", "pay_high"),
        "posts_count": ("posts", "posts"),
    }[measure]
    factor = (rate_per_usd or np.nan) if measure == "pay_per_creator" else 1.0
    low, high = (rows[end] * factor for end in ends)
    return pd.DataFrame(
        {
            "who": rows["brand"] + ": " + rows["campaign"],
            "measure": measure,
            "low": low,
            "value": np.sqrt(low * high),
            "high": high,
            "source_id": rows["source_id"],
            "counter_example": rows["counter_example"],
        }
    )


def similar(
    plan_facts: PlanFacts,
    n: int = 3,
    writing: Writing | None = None,
    stories: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The `n` campaigns most like the plan: the columns of campaigns(), `likeness` and `why`.

    Numbers are alike by their ratio, 1 where the plan lies in the printed range, a half at double;
    the platform is alike or not. Unknown numbers neither help nor harm; equals go by their grade.
    """
    rows, write = campaigns() if stories is None else stories, writing or Writing()
    total, known = pd.Series(0.0, index=rows.index), pd.Series(1, index=rows.index)
    why = pd.Series("", index=rows.index, dtype="str")
    for measure in MEASURES[:-1]:
        words, value = metric(measure), getattr(plan_facts, measure).value
        printed = _published(rows, measure, plan_facts.rate_per_usd)
        likeness = _likeness(value, printed)
        total, known = total + likeness.fillna(0), known + likeness.notna()
        yours = f" (yours {write.value(value, words.unit)})"
        reason = f"; {words.label.lower()} " + _ranges(printed, words.unit, write) + yours
        why = why.where(~(likeness >= _NEAR), why + reason)
    shared = _shared(rows, plan_facts.platforms)
    total, known = total + shared, known + rows["platform"].notna()
    why = why.mask(shared, why + "; same platform (" + rows["platform"] + ")")
    why = why.str.removeprefix("; ").replace("", "nothing that it published comes near")
    why = why.mask(rows["counter_example"], why + "; mind: it did not work")
    ranked = rows.assign(likeness=total / known, why=why)
    ranked = ranked.sort_values(["likeness", "evidence_grade"], ascending=[False, True])
    return ranked.head(n).reset_index(drop=True)


def _likeness(value: float | None, printed: pd.DataFrame) -> pd.Series:
    """1 inside the printed range, else the smaller ÷ the larger; null where either is unknown."""
    if not value:
        return pd.Series(np.nan, index=printed.index)
    low = printed["low"].fillna(printed["high"])
    high = printed["high"].fillna(printed["low"])
    below, above = value / low, high / value
    return pd.concat([below, above], axis=1).min(axis=1, skipna=False).clip(upper=1.0)


def _ranges(printed: pd.DataFrame, unit: str, writing: Writing) -> pd.Series:
    """`30–40`, or `from 500` where only the lower end is printed."""
    words = [
        writing.span(low, high, unit) if high == high else f"from {writing.value(low, unit)}"
        for low, high in zip(printed["low"], printed["high"], strict=True)
    ]
    return pd.Series(words, index=printed.index, dtype="str")


def _shared(rows: pd.DataFrame, platforms: tuple[str, ...]) -> pd.Series:
    """Whether a campaign ran on one of `platforms`; X was Twitter."""
    names = ["twitter" if platform == "x" else platform for platform in platforms]
    text = rows["platform"].fillna("").str.lower()
    return text.map(lambda printed: any(name in printed for name in names)).astype(bool)
