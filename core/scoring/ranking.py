"""Tidy tables → one row a creator, best first: what every page reads."""

import pandas as pd

from core import tables
from core.scoring import creators, curve, rates, total
from core.scoring.brand import Brand
from core.scoring.settings import Settings

_DEFAULT = Settings()

COLUMNS = (
    "rank",
    "creator",
    "platform",
    "handle",
    "name",
    "url",
    "bio",
    "category",
    "country",
    "followers",
    "tier",
    "score",
    "score_low",
    "score_high",
    "chance_top",
    "coverage",
    "standing",
    "standing_low",
    "standing_high",
    "standing_n",
    *rates.COLUMNS,
    *curve.COLUMNS,
    "avg_views",
    "price",
    "currency",
    "found_via",
    "follows_since",
    "sources",
    "disputed",
    "seen_at",
    "as_of",
)


def score(
    found: tables.Tables, brand: Brand | None = None, settings: Settings = _DEFAULT
) -> pd.DataFrame:
    """One row an account, best first; accounts known only by their posts are among them.

    Each dimension is x, x_low, x_high, x_n (range = `settings.level`). score, score_low, score_high
    run from 0 to 100; unknown evidence widens the range and lowers coverage, never the score.
    rank is null, and the score 50, where nothing is known. The brand's own accounts are left out;
    its values count once they are judged.
    """
    rows = creators.rows(found, settings.tier_scheme, brand.accounts if brand else ())
    posts = found.get("posts", tables.empty("posts"))
    judged = _standing(rates.of_creators(rows, posts, settings.level), settings)
    ranked = total.rank(total.combine(judged, settings))
    ranked = ranked.assign(
        chance_top=total.chance_top(ranked, settings),
        as_of=ranked[["seen_at", "engagement_as_of"]].max(axis=1).astype(tables.TIME),
    )
    return ranked[list(COLUMNS)]


def _standing(rated: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    published = curve.published(rated["followers"], rated["platform"], settings.benchmark)
    rated = rated.assign(**{column: published[column] for column in curve.COLUMNS})
    for end in ("", "_low", "_high"):
        rate = rated["engagement_rate" + end]
        rated = rated.assign(**{"standing" + end: curve.standing(rate, rated["benchmark"])})
    return rated.assign(
        standing_n=rated["engagement_rate_n"].where(rated["standing"].notna(), pd.NA)
    )
