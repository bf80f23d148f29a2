"""What the scored creators amount to, in one computed sentence a page."""

import pandas as pd

from core import figures
from core.locale import Writing, is_known
from core.scoring import reasons
from core.scoring.settings import Settings

NOBODY = "No creators yet"
SURE = 0.9  # the share of draws from which on a place is called sure


def engagement(creators: pd.DataFrame, settings: Settings, writing: Writing) -> str:
    """How many of the best represented tier engage above what is published for its size.

    The tier with the most known rates speaks. Each rate is held against the figure printed for its
    size, as in the picture; it is named where the benchmark set prints one for exactly that tier.
    """
    if creators.empty:
        return NOBODY
    known = int(creators["engagement_rate"].notna().sum())
    if not known:
        return f"The engagement rate of {_creators(len(creators), writing)} is still unknown"
    compared = with_benchmark(creators)
    if compared.empty:
        return (
            f"{_creators(known, writing)} with a known engagement rate, "
            "and no published figure for their platform and size"
        )
    tier, rows, above = of_largest_tier(compared)
    point = _printed(tier, rows, settings)
    against = (
        "what is published for their size"
        if point is None
        else f"the {writing.published(point)} printed for that tier"
    )
    number, whole = writing.number(above), _creators(len(rows), writing)
    verb = "engages" if len(rows) == 1 else "engage"
    return f"{number} of {whole} {_of(str(tier))} {verb} above {against}"


def with_benchmark(creators: pd.DataFrame) -> pd.DataFrame:
    """tier, platform, engagement_rate, benchmark_printed of the creators with both rates known."""
    columns = ["tier", "platform", "engagement_rate", "benchmark_printed"]
    both = creators["engagement_rate"].notna() & creators["benchmark_printed"].notna()
    return creators[columns][both]  # columns first: `loc` would take a hundred of them along


def of_largest_tier(compared: pd.DataFrame) -> tuple[object, pd.DataFrame, int]:
    """The tier with the most known rates, its creators, and how many of them engage above theirs.

    `compared` as of `with_benchmark`, not empty.
    """
    tier = compared["tier"].value_counts().idxmax()
    rows = compared[compared["tier"] == tier]
    return tier, rows, int(rows["engagement_rate"].gt(rows["benchmark_printed"]).sum())


def _creators(count: int, writing: Writing) -> str:
    return "1 creator" if count == 1 else f"{writing.number(count)} creators"


def _of(tier: str) -> str:
    if tier[0].isdigit() or tier.startswith("over"):
        return f"with {tier.replace(' or less', ' or fewer')} followers"
    return f"in the tier “{tier}”"


def _printed(tier: object, rows: pd.DataFrame, settings: Settings) -> float | None:
    """The one figure that the benchmark set prints for exactly this tier; None without one."""
    tiers = figures.tiers(settings.tier_scheme)
    edges = tiers[tiers["tier"] == tier].iloc[0]
    found: set[float | None] = set()
    for platform in rows["platform"].fillna(figures.ANY_PLATFORM).unique():
        points = figures.benchmark(settings.benchmark, platform)
        same = _equal(points["followers_min"], edges["followers_min"]) & _equal(
            points["followers_max"], edges["followers_max"]
        )
        found.update(points.loc[same, "typical"] if same.any() else [None])
    return found.pop() if len(found) == 1 else None


def _equal(edges: pd.Series, edge: object) -> pd.Series:
    return edges.eq(edge) if is_known(edge) else edges.isna()


def ranking(creators: pd.DataFrame, writing: Writing) -> str:
    """Who leads, by how many points, and how many others could as well be first."""
    if creators.empty:
        return NOBODY
    ranked = creators["rank"].notna()
    if not ranked.any():
        return f"Not enough is known yet to rank {_creators(len(creators), writing)}"
    scores = creators[["handle", "score", "rank", "alike_to"]][ranked]
    first, others = scores.iloc[0], len(scores) - 1
    leads = f"@{first['handle']} leads with {writing.number(first['score'])} points"
    close = could_lead(scores)
    if not others:
        return f"{leads}; nobody else can be ranked yet" if len(creators) > 1 else leads
    if not is_known(scores["alike_to"].iloc[0]):
        return leads
    if not close:
        return f"{leads}, clearly ahead of {_others(others, writing)}"
    if close == others:
        return f"{leads}, but {_others(close, writing)} could be first as well"
    return f"{leads}; {writing.number(close)} of {_others(others, writing)} could be first too"


def top(creators: pd.DataFrame, settings: Settings, writing: Writing) -> str:
    """Who is sure of a place in the top and who else may be in it; empty where nobody is ranked."""
    sure, open_ = of_the_top(creators)
    if not sure + open_:
        return ""
    held = f"{writing.number(sure)} of those shown" if sure else "Nobody shown"
    verb = "are" if sure > 1 else "is"
    more = f"; for {writing.number(open_)}{' more' if sure else ''} it is open" if open_ else ""
    return f"{held} {verb} sure of the first {settings.top} (9 of 10 draws or more){more}"


def of_the_top(creators: pd.DataFrame) -> tuple[int, int]:
    """How many are in the top in 9 of 10 draws or more, and how many others in 1 of 10 or more."""
    chance = creators["chance_top"]
    sure = int(chance.ge(SURE).sum())
    return sure, int(chance.ge(1 - SURE).sum()) - sure


def could_lead(ranked: pd.DataFrame) -> int:
    """How many besides the first of `ranked` (best first) cannot be told apart from it.

    None are counted where that was not worked out: beyond the ranks that anybody looks at.
    """
    return int(ranked["rank"].iloc[1:].le(ranked["alike_to"].iloc[0]).fillna(False).sum())


def _others(count: int, writing: Writing) -> str:
    return "the other one" if count == 1 else f"the other {writing.number(count)}"


def creator(row: pd.Series, writing: Writing) -> str:
    """One creator in a sentence: standing, range and what it rests on, or what is missing."""
    return reasons.reason(row, "standing", writing)


def neighbours(row: pd.Series, writing: Writing) -> str:
    """With which ranks the creator could change places: `cannot be told apart from ranks 3 to 9`.

    Empty where nobody is that close, or where it was not worked out.
    """
    first, last = row["alike_from"], row["alike_to"]
    if not (is_known(first) and is_known(last)) or first == last:
        return ""
    return f"cannot be told apart from ranks {writing.number(first)} to {writing.number(last)}"
