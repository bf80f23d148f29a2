"""Published campaigns beside a plan: on the same scales, with what nobody published left unknown.

Numbers are taken from what is printed and nothing else: "30-40" is 30 to 40, "micro" is no number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from core import figures
from core.locale import Writing
from core.metrics import metric
from core.tables import creator_key

GRADES: Final[Mapping[str, str]] = {
    "A": "peer reviewed",
    "B": "reported by a named outlet, by the brand or first hand",
    "C": "claimed by an agency, a blog or a company",
    "D": "claimed without any usable number",
}
YOUR_PLAN: Final = "Your plan"
MEASURES: Final = (
    "creators_count",
    "followers",
    "engagement_rate",
    "pay_per_creator",
    "posts_count",
)

_NUMBER: Final = r"(\d[\d,]*)"
_PER_CENT: Final = 100.0
_COUNTER: Final = "COUNTER-EXAMPLE:"
_NEAR: Final = 0.5  # likeness of two numbers of which one is twice the other


@dataclass(frozen=True, slots=True)
class Span:
    """Lowest, middle and highest of one measure; None = unknown."""

    low: float | None = None
    value: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What of a plan can be set beside a campaign; money in the currency of `rate_per_usd`."""

    creators_count: Span
    followers: Span
    engagement_rate: Span
    pay_per_creator: Span
    posts_count: Span
    platforms: tuple[str, ...] = ()
    rate_per_usd: float = 1.0

    def __post_init__(self) -> None:
        if not self.rate_per_usd > 0:
            raise ValueError(f"one US dollar cannot buy {self.rate_per_usd}")


def facts(chosen: pd.DataFrame, creators: pd.DataFrame, rate_per_usd: float = 1.0) -> PlanFacts:
    """The facts of a plan: `chosen` has creator, price, count; `creators` is the scored frame."""
    named = creators if "creator" in creators else creators.assign(creator=creator_key)
    people = named[named["creator"].isin(chosen["creator"])]
    pay = chosen.groupby("creator")["price"].sum()
    pieces = chosen["count"].sum() if "count" in chosen else 0
    return PlanFacts(
        creators_count=_exactly(chosen["creator"].nunique()),
        followers=_span(people["followers"]),
        engagement_rate=_span(people["engagement_rate"]),
        pay_per_creator=replace(_span(pay), value=float(pay.mean())) if len(pay) else Span(),
        posts_count=_exactly(pieces),
        platforms=tuple(sorted(people["platform"].dropna().unique())),
        rate_per_usd=rate_per_usd,
    )


def _exactly(count: float) -> Span:
    return Span(*[float(count)] * 3) if count else Span()


def _span(values: pd.Series) -> Span:
    """Lowest, geometric middle and highest of what is known and above zero."""
    known = values[values > 0].astype("float64")
    if known.empty:
        return Span()
    return Span(float(known.min()), float(np.exp(np.log(known).mean())), float(known.max()))


@cache
def _campaigns() -> pd.DataFrame:
    rows = figures.read("success_stories")
    creators = rows["creators_count"].astype("str").str.extract(r"^(\d+)(?:-(\d+))?$")
    creators = creators.astype("float64")
    pay = rows["compensation"].str.extractall(r"\$" + _NUMBER)[0]
    pay = pay.str.replace(",", "").astype("float64").groupby(level=0)
    made = rows["posts_count"].astype("str").str.extract(rf"^{_NUMBER}(?: episodes.*)?$")[0]
    over = rows["tier"].str.extract(r"ER over (\d+)%")[0].astype("float64") / _PER_CENT
    rate = rows["engagement_rate_pct"].astype("float64") / _PER_CENT
    return rows.assign(
        creators_low=creators[0],
        creators_high=creators[1].fillna(creators[0]),
        followers_low=rows["followers_min"].astype("float64"),
        followers_high=rows["followers_max"].astype("float64"),
        engagement_rate=rate,
        engagement_rate_low=rate.fillna(over),
        posts=made.str.replace(",", "").astype("float64"),
        pay_low=pay.first(),
        pay_high=pay.sum(),
        spend=rows["spend_usd"].astype("float64"),
        counter_example=rows["playbook"].str.startswith(_COUNTER),
        playbook=rows["playbook"].str.removeprefix(_COUNTER).str.strip(),
    )


def campaigns() -> pd.DataFrame:
    """The published campaigns: the columns of success_stories.csv and, as numbers or null,
    creators_low, creators_high, followers_low, followers_high, engagement_rate (fraction; _low
    where only "over 5%" is printed), posts, pay_low, pay_high (a creator, US dollars; high adds
    gifts), spend, counter_example. `posts` counts pieces made, not what the public tagged.
    """
    return _campaigns().copy()


def compare(plan_facts: PlanFacts | None = None) -> pd.DataFrame:
    """Who, measure (a metric's key), low, value, high, known, source_id, counter_example: your plan
    first.

    The value of a published range is its geometric middle; unknown stays null, with known False.
    Pay is in the plan's currency, US dollars without a plan.
    """
    rate = plan_facts.rate_per_usd if plan_facts else 1.0
    long = pd.concat([_published(measure, rate) for measure in MEASURES], ignore_index=True)
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


def _published(measure: str, rate_per_usd: float) -> pd.DataFrame:
    """One measure of every campaign."""
    rows = _campaigns()
    ends = {
        "creators_count": ("creators_low", "creators_high"),
        "followers": ("followers_low", "followers_high"),
        "engagement_rate": ("engagement_rate_low", "engagement_rate"),
        "pay_per_creator": ("pay_low", "pay_high"),
        "posts_count": ("posts", "posts"),
    }[measure]
    factor = rate_per_usd if measure == "pay_per_creator" else 1.0
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


def similar(plan_facts: PlanFacts, n: int = 3, writing: Writing | None = None) -> pd.DataFrame:
    """The `n` campaigns most like the plan: the columns of campaigns(), `likeness` and `why`.

    Numbers are alike by their ratio, 1 where the plan lies in the printed range, a half at double;
    the platform is alike or not. Unknown numbers neither help nor harm; equals go by their grade.
    """
    rows, write = _campaigns(), writing or Writing()
    total, known = pd.Series(0.0, index=rows.index), pd.Series(1, index=rows.index)
    why = pd.Series("", index=rows.index, dtype="str")
    for measure in MEASURES[:-1]:
        words, value = metric(measure), getattr(plan_facts, measure).value
        printed = _published(measure, plan_facts.rate_per_usd)
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


def finding(plan_facts: PlanFacts | None, writing: Writing) -> str:
    """What the comparison says, in one sentence."""
    rows = _campaigns()
    counts = np.sqrt(rows["creators_low"] * rows["creators_high"]).dropna()
    middle = writing.number(counts.median())
    published = f"{len(counts)} of {len(rows)} published campaigns say how many creators took part"
    own = plan_facts.creators_count.value if plan_facts else None
    if not own:
        least, most = writing.number(counts.min()), writing.number(counts.max())
        return f"{published}: from {least} to {most}, the middle one {middle}."
    who = f"{writing.number(own)} creator{'' if own == 1 else 's'}"
    return (
        f"Your plan has {who}; {published}, "
        f"{int((counts > own).sum())} of them with more than yours (the middle one had {middle})."
    )
