"""The numbers that the sentences above the pages state, with their passports."""

import pandas as pd

from core import figures
from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric
from core.scoring import passports, words
from core.scoring.settings import Settings


def leading(creators: pd.DataFrame, settings: Settings, writing: Writing) -> tuple[Number, ...]:
    """The first one's score, how many could as well be first, how many are sure of the top.

    For `words.ranking` and `words.top`.
    """
    ranked = creators["rank"].notna()
    if not ranked.any():
        return ()
    first, others = creators.iloc[int(ranked.argmax())], int(ranked.sum()) - 1
    close = words.could_lead(creators[["rank", "alike_to"]][ranked])
    from_, to = (writing.number(first[f"score_{end}"]) for end in ("low", "high"))
    alike = words.neighbours(first, writing) or "stands apart from all others"
    inputs = (
        Input(f"Range of @{first['handle']}", f"{from_} to {to}"),
        Input("Others in the ranking", writing.number(others)),
        Input("Creators here", writing.number(len(creators))),
    )
    working = f"@{first['handle']} {alike}: {writing.number(close)} of {writing.number(others)}"
    reach = Number(metric("could_be_first"), Estimate(float(close), n=others), working, inputs)
    return (
        passports.number("score", first, settings, writing),
        reach,
        _top(creators, settings, writing),
    )


def _top(creators: pd.DataFrame, settings: Settings, writing: Writing) -> Number:
    """How many are sure of the top; for `words.top`."""
    sure, open_ = words.of_the_top(creators)
    inputs = (
        Input("Creators that the top holds", writing.number(settings.top)),
        Input("In it in 1 to 9 of 10 draws", writing.number(open_)),
    )
    return Number(metric("top_sure"), Estimate(float(sure), n=len(creators)), "", inputs)


def above(creators: pd.DataFrame, settings: Settings, writing: Writing) -> tuple[Number, ...]:
    """How many of the largest tier engage above what is published; for `words.engagement`."""
    known = int(creators["engagement_rate"].notna().sum())
    compared = words.with_benchmark(creators)
    if compared.empty:
        return ()
    tier, rows, count = words.of_largest_tier(compared)
    printed = rows["benchmark_printed"]
    least, most = writing.published(printed.min()), writing.published(printed.max())
    inputs = (
        Input("Size", str(tier)),
        Input("Published for it", least if least == most else f"{least} to {most}"),
        Input("Creators of this size with a known rate", writing.number(len(rows))),
        Input("Creators with a known rate", writing.number(known)),
    )
    working = f"{writing.number(count)} of {writing.number(len(rows))} lie above it"
    sources = {
        source
        for platform in rows["platform"].fillna(figures.ANY_PLATFORM).unique()
        for source in figures.benchmark(settings.benchmark, platform)["source_id"]
    }
    found = Estimate(float(count), n=len(rows))
    note = "Held against the printed steps; a creator's own page reads a curve through them."
    ids = tuple(sorted(sources))
    return (Number(metric("above_benchmark"), found, working, inputs, ids, note),)


def busiest(months: pd.DataFrame, writing: Writing) -> tuple[Number, ...]:
    """The share of the strongest month and the number with a date; for `growth.finding`."""
    if months.empty:
        return ()
    new = months.groupby("month")["new"].sum()
    best, total = new.idxmax(), int(new.sum())
    share = float(new.max()) / total
    working = (
        f"{writing.number(new.max())} in {writing.month(best)} ÷ {writing.number(total)} = "
        f"{writing.share(share)}"
    )
    dated = Number(metric("dated_followers"), Estimate(float(total)), writing.number(total))
    return Number(metric("busiest_month"), Estimate(share, n=total), working), dated


def bursts(found: pd.DataFrame, writing: Writing) -> tuple[Number, ...]:
    """The people above the usual of each burst; for `growth.told`."""
    return tuple(
        Number(
            metric("burst_extra"),
            Estimate(float(row.extra)),
            f"{writing.day(row.start)} to {writing.day(row.end)}: "
            f"{writing.number(row.extra)} above {writing.number(row.baseline)} a day",
            (Input("Usual for those days", f"{writing.number(row.baseline)} a day"),),
        )
        for row in found.itertuples()
    )


def place(row: pd.Series, writing: Writing) -> tuple[Number, ...]:
    """The rank of one creator; for `words.neighbours`."""
    if pd.isna(row["rank"]):
        return ()
    inputs = [Input("Score", writing.number(row["score"]))]
    if pd.notna(row["alike_from"]) and pd.notna(row["alike_to"]):
        ends = f"{writing.number(row['alike_from'])} to {writing.number(row['alike_to'])}"
        inputs.append(Input("Ranks whose range of scores overlaps this one", ends))
    return (Number(metric("rank"), Estimate(float(row["rank"])), "", tuple(inputs)),)


def checks(found: pd.DataFrame, writing: Writing) -> tuple[Number, ...]:
    """How often each look-up of `checks.worth_most` would change the top; one number."""
    if found.empty:
        return ()
    lines = tuple(
        Input(f"@{handle}, rank {rank}, {metric(dimension).label}", writing.share(chance))
        for handle, rank, dimension, chance in zip(
            *(found[name] for name in ("handle", "rank", "dimension", "chance")), strict=True
        )
    )
    first = float(found["chance"].iloc[0])
    return (Number(metric("top_change"), Estimate(first), "", lines),)
