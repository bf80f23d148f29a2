"""What the scored creators amount to, in one computed sentence a page."""

import pandas as pd

from core import figures
from core.locale import Writing, is_known
from core.scoring.settings import Settings

NOBODY = "No creators yet"


def engagement(creators: pd.DataFrame, settings: Settings, writing: Writing) -> str:
    """How many of the best represented tier engage above what is published for its size.

    The tier with the most known rates speaks. Each rate is held against the figure printed for its
    size, as in the picture; it is named where the benchmark set prints one for exactly that tier.
    """
    if creators.empty:
        return NOBODY
    known = creators[creators["engagement_rate"].notna()]
    if known.empty:
        return f"The engagement rate of {_creators(len(creators), writing)} is still unknown"
    compared = known[known["benchmark_printed"].notna()]
    if compared.empty:
        return (
            f"{_creators(len(known), writing)} with a known engagement rate, "
            "and no published figure for their platform and size"
        )
    tier = compared["tier"].value_counts().idxmax()
    rows = compared[compared["tier"] == tier]
    point = _printed(tier, rows, settings)
    above = int(rows["engagement_rate"].gt(rows["benchmark_printed"]).sum())
    against = (
        "what is published for their size"
        if point is None
        else f"the published {writing.published(point)}"
    )
    number, whole = writing.number(above), _creators(len(rows), writing)
    verb = "engages" if len(rows) == 1 else "engage"
    return f"{number} of {whole} {_of(str(tier))} {verb} above {against}"


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
    ranked = creators[creators["rank"].notna()]
    if ranked.empty:
        return f"Not enough is known yet to rank {_creators(len(creators), writing)}"
    first, others = ranked.iloc[0], ranked.iloc[1:]
    leads = f"@{first['handle']} leads with {writing.number(first['score'])} points"
    close = int(others["score_high"].ge(first["score_low"]).sum())
    if others.empty:
        return f"{leads}; nobody else can be ranked yet" if len(creators) > 1 else leads
    if not close:
        return f"{leads}, clearly ahead of {_others(len(others), writing)}"
    if close == len(others):
        return f"{leads}, but {_others(close, writing)} could be first as well"
    return f"{leads}; {writing.number(close)} of {_others(len(others), writing)} could be first too"


def _others(count: int, writing: Writing) -> str:
    return "the other one" if count == 1 else f"the other {writing.number(count)}"


def creator(row: pd.Series, writing: Writing) -> str:
    """One creator in a sentence: standing, range and what it rests on, or what is missing."""
    if is_known(row["standing"]):
        span = writing.span(row["standing_low"], row["standing_high"], "share")
        better = writing.share(row["standing"])
        return f"Engages more than {better} of accounts of its size ({span}), {basis(row, writing)}"
    if is_known(row["engagement_rate"]):
        rate = writing.share(row["engagement_rate"])
        return f"Engagement rate {rate}, {basis(row, writing)}; no published figure to compare with"
    if is_known(row["followers"]):
        known = writing.number(row["followers"])
        return f"{known} followers; likes and comments of a few posts would show the engagement"
    return "Little is known yet: followers, likes and comments of a few posts would place it"


def basis(row: pd.Series, writing: Writing) -> str:
    """What the engagement rate rests on: `from 12 posts`."""
    if row["engagement_basis"] == "averages":
        return "from the averages in a list"
    n = row["engagement_rate_n"]
    return "from 1 post" if n == 1 else f"from {writing.number(n)} posts"
