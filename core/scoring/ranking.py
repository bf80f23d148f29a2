"""Tidy tables → one row a creator, best first: what every page reads.

Judging takes time and is done once for what was brought in; weighing is done again at each move
of a slider.
"""

from typing import Final

import pandas as pd

from core import tables
from core.scoring import (
    audiences,
    commenting,
    creators,
    forecasts,
    prompts,
    rates,
    standings,
    total,
    values,
    worth,
)
from core.scoring.brand import Brand
from core.scoring.settings import Settings

_DEFAULT: Final = Settings()
CAP: Final = 0.2  # the score of somebody who says a deal-breaker goes no higher

COLUMNS: Final = (
    "rank",
    "creator",
    "person",
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
    "alike_from",
    "alike_to",
    "coverage",
    "cap",
    *rates.COLUMNS,
    *forecasts.COLUMNS,
    *standings.COLUMNS,
    *commenting.COLUMNS,
    *audiences.COLUMNS,
    *values.COLUMNS,
    *prompts.COLUMNS,
    *worth.COLUMNS,
    "avg_views",
    "price",
    "currency",
    "gift_only",
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
    rank is null, and the score 50, where nothing is known. The brand's own accounts are left out.
    """
    return weigh(judge(found, brand, settings), settings)


def judge(
    found: tables.Tables, brand: Brand | None = None, settings: Settings = _DEFAULT
) -> pd.DataFrame:
    """Every dimension of every account, whatever it weighs: all that `weigh` needs."""
    brand = brand or Brand()
    posts, comments, follows = (
        found.get(name, tables.empty(name)) for name in ("posts", "comments", "follows")
    )
    level = settings.level
    rows = creators.rows(found, settings.tier_scheme, brand.accounts)
    rows = forecasts.of_creators(rates.of_creators(rows, posts, settings), posts, level)
    rows = standings.of_creators(rows, settings)
    rows = commenting.of_creators(comments, posts, rows, level)
    rows = audiences.of_creators(follows, rows, level)
    rows = values.of_creators(posts, rows, brand.brief, brand.deal_breakers, level)
    rows = prompts.of_creators(posts, rows, brand.blocked, brand.passed, level)
    rows = worth.of_creators(rows, settings)
    judged = rows.assign(
        person=rows["creator"],  # until somebody joins it: core.scoring.persons.joined
        cap=rows["deal_breakers"].notna().map({True: CAP, False: float("nan")}).astype("float64"),
        as_of=rows[["seen_at", "engagement_as_of"]].max(axis=1).astype(tables.TIME),
    )
    # By name, so that equal scores come in this order; null where only weights will say.
    return judged.sort_values("creator", ignore_index=True).reindex(columns=list(COLUMNS))


def let_pass(
    judged: pd.DataFrame, posts: pd.DataFrame, brand: Brand, level: float = _DEFAULT.level
) -> pd.DataFrame:
    """`judged` for a brand that let no prompt pass, without those that `brand` let pass.

    Only their creators are read again, since all others stay as they were.
    """
    whose = judged["creator"].isin({creator for creator, _, _ in brand.passed})
    if not whose.any():
        return judged
    theirs = posts[tables.creator_key(posts).isin(judged.loc[whose, "creator"])]
    some = judged.loc[whose, ["platform", "handle"]]
    again = prompts.of_creators(theirs, some, brand.blocked, brand.passed, level)
    columns = {x: judged[x].mask(whose, again[x].reindex(judged.index)) for x in prompts.COLUMNS}
    return judged.assign(**columns)


def weigh(judged: pd.DataFrame, settings: Settings = _DEFAULT) -> pd.DataFrame:
    """`judged` as a ranking by the weights of `settings`; takes milliseconds."""
    order, found = total.weighed(judged, settings)
    return judged.iloc[order].reset_index(drop=True).assign(**found)
