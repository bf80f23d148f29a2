"""What the stories page says in one sentence, and the numbers in it with their passports."""

import numpy as np
import pandas as pd

from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric
from core.stories.compared import MEASURES
from core.stories.plan import PlanFacts
from core.stories.published import campaigns


def finding(plan_facts: PlanFacts | None, writing: Writing) -> str:
    """What the comparison says, in one sentence."""
    rows, counts = campaigns(), _counts()
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


def stated(plan_facts: PlanFacts | None, writing: Writing) -> tuple[Number, ...]:
    """The numbers of `finding`, and those of the plan that campaigns are held against."""
    own = () if plan_facts is None else tuple(_own(plan_facts, writing))
    return (_published(plan_facts, writing), *own)


def likeness(similar: pd.DataFrame, writing: Writing) -> tuple[Number, ...]:
    """How like the plan each row of `similar` is."""
    return tuple(
        Number(
            metric("likeness"),
            Estimate(round(float(story.likeness), 3)),
            "",
            (Input(f"{story.brand}, {story.campaign}", story.why),),
        )
        for story in similar.itertuples()
    )


def _counts() -> pd.Series:
    """Creators of each campaign that prints a number; the geometric middle of a printed range."""
    rows = campaigns()
    return np.sqrt(rows["creators_low"] * rows["creators_high"]).dropna()


def _published(plan_facts: PlanFacts | None, writing: Writing) -> Number:
    rows, counts = campaigns(), _counts()
    least, most = writing.number(counts.min()), writing.number(counts.max())
    inputs = [Input("Campaigns that print it", f"{len(counts)} of {len(rows)}")]
    inputs.append(Input("From the smallest to the largest", f"{least} to {most}"))
    own = plan_facts.creators_count.value if plan_facts else None
    if own:
        more = int((counts > own).sum())
        inputs.append(Input("With more than your plan", writing.number(more)))
    printed = rows.loc[counts.index, "source_id"].drop_duplicates()
    return Number(
        metric("campaign_size"),
        Estimate(float(counts.median()), n=len(counts)),
        f"middle of {len(counts)} campaigns = {writing.number(counts.median())}",
        tuple(inputs),
        note=f"Each is on its card below, with its source ({len(printed)} sources).",
    )


def _own(plan_facts: PlanFacts, writing: Writing) -> list[Number]:
    """The plan's own measures; their range is from the smallest to the largest, not a chance."""
    found = []
    for key in MEASURES:
        words, span = metric(key), getattr(plan_facts, key)
        if span.value is None:
            continue
        ends = writing.span(span.low, span.high, words.unit)
        inputs = (Input("In your plan, smallest to largest", ends),)
        found.append(Number(words, Estimate(span.value), _how(key), inputs))
    return found


def _how(key: str) -> str:
    if key in ("followers", "engagement_rate"):
        return "geometric middle over the creators of your plan"
    return "cost ÷ creators of your plan" if key == "pay_per_creator" else "counted in your plan"
